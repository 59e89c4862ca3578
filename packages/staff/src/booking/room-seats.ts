import { mayStillCome } from '@kinplan/domain/meeting/way-now'
import type { MeetingOf } from '../meeting/meeting-of'
import { timesWords as words } from './times.copy'
import type { Proposal } from './use-ranked-times'

/** How many sit in each room of a meeting, and how many may yet, because they have not said whether they come. */
interface Sitting {
  main: number
  second: number
  silent: number
}

interface Rooms {
  rooms: readonly { id: string; capacity: number }[]
  /** Ids, '' or null for none. */
  roomId: string | null
  secondRoomId: string | null
}

/** Who sits where at a proposed time. */
export function sittingAt({ comes, leftOut }: Pick<Proposal, 'comes' | 'leftOut'>): Sitting {
  const by = (way: string) => comes.filter(({ how }) => how === way).length
  return { main: by('inRoom'), second: by('secondRoom'), silent: leftOut.filter(({ why }) => why === 'noAnswerYet').length }
}

/** Who sits where as people have answered, for a time of which there is no account. Workers come. */
export function sittingAsAnswered(participants: MeetingOf['participants']): Sitting {
  const may = participants.filter(({ state }) => mayStillCome.includes(state))
  const come = may.filter(({ state, worker }) => state === 'coming' || worker !== null)
  return {
    main: come.filter(({ how }) => how === null || how === 'inRoom').length,
    second: come.filter(({ how }) => how === 'secondRoom').length,
    silent: may.length - come.length,
  }
}

/**
 * Sentences about rooms that are full, too small, or would be if everybody came who has not said: "Seats 8; 8 come, and 3 have not said."
 */
export function roomsTooSmall({ rooms, roomId, secondRoomId }: Rooms, { main, second, silent }: Sitting): string[] {
  const seatsOf = (id: string | null) => rooms.find((room) => room.id === id)?.capacity ?? Infinity
  return [
    seatsOf(roomId) <= main + silent && words.seats(seatsOf(roomId), main, silent),
    seatsOf(secondRoomId) <= second && words.secondSeats(seatsOf(secondRoomId), second),
  ].filter((said) => said !== false)
}
