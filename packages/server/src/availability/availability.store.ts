import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { Block } from '@kinplan/domain/availability/free-grid'
import { instantOfWall } from '@kinplan/domain/availability/zone-offsets'
import { dateOfDay, dayOfDate } from '@kinplan/domain/availability/wall-time'
import type { Way } from '@kinplan/domain/meeting/participation'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'

/** Everything that the family's people said about when they can come, in the order they said it. */
export function rulesOf({ op, familyId }: Permit<'availability:read' | 'time:rank'>) {
  return loadOnce(op, `rules/${familyId}`, async () => {
    const rows = await op.tx.availabilityRule.findMany({
      where: { familyId },
      select: { id: true, personId: true, kind: true, weekdays: true, startWall: true, endWall: true, fromDate: true, untilDate: true, zone: true, how: true, enteredById: true },
      orderBy: [{ saidAt: 'asc' }, { kind: 'desc' }, { fromDate: 'asc' }, { startWall: 'asc' }, { id: 'asc' }],
    })
    return rows.map(({ startWall, endWall, fromDate, untilDate, ...row }) => ({
      ...row, kind: row.kind as AvailabilityRule['kind'], how: row.how as Way[], start: startWall, end: endWall, from: fromDate, until: untilDate,
    }))
  })
}
export type RuleRow = Awaited<ReturnType<typeof rulesOf>>[number]

/** Replaces all that a person said, marked with the worker who typed it for them; from now on they have said when. */
export async function replaceRules(permit: Permit<'availability:say'>, rules: AvailabilityRule[]): Promise<void> {
  const { op, familyId, subjectId: personId, viewer } = permit
  const said = { familyId, personId, saidAt: op.now, enteredById: viewer.kind === 'worker' ? viewer.id : null }
  const { count } = await op.tx.person.updateMany({ where: { id: personId, endedAt: null }, data: { saidWhenAt: op.now } })
  if (count === 0) throw new Refusal('notYours')
  await op.tx.availabilityRule.deleteMany({ where: { personId } })
  await op.tx.availabilityRule.createMany({
    data: rules.map((rule) =>
      rule.kind === 'ordinaryWeek'
        ? { ...said, kind: rule.kind, zone: rule.zone, weekdays: [...rule.weekdays], startWall: rule.start, endWall: rule.end, how: [...rule.how] }
        : { ...said, kind: rule.kind, zone: rule.zone, fromDate: rule.from, untilDate: rule.until, ...instantsOf(rule) },
    ),
  })
}

/** From the first moment of the first day to the last of the last, on the wall of the zone. */
function instantsOf({ zone, from, until }: { zone: string; from: string; until: string }) {
  const first = instantOfWall(zone, from, '00:00')
  const last = instantOfWall(zone, dateOfDay(dayOfDate(until) + 1), '00:00')
  const ms = first.code === 'once' ? first.ms : first.code === 'existsTwice' ? first.earlier : first.after
  const end = last.code === 'once' ? last.ms : last.code === 'existsTwice' ? last.later : last.after
  return { fromInstant: new Date(ms), untilInstant: new Date(end) }
}

/** When these people and workers are in another meeting that the asker may see, by their id. */
export async function busyOf({ op, meetingId }: Permit<'time:rank'>, ids: string[]): Promise<Map<string, Block[]>> {
  const elsewhere = await op.tx.participant.findMany({
    where: { meetingId: { not: meetingId }, state: { notIn: ['notPart', 'notComing', 'sendingViews'] }, OR: [{ personId: { in: ids } }, { workerId: { in: ids } }] },
    select: { meetingId: true, personId: true, workerId: true },
  })
  const meetings = await op.tx.meeting.findMany({
    where: { id: { in: elsewhere.map((row) => row.meetingId) }, start: { not: null }, stage: { not: 'ended' } },
    select: { id: true, start: true, minutes: true },
  })
  const busy = new Map<string, Block[]>()
  for (const { meetingId: at, personId, workerId } of elsewhere) {
    const meeting = meetings.find((row) => row.id === at)
    if (!meeting?.start) continue
    const startMs = meeting.start.getTime()
    const who = personId ?? workerId ?? ''
    busy.set(who, [...(busy.get(who) ?? []), { startMs, endMs: startMs + (meeting.minutes ?? 0) * 60_000 }])
  }
  return busy
}
