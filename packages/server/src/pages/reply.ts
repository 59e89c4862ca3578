import { randomUUID } from 'node:crypto'
import { may } from '@kinplan/domain/access/may'
import { replies, waysToChoose, type Reply, type Way } from '@kinplan/domain/meeting/participation'
import { ReplyDocument, ReplyPageDocument, type ReplyPageQuery } from '../generated/graphql'
import { frame } from './frame'
import { frameCopy } from './frame.copy'
import { html, type SafeHtml } from './html'
import { replyCopy } from './pages.copy'
import { refusalWords } from './refusal-words.copy'
import type { Visit } from './visit'
import { clockWords, dayWords, zoneWords } from './when'

type MyMeeting = NonNullable<ReplyPageQuery['myMeetings']>[number]
type Chosen = { reply: Reply | undefined; how: Way | undefined }
/** What the form's answer was; `chosen` is what a refused form held, which is shown again, and null when it was taken. */
type Said = { words: string; chosen: Chosen | null }

export async function replyPage(visit: Visit, said: (Said & { meetingId: string }) | null = null): Promise<void> {
  const { me, myMeetings } = await visit.ask(ReplyPageDocument, {})
  if (!me.person) return visit.response.redirect(303, '/')
  const meetings = myMeetings ?? []
  const cards = meetings.map((meeting) => meetingCard(meeting, said?.meetingId === meeting.id ? said : null))
  await visit.send(
    frame({
      problem: said !== null && said.chosen !== null,
      hereAs: me.person.name,
      coordinator: meetings[0]?.coordinator ?? me.council,
      body: html`<h1>${replyCopy.title}</h1>
        ${meetings.length === 0 ? html`<p class="lede">${replyCopy.noMeetings}</p>` : cards}
        <p><a href="/f/">${replyCopy.more}</a></p>`,
    }),
    said?.chosen ? 422 : 200,
  )
}

function meetingCard(meeting: MyMeeting, said: Said | null): SafeHtml {
  const mayReply = may(meeting, 'meeting:reply')
  const { state, how } = meeting.mine
  const chosen = said?.chosen ?? {
    reply: replies.find((reply) => reply === state),
    how: how === 'secondRoom' ? 'inRoom' : (how ?? undefined),
  }
  const ownRoom = meeting.place && how === 'secondRoom' ? html`<br />${replyCopy.ownRoom}` : null
  return html`<section class="card stack">
    ${said ? html`<p class="notice ${said.chosen ? 'notice-coral' : ''}" role="status">${said.words}</p>` : null}
    <p>${replyCopy.about} <bdi>${meeting.children.join(', ')}</bdi>.</p>
    ${
      meeting.startWall
        ? html`<dl>
            <dt>${replyCopy.when}</dt>
            <dd>
              <strong
                >${dayWords(meeting.startWall)},
                ${clockWords(meeting.startWall)}${meeting.endWall ? ` to ${clockWords(meeting.endWall)}` : ''}</strong
              >
              (${zoneWords(meeting.zone)})
            </dd>
            <dt>${replyCopy.where}</dt>
            <dd>${meeting.place ? html`<bdi>${meeting.place}</bdi>` : replyCopy.whereLater}${ownRoom}</dd>
            ${
              meeting.arriveAt
                ? html`<dt>${replyCopy.arrive}</dt>
                    <dd>${meeting.arriveAt}</dd>`
                : null
            }
          </dl>`
        : html`<p>${replyCopy.noTime}</p>`
    }
    <p>${replyCopy.now} <strong>${replyCopy.states[meeting.mine.state]}</strong></p>
    ${mayReply ? replyForm(meeting, chosen) : null}
  </section>`
}

function replyForm({ id, mine }: MyMeeting, chosen: Chosen): SafeHtml {
  return html`<form method="post" action="/reply" class="stack">
    <input type="hidden" name="meetingId" value="${id}" /><input type="hidden" name="version" value="${mine.version}" /><input
      type="hidden"
      name="once"
      value="${randomUUID()}"
    />
    <fieldset class="choices">
      <legend>${replyCopy.question}</legend>
      ${replies.map((reply) => choice(id, 'reply', reply, replyCopy.replies[reply], chosen.reply === reply))}
    </fieldset>
    <fieldset class="choices">
      <legend>${replyCopy.how}</legend>
      ${waysToChoose.map((way) => choice(id, 'how', way, replyCopy.ways[way], chosen.how === way))}
    </fieldset>
    <p class="actions"><button>${replyCopy.send}</button></p>
    <p class="quiet">${replyCopy.why}</p>
  </form>`
}

function choice(meetingId: string, name: string, value: string, label: string, chosen: boolean): SafeHtml {
  const id = `${name}-${value}-${meetingId}`
  return html`<div class="choice">
    <input type="radio" id="${id}" name="${name}" value="${value}" ${chosen ? html` checked` : null} /><label for="${id}">${label}</label>
  </div>`
}

export async function sendReply(visit: Visit): Promise<void> {
  const meetingId = visit.field('meetingId')
  const reply = replies.find((known) => known === visit.field('reply'))
  const how = waysToChoose.find((known) => known === visit.field('how'))
  const refusedFor = (words: string) => replyPage(visit, { meetingId, words, chosen: { reply, how } })
  if (reply === undefined) return refusedFor(frameCopy.chooseFirst)
  const input: { meetingId: string; version: number; reply: Reply; how: Way | null } = {
    meetingId,
    version: Number(visit.field('version')) | 0,
    reply,
    how: reply === 'coming' ? (how ?? null) : null,
  }
  const { reply: answer } = await visit.ask(ReplyDocument, { input })
  if (answer.__typename === 'Refused') return refusedFor(refusalWords(answer.code))
  return replyPage(visit, { meetingId, words: replyCopy.saved, chosen: null })
}
