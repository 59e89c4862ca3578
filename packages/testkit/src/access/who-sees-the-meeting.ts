import type { TypeRow } from './row'

const readers = { 'whichever workers read the family': 'always' } as const
const onceBooked = { 'whichever workers read the family': 'once it is booked' } as const
const whoKnowOfWithdrawals = { 'the coordinator': 'always', 'the supervisor': 'always' } as const
const whoKnowPairs = { 'the coordinator': 'always', 'the supervisor': 'always', 'a worker who reads in an emergency': 'always' } as const
const pairsOnceBooked = {
  'the coordinator': 'once it is booked',
  'the supervisor': 'once it is booked',
  'a worker who reads in an emergency': 'once it is booked',
} as const
const coordinator = { 'the coordinator': 'always' } as const
const searching = { 'the coordinator': 'before the day, once safety is settled' } as const
const whileBooked = { 'the coordinator': 'while it is booked' } as const
const booked = { 'the coordinator': 'once it is booked' } as const
const held = { 'whichever workers read the family': 'from the booking until it has ended' } as const

/** What everybody's copy says before it goes. */
const lookedAt = { 'the coordinator': 'while it is booked, once safety is settled' } as const

/** The meeting as the family's workers read it, and a worker in an emergency. */
export const whoSeesTheMeeting: Record<string, TypeRow> = {
  Meeting: {
    who: readers,
    all: 'id familyId kind stage version zone familyName coordinator referrer children participants why bottomLines viewerCan',
    some: {
      startWall: onceBooked,
      start: onceBooked,
      endWall: onceBooked,
      minutes: onceBooked,
      place: onceBooked,
      placeId: onceBooked,
      ending: { 'whichever workers read the family': 'once it has ended' },
      nextStep: { 'whichever workers read the family': 'once it has ended' },
      // Who withdrew unseen is not for the social worker, nor for anybody in an emergency.
      withdrawals: whoKnowOfWithdrawals,
      safety: whoKnowPairs,
      safetyDecision: whoKnowPairs,
      // Nobody is named to a worker in private family time.
      readers: { 'whichever workers read the family': 'except in private family time' },
      timeAsk: { 'the coordinator': 'before the day' },
      anotherDays: booked,
      roomHolds: held,
      moved: whileBooked,
      timeOff: whileBooked,
      paperPlans: { 'the coordinator': 'from agreeing on' },
      plans: { 'whichever workers read the family': 'once there is a plan' },
    },
    unmet: 'reviewsPlanId reviewsPlan conflicts spokenEnd endedWithoutPlan',
  },
  SafetyDecision: {
    who: whoKnowPairs,
    all: 'id saidAlone ordersChecked advice shape arrivalLeaving ifSomebodyComes decidedAt coversAll decidedBy',
    // What somebody said alone is for nobody in an emergency.
    some: { saidAlone: { 'the coordinator': 'always', 'the supervisor': 'always' } },
  },
  Participant: {
    who: readers,
    all: 'id need state how version notPart person worker name',
    some: {
      // That somebody arrives at another time, or was not invited, would tell who is kept apart.
      invitedAt: pairsOnceBooked,
      // Nor are messages for anybody in an emergency.
      invitation: { 'the coordinator': 'once it is booked', 'the supervisor': 'once it is booked' },
      arriveAt: pairsOnceBooked,
      slip: pairsOnceBooked,
      attended: { 'whichever workers read the family': 'from information on' },
      // What is said alone is said to the coordinator alone.
      preparation: coordinator,
      partEdge: coordinator,
      partMinutes: coordinator,
      comesWithId: coordinator,
      travel: coordinator,
      plannedHow: booked,
    },
  },
  NotPart: { who: readers, all: 'reason lookAgainOn viewsGathered by' },
  Preparation: {
    who: coordinator,
    all: 'wantsToTakePart whoShouldBeThere isItSafe whoMayKnow howToReach whatWouldHelp talkedAt version',
  },
  Slip: { who: pairsOnceBooked, all: 'kind startWall place arriveAt' },
  TravelTime: { who: coordinator, all: 'placeId minutes' },
  WhyEntry: { who: readers, all: 'id kind text version by correctedBy' },
  BottomLine: { who: readers, all: 'id text childIds givenToFamilyOn laterReason version setBy agreedBy correctedBy' },
  Withdrawal: {
    who: whoKnowOfWithdrawals,
    all: 'id participantId name saidAt waits contactOn contacts writtenDownBy',
    some: { contactPoints: coordinator },
  },
  WithdrawalContact: { who: whoKnowOfWithdrawals, all: 'id at by outcome words' },
  Copies: { who: lookedAt, all: 'copies', some: { refused: { 'the coordinator': 'except while it is booked, once safety is settled' } } },
  Copy: { who: lookedAt, all: 'participantId name message startWall endWall place arriveAt ways others why bottomLines' },
  CopyMessage: { who: lookedAt, all: 'subject body' },
  TimeAsk: {
    who: { 'the coordinator': 'before the day' },
    all: `version from until minutes earliest latest weekdays noticeDays bankHolidays schoolHours placeIds stepFree twoWaysOut
      secondRoom`,
  },
  Conflict: { who: whoKnowPairs, all: '', unmet: 'names level' },
  AnotherDay: { who: booked, all: 'id text askedAt name', unmet: 'answeredAt' },
  RoomHold: {
    who: held,
    all: 'id roomId roomName use capacity confirmedAt confirmedBy',
    some: {
      seatsTaken: {
        'the coordinator': 'from the booking until it has ended',
        'the supervisor': 'from the booking until it has ended',
        'a worker who reads in an emergency': 'from the booking until it has ended',
      },
    },
  },
  MovedPart: { who: whileBooked, all: 'participantId name why' },
  NeedsTimeOff: { who: whileBooked, all: 'participantId name askBy' },
  SpokenEnd: { who: { 'the coordinator': 'in private family time' }, all: '', unmet: 'saidBy state takesEffectWall' },
  RankedTimes: {
    who: coordinator,
    all: 'stopped',
    some: {
      proposals: searching,
      people: searching,
      heat: searching,
      refused: { 'the coordinator': 'when nothing is searched for' },
    },
    unmet: 'field asks',
  },
  TimeProposal: {
    who: searching,
    all: 'start startWall endWall zone placeId placeName roomId roomName secondRoomId secondRoomName shape comes leftOut better',
    unmet: 'secondMeeting',
  },
  ComesBy: { who: searching, all: 'participantId name worker how askBy' },
  LeftOut: { who: searching, all: 'participantId name why' },
  SecondMeeting: { who: searching, all: '', unmet: 'startWall endWall names' },
  OneAsk: { who: searching, all: '', unmet: 'kind participantId name worker edge minutes fromWall untilWall result' },
  HeatPerson: { who: searching, all: 'participantId name worker' },
  HeatCell: { who: searching, all: 'day hour time ways' },
}
