import { policy, type Right, type Tie } from '@kinplan/domain/access/rules'
import type { SubjectKind } from '@kinplan/domain/access/subjects'
import type { Mutant } from './mutants'
import type { Entry } from './policy-reads'
import { tieOf } from './mutants'

/** Entries that nobody can have, whatever they say: what such a tie is to such a thing is never asked. */
interface NeverHeld {
  ties: readonly Tie[]
  /** Of rights that are about none but these. */
  about: readonly SubjectKind[]
  why: string
}

const inRooms = ['room', 'draft', 'joinOffer'] as const
const ofMeetings = ['meeting', 'participant', 'whyEntry', 'bottomLine', 'anotherDay', 'plan', 'action'] as const
const ofFamilies = ['family', 'person', 'pair', 'parentSlot'] as const
const ofNobody = ['none', 'worker', 'away'] as const

const neverHeld: readonly NeverHeld[] = [
  {
    ties: ['member', 'vouched', 'alone'],
    about: [...ofMeetings, ...ofFamilies, ...ofNobody],
    why: 'only a private room, and what lies in it, has members',
  },
  { ties: ['part'], about: [...ofFamilies, ...ofNobody], why: 'somebody takes part in a meeting, not in a family or the council' },
  { ties: ['socialWorker', 'coordinator'], about: ofNobody, why: 'they are so to a family, and no family is in question' },
  { ties: ['kin'], about: ['worker', 'away'], why: 'a worker is of no family' },
  {
    ties: ['self'],
    about: ['none', 'meeting', 'family', ...inRooms, 'whyEntry', 'bottomLine', 'anotherDay', 'plan', 'pair', 'parentSlot'],
    why: 'it is nobody’s own',
  },
  {
    ties: ['holder'],
    about: [...inRooms, ...ofMeetings.filter((kind) => kind !== 'action'), ...ofFamilies, ...ofNobody],
    why: 'a promise link opens a promise',
  },
]

/** Entries that change nothing for anybody, each for a reason of its own. */
const noDifference: { right: Right; ties: readonly Tie[]; why: string }[] = []

function notHeld({ right, entry }: Pick<Mutant, 'right' | 'entry'>): NeverHeld | undefined {
  const about: readonly SubjectKind[] = policy[right].about
  return neverHeld.find((one) => one.ties.includes(tieOf(entry)) && about.every((kind) => one.about.includes(kind)))
}

/** Why nobody can notice a mutant; null where somebody has to. */
export function whyEqual({ right, entry }: Mutant): string | null {
  const tie = tieOf(entry)
  return notHeld({ right, entry })?.why ?? noDifference.find((one) => one.right === right && one.ties.includes(tie))?.why ?? null
}

/** Whether an entry that nobody is said to have was asked for all the same. */
export const isStale = (mutant: Mutant, asked: { has(entry: Entry): boolean }): boolean =>
  notHeld(mutant) !== undefined && asked.has(mutant.entry)
