import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'

const columns = {
  version: true,
  fromDate: true,
  untilDate: true,
  minutes: true,
  earliest: true,
  latest: true,
  weekdays: true,
  noticeDays: true,
  bankHolidays: true,
  schoolHours: true,
  placeIds: true,
  stepFree: true,
  twoWaysOut: true,
  secondRoom: true,
} as const

/** What was asked for last, or null. */
export function timeAskOf({ op, meetingId }: Permit<'time:ask'>) {
  return loadOnce(op, `timeAsk/${meetingId}`, () => op.tx.timeAsk.findUnique({ where: { meetingId }, select: columns }))
}
export type TimeAskRow = NonNullable<Awaited<ReturnType<typeof timeAskOf>>>

/** Keeps an ask in place of the one at the version expected, or as the first at 0; refuses changedMeanwhile. */
export async function keepTimeAsk(
  { op, familyId, meetingId }: Permit<'time:ask'>,
  version: number,
  ask: Omit<TimeAskRow, 'version'>,
): Promise<void> {
  const { timeAsk } = op.tx
  const { count } =
    version === 0
      ? await timeAsk.createMany({ data: [{ ...ask, meetingId, familyId }], skipDuplicates: true })
      : await timeAsk.updateMany({ where: { meetingId, version }, data: { ...ask, version: { increment: 1 } } })
  if (count === 0) throw new Refusal('changedMeanwhile')
  op.changedMeetings.add(meetingId)
}
