import { Field, ID, ObjectType } from 'type-graphql'
import type { TeamRow, WorkerRow } from './worker.store'

/** Somebody who works for the council, as families and colleagues may know them. */
@ObjectType()
export class Worker implements WorkerRow {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String)
  title: string
  @Field(() => String)
  phone: string
}

@ObjectType()
export class Team implements Pick<TeamRow, 'id' | 'name'> {
  supervisorId: string
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
}
