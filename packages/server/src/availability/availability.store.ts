import {
  typedRule,
  type AvailabilityRule,
  type RuleKind,
  type Preference,
  type TypedAvailabilityRule,
} from '@kinplan/domain/availability/availability-rule'
import { instantOfWall } from '@kinplan/domain/clock/zone-offsets'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import type { Way } from '@kinplan/domain/meeting/participation'
import { markSaidWhen } from '../family/family.store'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'

const columns = {
  id: true,
  personId: true,
  kind: true,
  zone: true,
  weekdays: true,
  startWall: true,
  endWall: true,
  fromDate: true,
  untilDate: true,
  how: true,
  preference: true,
  timeOffDays: true,
  sleepUntil: true,
  cycle: true,
  shifts: true,
  busy: true,
  enteredById: true,
} as const

type Read = Permit<'availability:read' | 'time:rank'>

/** At which version each of the family's people stands with what they said, by id; 0 for somebody who never said anything. */
export function versionsOfRules({ op, familyId }: Read): Promise<Map<string, number>> {
  return loadOnce(
    op,
    `rulesVersions/${familyId}`,
    async () =>
      new Map(
        (await op.tx.person.findMany({ where: { familyId }, select: { id: true, saidWhenVersion: true } })).map(
          ({ id, saidWhenVersion }) => [id, saidWhenVersion],
        ),
      ),
  )
}

/** Everything that the family's people said about when they can come, flat as it was typed, in the order they said it. */
export function rulesOf(permit: Read) {
  const { op, familyId } = permit
  return loadOnce(op, `rules/${familyId}`, async () => {
    // First: with an older version than its rules a page is refused and looks again, with a newer one it would write over what it does not show.
    await versionsOfRules(permit)
    const rows = await op.tx.availabilityRule.findMany({
      where: { familyId },
      select: columns,
      orderBy: [{ saidAt: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    })
    return rows.map(({ startWall, endWall, fromDate, untilDate, ...row }) => ({
      ...row,
      kind: row.kind as RuleKind,
      how: row.how as Way[],
      preference: row.preference as Preference | null,
      start: startWall,
      end: endWall,
      from: fromDate,
      until: untilDate,
    }))
  })
}
export type RuleRow = Awaited<ReturnType<typeof rulesOf>>[number]

/**
 * Replaces all that a person said, at the version expected; refuses changedMeanwhile. A rule that stood there before keeps the mark of who typed it; a new one
 * gets the worker's who typed it for them, if one did.
 */
export async function replaceRules(permit: Permit<'availability:say'>, version: number, rules: AvailabilityRule[]): Promise<void> {
  const { op, familyId, subjectId: personId, viewer } = permit
  await markSaidWhen(permit, version, rules.length > 0)
  const before = await op.tx.availabilityRule.findMany({ where: { personId }, select: columns })
  const typedBefore = new Map(before.map(({ id: _id, personId: _personId, enteredById, ...row }) => [sameWords(row), enteredById]))
  const typedNow = viewer.kind === 'worker' ? viewer.id : null
  const rows = rules.map((rule) => rowOf(typedRule(rule)))
  await op.tx.availabilityRule.deleteMany({ where: { personId } })
  await op.tx.availabilityRule.createMany({
    data: rows.map(({ fromInstant, untilInstant, ...row }, position) => ({
      ...row,
      fromInstant,
      untilInstant,
      familyId,
      personId,
      position,
      saidAt: op.now,
      enteredById: typedBefore.has(sameWords(row)) ? (typedBefore.get(sameWords(row)) ?? null) : typedNow,
    })),
  })
}

/** One text for two rows that say the same. */
function sameWords(row: object): string {
  return JSON.stringify(Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b)))
}

function rowOf(rule: TypedAvailabilityRule) {
  const { kind, zone, from, until } = rule
  return {
    kind,
    zone,
    weekdays: [...(rule.weekdays ?? [])],
    startWall: rule.start ?? null,
    endWall: rule.end ?? null,
    fromDate: from ?? null,
    untilDate: until ?? null,
    how: [...(rule.how ?? [])],
    preference: rule.preference ?? null,
    timeOffDays: rule.timeOffDays ?? null,
    sleepUntil: rule.sleepUntil ?? null,
    cycle: [...(rule.cycle ?? [])],
    shifts: [...(rule.shifts ?? [])],
    busy: [...(rule.busy ?? [])],
    ...(from && until ? instantsOf(zone, from, until) : { fromInstant: null, untilInstant: null }),
  }
}

/** From the first moment of the first day to the last of the last, on the wall of the zone. */
function instantsOf(zone: string, from: string, until: string) {
  const first = instantOfWall(zone, from, '00:00')
  const last = instantOfWall(zone, dateOfDay(dayOfDate(until) + 1), '00:00')
  const ms = first.code === 'once' ? first.ms : first.code === 'existsTwice' ? first.earlier : first.after
  const end = last.code === 'once' ? last.ms : last.code === 'existsTwice' ? last.later : last.after
  return { fromInstant: new Date(ms), untilInstant: new Date(end) }
}
