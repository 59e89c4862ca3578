import { slipKind } from '@kinplan/domain/meeting/slip'
import { mayKnowPlace } from '@kinplan/domain/meeting/taking-part'
import type { MeetingPermit, Permit } from '../access/permit'
import type { Slip } from './meeting.graphql'
import { placeWithoutRoom, readMeeting } from './meeting.store'
import { ownWalls } from './own-part'
import type { ParticipantFacts } from './participant.store'
import { keptOut } from './stays-apart'

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
  const { zone, startsAt, minutes, place } = await readMeeting(permit)
  if (startsAt === null || minutes === null || (await isUntold(permit, mine))) return nothingTold
  const walls = ownWalls({ zone, startsAt, minutes }, mine)
  if (!mayKnowPlace(mine)) return { ...nothingTold, ...walls }
  return { ...walls, place: mine.how === 'secondRoom' ? await placeWithoutRoom(permit) : place, arriveAt: mine.arriveAt }
}

/** A participant's slip for the day; null for whom there is nothing to print: they do not take part, or know of no time. */
export async function slipFor(permit: Permit<'pair:read', 'meeting'>, one: ParticipantFacts): Promise<Slip | null> {
  const kind = slipKind(one)
  const { startWall, place, arriveAt } = await toldPart(permit, one)
  return kind === null || startWall === null ? null : { kind, startWall, place, arriveAt }
}

/**
 * Whether a time was set of which the family was not told yet: then it is as if there were none, for everybody alike, and whatever is kept
 * apart, so that waiting tells nothing. So it stays for somebody for whom the time has no part, unless they were invited before that: the
 * coordinator talks with them alone.
 */
export async function isUntold(permit: MeetingPermit, mine: ParticipantFacts): Promise<boolean> {
  const { stage, bookedAt, toldAt } = await readMeeting(permit)
  if (stage !== 'booked' || bookedAt === null) return false
  if (toldAt === null || toldAt < bookedAt) return true
  const wasInvited = mine.invitedAt !== null && mine.invitedAt >= bookedAt
  return !wasInvited && (await keptOut(permit)).some(({ id }) => id === mine.id)
}
