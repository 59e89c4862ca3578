import { ChooseWhoDocument, FrontDocument, StoryCastDocument } from '../generated/graphql'
import { frame } from './frame'
import { html } from './html'
import { frontCopy } from './pages.copy'
import { refusalWords } from './refusal-words.copy'
import type { Visit } from './visit'

/** Where somebody begins, by who they are. */
const startOf = (worker: boolean) => (worker ? '/staff' : '/f/')

export async function frontPage(visit: Visit): Promise<void> {
  const { me } = await visit.ask(FrontDocument, {})
  if (!me.storyPage || !me.council.story) {
    await visit.send(
      frame({
        body: html`<h1>Kinplan</h1>
          <p class="lede">${frontCopy.lede}</p>
          <p>${frontCopy.family}</p>
          <p class="quiet">${frontCopy.nobody}</p>`,
      }),
    )
    return
  }
  const { storyCast } = await visit.ask(StoryCastDocument, {})
  const cast = storyCast ?? []
  const groups = [...new Set(cast.map((one) => one.family))].toSorted((a, b) => Number(a !== null) - Number(b !== null))
  const momentOf = (group: string | null | undefined) => {
    const moment = cast.find((one) => one.family === group)?.moment
    return group && moment ? (frontCopy.moments[moment] ?? frontCopy.moments['onTheDay'] ?? null) : frontCopy.workersWhat
  }
  const who = me.worker ?? me.person
  const start = startOf(me.worker !== null && me.worker !== undefined)
  await visit.send(
    frame({
      body: html` <h1>${frontCopy.choose}</h1>
        <p class="lede">${frontCopy.chooseWhy}</p>
        ${who ? html`<p><a class="button" href="${start}">${frontCopy.carryOn} ${who.name}</a></p>` : null}
        <form method="post" action="/choose" class="stack">
          ${groups.map(
            (group) =>
              html`<section class="card">
                <h2>${group ?? frontCopy.workers}</h2>
                <p class="quiet">${momentOf(group)}</p>
                <div class="cluster">
                  ${cast
                    .filter((one) => one.family === group)
                    .map(
                      (one) =>
                        html`<button class="button-quiet" name="id" value="${one.id}">
                          <span><bdi>${one.name}</bdi>, ${one.what}</span>
                        </button>`,
                    )}
                </div>
              </section>`,
          )}
        </form>`,
    }),
  )
}

export async function chooseWho(visit: Visit): Promise<void> {
  const id = visit.field('id')
  const { storyCast } = await visit.ask(StoryCastDocument, {})
  const { chooseWho: chosen } = await visit.ask(ChooseWhoDocument, { id })
  if (chosen.__typename === 'Refused') {
    await visit.send(
      frame({
        body: html`<h1>Kinplan</h1>
          <p class="notice notice-coral">${refusalWords(chosen.code)}</p>`,
      }),
      403,
    )
    return
  }
  visit.response.redirect(303, startOf((storyCast ?? []).find((one) => one.id === id)?.family === null))
}
