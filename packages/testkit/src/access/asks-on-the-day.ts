import { randomBytes, randomUUID } from 'node:crypto'
import { newDevice, newRescueWords } from '../../checks/minted-doors'
import { input, meetingOf, type Ask, type Asking, type Asks } from './ask'
import { moments, type Moment } from './moments'

const opaque = (bytes = 32) => randomBytes(bytes).toString('base64url')
/** The stage after this one; where there is none by hand, the one it would be. */
const nextStage = (moment: Moment): Moment => {
  const within: Partial<Record<Moment, Moment>> = { unsettled: 'booked', shared: 'privateTime' }
  const stages = moments.filter((one) => !(one in within))
  return stages[stages.indexOf(within[moment] ?? moment) + 1] ?? 'ended'
}
/** The draft of whoever asks: Nan's is her own, everybody else could only want to see Mum's and Gran's. */
const draftOf = ({ world, person }: Asking) => (person === 'Nan, kept apart from a room' ? world.drafts.nan : world.draft)
export const proven: Ask['variables'] = (asking) => {
  const { draftId, memberProof } = draftOf(asking)
  return { draftId, memberProof }
}
const shown = (asking: Asking) => {
  const { draftId, shareProof } = draftOf(asking)
  return { draftId, head: draftId === asking.world.draft.draftId ? 1 : 0, shareProof, digest: 'a'.repeat(64) }
}
const step = (bottomLineId: string) => ({
  bottomLineId,
  what: 'Aunt walks Mia to school.',
  who: 'Aunt',
  byWhen: 'Monday',
  howWeWillKnow: '',
  helpNeeded: '',
  ifItDoesNotWork: '',
})

/** A draft takes no more words once its plan is shared, also where the room is private still. */
const onceShared = { met: ['draftClosed' as const] }

/** What is asked and done on the day, until the family has shared its plan. */
export const asksOnTheDay: Asks = {
  moveStage: {
    variables: ({ world, facts, moment }) => ({ meetingId: world.meetingId, version: facts.meetingVersion, to: nextStage(moment) }),
    // Booking and ending are no moves; a room of the family stays private.
    met: ['stageSkipped', 'stillPrivate'],
  },
  attend: { variables: ({ world }) => ({ participantId: world.participants[world.people.gran], attended: true }) },
  endMeeting: input(({ world, facts }) => ({
    meetingId: world.meetingId,
    version: facts.meetingVersion,
    ending: 'stoppedForSafety',
    nextStep: 'We meet again.',
  })),
  myRoom: { variables: meetingOf },
  startDraft: input(({ world }) => newDevice(world.meetingId).start, { met: ['alreadyDone'] }),
  keepKeyShare: { variables: proven },
  comeBackToDraft: { variables: proven, met: ['notVouched', 'notNow'] },
  keepNothingHere: { variables: (asking) => ({ draftId: draftOf(asking).draftId }) },
  offerJoin: input((asking) => ({ ...proven(asking), jid: opaque(16), offer: opaque(96) })),
  joinOffer: { variables: ({ world }) => ({ jid: world.jid }) },
  replyToJoin: input(({ world }) => ({ jid: world.jid, reply: opaque(96) })),
  // Whoever offered it wraps the key for whoever replied.
  wrapForJoin: input(({ world }) => ({ jid: world.answered, memberProof: world.draft.memberProof, wrapped: opaque(96) }), {
    met: ['joinEnded', 'draftClosed'],
  }),
  relayHead: input(
    (asking) => ({
      ...proven(asking),
      device: opaque(16),
      epoch: 1,
      head: { id: randomUUID(), n: '1', kind: 'head', nonce: opaque(12), sealed: opaque(48) },
    }),
    onceShared,
  ),
  appendEnvelopes: input(
    (asking) => ({
      ...proven(asking),
      device: opaque(16),
      epoch: 1,
      envelopes: [{ id: randomUUID(), n: '1', kind: 'update', nonce: opaque(12), sealed: opaque(80) }],
    }),
    onceShared,
  ),
  envelopes: { variables: (asking) => ({ ...proven(asking), after: 0 }) },
  keepRescueWords: input((asking) => ({ ...proven(asking), epoch: 1, ...newRescueWords().kept }), onceShared),
  // Of Nan's room these words are not; nor are they of any plan once it is shared.
  findByRescueWords: {
    variables: ({ world }) => ({ meetingId: world.meetingId, wordsProof: world.wordsProof }),
    met: ['rescueWordsWrong'],
  },
  openByRescueWords: input(
    ({ world }) => ({ meetingId: world.meetingId, wordsProof: world.wordsProof, memberProof: world.draft.memberProof }),
    { met: ['rescueWordsWrong'] },
  ),
  dropSession: { variables: ({ world, facts }) => ({ meetingId: world.meetingId, sessionId: facts.auntsSession }), met: ['choiceUnknown'] },
  // It is shown to those who wrote it, for more than its minute.
  proposeShare: input(shown, onceShared),
  stopShare: { variables: proven, ...onceShared },
  sharePlan: input((asking) => ({ ...shown(asking), wantYouToKnow: 'Ours.', steps: [step(asking.world.givenLineId)] }), onceShared),
  endPrivateTime: { variables: (asking) => ({ meetingId: asking.world.meetingId, memberProof: draftOf(asking).memberProof }) },
  endPrivateTimeForFamily: {
    variables: ({ world }) => ({ meetingId: world.meetingId, saidBy: 'Mum' }),
    // Each room has a draft: a device ends it.
    met: ['notNow'],
  },
  endWithoutKey: { variables: ({ world }) => ({ meetingId: world.meetingId, kind: 'end' }), met: ['keyStillHere'] },
  stopEndWithoutKey: { variables: proven, met: ['alreadyDone'] },
  undoEndWithoutKey: { variables: proven, met: ['notNow'] },
  endOnSpokenWord: { variables: ({ world }) => ({ meetingId: world.meetingId, saidBy: 'Mum' }), met: ['keyStillHere'] },
}
