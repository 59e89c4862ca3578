import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema, type PubSub } from 'type-graphql'
import { AccessRecordResolver } from '../access/access-record.resolver'
import { WhoLookedResolver } from '../access/who-looked.resolver'
import { AccountResolver, LinkTriesResolver } from '../account/account.resolver'
import { MySignInsResolver, RoomSessionsResolver } from '../account/sign-in.resolver'
import { TeamResolver } from '../worker/team.resolver'
import {
  ActionResolver,
  ActionUpdateResolver,
  MyPlanActionsResolver,
  MyActionResolver,
  PlanActionsResolver,
} from '../action/action.resolver'
import { StuckResolver } from '../action/stuck.resolver'
import { AvailabilityResolver, AvailabilityRuleResolver, PersonAvailabilityResolver } from '../availability/availability.resolver'
import { NeedResolver } from '../booking/need.resolver'
import { DayResolver } from '../day/day.resolver'
import { ReviewResolver } from '../booking/review.resolver'
import { TakePartResolver } from '../booking/take-part.resolver'
import { TimesResolver } from '../booking/times.resolver'
import { BreakGlassByResolver, BreakGlassChangesResolver, BreakGlassResolver } from '../break-glass/break-glass.resolver'
import { CalendarResolver } from '../calendar/calendar.resolver'
import { AllocationResolver, FamilyResolver, PersonResolver } from '../family/family.resolver'
import { AnotherDayResolver, MeetingMovesResolver, MyAnotherDayResolver } from '../booking/another-day.resolver'
import { ChangedResolver } from '../meeting/changed.resolver'
import { MeetingChangesResolver } from '../meeting/meeting-changes.resolver'
import {
  BottomLineResolver,
  FamilyMeetingsResolver,
  FamilyRowMeetingResolver,
  MeetingResolver,
  NotPartResolver,
  ParticipantResolver,
  SafetyDecisionResolver,
  WhyEntryResolver,
} from '../meeting/meeting.resolver'
import { MyMeetingResolver } from '../meeting/my-meeting.resolver'
import {
  FamilyRowWithdrawalResolver,
  WithdrawalContactResolver,
  WithdrawalResolver,
  WithdrawalsResolver,
} from '../meeting/withdrawal.resolver'
import { MessageResolver } from '../message/message.resolver'
import { MeetingHoldsResolver, MyTimeOffResolver, RoomHoldResolver } from '../booking/hold.resolver'
import { PlaceResolver } from '../place/place.resolver'
import { RescueWordsResolver } from '../private-time/rescue-words.resolver'
import { ShareProposalResolver } from '../private-time/share-proposal.resolver'
import { DraftResolver } from '../private-time/draft.resolver'
import { EndWithoutKeyResolver, MeetingWithoutPlanResolver, MyRoomOfMeetingResolver } from '../private-time/end-without-key.resolver'
import { MeetingPlansResolver, MyMeetingPlansResolver } from '../plan/meeting-plans.resolver'
import { AgreementByLinkResolver, MyAnswerByLinkResolver, MyPlanByLinkResolver, PlanByLinkResolver } from '../plan/by-link.resolver'
import { MyPlanPaperMarkResolver, PlanPaperMarkResolver } from '../plan/paper-mark.resolver'
import { MyPaperPlanResolver, PaperPlanResolver } from '../plan/paper-plan.resolver'
import { MyDoubtResolver, PlanDoubtResolver } from '../plan/plan-doubt.resolver'
import { CouncilAnswerResolver, MyPlanResolver, PlanResolver } from '../plan/plan.resolver'
import { MyReadersResolver } from '../private-time/readers.resolver'
import { PrivateTimeResolver } from '../private-time/private-time.resolver'
import { WeekResolver } from '../week/week.resolver'

/** type-graphql asks for one; our subscriptions bring their own events, so nothing may ever go through it. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error('Events go through the hub')
  },
  subscribe: () => {
    throw new Error('Events go through the hub')
  },
}

/** The whole contract. */
export function buildContract(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      ActionResolver,
      ActionUpdateResolver,
      MyPlanActionsResolver,
      MyActionResolver,
      PlanActionsResolver,
      StuckResolver,
      AccessRecordResolver,
      WhoLookedResolver,
      AccountResolver,
      LinkTriesResolver,
      MySignInsResolver,
      RoomSessionsResolver,
      TeamResolver,
      FamilyResolver,
      BreakGlassResolver,
      BreakGlassChangesResolver,
      BreakGlassByResolver,
      PersonResolver,
      AllocationResolver,
      MeetingResolver,
      FamilyMeetingsResolver,
      FamilyRowMeetingResolver,
      SafetyDecisionResolver,
      ParticipantResolver,
      NotPartResolver,
      WhyEntryResolver,
      BottomLineResolver,
      MyMeetingResolver,
      MessageResolver,
      ChangedResolver,
      MeetingChangesResolver,
      WithdrawalContactResolver,
      WithdrawalResolver,
      WithdrawalsResolver,
      FamilyRowWithdrawalResolver,
      TakePartResolver,
      ReviewResolver,
      DayResolver,
      MyReadersResolver,
      AvailabilityResolver,
      PersonAvailabilityResolver,
      AvailabilityRuleResolver,
      TimesResolver,
      NeedResolver,
      PlaceResolver,
      MeetingHoldsResolver,
      MyTimeOffResolver,
      RoomHoldResolver,
      MeetingMovesResolver,
      AnotherDayResolver,
      MyAnotherDayResolver,
      WeekResolver,
      CalendarResolver,
      DraftResolver,
      PrivateTimeResolver,
      EndWithoutKeyResolver,
      ShareProposalResolver,
      RescueWordsResolver,
      MyRoomOfMeetingResolver,
      MeetingWithoutPlanResolver,
      PlanResolver,
      MyPlanResolver,
      CouncilAnswerResolver,
      MyDoubtResolver,
      PlanDoubtResolver,
      PaperPlanResolver,
      MyPaperPlanResolver,
      PlanPaperMarkResolver,
      MyPlanPaperMarkResolver,
      PlanByLinkResolver,
      MyPlanByLinkResolver,
      AgreementByLinkResolver,
      MyAnswerByLinkResolver,
      MeetingPlansResolver,
      MyMeetingPlansResolver,
    ],
    validate: false,
    pubSub: noPubSub,
  })
}
