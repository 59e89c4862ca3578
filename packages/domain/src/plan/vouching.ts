/** One draft of a private room, as it says who is vouched for. */
export interface DraftOfRoom {
  id: string
  roomId: string
  open: boolean
  /** A second person has taken its key: from then on it is the room's. */
  joined: boolean
  /** Closed because its plan was shared, and not because the family ended or started again without the key. */
  shared: boolean
  /** The session that asks began it, or took its key by the square from one that has it. */
  heldHere: boolean
}

/** What a room says of its drafts to somebody who has none: nobody began, somebody did, or two people write together. */
export const roomBegun = ['nobody', 'somebody', 'together'] as const
type RoomBegun = (typeof roomBegun)[number]

const isTheRooms = ({ open, joined, shared }: DraftOfRoom) => joined && (open || shared)

/**
 * Whether a session is vouched for in a room: it holds the key of the draft that is the room's. A session proves that somebody
 * had a link, not who, and its age proves nothing (design: private-time, Vouching).
 */
export function isVouched(drafts: readonly DraftOfRoom[], roomId: string): boolean {
  return drafts.some((draft) => draft.roomId === roomId && draft.heldHere && isTheRooms(draft))
}

/** Whether others were vouched for in one of the rooms, and this session in none of them. */
export function isLeftOut(drafts: readonly DraftOfRoom[], roomIds: readonly string[]): boolean {
  return (
    roomIds.some((roomId) => drafts.some((draft) => draft.roomId === roomId && isTheRooms(draft))) &&
    !roomIds.some((id) => isVouched(drafts, id))
  )
}

/** Whether a session took this draft's key together with somebody else, also when the draft is over. */
export function tookKeyTogether(drafts: readonly DraftOfRoom[], draftId: string): boolean {
  return drafts.some(({ id, heldHere, joined }) => id === draftId && heldHere && joined)
}

/** Whether a session holds a draft that nobody joined, in a room that has no other: somebody alone starts alone, and for no one else. */
export function isAlone(drafts: readonly DraftOfRoom[], at: { roomId: string; draftId: string | null }): boolean {
  return (
    !isLeftOut(drafts, [at.roomId]) &&
    drafts.some(
      ({ id, roomId, heldHere, joined, open }) =>
        roomId === at.roomId && heldHere && !joined && (at.draftId === null ? open : id === at.draftId),
    )
  )
}

/** What a session is told of the drafts of its room, beside its own. */
export function begunIn(drafts: readonly DraftOfRoom[], roomId: string): RoomBegun {
  const here = drafts.filter((draft) => draft.roomId === roomId)
  if (here.some(isTheRooms)) return 'together'
  return here.some(({ open, heldHere }) => open && !heldHere) ? 'somebody' : 'nobody'
}

/**
 * The draft that a session may know of, out of those of one room, newest first: one of those whose key it took, and once it is
 * vouched for the room's; what is open comes first. Null for everybody else.
 */
export function draftShown<D extends DraftOfRoom>(drafts: readonly D[], roomId: string): D | null {
  const here = drafts.filter((draft) => draft.roomId === roomId)
  if (isLeftOut(here, [roomId])) return null
  const known = here.filter((draft) => draft.heldHere || (isTheRooms(draft) && isVouched(here, roomId)))
  return known.find(({ open }) => open) ?? known[0] ?? null
}
