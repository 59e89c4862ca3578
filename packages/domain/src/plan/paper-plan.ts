import type { PersonKind } from '../family/circle'
import { Refusal, type RefusalCode } from '../refusal'
import { isTogether, type WrittenPlan } from './plan-versions'

/**
 * How a typing of a plan from paper stands. waiting: for a family member's yes. stopped: somebody says that it is not what they wrote.
 * confirmed: it is a plan. replaced: typed anew. takenBack: by the coordinator. outdated: its people shared a plan since.
 */
export const paperStates = ['waiting', 'stopped', 'confirmed', 'replaced', 'takenBack', 'outdated'] as const
export type PaperState = (typeof paperStates)[number]

/** One typing of a plan that the family wrote on paper, as the rules need it. */
export interface PaperTyping {
  id: string
  roomId: string
  /** Who was ever in that room. */
  memberIds: readonly string[]
  /** 1, 2, 3 in its room. */
  typing: number
  typedAt: Date
  takenBackAt: Date | null
  /** Somebody of the room says that it is not what they wrote. */
  stopped: boolean
}

/** A plan that was shared, or confirmed from paper. */
interface PlanSince extends WrittenPlan {
  sharedAt: Date
  /** The typing it came from. */
  paperPlanId: string | null
}

/** How one typing stands, beside all typings of its meeting and all plans. */
export function paperStateOf(paper: PaperTyping, typings: readonly PaperTyping[], plans: readonly PlanSince[]): PaperState {
  if (plans.some(({ paperPlanId }) => paperPlanId === paper.id)) return 'confirmed'
  if (paper.takenBackAt !== null) return 'takenBack'
  if (typings.some(({ roomId, typing }) => roomId === paper.roomId && typing > paper.typing)) return 'replaced'
  if (plans.some((plan) => plan.sharedAt > paper.typedAt && isTogether(plan, paper))) return 'outdated'
  return paper.stopped ? 'stopped' : 'waiting'
}

/** Whether the family may still be asked about it, or has said no: what a new typing takes the place of. */
export const isUndecided = (state: PaperState): boolean => state === 'waiting' || state === 'stopped'

/** Refuses changedMeanwhile unless the typing that stands is the one that whoever types has seen, or none where they saw none. */
export function checkTypedOver(standingId: string | null, replacesId: string | null): void {
  if (standingId !== replacesId) throw new Refusal('changedMeanwhile')
}

/** Why nobody can say yes to it: paperStopped, alreadyDone, or planNotLatest where something newer took its place. Null where they can. */
export function whyNotConfirmed(state: PaperState): RefusalCode | null {
  if (state === 'waiting') return null
  if (state === 'stopped') return 'paperStopped'
  return state === 'confirmed' || state === 'takenBack' ? 'alreadyDone' : 'planNotLatest'
}

/** Whether somebody of the room speaks for the family: an interpreter who stayed with it does not. */
export const speaksForFamily = (kind: PersonKind): boolean => kind === 'child' || kind === 'kin' || kind === 'friend'

/** Somebody's part in a private room. */
interface InRoom {
  personId: string
  roomId: string
  startedAt: Date
}

/**
 * Whose plan it is: the latest room in which all those were to whom it was read back. Refuses choiceUnknown where there is none, so that no
 * plan is read to people of two rooms and becomes the plan of one.
 */
export function roomOfReadBack(personIds: readonly string[], members: readonly InRoom[]): string {
  const rooms = members.filter(({ roomId }) =>
    personIds.every((personId) => members.some((member) => member.roomId === roomId && member.personId === personId)),
  )
  const latest = rooms.reduce<InRoom | null>((found, room) => (found === null || room.startedAt > found.startedAt ? room : found), null)
  if (personIds.length === 0 || latest === null) throw new Refusal('choiceUnknown', 'readBackTo')
  return latest.roomId
}
