import { keptRule, typedRule } from '@kinplan/domain/availability/availability-rule'
import { freeAlways } from '@kinplan/domain/availability/free-always'
import type { PersonAsKept } from '@kinplan/domain/time-search/search-times'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import type { Permit } from '../access/permit'
import { workerById } from '../worker/worker.store'
import { peopleOf, relationsOf } from '../family/family.store'
import { childrenOf } from '../meeting/meeting.store'
import { participantsOf, type ParticipantFacts } from '../meeting/participant.store'
import { rulesOf } from '../availability/availability.store'
import { travelOf } from '../meeting/need.store'

type Reads = Permit<'time:rank' | 'availability:read', 'meeting' | 'participant'>
/** The name and the participant that the coordinator knows somebody by. */
type Known = { name: string; participantId: string }
/** Somebody a time is sought for, with what they said as it is kept. */
export type SoughtAsKept = PersonAsKept & Known

/** Everybody who is part of the meeting of `minutes`, with what they said and what is needed of them. */
export async function whoIsSought(permit: Reads, zone: string, minutes: number): Promise<(TimePerson & Known)[]> {
  return (await whoIsSoughtAsKept(permit, zone, minutes)).map((person) => ({ ...person, rules: person.rules.map(keptRule) }))
}

/** As `whoIsSought`, with what they said as it is kept: for the thread that searches. */
export async function whoIsSoughtAsKept(permit: Reads, zone: string, minutes: number): Promise<SoughtAsKept[]> {
  const { op } = permit
  const participants = (await participantsOf(permit)).filter((participant) => participant.state !== 'notPart')
  const people = (await peopleOf(op, permit)).filter((person) => !person.ended)
  const rules = await rulesOf(permit)
  const relations = await relationsOf(op, permit)
  const childIds = await childrenOf(permit)
  const needed = await neededOf(permit, participants, minutes)
  const workers = await Promise.all(participants.flatMap(({ workerId }) => workerId ?? []).map((id) => workerById(op, id)))
  return participants.flatMap((participant): SoughtAsKept[] => {
    const { id: participantId, personId, workerId, need } = participant
    const worker = workers.find(({ id }) => id === workerId)
    if (worker)
      return [
        {
          id: worker.id,
          name: worker.name,
          participantId,
          need,
          worker: true,
          sides: [],
          answered: true,
          // A worker counts as free in all the hours asked for; what takes them comes from calendars and other meetings.
          rules: [typedRule(freeAlways(zone, ['inRoom']))],
          ...needed(participant),
        },
      ]
    const person = people.find(({ id }) => id === personId)
    if (!person) return []
    const sides = relations.flatMap((relation) =>
      relation.personId === person.id && relation.sideId !== null && childIds.includes(relation.childId)
        ? [{ childId: relation.childId, side: relation.sideId }]
        : [],
    )
    const own = rules.filter((rule) => rule.personId === person.id)
    return [{ id: person.id, name: person.name, participantId, need, sides, answered: person.saidWhen, rules: own, ...needed(participant) }]
  })
}

/** The part, the companion and the travel of each participant. A part as long as the meeting is the whole of it. */
async function neededOf(permit: Reads, participants: ParticipantFacts[], minutes: number) {
  const travel = await travelOf(permit)
  return ({ id, partEdge, partMinutes, comesWithId }: ParticipantFacts): Pick<TimePerson, 'part' | 'comesWith' | 'travel'> => {
    const companion = comesWithId === null ? undefined : participants.find((one) => one.id === comesWithId)
    return {
      ...(partEdge !== null && partMinutes !== null && partMinutes < minutes ? { part: { edge: partEdge, minutes: partMinutes } } : {}),
      // A companion who is no longer part of the meeting is one who cannot come.
      ...(comesWithId === null ? {} : { comesWith: companion?.personId ?? companion?.workerId ?? comesWithId }),
      travel: Object.fromEntries(travel.filter(({ participantId }) => participantId === id).map((row) => [row.placeId, row.minutes])),
    }
  }
}
