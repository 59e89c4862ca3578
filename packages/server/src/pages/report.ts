import { randomUUID } from 'node:crypto'
import { reportStates } from '@kinplan/domain/action/action-states'
import { ActionByLinkDocument, ReportByLinkDocument } from '../generated/graphql'
import { frame } from './frame'
import { frameCopy } from './frame.copy'
import { html } from './html'
import { reportCopy } from './pages.copy'
import { refusalWords } from './refusal-words.copy'
import type { Visit } from './visit'
import { dayWords } from './when'

/** `typed`: what a refused form held, which is shown again so that nothing is lost; null when it was taken. */
export async function reportPage(visit: Visit, said: { words: string; typed: string | null } | null = null): Promise<void> {
  const token = String(visit.request.params['token'])
  const { actionByLink: action } = await visit.ask(ActionByLinkDocument, { token })
  if (!action) {
    await visit.send(
      frame({
        body: html`<h1>${reportCopy.endedTitle}</h1>
          <p class="lede">${reportCopy.ended}</p>`,
      }),
      410,
    )
    return
  }
  await visit.send(
    frame({
      problem: said !== null && said.typed !== null,
      hereAs: action.ownerName,
      coordinator: action.coordinator,
      body: html` <h1>${reportCopy.title}</h1>
        ${said ? html`<p class="notice ${said.typed === null ? '' : 'notice-coral'}" role="status">${said.words}</p>` : null}
        <div class="card">
          <p class="lede"><bdi>${action.text}</bdi></p>
          <p>
            ${reportCopy.by} <strong>${dayWords(action.dueOn)}</strong>. ${reportCopy.now}
            <strong>${reportCopy.states[action.state]}</strong>.
          </p>
        </div>
        <form method="post" action="/a/${token}" class="stack">
          <input type="hidden" name="once" value="${randomUUID()}" />
          <div class="field">
            <label for="words">${reportCopy.words}</label
            ><textarea id="words" name="words" rows="3" dir="auto">${said?.typed ? `\n${said.typed}` : null}</textarea>
          </div>
          <div class="stack">
            ${reportStates.map(
              (state) => html`<button class="button-quiet" name="state" value="${state}">${reportCopy.reports[state]}</button>`,
            )}
          </div>
        </form>
        <p class="quiet">${reportCopy.help}</p>
        <p class="quiet">${reportCopy.why}</p>`,
    }),
    said === null || said.typed === null ? 200 : 422,
  )
}

export async function sendReport(visit: Visit): Promise<void> {
  const token = String(visit.request.params['token'])
  const typed = visit.field('words')
  const state = reportStates.find((known) => known === visit.field('state'))
  if (state === undefined) return reportPage(visit, { words: frameCopy.chooseFirst, typed })
  const { reportActionByLink: answer } = await visit.ask(ReportByLinkDocument, { input: { token, state, words: typed } })
  return reportPage(
    visit,
    answer.__typename === 'Refused' ? { words: refusalWords(answer.code), typed } : { words: reportCopy.saved, typed: null },
  )
}
