import type { RefusalCode } from '@kinplan/domain/refusal'
import type { Outcome } from './answer'
import type { Ask } from './ask'
import { isThen, isToldWhy, type Moment, type When } from './moments'
import { named, type Person, type Who } from './people'
import type { Row, TypeRow } from './row'

/** Refusals that say no more than whoever is named in a row may know: of the stage, of safety, of who vouches, of a link of theirs. */
const why: Outcome[] = ['notNow', 'safetyFirst', 'notVouched', 'storyOnly', 'linkEnded']

const whensOf = (row: Row, person: Person): When[] =>
  (Object.entries(row) as [Who, When][]).filter(([who]) => named(who).includes(person)).map(([, when]) => when)

/** Whether a row gives it to this person at this moment. */
export const isGiven = (row: Row, person: Person, moment: Moment): boolean => whensOf(row, person).some((when) => isThen(when, moment))

/** Whether a row gives it to this person at any moment, or tells them why not. */
export const isNamed = (row: Row, person: Person): boolean => whensOf(row, person).length > 0

/** Whether an outcome is what the row says: given, refused with a reason to whoever may know of it, or as if it were not there. */
export function isExpected(outcome: Outcome, row: Row, person: Person, moment: Moment, { met = [] }: Pick<Ask, 'met'>): boolean {
  if (isGiven(row, person, moment)) return outcome === 'shown' || met.includes(outcome as RefusalCode)
  const whens = whensOf(row, person)
  if (whens.some((when) => isToldWhy(when, moment))) return why.includes(outcome)
  return outcome === 'nothing' || (whens.length > 0 && why.includes(outcome))
}

/** The row of one field of a type. */
export function rowOfField(type: TypeRow | undefined, field: string): Row {
  return type?.some?.[field] ?? type?.who ?? {}
}

/** The words of a list in a table. */
export const wordsOf = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '')
