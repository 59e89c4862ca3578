import type { OneAsk as FoundAsk } from '@kinplan/domain/time-search/one-ask'
import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { PlaceAsked } from './places-asked.store'
import type { OneAsk, TimeProposal } from './times.graphql'
import type { SoughtAsKept } from './people-sought'

/** Gives what shows proposals and asks to the coordinator, by the names of the people sought and of the places asked for. */
export function shownTimes(people: SoughtAsKept[], places: PlaceAsked[]) {
  const known = new Map(people.map(({ id, participantId, name, worker = false }) => [id, { participantId, name, worker }]))
  const named = (id: string) => {
    const found = known.get(id)
    if (!found) throw new Error('The search named somebody who was not sought')
    return found
  }
  const roomNames = new Map(places.flatMap(({ rooms }) => rooms.map(({ id, name }) => [id, name])))

  const proposal = ({
    startMs,
    startWall,
    endWall,
    zone,
    placeId,
    roomId,
    secondRoomId,
    shape,
    comes,
    leftOut,
    better,
    secondMeeting,
  }: Proposal): TimeProposal => ({
    start: new Date(startMs).toISOString(),
    startWall,
    endWall,
    zone,
    shape,
    placeId,
    roomId,
    secondRoomId,
    placeName: places.find(({ id }) => id === placeId)?.name ?? null,
    roomName: roomNames.get(roomId ?? '') ?? null,
    secondRoomName: roomNames.get(secondRoomId ?? '') ?? null,
    comes: comes.map(({ id, how, askBy }) => ({ ...named(id), how, askBy: askBy ?? null })),
    leftOut: leftOut.map(({ id, why }) => ({ ...named(id), why })),
    better: better ?? null,
    secondMeeting: secondMeeting
      ? { startWall: secondMeeting.startWall, endWall: secondMeeting.endWall, names: secondMeeting.ids.map((id) => named(id).name) }
      : null,
  })

  const oneAsk = ({ change, result }: FoundAsk): OneAsk => ({
    ...named(change.id),
    kind: change.kind,
    minutes: change.minutes,
    result: proposal(result),
    ...(change.kind === 'free'
      ? { edge: null, fromWall: change.fromWall, untilWall: change.untilWall }
      : { edge: change.edge, fromWall: null, untilWall: null }),
  })

  return { named, proposal, oneAsk }
}
