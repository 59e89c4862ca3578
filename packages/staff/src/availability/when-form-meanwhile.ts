import { saidElsewhere } from '@kinplan/domain/availability/said-meanwhile'
import { textOfRule } from '@kinplan/domain/availability/same-rule'
import { typedOf, type SaidRule, type TypedRule, type WhenRow } from './when-form-rows'

/** Rows that were written while others said something too. */
interface WrittenTogether {
  rows: WhenRow[]
  /** What was said before and was taken away by others; nothing was written in it here. */
  takenAway: TypedRule[]
}

/** What is written here, with what others have said since: `before` is what both began with, `nextKey` the first key that is free. */
export function withOthers(
  before: readonly TypedRule[],
  rows: readonly WhenRow[],
  said: readonly SaidRule[],
  nextKey: number,
  zone: string,
): WrittenTogether {
  const others = said.map((one) => ({ rule: typedOf(one), enteredBy: one.enteredBy }))
  const written = rows.map(({ rule }) => ({ rule, enteredBy: null }))
  const began = before.map((rule) => ({ rule, enteredBy: null }))
  const { added, takenAway } = saidElsewhere<(typeof others)[number]>({ before: began, here: written, elsewhere: others }, ({ rule }) =>
    textOfRule({ ...rule, zone }),
  )
  const gone = new Set(takenAway.map(({ rule }) => rule))
  return {
    rows: [
      ...rows.filter(({ rule }) => !gone.has(rule)),
      ...added.map((one, place) => ({ ...one, key: nextKey + place, isNew: false, meanwhile: true })),
    ],
    takenAway: [...gone],
  }
}
