import { ObjectType } from 'type-graphql'
import { described, fields, flag, id, list, nullable, text } from './fields.graphql'
import type { RecordRow } from './access-record.store'

/** One line of the record: who asked for what, and the answer. */
@ObjectType()
class AccessRecordRow
  extends fields({
    id,
    at: text,
    who: described(text, "A person's or worker's name; the job's name for what the server does by itself."),
    right: described(text, 'The right that was asked for, as the policy names it.'),
    allowed: flag,
    reason: described(text, 'What the asker was to the family, or the refusal.'),
  })
  implements RecordRow {}

@ObjectType()
export class AccessRecordPage extends fields({
  rows: list(AccessRecordRow),
  next: described(nullable(text), 'Pass as `after` for the next page.'),
}) {}
