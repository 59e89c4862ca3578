import { apartLevels, type ApartLevel } from '@kinplan/domain/family/kept-apart'
import { pairsTogether } from '@kinplan/domain/meeting/way-now'
import type { MeetingPermit, Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { pairsOnTheWay } from './arrivals'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { pairsBroughtTogether, pairsToKeep, type PairRow } from '../meeting/safety.store'

/**
 * The pairs whom the meeting brings together as things stand: within a meeting of `minutes`, or at one place and time with another meeting
 * of their family. A pair may have been marked since either was booked.
 */
export async function pairsInConflict(permit: MeetingPermit, minutes: number | null): Promise<PairRow[]> {
  const pairs = await pairsToKeep(permit)
  const within = pairsTogether(await participantsOf(permit), pairs, minutes)
  const booked = pairs.length === 0 ? [] : await pairsBroughtTogether(permit)
  return pairs.filter((pair) => within.includes(pair) || booked.includes(pair.id))
}

/** The same, and those who would only meet on the way in; once for each two, at the level that asks most. Nobody welcomes them together. */
export async function pairsBeforeWelcome(
  permit: Permit<'stage:move' | 'pair:read', 'meeting'>,
  minutes: number | null,
): Promise<PairRow[]> {
  const strictestFirst = (pairs: PairRow[]) => pairs.toSorted((a, b) => apartLevels.indexOf(b.level) - apartLevels.indexOf(a.level))
  const found = new Map<string, PairRow>()
  for (const pair of [...strictestFirst(await pairsInConflict(permit, minutes)), ...strictestFirst(await pairsOnTheWay(permit))]) {
    const two = [pair.oneId, pair.otherId].toSorted().join(' ')
    if (!found.has(two)) found.set(two, pair)
  }
  return [...found.values()]
}

/**
 * Pairs whom the meeting would bring together as it is booked, such as one that was marked since; none while it has no time, or once it has
 * ended.
 */
export async function conflictsOf(permit: Permit<'pair:read', 'meeting'>): Promise<{ names: string[]; level: ApartLevel }[]> {
  const { stage, minutes, startsAt } = await readMeeting(permit)
  if (startsAt === null || stage === 'ended') return []
  const names = new Map((await peopleOf(permit.op, permit)).map(({ id, name }) => [id, name]))
  return (await pairsBeforeWelcome(permit, minutes)).map(({ oneId, otherId, level }) => ({
    names: [oneId, otherId].map((id) => names.get(id) ?? '').toSorted((a, b) => a.localeCompare(b)),
    level,
  }))
}
