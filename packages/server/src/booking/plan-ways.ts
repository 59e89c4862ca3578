import { freeAlways } from '@kinplan/domain/availability/free-always'
import { proposalAt } from '@kinplan/domain/time-search/ranked-times'
import { needs, type Need, type Way } from '@kinplan/domain/meeting/participation'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import type { Permit } from '../access/permit'
import { meetingsElsewhere, takenTimes } from './taken-times.store'
import { whoIsSought } from './people-sought'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'
import { dayAround, oneStart, roomForAll } from './one-start'
import type { RoomsOf } from './parse-rooms'

const lesser = (need: Need): Need => needs[Math.min(needs.indexOf(need) + 1, needs.length - 1)] ?? need

/**
 * How everybody takes part at this time, by participant: the search places those who have not answered, around those who have and stay as
 * they said. Who is not free, said nothing, or is kept apart from somebody who comes is not planned in.
 */
export async function planWays(
  permit: Permit<'availability:read', 'meeting'>,
  { start, minutes }: { start: Date; minutes: number },
  rooms: RoomsOf | null,
): Promise<Map<string, Way>> {
  const { zone } = await readMeeting(permit)
  const participants = new Map((await participantsOf(permit)).map((participant) => [participant.id, participant]))
  const sought = (await whoIsSought(permit, zone, minutes)).flatMap(
    (person): (TimePerson & { participantId: string; fixed: boolean })[] => {
      const { state, how } = participants.get(person.participantId) ?? { state: 'notPart', how: null }
      if (state === 'notComing' || state === 'sendingViews') return []
      if (state !== 'coming' || how === null) return [{ ...person, need: lesser(person.need), fixed: false }]
      // Whoever answered is there as they said, before anybody else is placed.
      const offered = freeAlways(zone, [how === 'secondRoom' ? 'inRoom' : how])
      return [{ ...person, need: 'must', answered: true, rules: [offered], travel: {}, fixed: true }]
    },
  )
  const open = sought.filter(({ fixed }) => !fixed)
  const [from, until] = [start.getTime() - dayAround, start.getTime() + minutes * 60_000 + dayAround]
  const taken = await takenTimes(
    permit,
    open.filter(({ worker }) => worker).map(({ id }) => id),
    [],
    from,
    until,
  )
  const elsewhere = await meetingsElsewhere(
    permit,
    open.filter(({ worker }) => !worker).map(({ id }) => id),
  )
  const ask = oneStart(start.getTime(), minutes, zone, permit.op.now.getTime())
  const places = rooms === null ? [] : [{ id: rooms.placeId, rooms: roomsToPlan(rooms) }]
  const found = proposalAt(
    start.getTime(),
    rooms?.placeId ?? null,
    { ...ask, places },
    sought,
    await pairsToKeep(permit),
    new Map([...taken, ...elsewhere]),
  )
  return new Map(
    (found?.comes ?? []).flatMap(({ id, how }) =>
      sought.filter((person) => person.id === id).map(({ participantId }) => [participantId, how] as const),
    ),
  )
}

/** Without a room to hold, the way to the place still counts, and there is no second one. */
function roomsToPlan({ placeId, main, second }: RoomsOf) {
  if (main === null) return [roomForAll(placeId)]
  return [main, second].flatMap((room) => (room === null ? [] : [roomForAll(room.id)]))
}
