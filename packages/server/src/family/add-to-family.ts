import { parseDay, todayIn, parseZone } from '@kinplan/domain/clock/parse-time'
import { sameContact } from '@kinplan/domain/family/contact'
import { pairOrder } from '@kinplan/domain/family/kept-apart'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWords, parseWordsIfAny } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { councilZone } from '../council/council-zone'
import type { AddContactPointInput, AddPersonInput, MarkApartInput, SetParentInput } from './family.graphql'
import { contactPointsOf, endPair, insertContactPoint, insertPairs, insertPerson, saveParentSlot } from './family.store'

/** Adds a person with their relation to each child; gives the family's id, as do all of these. */
export async function addPerson(permit: Permit<'family:grow'>, input: AddPersonInput): Promise<string> {
  const relations = input.relations.map((relation) => ({
    childId: relation.childId,
    kind: relation.kind,
    throughId: relation.throughId ?? null,
    responsibility: relation.responsibility,
    basis: parseWordsIfAny(relation.basis, 'relations', mostName) || null,
  }))
  const bornOn = input.bornOn ? parseDay(input.bornOn, 'bornOn') : null
  await insertPerson(
    permit,
    { name: parseWords(input.name, 'name', mostName), kind: input.kind, bornOn, zone: parseZone(input.zone, 'zone') },
    relations,
  )
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
    label: parseWords(input.label, 'label', mostName),
    state: input.state,
    reason: input.state === 'reachable' ? parseWordsIfAny(input.reason, 'reason') : parseWords(input.reason, 'reason'),
  })
  return permit.familyId
}

/** Adds how somebody may be reached. Whatever reaches the same in this family has the same mark from now on. */
export async function addContactPoint(permit: Permit<'contact:add'>, input: AddContactPointInput): Promise<string> {
  const { kind, safeToUse } = input
  const value = parseWords(input.value, 'value', mostName)
  const note = parseWordsIfAny(input.note, 'note')
  const talk = parseTalk(permit, input)
  const unsafeBefore = sameContact(await contactPointsOf(permit), { kind, value }).some((point) => !point.safeToUse)
  await insertContactPoint(permit, { kind, value, safeToUse, note, talk: safeToUse && unsafeBefore ? needTalk(talk) : null })
  return permit.familyId
}

interface Talk {
  reason: string
  /** 'YYYY-MM-DD' */
  talkedOn: string | null
}

/** Why a number is safe now, and the day of the talk about it, today or before, as far as either was typed; refuses dateImpossible. */
function parseTalk({ op }: Permit<'contact:add'>, input: AddContactPointInput): Talk {
  const reason = parseWordsIfAny(input.reason, 'reason').trim()
  const talkedOn = input.talkedOn?.trim() ? parseDay(input.talkedOn, 'talkedOn') : null
  if (talkedOn !== null && talkedOn > todayIn(councilZone, op.now)) throw new Refusal('dateImpossible', 'talkedOn')
  return { reason, talkedOn }
}

/** A number that was not safe is made safe by both alone; refuses unsafeBefore beside the one that is missing. */
function needTalk({ reason, talkedOn }: Talk): { reason: string; talkedOn: string } {
  if (reason === '') throw new Refusal('unsafeBefore', 'reason')
  if (talkedOn === null) throw new Refusal('unsafeBefore', 'talkedOn')
  return { reason, talkedOn }
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
