import type { TypedAvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { Way } from '@kinplan/domain/meeting/participation'
import type { ParticipantPartsFragment } from '../generated/graphql'

/** A rule as it is typed and as it is sent. */
export type TypedRule = Omit<TypedAvailabilityRule, 'zone'>
/** A rule as it was said before. */
export type SaidRule = NonNullable<NonNullable<ParticipantPartsFragment['person']>['availability']>[number]
/** The kinds that are written in this form; the rest is only kept or taken away. */
export const writtenKinds = ['ordinaryWeek', 'shiftCycle', 'roster', 'cannot'] as const
export type WrittenKind = (typeof writtenKinds)[number]

/** One thing said. Its key stays, so that typing stays where it is. */
export interface WhenRow {
  key: number
  rule: TypedRule
  /** The worker who wrote it down; null where the person said it, or where it is new. */
  enteredBy: string | null
  /** Was added by hand, so that the writing goes on there. */
  isNew: boolean
  /** Was said by others while something was written here, and has not been saved with it yet. */
  meanwhile: boolean
}

const inTheRoom: readonly Way[] = ['inRoom']
/** From after breakfast to a child's bedtime: when families meet, apart from work. */
const usualHours = { start: '09:00', end: '20:00' }

/** A rule of a kind, as empty as it can be. `today` 'YYYY-MM-DD'. */
export function newRule(kind: WrittenKind, today: string): TypedRule {
  const offered = { how: inTheRoom, preference: 'possible' as const, timeOffDays: null }
  switch (kind) {
    case 'ordinaryWeek':
      return { kind, weekdays: [], start: '', end: '', ...offered }
    case 'shiftCycle':
      return { kind, ...usualHours, ...offered, from: today, cycle: [], sleepUntil: null }
    case 'roster':
      return { kind, ...usualHours, ...offered, from: '', until: '', shifts: [], sleepUntil: null }
    case 'cannot':
      return { kind, from: '', until: '' }
  }
}

/** What was said, as it is sent again: only what its kind has. */
export function typedOf({
  kind,
  weekdays,
  start,
  end,
  how,
  preference,
  timeOffDays,
  from,
  until,
  cycle,
  shifts,
  busy,
  sleepUntil,
}: SaidRule): TypedRule {
  const offered = { start, end, how, preference }
  switch (kind) {
    case 'ordinaryWeek':
      return { kind, weekdays, ...offered, timeOffDays }
    case 'shiftCycle':
      return { kind, ...offered, timeOffDays, from, cycle, sleepUntil }
    case 'roster':
      return { kind, ...offered, timeOffDays, from, until, shifts, sleepUntil }
    case 'calendar':
      return { kind, ...offered, from, until, busy }
    case 'oneDay':
      return { kind, ...offered, from }
    case 'cannot':
      return { kind, from, until }
  }
}

/** A part of the form that writes one rule. */
export interface RuleEditorProps {
  rule: TypedRule
  onWrite: (rule: TypedRule) => void
  /** The id of a field's control, and what is wrong with it; by the names of the rule's fields. */
  field: (name: string) => { id: string; error: string | undefined }
  /** Keeps the names of controls apart from those of other rules. */
  name: string
  /** 'YYYY-MM-DD' */
  today: string
}
