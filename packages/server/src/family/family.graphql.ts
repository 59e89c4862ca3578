import { InputType, ObjectType } from 'type-graphql'
import { allocationRoles, contactKinds, parentStates, personKinds, relationKinds } from '@kinplan/domain/family/circle'
import { apartLevels } from '@kinplan/domain/family/kept-apart'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, nullable, text, whole } from '../access/fields.graphql'
import type { Permit } from '../access/permit'
import { resultOf } from '../access/refused.graphql'
import { correctableFields } from './correctable'

const PersonKindEnum = enumOf('PersonKind', personKinds)
const RelationKindEnum = enumOf('RelationKind', relationKinds)
const ParentStateEnum = enumOf('ParentState', parentStates)
const ContactKindEnum = enumOf('ContactKind', contactKinds)
const AllocationRoleEnum = enumOf('AllocationRole', allocationRoles)
export const ApartLevelEnum = enumOf('ApartLevel', apartLevels)
const CorrectableFieldEnum = enumOf('CorrectableField', correctableFields)

/** A family as its workers see it. */
@ObjectType()
export class Family extends fields({
  id,
  name: text,
  zone: text,
  version: whole,
}) {
  permit: Permit<'family:read'>
  teamId: string
}

@ObjectType()
export class FamilyRow extends fields({
  id,
  name: text,
  team: text,
  children: list(text),
}) {}

@ObjectType()
export class FamilyPage extends fields({
  families: list(FamilyRow),
  next: described(nullable(text), 'Pass as `after` for the next page.'),
}) {}

@ObjectType()
export class Allocation extends fields({
  id,
  role: AllocationRoleEnum,
  from: text,
  until: nullable(text),
}) {
  workerId: string
}

@ObjectType()
export class Relation extends fields({
  id,
  childId: id,
  kind: RelationKindEnum,
  throughId: nullable(id),
  sideId: described(nullable(id), 'The parent through whom the person belongs to this child.'),
  responsibility: flag,
  basis: nullable(text),
}) {}

@ObjectType()
export class ContactPoint extends fields({
  id,
  kind: ContactKindEnum,
  value: text,
  safeToUse: described(flag, 'The one mark that this number or address has in the family.'),
  note: text,
  reason: described(text, 'Why it became safe where it had not been; otherwise empty.'),
  talkedOn: described(nullable(text), 'The day of the talk about it.'),
}) {}

@ObjectType()
export class Person extends fields({
  id,
  name: text,
  kind: PersonKindEnum,
  bornOn: nullable(text),
  zone: text,
  version: whole,
  ended: flag,
  saidWhen: flag,
}) {
  familyId: string
}

@ObjectType()
export class ParentSlot extends fields({
  id,
  childId: id,
  personId: nullable(id),
  label: text,
  state: ParentStateEnum,
  reason: text,
  version: whole,
}) {}

@ObjectType()
export class PairApart extends fields({
  id,
  oneId: id,
  otherId: id,
  level: ApartLevelEnum,
  atRiskId: nullable(id),
}) {}

@ObjectType()
export class EarlierValue extends fields({
  id,
  subjectId: id,
  field: text,
  value: text,
  correctedBy: text,
  correctedAt: text,
}) {}

@InputType()
class ChildInput extends fields({ name: text, bornOn: text }) {}

@InputType()
export class OpenFamilyInput extends fields({
  name: text,
  teamId: id,
  zone: text,
  children: list(ChildInput),
}) {}

@InputType()
class RelationInput extends fields({
  childId: id,
  kind: RelationKindEnum,
  throughId: nullable(id),
  responsibility: flag,
  basis: nullable(text),
}) {}

@InputType()
export class AddPersonInput extends fields({
  familyId: id,
  name: text,
  kind: PersonKindEnum,
  bornOn: nullable(text),
  zone: text,
  relations: list(RelationInput),
}) {}

@InputType()
export class SetParentInput extends fields({
  familyId: id,
  slotId: described(nullable(id), 'Absent: a new parent.'),
  version: nullable(whole),
  childId: id,
  personId: nullable(id),
  label: text,
  state: ParentStateEnum,
  reason: text,
}) {}

@InputType()
export class AddContactPointInput extends fields({
  personId: id,
  kind: ContactKindEnum,
  value: text,
  safeToUse: flag,
  note: text,
  reason: described(nullable(text), 'Why it is safe now, where the family has it marked as not safe.'),
  talkedOn: described(nullable(text), 'The day on which the worker talked about it.'),
}) {}

@InputType()
export class MarkApartInput extends fields({
  oneId: id,
  otherId: id,
  levels: list(ApartLevelEnum),
  atRiskId: nullable(id),
}) {}

@InputType()
export class AllocateInput extends fields({ familyId: id, workerId: id, role: AllocationRoleEnum }) {}

@InputType()
export class CorrectInput extends fields({
  field: CorrectableFieldEnum,
  subjectId: id,
  version: whole,
  value: text,
}) {}

const family = { family: Family }
export const OpenFamilyResult = resultOf('OpenFamily', family)
export const AddPersonResult = resultOf('AddPerson', family)
export const SetParentResult = resultOf('SetParent', family)
export const AddContactPointResult = resultOf('AddContactPoint', family)
export const MarkApartResult = resultOf('MarkApart', family)
export const LiftApartResult = resultOf('LiftApart', family)
export const AllocateResult = resultOf('Allocate', family)
export const CorrectResult = resultOf('Correct', family)
