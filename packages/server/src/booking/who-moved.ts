import { freeAlways } from '@kinplan/domain/availability/free-always'
import { proposalAt, type LeftOutWhy } from '@kinplan/domain/time-search/ranked-times'
import { isPresent } from '@kinplan/domain/meeting/placed-together'
import { wayNow } from '@kinplan/domain/meeting/way-now'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'
import { meetingsElsewhere, takenTimes } from './taken-times.store'
import { whoIsSought } from './people-sought'
import { peopleOf } from '../family/family.store'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { keptOut } from '../meeting/stays-apart'
import { dayAround, oneStart, roomForAll } from './one-start'

/** Somebody who can always come, so that the search has a meeting to speak of. */
const anybody = 'anybody'

/** Somebody of the meeting, as the coordinator knows them. */
interface Named {
  participantId: string
  name: string
}

/**
 * What everybody who is to be there at the booked time says now, looked at for that time; null before a time is booked, and once the
 * meeting began. Of one `alone`: as if they came by themselves, so that nothing is told of anybody else.
 */
function asBooked(permit: Permit<'availability:read', 'meeting' | 'participant'>, alone: string | null = null) {
  return loadOnce(permit.op, `asBooked/${permit.meetingId}/${alone}`, async () => {
    const { stage, startsAt, bookedAt, minutes, zone, placeId } = await readMeeting(permit)
    if (stage !== 'booked' || startsAt === null || bookedAt === null || minutes === null) return null
    const participants = new Map((await participantsOf(permit)).map((participant) => [participant.id, participant]))
    const sought = (await whoIsSought(permit, zone, minutes)).flatMap(({ comesWith, ...person }) =>
      alone === null ? [{ ...person, ...(comesWith === undefined ? {} : { comesWith }) }] : person.participantId === alone ? [person] : [],
    )
    const coming = sought.flatMap((person) => {
      const participant = participants.get(person.participantId)
      const way = participant ? wayNow(participant) : null
      // Of somebody who came without ever saying when they can, nothing is known that could have changed.
      if (participant === undefined || way === null || !isPresent(way) || (!person.answered && participant.how !== null)) return []
      // A worker comes however it was arranged; of what a person offers any way of being there will do, once they answered, and until then
      // the one planned.
      const near = way === 'secondRoom' ? 'inRoom' : way
      const rules = person.rules.map((rule) =>
        'how' in rule
          ? { ...rule, how: person.worker ? [near] : participant.how ? rule.how : rule.how.filter((one) => one === near) }
          : rule,
      )
      return [{ ...person, rules: rules.filter((rule) => !('how' in rule) || rule.how.length > 0) }]
    })
    const startMs = startsAt.getTime()
    const idsOf = (workers: boolean) => coming.filter(({ worker = false }) => worker === workers).map(({ id }) => id)
    const taken = await takenTimes(permit, idsOf(true), [], startMs - dayAround, startMs + minutes * 60_000 + dayAround)
    const busy = new Map([...taken, ...(await meetingsElsewhere(permit, idsOf(false)))])
    const places = placeId === null ? [] : [{ id: placeId, rooms: [roomForAll(placeId)] }]
    const stranger = { id: anybody, need: 'welcome' as const, sides: [], answered: true, rules: [freeAlways(zone, ['inRoom'])] }
    const found = proposalAt(
      startMs,
      placeId,
      { ...oneStart(startMs, minutes, zone, bookedAt.getTime()), places },
      [...coming, stranger],
      [],
      busy,
    )
    const named = (id: string): Named[] =>
      coming.filter((person) => person.id === id).map(({ participantId, name }) => ({ participantId, name }))
    return found && { found, named }
  })
}

/**
 * Who was to be there at the booked time and, by what they say now, cannot be: their hours have changed, their companion's have, or, for a
 * worker, something else has them then; and those whom the time leaves out because of who else comes. Nobody before a time is booked, and
 * nobody once the meeting began.
 */
export async function whoMoved(permit: Permit<'availability:read', 'meeting' | 'participant'>): Promise<(Named & { why: LeftOutWhy })[]> {
  const booked = await asBooked(permit)
  if (booked === null) return []
  const people = await peopleOf(permit.op, permit)
  const out = (await keptOut(permit)).map(({ id, personId }) => ({
    participantId: id,
    name: people.find((person) => person.id === personId)?.name ?? '',
    why: 'keptApart' as const,
  }))
  return [...booked.found.leftOut.flatMap(({ id, why }) => booked.named(id).map((named) => ({ ...named, why }))), ...out]
}

/**
 * Who needs time off work to be there at the booked time, with the last day on which they can still ask for it; or whether one of them
 * does, `alone`.
 */
export async function whoNeedsTimeOff(
  permit: Permit<'availability:read', 'meeting' | 'participant'>,
  alone: string | null = null,
): Promise<(Named & { askBy: string })[]> {
  const booked = await asBooked(permit, alone)
  return (booked?.found.comes ?? []).flatMap(({ id, askBy }) =>
    askBy === undefined ? [] : (booked?.named(id) ?? []).map((named) => ({ ...named, askBy })),
  )
}
