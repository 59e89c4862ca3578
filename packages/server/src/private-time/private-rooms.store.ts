import { isPresent } from '@kinplan/domain/meeting/placed-together'
import type { PersonKind } from '@kinplan/domain/family/circle'
import { ways } from '@kinplan/domain/meeting/participation'
import { privateRooms } from '@kinplan/domain/plan/private-rooms'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'

/** Who may be alone with the family: kin, friends and children, and an interpreter where there is one (design: private-time). */
const mayStay: PersonKind[] = ['child', 'kin', 'friend', 'interpreter']

/** How many private rooms of the meeting have not ended. */
export function openRooms({ op, meetingId }: Permit<'stage:move' | 'meeting:end'>): Promise<number> {
  return op.tx.privateRoom.count({ where: { meetingId, endedAt: null } })
}

/** Makes the rooms of private family time from those who are here, so that no two kept apart share one; refuses nobodyInRoom. */
export async function startRooms(permit: Permit<'stage:move'>): Promise<void> {
  const { op, familyId, meetingId } = permit
  const people = await peopleOf(op, permit)
  const present = (await participantsOf(permit)).flatMap(({ personId, state, how, attended }) => {
    const person = people.find(({ id, kind, ended }) => id === personId && !ended && mayStay.includes(kind))
    return person && state === 'coming' && how !== null && isPresent(how) && attended !== false
      ? [{ id: person.id, near: ways.indexOf(how), place: people.indexOf(person) }]
      : []
  })
  // Whoever sits together comes first, so that they and those without a pair share the first room; then children, then by name.
  const here = present.toSorted((a, b) => a.near - b.near || a.place - b.place).map(({ id }) => id)
  if (here.length === 0) throw new Refusal('nobodyInRoom', 'to')
  const rooms = privateRooms(here, await pairsToKeep(permit)).map((members) => ({ id: op.newId(), members }))
  await op.tx.privateRoom.createMany({ data: rooms.map(({ id }) => ({ id, familyId, meetingId, startedAt: op.now })) })
  await op.tx.roomMember.createMany({
    data: rooms.flatMap(({ id, members }) => members.map((personId) => ({ familyId, roomId: id, personId, since: op.now }))),
  })
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
