import { dateOfDay, dayOfDate, minuteOfTime } from '@kinplan/domain/clock/wall-time'
import type { PartEdge } from '../generated/graphql'
import { clockOf, dayInWords, wallInWords } from '../frame/when'
import { partSaid } from './ask.copy'
import { oneAskWords as words } from './one-ask.copy'
import type { ParticipantOf } from './typed-need'
import type { OneAsk, Proposal } from './use-ranked-times'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
type Needed = Pick<ParticipantOf, 'id' | 'need'>

/** Names of those who must be there and are left out of a time. */
export function mustLeftOut({ leftOut }: Pick<Proposal, 'leftOut'>, participants: readonly Needed[]): string[] {
  const must = new Set(participants.filter(({ need }) => need === 'must').map(({ id }) => id))
  return leftOut.filter(({ participantId }) => must.has(participantId)).map(({ name }) => name)
}

function gainOf({ result, participantId, name }: OneAsk, participants: readonly Needed[]): string {
  if (result.leftOut.length === 0) return words.everyone
  const names = mustLeftOut(result, participants)
  if (names.length > 0) return words.mustBut(list.format(names))
  return participants.some(({ id, need }) => id === participantId && need === 'must') ? words.everyMust : words.everyMustAnd(name)
}

/**
 * One change and what it would bring, as the coordinator would say it, with its day once: "If Priya comes for the first 45 minutes,
 * everyone who must be there can come: Thursday 14 January 2027, 14:00 to 16:30."
 */
export function oneAskInWords(ask: OneAsk, participants: readonly Needed[]): string {
  const { kind, name, edge, minutes, fromWall, untilWall, result } = ask
  const change =
    kind === 'part' && edge !== null
      ? words.ifPart(name, partSaid[edge](String(minutes)))
      : words.ifFree(name, onDay(fromWall ?? result.startWall, untilWall ?? result.endWall))
  return `${change}${gainOf(ask, participants)}${kind === 'part' ? words.at(wallInWords(result.startWall, result.endWall)) : whenOf(ask)}`
}

/** When the meeting would be, as far as the change has not said it: it names the same hours, the same day, or other days. */
function whenOf({ fromWall, untilWall, result: { startWall, endWall } }: OneAsk): string {
  const [from, until] = [fromWall ?? startWall, untilWall ?? endWall]
  if (from === startWall && until === endWall) return '.'
  const oneDay = [from, until, startWall, endWall].every((wall) => wall.slice(0, 10) === from.slice(0, 10))
  return oneDay ? words.thatDay(clockOf(startWall), clockOf(endWall)) : words.at(wallInWords(startWall, endWall))
}

/** What the coordinator would say to the person asked: their own day and time, and nothing of anybody else. */
export function saidToThem({ kind, edge, minutes, fromWall, untilWall, result }: OneAsk): string {
  if (kind === 'part' && edge !== null) return words.sayPart(minutes, edge, partOnDay(result, edge, minutes))
  return words.sayFree(onDay(fromWall ?? result.startWall, untilWall ?? result.endWall))
}

/** 'on Thursday 14 January 2027 from 14:00 to 16:30', with both days named where it ends on another. */
function onDay(fromWall: string, untilWall: string): string {
  if (fromWall.slice(0, 10) !== untilWall.slice(0, 10)) return words.overNight(wallInWords(fromWall), wallInWords(untilWall))
  return words.onDay(dayInWords(fromWall), clockOf(fromWall), clockOf(untilWall))
}

function partOnDay({ startWall, endWall }: Proposal, edge: PartEdge, minutes: number): string {
  return edge === 'beginning' ? onDay(startWall, moved(startWall, minutes)) : onDay(moved(endWall, -minutes), endWall)
}

/** A wall time so many minutes on. Nobody meets in the hour in which clocks change. */
function moved(wall: string, minutes: number): string {
  const minute = dayOfDate(wall.slice(0, 10)) * 1440 + minuteOfTime(clockOf(wall)) + minutes
  const ofDay = ((minute % 1440) + 1440) % 1440
  return `${dateOfDay(Math.floor(minute / 1440))}T${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}
