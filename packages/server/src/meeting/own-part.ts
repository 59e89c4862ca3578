import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import { presenceIn } from '@kinplan/domain/meeting/placed-together'
import type { MeetingFacts } from './meeting.store'
import type { ParticipantFacts } from './participant.store'

type Part = Pick<ParticipantFacts, 'partEdge' | 'partMinutes'>

/** The minutes of the meeting, from its start, for which somebody is there. */
export function partOf(
  { minutes }: Pick<MeetingFacts, 'minutes'>,
  { partEdge, partMinutes }: Part,
): { fromMinute: number; untilMinute: number } {
  return presenceIn({ how: 'inRoom', part: partEdge && partMinutes ? { edge: partEdge, minutes: partMinutes } : null }, minutes)
}

/** When a person's own part starts and ends on the wall of the meeting's zone, YYYY-MM-DDTHH:MM. */
export function ownWalls(
  { zone, startsAt, minutes }: { zone: string; startsAt: Date; minutes: number },
  part: Part,
): { startWall: string; endWall: string } {
  const { fromMinute, untilMinute } = partOf({ minutes }, part)
  const wall = (minute: number) => {
    const { date, time } = wallOfInstant(zone, startsAt.getTime() + minute * 60_000)
    return `${date}T${time}`
  }
  return { startWall: wall(fromMinute), endWall: wall(untilMinute) }
}
