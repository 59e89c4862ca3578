import type { Ending, MeetingKind, Stage } from './stages'
import type { Way } from './participation'

/**
 * How much of a meeting somebody of the family was told: nothing, not even that there is one; that it is being prepared, and of no time; or
 * all of it that is theirs to know.
 */
export type Told = 'nothing' | 'preparing' | 'all'

/**
 * How much of a meeting somebody was told. A booked time has to be told to each, and to each anew where it was booked again; that a meeting
 * has begun, or ended, tells nobody. A conference is known from the day on which somebody takes part in it; a review begins with its time,
 * so it is not there for whom nobody told of it.
 */
export function howMuchIsTold(
  { kind, stage, bookedAt }: { kind: MeetingKind; stage: Stage; bookedAt: Date | null },
  toldAt: Date | null,
): Told {
  if (bookedAt === null) return stage === 'preparing' ? 'preparing' : 'all'
  if (toldAt !== null && toldAt >= bookedAt) return 'all'
  return kind === 'review' && toldAt === null ? 'nothing' : 'preparing'
}

/** What somebody of the family reads of a meeting that depends on its time, on who comes, or on what happened there. */
interface OfItsTime {
  stage: Stage
  startWall: string | null
  endWall: string | null
  place: string | null
  arriveAt: string | null
  answeredBefore: boolean
  anotherDayAsked: boolean
  /** Of their own part, with which they answer. */
  version: number
  ways: Way[]
  others: unknown[]
  plans: unknown[]
  paperPlan: unknown
  room: unknown
  ending: Ending | null
  nextStep: string | null
}

/** The same before there was a time. */
const beforeItsTime: OfItsTime = {
  stage: 'preparing',
  startWall: null,
  endWall: null,
  place: null,
  arriveAt: null,
  answeredBefore: false,
  anotherDayAsked: false,
  version: 0,
  ways: [],
  others: [],
  plans: [],
  paperPlan: null,
  room: null,
  ending: null,
  nextStep: null,
}

/**
 * What somebody of the family may read of a meeting: as it is once they were told of it, and until then, to the end of the meeting and
 * after it, as it was before there was a time. The one way to everything that they read of it.
 */
export function asTold<Read extends Partial<OfItsTime>>(told: Told, read: Read): Read {
  if (told === 'all') return read
  const masked = Object.entries(beforeItsTime).filter(([name]) => name in read)
  return { ...read, ...Object.fromEntries(masked) }
}
