import { emptyGrid, hasSlot, joined, met, runStarts, setSlots, setTouched, takeOut } from './slot-grid'
import type { Grid, Window } from './slot-grid'
import type { PlaceOffered, RoomNeeds, RoomOffered } from './time-ask'

/** A room and the starts at which it is free for the whole meeting. */
type RoomStarts = { readonly room: RoomOffered; readonly starts: Grid }

/** The rooms chosen for one meeting. */
type Rooms = { readonly roomId: string; readonly secondRoomId: string | null }

const noNeeds: RoomNeeds = { stepFree: false, twoWaysOut: false, secondRoom: false }

/** The rooms of one place, the smallest first, and when they are free for a meeting of `length` slots. */
export class PlaceRooms {
  readonly rooms: readonly RoomStarts[]
  /** The starts at which a room is free as needed, and a second where one is asked for, whatever their size. */
  readonly anyStarts: Grid | null
  /** The starts at which somebody could sit in a second room. */
  readonly secondStarts: Grid | null
  private readonly needs: RoomNeeds

  constructor(place: PlaceOffered, needs: RoomNeeds | undefined, window: Window, length: number, among: Int32Array) {
    this.needs = needs ?? noNeeds
    this.rooms = place.rooms
      .toSorted((a, b) => a.capacity - b.capacity || (a.id < b.id ? -1 : 1))
      .map((room) => ({ room, starts: freeStarts(room, window, length, among) }))
    let main: Grid | null = null
    let second: Grid | null = null
    for (const one of this.rooms) {
      if (!this.fitsMain(one.room)) continue
      main = joined(main, one.starts)
      for (const other of this.rooms)
        if (other !== one && this.fitsSecond(other.room)) second = joined(second, met(one.starts, other.starts))
    }
    this.secondStarts = second
    this.anyStarts = this.needs.secondRoom ? second : main
  }

  /**
   * The smallest room that holds those in it and for which a second can be found, and the smallest second, which is needed when somebody
   * sits in it or one was asked for. null when there is none.
   */
  choose(slot: number, inRoom: number, inSecond: number): Rooms | null {
    const needsSecond = inSecond > 0 || this.needs.secondRoom
    for (const { room, starts } of this.rooms) {
      if (room.capacity < inRoom || !this.fitsMain(room) || !hasSlot(starts, slot)) continue
      if (!needsSecond) return { roomId: room.id, secondRoomId: null }
      const second = this.rooms.find(
        (other) => other.room !== room && other.room.capacity >= inSecond && this.fitsSecond(other.room) && hasSlot(other.starts, slot),
      )
      if (second) return { roomId: room.id, secondRoomId: second.room.id }
    }
    return null
  }

  private fitsMain(room: RoomOffered): boolean {
    return this.fitsSecond(room) && (!this.needs.twoWaysOut || room.twoWaysOut)
  }

  private fitsSecond(room: RoomOffered): boolean {
    return !this.needs.stepFree || room.stepFree
  }
}

function freeStarts({ busy }: RoomOffered, window: Window, length: number, among: Int32Array): Grid {
  const free = emptyGrid(window)
  setSlots(free, window, 0, window.slots)
  const taken = emptyGrid(window)
  for (const { startMs, endMs } of busy) setTouched(taken, window, startMs, endMs)
  takeOut(free, taken)
  return runStarts(free, length, 0, among)
}
