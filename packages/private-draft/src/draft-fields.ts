import { type DraftDocument, type DraftField } from './draft-document'
import { type DraftHeading, type DraftStep, stepFields } from './draft-plan'
import { ShownField } from './shown-field'

/** The fields of a draft that were on this screen. They stay with the draft, so that going to another page loses nothing. */
export class DraftFields {
  readonly #draft: DraftDocument
  readonly #fields = new Map<string, ShownField>()

  constructor(draft: DraftDocument) {
    this.#draft = draft
  }

  fieldAt(place: DraftField): ShownField {
    const name = JSON.stringify(place)
    const field = this.#fields.get(name) ?? new ShownField(this.#draft, place)
    this.#fields.set(name, field)
    return field
  }

  /** A step with the words that stand in its fields, as far as they were on this screen. */
  stepOf(step: DraftStep): DraftStep {
    return stepFields.reduce((found, field) => ({ ...found, [field]: this.#wordsAt({ step: step.id, field }, step[field]) }), step)
  }

  /** As `stepOf`, for a heading with its steps. */
  headingOf({ id, title, steps }: DraftHeading): DraftHeading {
    return { id, title: this.#wordsAt({ heading: id }, title), steps: steps.map((step) => this.stepOf(step)) }
  }

  /** Some words stand in a field and nowhere else. */
  get keepWords(): boolean {
    return [...this.#fields.values()].some((field) => field.keepsWords)
  }

  /** Some words of this step stand in a field and nowhere else. */
  keepWordsOf(step: DraftStep): boolean {
    return stepFields.some((field) => this.#fields.get(JSON.stringify({ step: step.id, field }))?.keepsWords)
  }

  forget(step: DraftStep): void {
    for (const field of stepFields) this.#fields.delete(JSON.stringify({ step: step.id, field }))
  }

  forgetHeading({ id, steps }: DraftHeading): void {
    this.#fields.delete(JSON.stringify({ heading: id }))
    for (const step of steps) this.forget(step)
  }

  #wordsAt(place: DraftField, otherwise: string): string {
    return this.#fields.get(JSON.stringify(place))?.words ?? otherwise
  }
}
