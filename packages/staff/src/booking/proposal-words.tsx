import { ways } from '@kinplan/domain/meeting/participation'
import { Disclosure } from '@kinplan/ui/disclosure'
import { VisuallyHidden } from '@kinplan/ui/visually-hidden'
import { NameList } from '../frame/name-list'
import { dayInWords, wallInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { partSaid } from './ask.copy'
import type { PlaceToAsk } from './places-field'
import { markedName, proposalDifference } from './proposal-difference'
import { roomsTooSmall, sittingAt } from './room-seats'
import { RoomsTooSmall } from './rooms-too-small'
import { betterSaid, leftOutSaid, shapeSaid, timesWords as words, togetherSaid, waySaid } from './times.copy'
import type { Proposal } from './use-ranked-times'

const reasons = ['notFree', 'noAnswerYet', 'keptApart'] as const

interface ProposalWordsProps {
  proposal: Proposal
  participants: MeetingOf['participants']
  /** Places with their rooms, to say where one is full. */
  places: readonly PlaceToAsk[]
}

/** One time in the sentences a coordinator would say aloud: when, then the account of it. */
export function ProposalWords({ proposal, participants, places }: ProposalWordsProps) {
  return (
    <>
      <WhenWords proposal={proposal} />
      <ProposalAccount proposal={proposal} participants={participants} places={places} />
    </>
  )
}

/** A later one of several times: when, what is otherwise than at the first, who needs time off. The account of it is `FoldedAccount`. */
export function NextProposalWords({ proposal, first, participants, places }: ProposalWordsProps & { first: Proposal }) {
  const otherwise = proposalDifference(proposal, first, participants)
  return (
    <>
      <WhenWords proposal={proposal} />
      <p>
        <bdi>{otherwise.length === 0 ? words.asFirst : words.asFirstBut(otherwise)}</bdi>
      </p>
      <RoomsTooSmall said={seatsInWords(proposal, places).filter((one) => !seatsInWords(first, places).includes(one))} />
      <TimeOffWords proposal={proposal} />
    </>
  )
}

/** Who, how and why of one of several times, to be opened. */
export function FoldedAccount({ proposal, participants, places }: ProposalWordsProps) {
  return (
    <Disclosure
      label={
        <>
          {words.inFull}
          <VisuallyHidden>{words.ofDay(dayInWords(proposal.startWall))}</VisuallyHidden>
        </>
      }
    >
      <ProposalAccount proposal={proposal} participants={participants} places={places} />
    </Disclosure>
  )
}

/** Why a time is better than the one after it. */
export function BetterWords({ better, last }: Pick<Proposal, 'better'> & { last: boolean }) {
  return <p className="quiet">{last ? words.only : better !== null && words.better(betterSaid[better])}</p>
}

function WhenWords({ proposal: { startWall, endWall } }: { proposal: Proposal }) {
  return (
    <p>
      <strong>{wallInWords(startWall, endWall)}</strong>
    </p>
  )
}

/** Where, who comes and how, who needs time off, who does not come and why, in what shape. */
function ProposalAccount({ proposal, participants, places }: ProposalWordsProps) {
  const { comes } = proposal
  const named = ({ participantId, name }: Proposal['comes'][number]) => {
    const part = participants.find(({ id }) => id === participantId)
    return part?.partEdge && part.partMinutes !== null ? words.withPart(name, partSaid[part.partEdge](String(part.partMinutes))) : name
  }
  return (
    <>
      <WhereWords proposal={proposal} />
      <RoomsTooSmall said={seatsInWords(proposal, places)} />
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
        {shapeInWords(proposal)} <SecondMeetingWords proposal={proposal} />
      </p>
    </>
  )
}

/** "Together" is said of people who sit in one room, and "everybody" where nobody is missing. */
function shapeInWords({ shape, comes, leftOut }: Proposal): string {
  if (shape !== 'together' || comes.length === 0 || comes.some(({ how }) => how !== 'inRoom')) return shapeSaid[shape]
  return leftOut.length === 0 ? togetherSaid.everybody : togetherSaid.allWhoCome
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

function seatsInWords(proposal: Proposal, places: readonly PlaceToAsk[]): string[] {
  return roomsTooSmall({ ...proposal, rooms: places.find(({ id }) => id === proposal.placeId)?.rooms ?? [] }, sittingAt(proposal))
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
  const needed = (missing: Proposal['leftOut'][number]) => markedName(missing, participants)
  const companionOf = (participantId: string) => {
    const comesWithId = participants.find(({ id }) => id === participantId)?.comesWithId
    return participants.find(({ id }) => id === comesWithId)?.name
  }
  return (
    <p>
      {reasons.map((reason) => {
        const names = leftOut.filter(({ why }) => why === reason).map(needed)
        return names.length === 0 ? null : (
          <span key={reason}>
            <NameList names={names} /> {leftOutSaid[reason](names.length === 1)}.{' '}
          </span>
        )
      })}
      {leftOut
        .filter(({ why }) => why === 'companionNotFree')
        .map((missing) => {
          const companion = companionOf(missing.participantId)
          return (
            <span key={missing.participantId}>
              <bdi>{needed(missing)}</bdi>{' '}
              {companion === undefined ? leftOutSaid.companionNotFree(true) : <bdi>{words.notWithout(companion)}</bdi>}.{' '}
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
