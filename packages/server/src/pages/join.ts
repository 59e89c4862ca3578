import type { RefusalCode } from '@kinplan/domain/refusal'
import { LeaveDocument, LinkHolderDocument, SignInDocument } from '../generated/graphql'
import { frame } from './frame'
import { html } from './html'
import { joinCopy } from './pages.copy'
import { refusalWords } from './refusal-words.copy'
import type { Visit } from './visit'

export async function joinPage(visit: Visit, code: RefusalCode | null = null): Promise<void> {
  const token = String(visit.request.params['token'])
  const { linkHolder } = await visit.ask(LinkHolderDocument, { token })
  const coordinator = linkHolder.coordinator ?? null
  const { waitMinutes } = linkHolder
  const wait = typeof waitMinutes === 'number' ? joinCopy.wait(waitMinutes) : null
  const problem = code === null ? wait : [refusalWords(code), ...(code === 'codeTooOften' && wait !== null ? [wait] : [])].join(' ')
  const closed = (title: string, words: string, status: number) =>
    visit.send(
      frame({
        coordinator,
        body: html`<h1>${title}</h1>
          <p class="lede">${words}</p>`,
      }),
      status,
    )
  if (!linkHolder.open) return closed(joinCopy.endedTitle, problem ?? joinCopy.ended, 410)
  if (code === 'otherDevice') return closed(joinCopy.elsewhereTitle, refusalWords(code), 403)
  await visit.send(
    frame({
      problem: problem !== null,
      coordinator,
      body: html` <form method="post" action="/p/${token}" class="stack">
        <p class="lede">${joinCopy.hello} ${coordinator ? html`<bdi>${coordinator.name}</bdi> ${joinCopy.from}` : null}</p>
        <div class="field ${problem ? 'has-error' : ''}">
          <div class="question">
            <h1><label for="code">${joinCopy.code}</label></h1>
          </div>
          <p class="field-hint" id="code-hint">${joinCopy.why}</p>
          ${problem ? html`<p class="field-error" id="code-error">${problem}</p>` : null}
          <input
            class="code-input"
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="12"
            aria-describedby="code-hint ${problem ? 'code-error' : ''}"
            ${problem ? html` autofocus` : null}
          />
        </div>
        <p class="actions"><button>${joinCopy.go}</button></p>
      </form>`,
    }),
    code === null ? 200 : 422,
  )
}

export async function tryCode(visit: Visit): Promise<void> {
  const token = String(visit.request.params['token'])
  const { signIn } = await visit.ask(SignInDocument, { token, code: visit.field('code').slice(0, 100) })
  if (signIn.__typename === 'Refused') return joinPage(visit, signIn.code)
  visit.response.redirect(303, '/reply')
}

export async function leave(visit: Visit): Promise<void> {
  await visit.ask(LeaveDocument, {})
}
