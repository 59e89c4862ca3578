import type { Way } from '@kinplan/domain/meeting/participation'
import { isKeptOut, openWays, pairsTogether, waysToTell, type Planned } from '@kinplan/domain/meeting/way-now'
import type { MeetingPermit, Permit } from '../access/permit'
import { readMeeting } from './meeting.store'
import { participantsOf, type ParticipantFacts } from './participant.store'
import { pairsToKeep } from './safety.store'

/**
 * Whether this participant is apart, standing so, from everybody they are kept apart from: as those answered, or else as they were planned
 * in. Pairs of others do not matter here: one that was marked since the booking shows as a conflict, and stops nobody else from answering.
 */
export async function staysApart(
  permit: Permit<'participant:set' | 'time:ask'>,
  id: string,
  change: Partial<Omit<Planned, 'personId'>>,
): Promise<boolean> {
  const { minutes } = await readMeeting(permit)
  const participants = (await participantsOf(permit)).map((participant) =>
    participant.id === id ? { ...participant, ...change } : participant,
  )
  const personId = participants.find((participant) => participant.id === id)?.personId
  const pairs = (await pairsToKeep(permit)).filter(({ oneId, otherId }) => oneId === personId || otherId === personId)
  return pairsTogether(participants, pairs, minutes).length === 0
}

/** The ways of taking part that are open to a person who takes part. */
export async function waysOpenTo(permit: Permit<'meeting:reply'>, mine: Planned): Promise<Way[]> {
  const { minutes } = await readMeeting(permit)
  return openWays(mine, await participantsOf(permit), await pairsToKeep(permit), minutes)
}

/** Participants for whom the time that is booked has no part, because of who else comes; none while it has no time. */
export async function keptOut(permit: MeetingPermit): Promise<ParticipantFacts[]> {
  const { minutes, startsAt } = await readMeeting(permit)
  const [participants, pairs] = [await participantsOf(permit), await pairsToKeep(permit)]
  return startsAt === null ? [] : participants.filter((one) => isKeptOut(one, participants, pairs, minutes))
}

/** Everybody of the family to whom the time may be told, with the ways to tell them of; nobody while it has none. */
export async function whoMayBeTold(permit: MeetingPermit): Promise<(ParticipantFacts & { ways: Way[] })[]> {
  const { minutes, startsAt } = await readMeeting(permit)
  const [participants, pairs] = [await participantsOf(permit), await pairsToKeep(permit)]
  return participants.flatMap((one) => {
    if (startsAt === null || one.personId === null || one.state === 'notPart') return []
    const ways = waysToTell(one, participants, pairs, minutes)
    return ways === null ? [] : [{ ...one, ways }]
  })
}
