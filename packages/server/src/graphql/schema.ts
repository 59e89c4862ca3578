import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AccessRecordResolver } from '../access/access-record.resolver'
import { AccountResolver } from '../account/account.resolver'
import { TeamResolver } from '../account/team.resolver'
import { AllocationResolver, FamilyResolver, PersonResolver } from '../family/family.resolver'
import { DraftResolver } from '../plan/draft.resolver'
import { MeetingPlansResolver, MyMeetingPlansResolver } from '../plan/meeting-plans.resolver'
import { CouncilAnswerResolver, MyPlanResolver, PlanResolver } from '../plan/plan.resolver'
import { PrivateTimeResolver } from '../plan/private-time.resolver'

/** The whole contract. */
export function buildContract(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [AccessRecordResolver, AccountResolver, TeamResolver, FamilyResolver, PersonResolver, AllocationResolver, DraftResolver, PrivateTimeResolver, PlanResolver, MyPlanResolver, CouncilAnswerResolver, MeetingPlansResolver, MyMeetingPlansResolver],
    validate: false,
  })
}
