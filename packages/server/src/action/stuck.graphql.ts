import { ObjectType } from 'type-graphql'
import { stuckKinds, type StuckThing } from '@kinplan/domain/action/what-is-stuck'
import { Worker } from '../worker/worker.graphql'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, nullable, text } from '../access/fields.graphql'

const StuckKindEnum = enumOf('StuckKind', stuckKinds)

/** One thing in a family that does not move. */
@ObjectType()
class StuckItem
  extends fields({
    kind: StuckKindEnum,
    familyId: id,
    familyName: text,
    meetingId: nullable(id),
    actionId: nullable(id),
    subject: described(text, 'Words of the file: a name, a promise. It never says who is kept apart from whom.'),
    since: described(text, "The day, in the family's zone."),
    dueOn: described(nullable(text), 'The day; for a decision as the social worker wrote it.'),
    onlyYou: described(flag, 'A decision that nobody but the supervisor can make.'),
  })
  implements Omit<StuckThing, 'workerId'> {}

/** What is in one worker's hands and does not move. */
@ObjectType()
export class WorkerStuck extends fields({ worker: Worker, items: list(StuckItem) }) {
  workerId: string
}
