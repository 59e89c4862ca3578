import { dayGiven, zoneGiven } from '@kinplan/domain/availability/time-given'
import { pairOrder } from '@kinplan/domain/family/kept-apart'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, wordsGiven, wordsIfAny } from '@kinplan/domain/words-given'
import type { Permit } from '../access/permit'
import type { AddContactPointInput, AddPersonInput, MarkApartInput, SetParentInput } from './family.graphql'
import { endPair, insertContactPoint, insertPairs, insertPerson, saveParentSlot } from './family.store'

/** Adds a person with their relation to each child; gives the family's id, as do all of these. */
export async function addPerson(permit: Permit<'family:grow'>, input: AddPersonInput): Promise<string> {
  const relations = input.relations.map((relation) => ({
    childId: relation.childId,
    kind: relation.kind,
    throughId: relation.throughId ?? null,
    responsibility: relation.responsibility,
    basis: wordsIfAny(relation.basis, 'relations', mostName) || null,
  }))
  const bornOn = input.bornOn ? dayGiven(input.bornOn, 'bornOn') : null
  await insertPerson(permit, { name: wordsGiven(input.name, 'name', mostName), kind: input.kind, bornOn, zone: zoneGiven(input.zone, 'zone') }, relations)
  return permit.familyId
}

/** Says who a child's parent is and how they can be found, with the reason. A parent who is not known has no person. */
export async function setParent(permit: Permit<'family:grow'>, input: SetParentInput): Promise<string> {
  if (input.state === 'notKnown' && input.personId) throw new Refusal('parentHasPerson', 'personId')
  await saveParentSlot(permit, {
    id: input.slotId ?? null,
    version: input.version ?? null,
    childId: input.childId,
    personId: input.personId ?? null,
    label: wordsGiven(input.label, 'label', mostName),
    state: input.state,
    reason: input.state === 'reachable' ? wordsIfAny(input.reason, 'reason') : wordsGiven(input.reason, 'reason'),
  })
  return permit.familyId
}

export async function addContactPoint(permit: Permit<'contact:add'>, input: AddContactPointInput): Promise<string> {
  await insertContactPoint(permit, {
    kind: input.kind,
    value: wordsGiven(input.value, 'value', mostName),
    safeToUse: input.safeToUse,
    note: wordsIfAny(input.note, 'note'),
  })
  return permit.familyId
}

/** Keeps two people apart, a row a level. From now on nothing goes out until a manager has decided. */
export async function markApart(permit: Permit<'pair:mark'>, input: MarkApartInput): Promise<string> {
  if (input.oneId === input.otherId || input.levels.length === 0) throw new Refusal('choiceUnknown', 'levels')
  const atRiskId = input.atRiskId ?? null
  if (atRiskId !== null && atRiskId !== input.oneId && atRiskId !== input.otherId) throw new Refusal('choiceUnknown', 'atRiskId')
  await insertPairs(permit, { ...pairOrder(input.oneId, input.otherId), levels: [...new Set(input.levels)], atRiskId })
  return permit.familyId
}

export async function liftApart(permit: Permit<'pair:lift'>): Promise<string> {
  await endPair(permit)
  return permit.familyId
}
