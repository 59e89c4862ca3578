import { policy, rights, ties, type Circumstances, type Right, type Tie } from '@kinplan/domain/access/rules'
import { stages } from '@kinplan/domain/meeting/stages'
import { entryOf, type Entry, type PolicyRow } from './policy-reads'

type Rule = true | ((now: Circumstances) => unknown)

/** The policy with one entry changed. */
export interface Mutant {
  name: string
  entry: Entry
  right: Right
  /** It only adds a yes. */
  isOneMore: boolean
  row: PolicyRow
}

const values: { [K in keyof Circumstances]: readonly Circumstances[K][] } = {
  stage: [null, ...stages],
  safety: ['none', 'decided', 'needed'],
  storyPage: [true, false],
  ofCouncil: [true, false],
  leftOut: [true, false],
}

/** Every policy that differs in one entry: a yes for a tie that has none, a tie's yes gone, a condition dropped, or a part of one. */
export function mutantsOf(): Mutant[] {
  return rights.flatMap((right) => {
    const row: PolicyRow = policy[right]
    return ties.flatMap((tie) => {
      const rule = row[tie] as Rule | undefined
      const mutant = (how: string, changed: Rule | undefined): Mutant => ({
        name: `${right}: ${tie} ${how}`,
        entry: entryOf(right, tie),
        right,
        isOneMore: rule === undefined,
        row: { ...row, [tie]: changed },
      })
      if (rule === undefined) return [mutant('may too', true)]
      const removed = mutant('may no more', undefined)
      if (rule === true) return [removed]
      return [
        removed,
        mutant('may on no condition', true),
        ...partsDropped(rule).map(([part, weaker]) => mutant(`whatever the ${part}`, weaker)),
      ]
    })
  })
}

/** A condition of several parts without one of them. */
function partsDropped(rule: (now: Circumstances) => unknown): [string, Rule][] {
  const parts = (Object.keys(values) as (keyof Circumstances)[]).filter((part) => dependsOn(rule, part))
  return parts.length < 2
    ? []
    : parts.map((part) => [part, (now) => (values[part].some((value) => rule({ ...now, [part]: value }) === null) ? null : rule(now))])
}

function dependsOn(rule: (now: Circumstances) => unknown, part: keyof Circumstances): boolean {
  const every = (Object.keys(values) as (keyof Circumstances)[]).reduce<Partial<Circumstances>[]>(
    (all, one) => all.flatMap((now) => values[one].map((value) => ({ ...now, [one]: value }))),
    [{}],
  ) as Circumstances[]
  return every.some((now) => new Set(values[part].map((value) => rule({ ...now, [part]: value }))).size > 1)
}

/** The tie of an entry. */
export const tieOf = (entry: Entry): Tie => entry.slice(entry.indexOf(' ') + 1) as Tie
