import { canBeReached } from '@kinplan/domain/family/contact'
import { invitationState } from '@kinplan/domain/message/message-states'
import { afterInviting, mayKnowPlace } from '@kinplan/domain/meeting/taking-part'
import { Refusal } from '@kinplan/domain/refusal'
import { permit as permitFor, type Permit } from '../access/permit'
import { workerById } from '../worker/worker.store'
import { contactPointsOf, peopleOf } from '../family/family.store'
import { invitationWords, type Words } from '../message/message.copy'
import { latestInvitations, queueMessages } from '../message/message.store'
import { partArrivals } from './arrivals'
import { pairsInConflict } from './conflicts'
import { changeMeeting, placeWithoutRoom, readMeetingAt } from '../meeting/meeting.store'
import { ownWalls } from '../meeting/own-part'
import { markInvited, participantsOf, type ParticipantFacts } from '../meeting/participant.store'
import { whoMayBeTold } from '../meeting/stays-apart'
import { tellOfTime } from '../meeting/tell-of-time'

/**
 * Invites everybody with whom the coordinator has talked, who can be reached safely and was not told of this time yet, and tells the
 * family's pages of it; gives how many were invited. Nobody hears first by a message (product: a link is never the first contact), and
 * nobody is invited to a time that has no part for them; who is not invited stands as before. Refuses keptApart when a pair marked since
 * the booking would meet.
 */
export async function sendInvitations(permit: Permit<'meeting:invite'>, version: number): Promise<number> {
  return (await inviteEverybody(permit, version)).length
}

/** As `sendInvitations`; gives each message, by participant. */
export async function inviteEverybody(
  permit: Permit<'meeting:invite'>,
  version: number,
): Promise<{ id: string; personId: string; words: Words }[]> {
  const { op } = permit
  const meeting = await readMeetingAt(permit, version)
  const { place, bookedAt, startsAt, zone, minutes } = meeting
  if (minutes === null || place === null || bookedAt === null || startsAt === null) throw new Refusal('noTimeYet')
  const latest = await latestInvitations(permit)
  // Whose message was given up has not been told, and is invited again.
  const stateOf = ({ personId, invitedAt }: ParticipantFacts) => invitationState(invitedAt, latest.get(personId ?? ''))
  const isTold = (one: ParticipantFacts) => one.invitedAt !== null && one.invitedAt >= bookedAt && stateOf(one) !== 'failed'
  const part = (await participantsOf(permit)).filter((participant) => participant.state !== 'notPart')
  // A pair may have been marked since the meeting was booked.
  if ((await pairsInConflict(permit, minutes)).length > 0) throw new Refusal('keptApart')
  await partArrivals(permit, { zone, startsAt, minutes }, part, new Set(part.filter(isTold).map(({ id }) => id)))
  const points = await contactPointsOf(await permitFor(op, 'contact:read', { kind: 'family', id: permit.familyId }))
  const people = await peopleOf(op, permit)
  const coordinator = await workerById(op, meeting.coordinatorId)
  const ownPlace = await placeWithoutRoom(permit)
  const told = (await whoMayBeTold(permit)).flatMap((participant) => {
    const { id, personId, state, how, arriveAt, ways } = participant
    const person = people.find((candidate) => candidate.id === personId && !candidate.ended)
    if (person === undefined || !canBeReached(points, person.id) || state === 'notAsked' || isTold(participant)) return []
    const walls = ownWalls({ zone, startsAt, minutes }, participant)
    const ownRoom = how === 'secondRoom'
    const comeTo = mayKnowPlace(participant)
      ? { place: ownRoom ? (ownPlace ?? place) : place, arriveAt: arriveAt ?? walls.startWall.slice(11), ownRoom }
      : null
    const words = invitationWords({
      name: person.name,
      ...walls,
      zone,
      comeTo,
      ways,
      told: stateOf(participant) === 'sent',
      coordinator,
    })
    return [{ id, state, personId: person.id, words }]
  })
  await tellOfTime(permit)
  await changeMeeting(permit, version, { toldAt: op.now })
  await markInvited(
    permit,
    told.map(({ id }) => id),
    told.filter(({ state }) => afterInviting(state) !== state).map(({ id }) => id),
  )
  await queueMessages(permit, 'invitation', told)
  return told
}
