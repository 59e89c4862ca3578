import { Field, ID, ObjectType } from 'type-graphql'
import { stuckKinds, type StuckKind, type StuckThing } from '@kinplan/domain/action/what-is-stuck'
import { Worker } from '../worker/worker.graphql'
import { enumOf } from '../access/enum.graphql'

const StuckKindEnum = enumOf('StuckKind', stuckKinds)

/** One thing in a family that does not move. */
@ObjectType()
class StuckItem implements Omit<StuckThing, 'workerId'> {
  @Field(() => StuckKindEnum)
  kind: StuckKind
  @Field(() => ID)
  familyId: string
  @Field(() => String)
  familyName: string
  @Field(() => ID, { nullable: true })
  meetingId: string | null
  @Field(() => ID, { nullable: true })
  actionId: string | null
  @Field(() => String, { description: 'Words of the file: a name, a promise. It never says who is kept apart from whom.' })
  subject: string
  @Field(() => String, { description: "The day, in the family's zone." })
  since: string
  @Field(() => String, { nullable: true, description: 'The day; for a decision as the social worker wrote it.' })
  dueOn: string | null
  @Field(() => Boolean, { description: 'A decision that nobody but the supervisor can make.' })
  onlyYou: boolean
}

/** What is in one worker's hands and does not move. */
@ObjectType()
export class WorkerStuck {
  workerId: string
  @Field(() => Worker)
  worker: Worker
  @Field(() => [StuckItem])
  items: StuckItem[]
}
