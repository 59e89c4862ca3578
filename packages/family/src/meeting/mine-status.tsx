import { StatusWord, type StatusKind } from '@kinplan/ui/status-word'
import type { Meeting } from '../page/current-user'
import type { ParticipationState } from '../generated/graphql'
import { isUnanswered } from './meeting-of'
import { anotherDayWords, changedDayWords, mineWords, wayWords } from './meeting.copy'

const kinds: Record<ParticipationState, StatusKind> = {
  notAsked: 'plain',
  asked: 'waiting',
  noAnswerYet: 'needs-you',
  coming: 'done',
  sendingViews: 'done',
  notComing: 'plain',
  notPart: 'plain',
}

/** How I stand to a meeting, in kind words. An answer to another day is none; who asked for another day has not said nothing. */
export function MineStatus({ meeting }: { meeting: Meeting }) {
  const { mine, startWall, answeredBefore, anotherDayAsked, coordinator } = meeting
  const { state, how } = mine
  const asked = anotherDayAsked && <StatusWord kind="waiting">{anotherDayWords.askedOf(coordinator.name)}</StatusWord>
  if (asked && isUnanswered(meeting)) return asked
  // Nobody waits for an answer to a day that is not set.
  if (startWall === null && isUnanswered(meeting)) return null
  if (answeredBefore) return <StatusWord kind="needs-you">{changedDayWords.status(changedDayWords.question(state))}</StatusWord>
  return (
    <>
      <StatusWord kind={kinds[state]}>
        {mineWords[state]}
        {state === 'coming' && how && `: ${wayWords[how].toLowerCase()}`}
      </StatusWord>
      {asked && (
        <>
          <br />
          {asked}
        </>
      )}
    </>
  )
}
