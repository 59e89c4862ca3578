import { slipKind } from '@kinplan/domain/meeting/slip'
import { asTold, howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import { mayKnowPlace } from '@kinplan/domain/meeting/taking-part'
import type { MeetingPermit, Permit } from '../access/permit'
import type { Slip } from './meeting.graphql'
import { placeWithoutRoom, readMeeting } from './meeting.store'
import { ownWalls } from './own-part'
import type { ParticipantFacts } from './participant.store'

/** When and where a participant's own part is, as they may know it: all that their own page and their slip say of it. */
interface ToldPart {
  startWall: string | null
  endWall: string | null
  place: string | null
  arriveAt: string | null
}

const nothingTold: ToldPart = { startWall: null, endWall: null, place: null, arriveAt: null }

/**
 * What a participant may know of their part. Only who comes to the place is told of it and of when to be there; who was not told of the
 * time knows nothing.
 */
export async function toldPart(permit: MeetingPermit, mine: ParticipantFacts): Promise<ToldPart> {
  const meeting = await readMeeting(permit)
  const { zone, startsAt, minutes, place } = meeting
  if (startsAt === null || minutes === null) return nothingTold
  const come = mayKnowPlace(mine)
    ? { place: mine.how === 'secondRoom' ? await placeWithoutRoom(permit) : place, arriveAt: mine.arriveAt }
    : { place: null, arriveAt: null }
  return asTold(howMuchIsTold(meeting, mine.toldAt), { ...ownWalls({ zone, startsAt, minutes }, mine), ...come })
}

/** A participant's slip for the day; null for whom there is nothing to print: they do not take part, or know of no time. */
export async function slipFor(permit: Permit<'pair:read', 'meeting'>, one: ParticipantFacts): Promise<Slip | null> {
  const kind = slipKind(one)
  const { startWall, place, arriveAt } = await toldPart(permit, one)
  return kind === null || startWall === null ? null : { kind, startWall, place, arriveAt }
}
