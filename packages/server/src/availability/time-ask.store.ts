import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'

const columns = {
  version: true, fromDate: true, untilDate: true, minutes: true, earliest: true, latest: true, weekdays: true, noticeDays: true, bankHolidays: true, schoolHours: true,
  placeIds: true, stepFree: true, twoWaysOut: true, secondRoom: true,
} as const

/** What was asked for last, or null. */
export function timeAskOf({ op, meetingId }: Permit<'time:ask'>) {
  return loadOnce(op, `timeAsk/${meetingId}`, () => op.tx.timeAsk.findUnique({ where: { meetingId }, select: columns }))
}
export type TimeAskRow = NonNullable<Awaited<ReturnType<typeof timeAskOf>>>

/** Keeps an ask in place of the one before. */
export async function keepTimeAsk({ op, familyId, meetingId }: Permit<'time:ask'>, ask: Omit<TimeAskRow, 'version'>): Promise<void> {
  await op.tx.timeAsk.upsert({ where: { meetingId }, create: { ...ask, meetingId, familyId }, update: { ...ask, version: { increment: 1 } } })
  op.changedMeetings.add(meetingId)
}
