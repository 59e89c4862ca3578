import type { Row, TypeRow } from './row'
import { whoWroteOnPaper } from './who-sees-the-plan'

const everybody = { everybody: 'always' } as const
const ofAFamily = { 'everybody of a family': 'always' } as const
const dad = { 'Dad, kept apart from Mum and not to know': 'always' } as const
const withAMeeting: Row = { 'everybody who is told of the meeting': 'always', ...dad, 'a person of another family': 'always' }
const told = (when: Row['Gran']): Row => ({ 'everybody who is told of the meeting': when })
const whoComeToThePlace: Row = {
  'Mum, at risk': 'once it is booked',
  Gran: 'once it is booked',
  'others in the room': 'once it is booked',
  'the advocate': 'once it is booked',
}
const inARoom = { 'everybody in a private room': 'from private family time on' } as const
const writers = { 'whoever wrote the plan together': 'from private family time on' } as const
const untilShared = { 'whoever wrote the plan together': 'until the plan is shared' } as const
const whoSaid: Row = { 'Mum, at risk': 'always', Gran: 'always', 'Nan, kept apart from a room': 'always' }
const nansEnd = { 'Nan, kept apart from a room': 'from agreeing on' } as const
const aunt = (when: Row['Gran']): Row => ({ 'Aunt, on a link that a worker made': when })

/** What somebody of the family, or anybody at the door, is shown of what is theirs. */
export const whoSeesTheirOwn: Record<string, TypeRow> = {
  Me: {
    who: everybody,
    all: 'council storyPage today viewerCan',
    some: { worker: { 'any worker': 'always' }, person: ofAFamily, signIns: ofAFamily },
  },
  Council: { who: everybody, all: 'name phone story' },
  MyPerson: { who: ofAFamily, all: 'id name zone' },
  SignIn: { who: ofAFamily, all: 'id atWall here', some: { linkOf: aunt('always') } },
  // The front page of the demo, which is not there in service.
  StoryPerson: { who: everybody, all: 'id name what family moment' },
  LinkHolder: { who: everybody, all: 'open coordinator', unmet: 'waitMinutes' },
  MyMeeting: {
    who: withAMeeting,
    all: 'id kind stage zone mine answeredBefore children coordinator referrer viewerCan anotherDayAsked',
    some: {
      startWall: told('once it is booked'),
      endWall: told('once it is booked'),
      ways: told('once it is booked'),
      others: told('once it is booked'),
      // Where it is, and when to be there, is for those who come to the place.
      place: whoComeToThePlace,
      arriveAt: whoComeToThePlace,
      ending: told('once it has ended'),
      nextStep: told('once it has ended'),
      why: { ...told('always'), ...dad },
      bottomLines: { ...told('always'), ...dad },
      timeOffBy: { Gran: 'while it is booked' },
      room: inARoom,
      plans: told('once there is a plan'),
      paperPlan: whoWroteOnPaper,
      readers: {
        'whoever wrote the plan together': 'always',
        ...dad,
        'a person of another family': 'always',
        'others in the room': 'except in private family time',
        'Nan, kept apart from a room': 'except in private family time',
        'Grandad, kept apart from a place': 'except in private family time',
        'the advocate': 'except in private family time',
      },
    },
  },
  MyPart: {
    who: withAMeeting,
    all: 'participantId state version',
    some: {
      how: {
        'Mum, at risk': 'always',
        Gran: 'always',
        'others in the room': 'always',
        'Nan, kept apart from a room': 'always',
        'the advocate': 'always',
      },
    },
  },
  MyOther: { who: told('once it is booked'), all: 'id name' },
  // And the coordinator, in everybody's copy.
  MyWhyEntry: { who: { ...told('always'), ...dad, 'the coordinator': 'while it is booked, once safety is settled' }, all: 'id kind text' },
  MyBottomLine: { who: { ...told('always'), ...dad }, all: 'id text' },
  Looks: { who: ofAFamily, all: 'since', some: { looks: { 'everybody in the family': 'always' } }, unmet: 'earlier' },
  Look: { who: { 'everybody in the family': 'always' }, all: 'day who role about' },
  MyAvailability: { who: ofAFamily, all: 'zone saidWhen version nation today', some: { rules: whoSaid } },
  MyRule: {
    who: whoSaid,
    all: 'kind weekdays start end zone how preference',
    some: { timeOffDays: { Gran: 'always' } },
    unmet: 'from until sleepUntil cycle shifts busy enteredBy',
  },
  MyRoom: {
    who: inARoom,
    all: 'id meetingId ended begun doubted viewerCan me bottomLines',
    some: {
      // Names and phones of the room are for those whom the family itself vouched for.
      members: writers,
      sessions: writers,
      draft: { ...writers, 'Nan, kept apart from a room': 'from private family time on' },
      linkOf: aunt('from private family time on'),
      undoableEnd: nansEnd,
      shareProposal: untilShared,
      // Random bytes, of no use without the words. That there are words, and who used them, is for those who have the key.
      rescueSalts: { ...untilShared, 'others in the room': 'until the plan is shared' },
      rescueWordsWall: untilShared,
      rescueOpenings: untilShared,
    },
    unmet: 'waitingEnd',
  },
  MyMember: { who: writers, all: 'id name' },
  MyDraft: {
    who: { ...writers, 'Nan, kept apart from a room': 'from private family time on' },
    all: 'id epoch head state',
    some: { shared: { 'whoever wrote the plan together': 'once there is a plan' } },
  },
  RoomSession: { who: writers, all: 'id atWall linkOf here member letIn' },
  WaitingEnd: { who: inARoom, all: '', unmet: 'kind saidBy takesEffectWall secondsLeft' },
  RescueOpening: { who: untilShared, all: 'sessionId name atWall here' },
  ShareProposal: { who: untilShared, all: 'head digest stopped secondsLeft' },
  UndoableEnd: { who: nansEnd, all: 'kind draftId untilWall' },
  JoinOffer: {
    who: { 'whoever wrote the plan together': 'in private family time', 'others in the room': 'in private family time' },
    all: 'jid meetingId draftId epoch offer by',
    unmet: 'reply replyBy wrapped',
  },
  Envelope: { who: writers, all: 'seq epoch id device member n kind nonce sealed' },
}
