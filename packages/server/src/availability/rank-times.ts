import { isPresent } from '@kinplan/domain/meeting/placed-together'
import { rankedTimes, type Proposal } from '@kinplan/domain/availability/ranked-times'
import { parseTimeAsk, type TimeAsk } from '@kinplan/domain/availability/time-ask'
import { minutesGiven } from '@kinplan/domain/availability/time-given'
import type { TimePerson } from '@kinplan/domain/availability/who-comes'
import { pairsOfSearch } from '@kinplan/domain/meeting/keeps-pairs-apart'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { workerById } from '../account/worker.store'
import { peopleOf, relationsOf } from '../family/family.store'
import { childrenOf, readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'
import type { TimeProposal, TimesAsk } from './availability.graphql'
import { busyOf, rulesOf } from './availability.store'
import { ruleOf } from './said-rules'

/** Fields of the ask that have another name in the contract. */
const fieldNames: Record<string, string> = { fromDate: 'from', untilDate: 'until' }
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/**
 * The best times for the meeting of everybody who is part of it. Workers count as free in the hours asked for, unless another
 * meeting that the coordinator may see has them then. Refuses what cannot be searched.
 */
export async function rankTimes(permit: Permit<'time:rank'>, input: TimesAsk): Promise<TimeProposal[]> {
  const { op } = permit
  const { zone } = await readMeeting(permit)
  const ask = read(input, zone, op.now)
  const participants = (await participantsOf(permit)).filter((participant) => participant.state !== 'notPart')
  const people = (await peopleOf(op, permit)).filter((person) => !person.ended)
  const rules = await rulesOf(permit)
  const relations = await relationsOf(op, permit)
  const childIds = await childrenOf(permit)
  const names = new Map<string, { participantId: string; name: string }>()
  const sought: TimePerson[] = []
  for (const { id: participantId, personId, workerId, need } of participants) {
    if (workerId !== null) {
      names.set(workerId, { participantId, name: (await workerById(op, workerId)).name })
      sought.push({ id: workerId, need, sides: [], answered: true, rules: [{ kind: 'ordinaryWeek', weekdays: everyDay, start: '00:00', end: '24:00', zone, how: ['inRoom'] }] })
    }
    const person = people.find((candidate) => candidate.id === personId)
    if (person === undefined) continue
    names.set(person.id, { participantId, name: person.name })
    const sides = relations.flatMap((relation) =>
      relation.personId === person.id && relation.sideId !== null && childIds.includes(relation.childId) ? [{ childId: relation.childId, side: relation.sideId }] : [],
    )
    sought.push({ id: person.id, need, sides, answered: person.saidWhen, rules: rules.filter((rule) => rule.personId === person.id).map(ruleOf) })
  }
  const found = rankedTimes(ask, sought, pairsOfSearch(await pairsToKeep(permit)), await busyOf(permit, sought.map((one) => one.id)))
  // A time at which only workers could come is none.
  const family = new Set(people.map((person) => person.id))
  return found.filter(({ comes }) => comes.some(({ id, how }) => family.has(id) && isPresent(how))).map((proposal) => shown(proposal, names))
}

function read(input: TimesAsk, zone: string, now: Date): TimeAsk {
  const parsed = parseTimeAsk({
    fromDate: input.from,
    untilDate: input.until,
    minutes: minutesGiven(input.minutes, 'minutes'),
    earliest: input.earliest,
    latest: input.latest,
    weekdays: input.weekdays,
    zone,
    noticeUntil: now.getTime(),
  })
  if (!parsed.ok) throw new Refusal(parsed.code, fieldNames[parsed.field] ?? parsed.field)
  return parsed.ask
}

function shown({ startMs, startWall, endWall, zone, shape, comes, leftOut, better }: Proposal, names: ReadonlyMap<string, { participantId: string; name: string }>): TimeProposal {
  const named = (id: string) => names.get(id) ?? { participantId: '', name: '' }
  return {
    start: new Date(startMs).toISOString(), startWall, endWall, zone, shape,
    comes: comes.map(({ id, how }) => ({ ...named(id), how })),
    leftOut: leftOut.map(({ id, why }) => ({ ...named(id), why })),
    better: better ?? null,
  }
}
