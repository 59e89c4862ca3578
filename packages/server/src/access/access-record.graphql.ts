import { Field, ID, ObjectType } from 'type-graphql'
import type { RecordRow } from './access-record.store'

/** One line of the record: who asked for what, and the answer. */
@ObjectType()
class AccessRecordRow implements RecordRow {
  @Field(() => ID)
  id: string
  @Field(() => String)
  at: string
  @Field(() => String, { description: "A person's or worker's name; the job's name for what the server does by itself." })
  who: string
  @Field(() => String, { description: 'The right that was asked for, as the policy names it.' })
  right: string
  @Field(() => Boolean)
  allowed: boolean
  @Field(() => String, { description: 'What the asker was to the family, or the refusal.' })
  reason: string
}

@ObjectType()
export class AccessRecordPage {
  @Field(() => [AccessRecordRow])
  rows: AccessRecordRow[]
  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page.' })
  next: string | null
}
