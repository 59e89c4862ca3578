import { Field, ID, ObjectType } from 'type-graphql'
import { resultOf } from '../access/refused.graphql'
import { Family } from '../family/family.graphql'
import { Council } from '../council/council.graphql'
import { Worker } from '../worker/worker.graphql'

/** A person as they see themselves. */
@ObjectType()
class MyPerson {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String)
  zone: string
}

@ObjectType()
export class Me {
  @Field(() => Council)
  council: Council
  @Field(() => Worker, { nullable: true })
  worker: Worker | null
  @Field(() => MyPerson, { nullable: true })
  person: MyPerson | null
  @Field(() => Boolean, { description: 'A page lets a newcomer choose who to be.' })
  storyPage: boolean
  @Field(() => String, { description: "Today's date for the viewer, YYYY-MM-DD." })
  today: string
}

/** What the first page of a link may show before the code: whether it is open, and whom to ring. */
@ObjectType()
export class LinkHolder {
  @Field(() => Boolean)
  open: boolean
  @Field(() => Worker, { nullable: true })
  coordinator: Worker | null
}

/** Somebody one can be in the demo story; `family` is null for workers. */
@ObjectType()
export class StoryPerson {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String)
  what: string
  @Field(() => String, { nullable: true })
  family: string | null
  @Field(() => String, { nullable: true, description: "Where the family's story stands: the stage of its latest meeting, or 'review'." })
  moment: string | null
}

export const ChooseWhoResult = resultOf('ChooseWho', { me: () => Me })
export const MakeSignInLinkResult = resultOf('MakeSignInLink', { address: () => String, spokenCode: () => String })
export const SignInResult = resultOf('SignIn', { me: () => Me })
export const LeaveResult = resultOf('Leave', { me: () => Me })

export const EndAccessResult = resultOf('EndAccess', { family: () => Family })
