import { ObjectType } from 'type-graphql'
import { fields, id, text } from '../access/fields.graphql'
import type { TeamRow, WorkerRow } from './worker.store'

/** Somebody who works for the council, as families and colleagues may know them. */
@ObjectType()
export class Worker
  extends fields({
    id,
    name: text,
    title: text,
    phone: text,
  })
  implements WorkerRow {}

@ObjectType()
export class Team extends fields({ id, name: text }) implements Pick<TeamRow, 'id' | 'name'> {
  supervisorId: string
}
