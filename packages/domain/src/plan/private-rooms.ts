import type { PairApart } from '../family/kept-apart'

/**
 * Divides the people of one meeting into private rooms so that no two who are kept apart, at any level, share one.
 * Greedy in the order given: each goes to the first room where nobody is kept apart from them, the rooms that are `begun` before new ones.
 */
export function privateRooms(personIds: string[], pairs: PairApart[], begun: readonly (readonly string[])[] = []): string[][] {
  const apart = (a: string, b: string) =>
    pairs.some((pair) => (pair.oneId === a && pair.otherId === b) || (pair.oneId === b && pair.otherId === a))
  const rooms = begun.map((members) => [...members])
  for (const id of personIds) {
    const room = rooms.find((members) => members.every((member) => !apart(member, id)))
    if (room) room.push(id)
    else rooms.push([id])
  }
  return rooms
}
