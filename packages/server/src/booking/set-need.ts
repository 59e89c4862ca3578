import { parseTravel } from '@kinplan/domain/availability/parse-counts'
import { parseMinutes } from '@kinplan/domain/meeting/meeting-length'
import type { Part } from '@kinplan/domain/meeting/participation'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { giveArrivals, takeBackArrival } from './arrivals'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf, type ParticipantFacts } from '../meeting/participant.store'
import { staysApart } from '../meeting/stays-apart'
import type { SetNeedInput } from './need.graphql'
import { changeNeed } from '../meeting/need.store'
import { findPlaces } from './places-asked.store'

/**
 * Keeps how much somebody is needed, for which part, with whom they come and how far they have to travel; gives the meeting's id. Refuses
 * keptApart where a changed part would bring a pair together.
 */
export async function setNeed(permit: Permit<'time:ask'>, input: SetNeedInput): Promise<string> {
  const part = parsePart(input)
  const comesWithId = input.comesWithId || null
  if (comesWithId !== null) await refuseCompanion(permit, comesWithId)
  const travel = input.travel.flatMap(({ placeId, minutes }, at) =>
    minutes.trim() === '' ? [] : [{ placeId, minutes: parseTravel(minutes, `travel.${at}.minutes`) }],
  )
  await findPlaces(
    permit,
    input.travel.map(({ placeId }) => placeId),
    'travel',
  )
  const participants = await participantsOf(permit)
  const before = participants.find(({ id }) => id === permit.subjectId)
  const now = { partEdge: part?.edge ?? null, partMinutes: part?.minutes ?? null }
  const changed = before !== undefined && (before.partEdge !== now.partEdge || before.partMinutes !== now.partMinutes)
  if (changed && !(await staysApart(permit, before.id, now))) throw new Refusal('keptApart', 'partMinutes')
  await changeNeed(permit, input.version, { need: input.need, part, comesWithId, travel })
  if (changed) await giveAnotherArrival(permit, { ...before, ...now, arriveAt: null }, participants)
  return permit.meetingId
}

/** Where the meeting has a time, a changed part brings another time to arrive, of which the person is to be told again. */
async function giveAnotherArrival(permit: Permit<'time:ask'>, changed: ParticipantFacts, participants: ParticipantFacts[]): Promise<void> {
  const meeting = await readMeeting(permit)
  if (meeting.startsAt === null) return
  await takeBackArrival(permit, changed)
  await giveArrivals(
    permit,
    meeting,
    participants.map((one) => (one.id === changed.id ? changed : one)),
  )
}

function parsePart({ partEdge, partMinutes }: SetNeedInput): Part | null {
  if (!partEdge) {
    if (partMinutes) throw new Refusal('choiceUnknown', 'partEdge')
    return null
  }
  return { edge: partEdge, minutes: parseMinutes(partMinutes ?? '', 'partMinutes') }
}

/** A companion takes part in the same meeting, and waits for nobody who in the end waits for them. */
async function refuseCompanion(permit: Permit<'time:ask'>, comesWithId: string): Promise<void> {
  const participants = await participantsOf(permit)
  if (!participants.some(({ id, state }) => id === comesWithId && state !== 'notPart')) throw new Refusal('choiceUnknown', 'comesWithId')
  const companions = new Map(participants.map((participant) => [participant.id, participant.comesWithId]))
  const met = new Set([permit.subjectId])
  for (let id: string | null = comesWithId; id !== null; id = companions.get(id) ?? null) {
    if (met.has(id)) throw new Refusal('choiceUnknown', 'comesWithId')
    met.add(id)
  }
}
