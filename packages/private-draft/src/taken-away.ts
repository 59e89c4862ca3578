import type * as Y from 'yjs'
import { addHeading, addStep, type DraftDocument, readDraftDocument } from './draft-document'
import type { DraftFields } from './draft-fields'
import { type DraftHeading, type DraftPlan, type DraftStep, stepFields } from './draft-plan'

/** A step or a heading that is no longer in the draft, and whose words are still on this device. */
export type TakenAway = {
  /** Taken away on this device; otherwise by somebody else, while it was on this screen or words of it were nowhere else. */
  readonly here: boolean
} & (
  | { readonly kind: 'step'; readonly section: string; readonly place: number; readonly step: DraftStep }
  | { readonly kind: 'heading'; readonly heading: DraftHeading }
)

/** What was taken away stays here until somebody has seen it, and can be put back. */
export class TakenAwayWords {
  readonly #draft: DraftDocument
  readonly #fields: DraftFields
  readonly #changed: () => void
  readonly #onScreen = new Map<string, number>()
  /** The draft before the next change; unknown while nothing that goes would be kept. */
  #plan: DraftPlan | undefined
  #all: readonly TakenAway[] = []

  constructor(draft: DraftDocument, fields: DraftFields, changed: () => void) {
    this.#draft = draft
    this.#fields = fields
    this.#changed = changed
    draft.doc.on('update', this.#compare)
  }

  get all(): readonly TakenAway[] {
    return this.#all
  }

  /** Somebody else took something away, and nobody has said here what becomes of its words. */
  get waits(): boolean {
    return this.#all.some(({ here }) => !here)
  }

  /** The steps of this thing or heading are on the screen, until what it returns is called. */
  watch(section: string): () => void {
    const change = (by: number) => void this.#onScreen.set(section, this.#timesOnScreen(section) + by)
    change(1)
    this.#plan ??= readDraftDocument(this.#draft)
    return () => change(-1)
  }

  /** Puts it back where it was, with the words that stand in its fields; its new id, or undefined when there is no such place any more. */
  putBack(taken: TakenAway, newId: () => string): string | undefined {
    const id =
      taken.kind === 'step' ? this.#writeStep(taken.section, taken.step, newId, taken.place) : this.#writeHeading(taken.heading, newId)
    if (id !== undefined) this.letGo(taken)
    return id
  }

  letGo(taken: TakenAway): void {
    if (!this.#all.includes(taken)) return
    this.#all = this.#all.filter((one) => one !== taken)
    if (taken.kind === 'step') this.#fields.forget(taken.step)
    else this.#fields.forgetHeading(taken.heading)
    this.#changed()
  }

  #writeHeading(heading: DraftHeading, newId: () => string): string {
    const id = newId()
    const { title, steps } = this.#fields.headingOf(heading)
    addHeading(this.#draft, id)
    this.#fields.fieldAt({ heading: id }).begin(title)
    for (const step of steps) this.#writeStep(id, step, newId)
    return id
  }

  #writeStep(section: string, step: DraftStep, newId: () => string, place?: number): string | undefined {
    const id = newId()
    if (!addStep(this.#draft, section, id, place)) return undefined
    const words = this.#fields.stepOf(step)
    for (const field of stepFields) this.#fields.fieldAt({ step: id, field }).begin(words[field])
    return id
  }

  readonly #compare = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local: here }: Y.Transaction): void => {
    const before = this.#plan
    const isIdle = this.#all.length === 0 && !this.#fields.keepWords && [...this.#onScreen.values()].every((times) => times === 0)
    // While many words come in at once, nobody reads the whole plan after each.
    const now = isIdle ? undefined : readDraftDocument(this.#draft)
    this.#plan = now
    if (!now) return
    if (before) this.#keepWhatWent(before, now, here)
    for (const one of this.#all) if (!one.here && this.#cameBack(one, now)) this.letGo(one)
  }

  #keepWhatWent(before: DraftPlan, now: DraftPlan, here: boolean): void {
    const headings = before.headings
      .filter((heading) => !now.headings.some(({ id }) => id === heading.id))
      .map((heading): TakenAway => ({ kind: 'heading', here, heading }))
    const steps = [...before.things, ...before.headings].flatMap(({ id: section, steps: then }) => {
      const still = stepsIn(now, section)
      if (!still) return []
      return then.flatMap((step, place): TakenAway[] =>
        still.some(({ id }) => id === step.id) ? [] : [{ kind: 'step', here, section, place, step }],
      )
    })
    const kept = [...headings, ...steps].filter((one) => (one.here || this.#isNeeded(one)) && this.#hasWords(one))
    if (kept.length > 0) this.#all = [...this.#all.filter((one) => !here || !one.here), ...kept]
  }

  #timesOnScreen(section: string): number {
    return this.#onScreen.get(section) ?? 0
  }

  #isNeeded(one: TakenAway): boolean {
    const [section, steps] = one.kind === 'step' ? [one.section, [one.step]] : [one.heading.id, one.heading.steps]
    return this.#timesOnScreen(section) > 0 || steps.some((step) => this.#fields.keepWordsOf(step))
  }

  #hasWords(one: TakenAway): boolean {
    if (one.kind === 'step') return wordsOfStep(this.#fields.stepOf(one.step)).some((words) => words.trim())
    const { title, steps } = this.#fields.headingOf(one.heading)
    return [title, ...steps.flatMap(wordsOfStep)].some((words) => words.trim())
  }

  /** Somebody put it back: the same words stand in the draft again. */
  #cameBack(one: TakenAway, now: DraftPlan): boolean {
    if (one.kind === 'step') {
      const words = this.#fields.stepOf(one.step)
      return stepsIn(now, one.section)?.some((step) => isSameStep(step, words)) ?? false
    }
    const { title, steps } = this.#fields.headingOf(one.heading)
    return now.headings.some(
      (heading) =>
        heading.title === title &&
        heading.steps.length === steps.length &&
        heading.steps.every((step, at) => steps[at] !== undefined && isSameStep(step, steps[at])),
    )
  }
}

function stepsIn(plan: DraftPlan, section: string): readonly DraftStep[] | undefined {
  return [...plan.things, ...plan.headings].find(({ id }) => id === section)?.steps
}

function wordsOfStep(step: DraftStep): readonly string[] {
  return stepFields.map((field) => step[field])
}

function isSameStep(one: DraftStep, other: DraftStep): boolean {
  return stepFields.every((field) => one[field] === other[field])
}
