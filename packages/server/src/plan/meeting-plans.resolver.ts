import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Operation } from '../access/operation'
import { Meeting } from '../meeting/meeting.graphql'
import { MyMeeting } from '../meeting/my-meeting.graphql'
import { Plan, PlanRow } from './plan.graphql'
import { showPlan } from './plan.resolver'
import { plansFor, plansOfMeeting } from './plan.store'

@Resolver(() => Meeting)
export class MeetingPlansResolver {
  @FieldResolver(() => [PlanRow], { description: 'Shared plans, newest first.' })
  plans(@Root() meeting: Meeting) {
    return plansOfMeeting(meeting.permit)
  }

  @FieldResolver(() => Plan, { nullable: true, description: 'For a review: the plan it looks back on.' })
  reviewsPlan(@Ctx() op: Operation, @Root() meeting: Meeting) {
    return meeting.reviewsPlanId === null ? null : showPlan(op, meeting.reviewsPlanId)
  }
}

@Resolver(() => MyMeeting)
export class MyMeetingPlansResolver {
  @FieldResolver(() => [PlanRow], { description: 'Shared plans that this person may read, newest first.' })
  plans(@Root() { permit }: MyMeeting) {
    return plansFor(permit, permit.viewer.id)
  }
}
