import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { partEdges, type Need, type PartEdge } from '@kinplan/domain/meeting/participation'
import { enumOf } from '../access/enum.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting, NeedEnum } from '../meeting/meeting.graphql'

export const PartEdgeEnum = enumOf('PartEdge', partEdges)

@ObjectType()
export class TravelTime {
  @Field(() => ID)
  placeId: string
  @Field(() => Int)
  minutes: number
}

@InputType()
class TravelInput {
  @Field(() => ID)
  placeId: string
  @Field(() => String, { description: "Whole minutes as typed; '' takes it away." })
  minutes: string
}

@InputType()
export class SetNeedInput {
  @Field(() => ID)
  participantId: string
  @Field(() => Int, { description: "The participant's." })
  version: number
  @Field(() => NeedEnum)
  need: Need
  @Field(() => PartEdgeEnum, { nullable: true, description: 'Null: there for all of the meeting.' })
  partEdge: PartEdge | null
  @Field(() => String, { nullable: true, description: 'Whole minutes as typed, a multiple of 15.' })
  partMinutes: string | null
  @Field(() => ID, { nullable: true, description: 'The participant without whom they cannot take part.' })
  comesWithId: string | null
  @Field(() => [TravelInput], { description: 'In place of what was kept before.' })
  travel: TravelInput[]
}

export const SetNeedResult = resultOf('SetNeed', { meeting: () => Meeting })
