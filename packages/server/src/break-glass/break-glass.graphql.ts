import { InputType, ObjectType } from 'type-graphql'
import { breakGlassFindings } from '@kinplan/domain/break-glass/break-glass'
import { enumOf } from '../access/enum.graphql'
import { described, fields, id, nullable, text } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Family } from '../family/family.graphql'

const BreakGlassFindingEnum = enumOf('BreakGlassFinding', breakGlassFindings)

/** A worker read the family in an emergency, though it was not theirs. */
@ObjectType()
export class BreakGlass extends fields({
  id,
  reason: text,
  openedAt: text,
  endsAt: described(text, 'When it ends, or was closed.'),
  finding: described(nullable(BreakGlassFindingEnum), 'Null: the supervisor has not looked at it yet.'),
  reviewWords: nullable(text),
  reviewedAt: nullable(text),
}) {
  workerId: string
  reviewedById: string | null
}

@InputType()
export class BreakGlassInput extends fields({
  childName: text,
  childBornOn: text,
  reason: described(text, 'Why it cannot wait for a worker of the family.'),
}) {}

@InputType()
export class ReviewBreakGlassInput extends fields({ id, finding: BreakGlassFindingEnum, words: text }) {}

export const BreakGlassResult = resultOf('BreakGlass', {
  family: described(
    nullable(Family),
    'Null: no child, or more than one, by this name and day of birth, or a family that is theirs already.',
  ),
})
export const EndBreakGlassResult = resultOf('EndBreakGlass', { familyId: id })
export const ReviewBreakGlassResult = resultOf('ReviewBreakGlass', { family: Family })
