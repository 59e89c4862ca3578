import { howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import { wayHere } from '@kinplan/domain/meeting/taking-part'
import type { PersonKind } from '@kinplan/domain/family/circle'
import { ways } from '@kinplan/domain/meeting/participation'
import { privateRooms } from '@kinplan/domain/plan/private-rooms'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'

/** Who may be alone with the family: kin, friends and children, and an interpreter where there is one (design: private-time). */
const mayStay: PersonKind[] = ['child', 'kin', 'friend', 'interpreter']

/** How many private rooms of the meeting have not ended. */
export function openRooms({ op, meetingId }: Permit<'stage:move' | 'meeting:end'>): Promise<number> {
  return op.tx.privateRoom.count({ where: { meetingId, endedAt: null } })
}

/** Who of the family is here and was told of it, whoever sits together first, then children, then by name. */
async function whoIsHere(permit: Permit<'stage:move' | 'meeting:attend'>) {
  const people = await peopleOf(permit.op, permit)
  const meeting = await readMeeting(permit)
  const here = (await participantsOf(permit)).flatMap((participant) => {
    const person = people.find(({ id, kind, ended }) => id === participant.personId && !ended && mayStay.includes(kind))
    const way = howMuchIsTold(meeting, participant.toldAt) === 'all' ? wayHere(participant) : null
    return person && way ? [{ participant, id: person.id, near: ways.indexOf(way), place: people.indexOf(person) }] : []
  })
  return here.toSorted((a, b) => a.near - b.near || a.place - b.place)
}

/** Makes the rooms of private family time from those who are here, so that no two kept apart share one; refuses nobodyInRoom. */
export async function startRooms(permit: Permit<'stage:move'>): Promise<void> {
  const { op, familyId, meetingId } = permit
  // In this order, so that those who sit together and those without a pair share the first room.
  const here = (await whoIsHere(permit)).map(({ id }) => id)
  if (here.length === 0) throw new Refusal('nobodyInRoom', 'to')
  const rooms = privateRooms(here, await pairsToKeep(permit)).map((members) => ({ id: op.newId(), members }))
  await op.tx.privateRoom.createMany({ data: rooms.map(({ id }) => ({ id, familyId, meetingId, startedAt: op.now })) })
  await op.tx.roomMember.createMany({
    data: rooms.flatMap(({ id, members }) => members.map((personId) => ({ familyId, roomId: id, personId, since: op.now }))),
  })
}

/**
 * Gives whoever comes late, while private family time goes on, a place in a room where nobody is kept apart from them. Whoever was put out
 * of a room does not come back into it.
 */
export async function letIntoRoom(permit: Permit<'meeting:attend'>): Promise<void> {
  const { op, familyId, meetingId, subjectId } = permit
  const late = (await whoIsHere(permit)).find(({ participant }) => participant.id === subjectId)
  const begun = await op.tx.privateRoom.findMany({
    where: { meetingId, endedAt: null },
    select: { id: true, members: { where: { putOutAt: null }, select: { personId: true } } },
    orderBy: { startedAt: 'asc' },
  })
  const members = begun.map((room) => room.members.map(({ personId }) => personId))
  if (!late || begun.length === 0 || members.flat().includes(late.id)) return
  const place = privateRooms([late.id], await pairsToKeep(permit), members).findIndex((room) => room.includes(late.id))
  const roomId = begun[place]?.id ?? op.newId()
  if (place === begun.length) await op.tx.privateRoom.create({ data: { id: roomId, familyId, meetingId, startedAt: op.now } })
  const { count } = await op.tx.roomMember.createMany({
    data: { familyId, roomId, personId: late.id, since: op.now },
    skipDuplicates: true,
  })
  if (count > 0) op.changedRooms.add(meetingId)
}

/** Ends every room of the meeting: only when it is stopped for safety, because otherwise only the family ends them. */
export async function endRoomsForSafety({ op, meetingId }: Permit<'meeting:end'>): Promise<void> {
  await op.tx.privateRoom.updateMany({ where: { meetingId, endedAt: null }, data: { endedAt: op.now } })
}

/** Ids of the members, now, of the room that the viewer is in; nobody when they are in none. */
export async function membersWithMe({ op, meetingId, viewer }: Permit<'meeting:readMine'>): Promise<ReadonlySet<string>> {
  const room = { meetingId, endedAt: null, members: { some: { personId: viewer.id, putOutAt: null } } }
  const members = await op.tx.roomMember.findMany({ where: { putOutAt: null, room }, select: { personId: true } })
  return new Set(members.map((member) => member.personId))
}

/**
 * Puts a person out of the private rooms of the permit's meeting, or of every meeting where the permit is about the person alone. A room in
 * which nobody is left ends with it: no one of the family could end it any more.
 */
export async function putOutOfRooms(
  { op, meetingId, familyId }: Permit<'account:endAccess' | 'participant:notPart'>,
  personId: string,
): Promise<void> {
  const room = { familyId, endedAt: null, ...(meetingId === null ? {} : { meetingId }) }
  await op.tx.roomMember.updateMany({ where: { personId, room, putOutAt: null }, data: { putOutAt: op.now } })
  const empty = await op.tx.privateRoom.findMany({
    where: { ...room, members: { none: { putOutAt: null } } },
    select: { id: true, meetingId: true },
  })
  await op.tx.privateRoom.updateMany({ where: { id: { in: empty.map(({ id }) => id) } }, data: { endedAt: op.now } })
  for (const ended of empty) op.changedMeetings.add(ended.meetingId)
}
