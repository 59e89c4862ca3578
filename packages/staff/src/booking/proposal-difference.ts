import type { MeetingOf } from '../meeting/meeting-of'
import { leftOutSaid, shapeSaid, timesWords as words, waySaid } from './times.copy'
import type { Proposal } from './use-ranked-times'

type Needed = Pick<MeetingOf['participants'][number], 'id' | 'need'>

/** A name, marked where somebody must be there. */
export function markedName({ participantId, name }: { participantId: string; name: string }, participants: readonly Needed[]): string {
  return participants.find(({ id }) => id === participantId)?.need === 'must' ? words.mustBeThere(name) : name
}

/**
 * What is otherwise at one time than at the first: people by how they come or why they do not, then the place or the room, then the shape.
 * The days by which somebody asks at work are each time's own.
 */
export function proposalDifference(proposal: Proposal, first: Proposal, participants: readonly Needed[]): string[] {
  const howAtFirst = new Map(first.comes.map(({ participantId, how }) => [participantId, how]))
  const whyAtFirst = new Map(first.leftOut.map(({ participantId, why }) => [participantId, why]))
  const { placeId, placeName, roomId, roomName, secondRoomId, secondRoomName, shape } = proposal
  const otherPlace = placeId !== first.placeId
  return [
    ...proposal.comes
      .filter(({ participantId, how }) => howAtFirst.get(participantId) !== how)
      .map(({ name, how }) => `${name} ${waySaid[how]}`),
    ...proposal.leftOut
      .filter(({ participantId, why }) => whyAtFirst.get(participantId) !== why)
      .map((missing) => `${markedName(missing, participants)} ${leftOutSaid[missing.why](true)}`),
    ...(otherPlace ? [placeName === null ? words.noPlace : words.atOther(placeName)] : []),
    ...(roomId !== first.roomId && roomName !== null && !otherPlace ? [words.inOther(roomName)] : []),
    ...(secondRoomId !== first.secondRoomId && secondRoomName !== null ? [words.secondOther(secondRoomName)] : []),
    ...(shape === first.shape ? [] : [shapeSaid[shape].replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, '')]),
  ]
}
