import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import type { Block } from '@kinplan/domain/clock/block'
import { Refusal } from '@kinplan/domain/refusal'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import { councilZone } from '../council/council-zone'
import { tellBookedMeetings } from '../meeting/participant.store'
import type { MyCalendar } from './calendar.graphql'

const dayOf = (at: Date) => wallOfInstant(councilZone, at.getTime()).date
/** The last day of times that end at an instant, which is no part of them. */
const lastDayOf = (endsAt: Date) => dayOf(new Date(endsAt.getTime() - 1))

/** What the permit's worker brought in themself: busy times, days away, and the address of the calendar here. */
export async function readCalendar({ op, subjectId: workerId }: Permit<'calendar:read'>): Promise<MyCalendar> {
  const rows = await op.tx.workerBusy.findMany({
    where: { workerId },
    select: { id: true, startsAt: true, endsAt: true, kind: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const busy = rows.filter(({ kind }) => kind === 'calendar')
  const last = busy.reduce<Date | null>((latest, { endsAt }) => (latest === null || endsAt > latest ? endsAt : latest), null)
  const feed = await op.tx.calendarFeed.findFirst({ where: { workerId, endedAt: null }, select: { id: true } })
  return {
    busyFrom: busy[0] ? dayOf(busy[0].startsAt) : null,
    busyUntil: last && lastDayOf(last),
    busyCount: busy.length,
    feedAddress: feed && `${op.address}/calendar/${tokenOf(op, feed.id)}.ics`,
    away: rows
      .filter(({ kind, endsAt }) => kind === 'away' && endsAt > op.now)
      .map(({ id, startsAt, endsAt }) => ({ id, from: dayOf(startsAt), until: lastDayOf(endsAt) })),
  }
}

/** Replaces all busy times that the worker brought in before; gives the worker's id, as do all of these. */
export async function replaceBusy({ op, subjectId: workerId }: Permit<'calendar:keep'>, busy: readonly Block[]): Promise<string> {
  await op.tx.workerBusy.deleteMany({ where: { workerId, kind: 'calendar' } })
  await op.tx.workerBusy.createMany({
    data: busy.map(({ startMs, endMs }) => ({ workerId, kind: 'calendar', startsAt: new Date(startMs), endsAt: new Date(endMs) })),
  })
  return workerId
}

/** Stretches away that one worker may have written down for the time to come. */
const mostAways = 100

export async function insertAway({ op, subjectId: workerId }: Permit<'calendar:sayAway'>, { startMs, endMs }: Block): Promise<string> {
  if ((await op.tx.workerBusy.count({ where: { workerId, kind: 'away', endsAt: { gt: op.now } } })) >= mostAways)
    throw new Refusal('tooMany', 'from')
  await op.tx.workerBusy.createMany({ data: [{ workerId, kind: 'away', startsAt: new Date(startMs), endsAt: new Date(endMs) }] })
  return workerId
}

/** Takes back that the worker is away on these days. */
export async function endAway(permit: Permit<'calendar:sayAway'>): Promise<string> {
  const { op, subjectId: id, workerId } = permit
  if (workerId === null) throw new Refusal('notYours')
  await op.tx.workerBusy.deleteMany({ where: { id, workerId, kind: 'away' } })
  await tellBookedMeetings(permit, { workerId })
  return workerId
}

/**
 * The token is made from the feed's id with the key outside the database, so that its worker can read the address again and the database
 * alone cannot.
 */
function tokenOf({ key }: Operation, feedId: string): string {
  return Buffer.from(key.fingerprint(feedId, 'calendar address')).toString('base64url')
}

/** Opens a new address for the worker; the one before ends. */
export async function makeFeed(permit: Permit<'calendar:keep'>): Promise<string> {
  const { op, subjectId: workerId } = permit
  await endFeed(permit)
  const id = op.newId()
  await op.tx.calendarFeed.createMany({
    data: [{ id, workerId, tokenHash: op.key.fingerprint(tokenOf(op, id), 'calendar'), createdAt: op.now }],
  })
  return workerId
}

export async function endFeed({ op, subjectId: workerId }: Permit<'calendar:keep'>): Promise<string> {
  await op.tx.calendarFeed.updateMany({ where: { workerId, endedAt: null }, data: { endedAt: op.now } })
  return workerId
}

/** When the worker of a token is held, the earliest first; null for a token that was ended, or never was. */
export async function heldTimes(
  { op }: Permit<'calendar:readByLink'>,
  token: string,
): Promise<{ id: string; start: string; end: string }[] | null> {
  const rows = await op.tx.$queryRaw<{ id: string | null; startsAt: Date | null; endsAt: Date | null }[]>`
    SELECT "id"::text AS "id", "startsAt", "endsAt" FROM held_times(${op.key.fingerprint(token, 'calendar')}) ORDER BY "startsAt", "id"`
  if (rows.length === 0) return null
  return rows.flatMap(({ id, startsAt, endsAt }) =>
    id === null || startsAt === null || endsAt === null ? [] : [{ id, start: startsAt.toISOString(), end: endsAt.toISOString() }],
  )
}
