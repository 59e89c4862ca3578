import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'

const roomColumns = { id: true, name: true, capacity: true, stepFree: true, twoWaysOut: true } as const

/** Every open place with its open rooms, by name. */
export function everyPlace({ op }: Permit<'place:read' | 'place:manage'>) {
  return op.tx.place.findMany({
    where: { endedAt: null },
    select: {
      id: true,
      name: true,
      address: true,
      rooms: { where: { endedAt: null }, select: roomColumns, orderBy: [{ name: 'asc' }, { id: 'asc' }] },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/** The school terms, the earliest first. */
export async function everySchoolTerm({ op }: Permit<'place:read' | 'place:manage'>) {
  const rows = await op.tx.schoolTerm.findMany({
    select: { id: true, name: true, fromDate: true, untilDate: true },
    orderBy: [{ fromDate: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ fromDate, untilDate, ...row }) => ({ ...row, from: fromDate, until: untilDate }))
}

/** An open place with its open rooms; null when it is not there or has ended. */
export function openPlace({ op }: Permit<'time:book' | 'review:book' | 'place:manage'>, id: string) {
  return op.tx.place.findFirst({
    where: { id, endedAt: null },
    select: { id: true, name: true, address: true, rooms: { where: { endedAt: null }, select: roomColumns, orderBy: { id: 'asc' } } },
  })
}

/** Writes a place down, or changes an open one; refuses notYours when that is not there. Gives its id, as do all of these. */
export async function savePlace(
  { op }: Permit<'place:manage'>,
  id: string | null,
  place: { name: string; address: string },
): Promise<string> {
  return id === null
    ? (await op.tx.place.create({ data: { id: op.newId(), ...place }, select: { id: true } })).id
    : whole(id, await op.tx.place.updateMany({ where: { id, endedAt: null }, data: place }))
}

export async function saveRoom(
  { op }: Permit<'place:manage'>,
  id: string | null,
  room: { placeId: string; name: string; capacity: number; stepFree: boolean; twoWaysOut: boolean },
): Promise<string> {
  const { placeId } = room
  return id === null
    ? (await op.tx.room.create({ data: { id: op.newId(), ...room }, select: { id: true } })).id
    : whole(id, await op.tx.room.updateMany({ where: { id, placeId, endedAt: null }, data: room }))
}

/** Ends a place with its rooms: nothing new is booked there, and what is booked stays. */
export async function endPlaceNow({ op }: Permit<'place:manage'>, id: string): Promise<string> {
  await op.tx.room.updateMany({ where: { placeId: id, endedAt: null }, data: { endedAt: op.now } })
  return whole(id, await op.tx.place.updateMany({ where: { id, endedAt: null }, data: { endedAt: op.now } }))
}

export async function endRoomNow({ op }: Permit<'place:manage'>, id: string): Promise<string> {
  return whole(id, await op.tx.room.updateMany({ where: { id, endedAt: null }, data: { endedAt: op.now } }))
}

export async function saveSchoolTerm(
  { op }: Permit<'place:manage'>,
  id: string | null,
  term: { name: string; fromDate: string; untilDate: string },
): Promise<string> {
  return id === null
    ? (await op.tx.schoolTerm.create({ data: { id: op.newId(), ...term }, select: { id: true } })).id
    : whole(id, await op.tx.schoolTerm.updateMany({ where: { id }, data: term }))
}

export async function deleteSchoolTerm({ op }: Permit<'place:manage'>, id: string): Promise<string> {
  return whole(id, await op.tx.schoolTerm.deleteMany({ where: { id } }))
}

function whole(id: string, { count }: { count: number }): string {
  if (count === 0) throw new Refusal('notYours', 'id')
  return id
}
