import { Refusal } from '../refusal'

/** The stages of a meeting, in order. */
export const stages = ['preparing', 'booked', 'welcome', 'information', 'privateTime', 'agreeing', 'ended'] as const
export type Stage = (typeof stages)[number]

/** How a meeting may end; what happens next is written beside it, never who disagreed. */
export const endings = ['plan', 'partOfPlan', 'severalPlans', 'anotherDate', 'noPlanThisTime', 'stoppedForSafety'] as const
export type Ending = (typeof endings)[number]

export const meetingKinds = ['conference', 'review'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/**
 * Whether the coordinator may move a meeting from one stage to another by hand.
 * One step forward at a time; agreeing may go back to private family time; booking is what `bookTime`
 * does, and ending is what `endMeeting` does. Leaving private family time needs every private room ended:
 * only the family ends it.
 */
export function checkMove(from: Stage, to: Stage, rooms: { open: number }): void {
  const back = from === 'agreeing' && to === 'privateTime'
  const forward = stages.indexOf(to) === stages.indexOf(from) + 1
  if (!back && (!forward || to === 'booked' || to === 'ended')) throw new Refusal('stageSkipped', 'to')
  if (from === 'privateTime' && rooms.open > 0) throw new Refusal('stillPrivate', 'to')
}
