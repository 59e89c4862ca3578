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
  const textOf = (rule: TypedRule) => textOfRule({ ...rule, zone })
  const began = new Set(before.map(textOf))
  const written = new Set(rows.map(({ rule }) => textOf(rule)))
  const now = new Set(said.map((rule) => textOf(typedOf(rule))))
  const added = said.filter((rule) => !began.has(textOf(typedOf(rule))) && !written.has(textOf(typedOf(rule))))
  const isGone = (rule: TypedRule) => began.has(textOf(rule)) && !now.has(textOf(rule))
  return {
    rows: [
      ...rows.filter(({ rule }) => !isGone(rule)),
      ...added.map((rule, place) => ({
        key: nextKey + place,
        rule: typedOf(rule),
        enteredBy: rule.enteredBy,
        isNew: false,
        meanwhile: true,
      })),
    ],
    takenAway: rows.flatMap(({ rule }) => (isGone(rule) ? [rule] : [])),
  }
}
