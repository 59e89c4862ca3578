import {
  typedRule,
  type AvailabilityRule,
  type RuleKind,
  type Preference,
  type TypedAvailabilityRule,
} from '@kinplan/domain/availability/availability-rule'
import { textOfRule } from '@kinplan/domain/availability/same-rule'
import { endOfDay, firstMomentOfDay } from '@kinplan/domain/clock/first-moment'
import type { Way } from '@kinplan/domain/meeting/participation'
import { markSaidWhen, peopleOf } from '../family/family.store'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
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
export async function versionsOfRules({ op, familyId }: Read): Promise<Map<string, number>> {
  return new Map((await peopleOf(op, { familyId })).map(({ id, saidWhenVersion }) => [id, saidWhenVersion]))
}

/** Everything that the family's people said about when they can come, flat as it was typed, in the order they said it. */
export function rulesOf(permit: Read) {
  const { op, familyId } = permit
  return loadOnce(op, `rules/${familyId}`, async () => {
    // First: with an older version than its rules a page is refused and looks again, with a newer one it would write over what it does not
    // show.
    await versionsOfRules(permit)
    return (await storedRules(op, { familyId })).map(asSaid)
  })
}

function storedRules({ tx }: Operation, where: { familyId: string } | { personId: string }) {
  return tx.availabilityRule.findMany({ where, select: columns, orderBy: [{ saidAt: 'asc' }, { position: 'asc' }, { id: 'asc' }] })
}

/** A stored row as it was typed. */
function asSaid({ startWall, endWall, fromDate, untilDate, ...row }: Awaited<ReturnType<typeof storedRules>>[number]) {
  return {
    ...row,
    kind: row.kind as RuleKind,
    how: row.how as Way[],
    preference: row.preference as Preference | null,
    start: startWall,
    end: endWall,
    from: fromDate,
    until: untilDate,
  }
}

/**
 * Replaces all that a person said, at the version expected; refuses changedMeanwhile. A rule that stood there before keeps the mark of who
 * typed it; a new one gets the worker's who typed it for them, if one did.
 */
export async function replaceRules(permit: Permit<'availability:say'>, version: number, rules: AvailabilityRule[]): Promise<void> {
  const { op, familyId, subjectId: personId, viewer } = permit
  await markSaidWhen(permit, version, rules.length > 0)
  const before = await storedRules(op, { personId })
  const typedBefore = new Map(before.map((row) => [textOfRule(asSaid(row)), row.enteredById]))
  const typedNow = viewer.kind === 'worker' ? viewer.id : null
  const said = rules.map(typedRule)
  await op.tx.availabilityRule.deleteMany({ where: { personId } })
  await op.tx.availabilityRule.createMany({
    data: said.map((rule, position) => ({
      ...rowOf(rule),
      familyId,
      personId,
      position,
      saidAt: op.now,
      enteredById: typedBefore.has(textOfRule(rule)) ? (typedBefore.get(textOfRule(rule)) ?? null) : typedNow,
    })),
  })
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
  return { fromInstant: new Date(firstMomentOfDay(zone, from)), untilInstant: new Date(endOfDay(zone, until)) }
}
