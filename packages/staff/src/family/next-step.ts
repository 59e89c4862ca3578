import type { FamiliesQuery } from '../generated/graphql'
import { dayInWords } from '../frame/when'
import { dayGoneWords, dayHasMovedWords, dayIsTodayWords, nextStepWords, noMeetingWords, withdrawalWords } from './families.copy'

export type FamilyRowOf = NonNullable<FamiliesQuery['families']>['families'][number]

export interface NextStep {
  stands: string
  step: string
  /** The page where it is done, below /staff. */
  to: string
  /** Smaller comes first. */
  urgency: number
}

/** How a family stands and its one next step. `today` is 'YYYY-MM-DD'. */
function nextStepOf({ id, nextMeeting, withdrawal }: FamilyRowOf, today: string): NextStep {
  if (withdrawal !== null) {
    const { meetingId, waits, contactOn } = withdrawal
    const { stands, change, step, part } = withdrawalWords
    const said = waits === 'change' ? change : stands(dayInWords(contactOn))
    return { stands: said, step, to: `/meetings/${meetingId}/${part}`, urgency: -1 }
  }
  if (nextMeeting === null) return { ...noMeetingWords, to: `/families/${id}`, urgency: 5 }
  const { stage, startWall } = nextMeeting
  const day = startWall?.slice(0, 10) ?? null
  const isToday = stage === 'booked' && day === today
  const isGone = stage === 'booked' && day !== null && day < today
  const hasMoved = stage === 'booked' && !isGone && nextMeeting.hasMoved
  const { stands, step, part } = hasMoved ? dayHasMovedWords : isToday ? dayIsTodayWords : isGone ? dayGoneWords : nextStepWords[stage]
  const urgency = stage === 'ended' ? 6 : stage === 'preparing' ? 3 : stage === 'booked' ? (isToday ? 1 : isGone || hasMoved ? 2 : 4) : 0
  return { stands, step, to: `/meetings/${nextMeeting.id}/${part}`, urgency }
}

/**
 * Rows with their next step: who asked quietly first, then what is on now, today, days gone by, preparing, booked by date, none yet.
 */
export function inOrderOfNeed(rows: readonly FamilyRowOf[], today: string): { row: FamilyRowOf; next: NextStep }[] {
  const dateOf = (row: FamilyRowOf) => row.nextMeeting?.startWall ?? ''
  return rows
    .map((row) => ({ row, next: nextStepOf(row, today) }))
    .sort((a, b) => a.next.urgency - b.next.urgency || dateOf(a.row).localeCompare(dateOf(b.row)) || a.row.name.localeCompare(b.row.name))
}
