import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  allocationRoles,
  contactKinds,
  parentStates,
  personKinds,
  relationKinds,
  type AllocationRole,
  type ContactKind,
  type ParentState,
  type PersonKind,
  type RelationKind,
} from '@kinplan/domain/family/circle'
import { apartLevels, type ApartLevel } from '@kinplan/domain/family/kept-apart'
import { enumOf } from '../access/enum.graphql'
import type { Permit } from '../access/permit'
import { resultOf } from '../access/refused.graphql'
import { correctableFields, type CorrectableField } from './correctable'

const PersonKindEnum = enumOf('PersonKind', personKinds)
const RelationKindEnum = enumOf('RelationKind', relationKinds)
const ParentStateEnum = enumOf('ParentState', parentStates)
const ContactKindEnum = enumOf('ContactKind', contactKinds)
const AllocationRoleEnum = enumOf('AllocationRole', allocationRoles)
export const ApartLevelEnum = enumOf('ApartLevel', apartLevels)
const CorrectableFieldEnum = enumOf('CorrectableField', correctableFields)

/** A family as its workers see it. */
@ObjectType()
export class Family {
  permit: Permit<'family:read'>
  teamId: string
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String)
  zone: string
  @Field(() => Int)
  version: number
}

@ObjectType()
export class FamilyRow {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String)
  team: string
  @Field(() => [String])
  children: string[]
}

@ObjectType()
export class FamilyPage {
  @Field(() => [FamilyRow])
  families: FamilyRow[]
  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page.' })
  next: string | null
}

@ObjectType()
export class Allocation {
  workerId: string
  @Field(() => ID)
  id: string
  @Field(() => AllocationRoleEnum)
  role: AllocationRole
  @Field(() => String)
  from: string
  @Field(() => String, { nullable: true })
  until: string | null
}

@ObjectType()
export class Relation {
  @Field(() => ID)
  id: string
  @Field(() => ID)
  childId: string
  @Field(() => RelationKindEnum)
  kind: RelationKind
  @Field(() => ID, { nullable: true })
  throughId: string | null
  @Field(() => ID, { nullable: true, description: 'The parent through whom the person belongs to this child.' })
  sideId: string | null
  @Field(() => Boolean)
  responsibility: boolean
  @Field(() => String, { nullable: true })
  basis: string | null
}

@ObjectType()
export class ContactPoint {
  @Field(() => ID)
  id: string
  @Field(() => ContactKindEnum)
  kind: ContactKind
  @Field(() => String)
  value: string
  @Field(() => Boolean, { description: 'The one mark that this number or address has in the family.' })
  safeToUse: boolean
  @Field(() => String)
  note: string
  @Field(() => String, { description: 'Why it became safe where it had not been; otherwise empty.' })
  reason: string
  @Field(() => String, { nullable: true, description: 'The day of the talk about it.' })
  talkedOn: string | null
}

@ObjectType()
export class Person {
  familyId: string
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => PersonKindEnum)
  kind: PersonKind
  @Field(() => String, { nullable: true })
  bornOn: string | null
  @Field(() => String)
  zone: string
  @Field(() => Int)
  version: number
  @Field(() => Boolean)
  ended: boolean
  @Field(() => Boolean)
  saidWhen: boolean
}

@ObjectType()
export class ParentSlot {
  @Field(() => ID)
  id: string
  @Field(() => ID)
  childId: string
  @Field(() => ID, { nullable: true })
  personId: string | null
  @Field(() => String)
  label: string
  @Field(() => ParentStateEnum)
  state: ParentState
  @Field(() => String)
  reason: string
  @Field(() => Int)
  version: number
}

@ObjectType()
export class PairApart {
  @Field(() => ID)
  id: string
  @Field(() => ID)
  oneId: string
  @Field(() => ID)
  otherId: string
  @Field(() => ApartLevelEnum)
  level: ApartLevel
  @Field(() => ID, { nullable: true })
  atRiskId: string | null
}

@ObjectType()
export class EarlierValue {
  @Field(() => ID)
  id: string
  @Field(() => ID)
  subjectId: string
  @Field(() => String)
  field: string
  @Field(() => String)
  value: string
  @Field(() => String)
  correctedBy: string
  @Field(() => String)
  correctedAt: string
}

@InputType()
class ChildInput {
  @Field(() => String)
  name: string
  @Field(() => String)
  bornOn: string
}

@InputType()
export class OpenFamilyInput {
  @Field(() => String)
  name: string
  @Field(() => ID)
  teamId: string
  @Field(() => String)
  zone: string
  @Field(() => [ChildInput])
  children: ChildInput[]
}

@InputType()
class RelationInput {
  @Field(() => ID)
  childId: string
  @Field(() => RelationKindEnum)
  kind: RelationKind
  @Field(() => ID, { nullable: true })
  throughId: string | null
  @Field(() => Boolean)
  responsibility: boolean
  @Field(() => String, { nullable: true })
  basis: string | null
}

@InputType()
export class AddPersonInput {
  @Field(() => ID)
  familyId: string
  @Field(() => String)
  name: string
  @Field(() => PersonKindEnum)
  kind: PersonKind
  @Field(() => String, { nullable: true })
  bornOn: string | null
  @Field(() => String)
  zone: string
  @Field(() => [RelationInput])
  relations: RelationInput[]
}

@InputType()
export class SetParentInput {
  @Field(() => ID)
  familyId: string
  @Field(() => ID, { nullable: true, description: 'Absent: a new parent.' })
  slotId: string | null
  @Field(() => Int, { nullable: true })
  version: number | null
  @Field(() => ID)
  childId: string
  @Field(() => ID, { nullable: true })
  personId: string | null
  @Field(() => String)
  label: string
  @Field(() => ParentStateEnum)
  state: ParentState
  @Field(() => String)
  reason: string
}

@InputType()
export class AddContactPointInput {
  @Field(() => ID)
  personId: string
  @Field(() => ContactKindEnum)
  kind: ContactKind
  @Field(() => String)
  value: string
  @Field(() => Boolean)
  safeToUse: boolean
  @Field(() => String)
  note: string
  @Field(() => String, { nullable: true, description: 'Why it is safe now, where the family has it marked as not safe.' })
  reason: string | null
  @Field(() => String, { nullable: true, description: 'The day on which the worker talked about it.' })
  talkedOn: string | null
}

@InputType()
export class MarkApartInput {
  @Field(() => ID)
  oneId: string
  @Field(() => ID)
  otherId: string
  @Field(() => [ApartLevelEnum])
  levels: ApartLevel[]
  @Field(() => ID, { nullable: true })
  atRiskId: string | null
}

@InputType()
export class AllocateInput {
  @Field(() => ID)
  familyId: string
  @Field(() => ID)
  workerId: string
  @Field(() => AllocationRoleEnum)
  role: AllocationRole
}

@InputType()
export class CorrectInput {
  @Field(() => CorrectableFieldEnum)
  field: CorrectableField
  @Field(() => ID)
  subjectId: string
  @Field(() => Int)
  version: number
  @Field(() => String)
  value: string
}

const family = { family: () => Family }
export const OpenFamilyResult = resultOf('OpenFamily', family)
export const AddPersonResult = resultOf('AddPerson', family)
export const SetParentResult = resultOf('SetParent', family)
export const AddContactPointResult = resultOf('AddContactPoint', family)
export const MarkApartResult = resultOf('MarkApart', family)
export const LiftApartResult = resultOf('LiftApart', family)
export const AllocateResult = resultOf('Allocate', family)
export const CorrectResult = resultOf('Correct', family)
