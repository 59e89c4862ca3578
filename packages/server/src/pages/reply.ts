import { randomUUID } from 'node:crypto'
import { replies, ways, type Reply, type Way } from '@kinplan/domain/meeting/participation'
import { ReplyDocument, ReplyPageDocument, type ReplyPageQuery } from '../generated/graphql'
import { frame } from './frame'
import { html, type SafeHtml } from './html'
import { replyCopy } from './pages.copy'
import type { Visit } from './pages'
import { refusalWords } from './refusal-words.copy'
import { clockWords, dayWords } from './when'

type MyMeeting = NonNullable<ReplyPageQuery['myMeetings']>[number]

export async function replyPage(visit: Visit, said: { meetingId: string; words: string; problem: boolean } | null = null): Promise<void> {
  const { me, myMeetings } = await visit.ask(ReplyPageDocument, {})
  if (!me.person) return visit.response.redirect(303, '/')
  const meetings = myMeetings ?? []
  visit.send(frame({
    title: replyCopy.title,
    hereAs: me.person.name,
    coordinator: meetings[0]?.coordinator ?? me.council,
    body: html`<h1>${replyCopy.title}</h1>
${meetings.length === 0 ? html`<p class="lede">${replyCopy.noMeetings}</p>` : meetings.map((meeting) => meetingCard(meeting, said?.meetingId === meeting.id ? said : null))}
<p><a href="/f/">${replyCopy.more}</a></p>`,
  }), said?.problem ? 422 : 200)
}

function meetingCard(meeting: MyMeeting, said: { words: string; problem: boolean } | null): SafeHtml {
  const mayReply = meeting.viewerCan.includes('meeting:reply')
  return html`<section class="card stack">
${said ? html`<p class="notice ${said.problem ? 'notice-coral' : ''}" role="status">${said.words}</p>` : null}
<p>${replyCopy.about} <bdi>${meeting.children.join(', ')}</bdi>.</p>
${meeting.startWall ? html`<dl><dt>${replyCopy.when}</dt><dd><strong>${dayWords(meeting.startWall)}, ${clockWords(meeting.startWall)}${meeting.endWall ? ` to ${clockWords(meeting.endWall)}` : ''}</strong></dd>
${meeting.place ? html`<dt>${replyCopy.where}</dt><dd><bdi>${meeting.place}</bdi></dd>` : null}
${meeting.arriveAt ? html`<dt>${replyCopy.arrive}</dt><dd>${meeting.arriveAt}</dd>` : null}</dl>` : html`<p>${replyCopy.noTime}</p>`}
<p>${replyCopy.now} <strong>${replyCopy.states[meeting.mine.state]}</strong></p>
${mayReply ? replyForm(meeting) : null}
</section>`
}

function replyForm({ id, mine }: MyMeeting): SafeHtml {
  return html`<form method="post" action="/reply" class="stack">
<input type="hidden" name="meetingId" value="${id}"><input type="hidden" name="version" value="${mine.version}"><input type="hidden" name="once" value="${randomUUID()}">
<fieldset class="choices"><legend>${replyCopy.question}</legend>${replies.map((reply) => choice(id, 'reply', reply, replyCopy.replies[reply], mine.state === reply))}</fieldset>
<fieldset class="choices"><legend>${replyCopy.how}</legend>${ways.map((way) => choice(id, 'how', way, replyCopy.ways[way], mine.how === way))}</fieldset>
<p class="actions"><button>${replyCopy.send}</button></p>
<p class="quiet">${replyCopy.why}</p>
</form>`
}

function choice(meetingId: string, name: string, value: string, label: string, chosen: boolean): SafeHtml {
  const id = `${name}-${value}-${meetingId}`
  return html`<div class="choice"><input type="radio" id="${id}" name="${name}" value="${value}"${chosen ? html` checked` : null}><label for="${id}">${label}</label></div>`
}

export async function sendReply(visit: Visit): Promise<void> {
  const meetingId = visit.field('meetingId')
  const reply = replies.find((known) => known === visit.field('reply'))
  const how = ways.find((known) => known === visit.field('how'))
  if (reply === undefined) return replyPage(visit, { meetingId, words: refusalWords('choiceUnknown'), problem: true })
  const input: { meetingId: string; version: number; reply: Reply; how: Way | null } = { meetingId, version: Number(visit.field('version')) | 0, reply, how: reply === 'coming' ? (how ?? null) : null }
  const { reply: answer } = await visit.ask(ReplyDocument, { input })
  if (answer.__typename === 'Refused') return replyPage(visit, { meetingId, words: refusalWords(answer.code), problem: true })
  return replyPage(visit, { meetingId, words: replyCopy.saved, problem: false })
}
