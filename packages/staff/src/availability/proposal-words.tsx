import { ways } from '@kinplan/domain/meeting/participation'
import type { MeetingOf } from '../meeting/meeting-page'
import { NameList } from '../name-list'
import { dayInWords, wallInWords } from '../when'
import { partSaid } from './ask.copy'
import { betterSaid, leftOutSaid, shapeSaid, timesWords as words, waySaid } from './times.copy'
import type { Proposal } from './use-ranked-times'

const reasons = ['notFree', 'noAnswerYet', 'keptApart'] as const

export interface ProposalWordsProps {
  proposal: Proposal
  participants: MeetingOf['participants']
  /** Says why it is better than the next one. */
  compared?: 'withNext' | 'last'
}

/** One time in the sentences a coordinator would say aloud: when, where, who comes and how, who needs time off, who does not come and why, in what shape, why it is better. */
export function ProposalWords({ proposal, participants, compared }: ProposalWordsProps) {
  const { startWall, endWall, comes, shape, better } = proposal
  const named = ({ participantId, name }: Proposal['comes'][number]) => {
    const part = participants.find(({ id }) => id === participantId)
    return part?.partEdge && part.partMinutes !== null ? words.withPart(name, partSaid[part.partEdge](String(part.partMinutes))) : name
  }
  return (
    <>
      <p>
        <strong>{wallInWords(startWall, endWall)}</strong>
      </p>
      <WhereWords proposal={proposal} />
      <p>
        {comes.length === 0 ? words.nobody : words.canCome}{' '}
        {ways
          .filter((way) => comes.some(({ how }) => how === way))
          .map((way, place) => (
            <span key={way}>
              {place > 0 && '; '}
              <NameList names={comes.filter(({ how }) => how === way).map(named)} /> {waySaid[way]}
            </span>
          ))}
        {comes.length > 0 && '.'}
      </p>
      <TimeOffWords proposal={proposal} />
      <LeftOutWords proposal={proposal} participants={participants} />
      <p>
        {shapeSaid[shape]} <SecondMeetingWords proposal={proposal} />
      </p>
      {compared !== undefined && <p className="quiet">{compared === 'last' ? words.only : better !== null && words.better(betterSaid[better])}</p>}
    </>
  )
}

function WhereWords({ proposal: { placeName, roomName, secondRoomName } }: { proposal: Proposal }) {
  if (placeName === null) return null
  return (
    <p>
      <bdi>
        {words.at(placeName)}
        {roomName !== null && words.inRoom(roomName)}
        {secondRoomName !== null && words.withSecond(secondRoomName)}.
      </bdi>
    </p>
  )
}

/** Who has to ask at work, the first day first. */
function TimeOffWords({ proposal: { comes } }: { proposal: Proposal }) {
  const days = [...new Set(comes.flatMap(({ askBy }) => askBy ?? []))].toSorted()
  if (days.length === 0) return null
  return (
    <p>
      {days.map((day) => {
        const names = comes.filter(({ askBy }) => askBy === day).map(({ name }) => name)
        return (
          <span key={day}>
            <NameList names={names} /> {(names.length === 1 ? words.timeOff : words.timeOffMany)(dayInWords(day))}.{' '}
          </span>
        )
      })}
    </p>
  )
}

function LeftOutWords({ proposal: { leftOut }, participants }: { proposal: Proposal; participants: MeetingOf['participants'] }) {
  if (leftOut.length === 0) return null
  const companionOf = (participantId: string) => {
    const comesWithId = participants.find(({ id }) => id === participantId)?.comesWithId
    return participants.find(({ id }) => id === comesWithId)?.name
  }
  return (
    <p>
      {reasons.map((reason) => {
        const names = leftOut.filter(({ why }) => why === reason).map(({ name }) => name)
        return names.length === 0 ? null : (
          <span key={reason}>
            <NameList names={names} /> {leftOutSaid[reason](names.length === 1)}.{' '}
          </span>
        )
      })}
      {leftOut
        .filter(({ why }) => why === 'companionNotFree')
        .map(({ participantId, name }) => {
          const companion = companionOf(participantId)
          return (
            <span key={participantId}>
              <bdi>{name}</bdi> {companion === undefined ? leftOutSaid.companionNotFree(true) : <bdi>{words.notWithout(companion)}</bdi>}.{' '}
            </span>
          )
        })}
    </p>
  )
}

function SecondMeetingWords({ proposal: { secondMeeting } }: { proposal: Proposal }) {
  if (secondMeeting === null) return null
  return (
    <>
      <NameList names={secondMeeting.names} /> {words.ownMeeting(wallInWords(secondMeeting.startWall, secondMeeting.endWall))}.
    </>
  )
}
