import type { RoomNeeds, RoomOffered } from '@kinplan/domain/time-search/time-ask'

const bySize = (a: RoomOffered, b: RoomOffered): number => a.capacity - b.capacity || (a.id < b.id ? -1 : 1)
const fitsMain = (room: RoomOffered, needed: RoomNeeds): boolean =>
  (!needed.stepFree || room.stepFree) && (!needed.twoWaysOut || room.twoWaysOut)
const fitsSecond = (room: RoomOffered, needed: RoomNeeds): boolean => !needed.stepFree || room.stepFree

/** The rooms that nobody has between the two instants (ms), the smallest first. */
export function freeRooms(rooms: readonly RoomOffered[], startMs: number, endMs: number): RoomOffered[] {
  return rooms
    .filter(({ busy }) => !busy.some((block) => block.startMs < block.endMs && block.startMs < endMs && startMs < block.endMs))
    .sort(bySize)
}

/** Whether somebody could sit in a second room there, joined by a screen: a main room and another are free. */
export function secondRoomOpen(free: readonly RoomOffered[], needed: RoomNeeds): boolean {
  return free.some((main) => fitsMain(main, needed) && free.some((second) => second !== main && fitsSecond(second, needed)))
}

/** The smallest main room that fits, and the smallest second one when somebody sits in it or one is asked for; null when there is none. */
export function chooseRooms(
  free: readonly RoomOffered[],
  needed: RoomNeeds,
  inRoom: number,
  inSecond: number,
): { roomId: string; secondRoomId: string | null } | null {
  for (const main of free) {
    if (!fitsMain(main, needed) || main.capacity < inRoom) continue
    if (inSecond === 0 && !needed.secondRoom) return { roomId: main.id, secondRoomId: null }
    const second = free.find((room) => room !== main && fitsSecond(room, needed) && room.capacity >= inSecond)
    if (second) return { roomId: main.id, secondRoomId: second.id }
  }
  return null
}
