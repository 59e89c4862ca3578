import { parseDay } from '@kinplan/domain/clock/parse-time'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWords, parseWordsIfAny } from '@kinplan/domain/parse-words'
import type { Operation } from '../access/operation'
import { permit, type Permit } from '../access/permit'
import type { CorrectInput } from '../family/family.graphql'
import { correctPerson } from '../family/correction.store'
import type { AddBottomLineInput, AddWhyInput, RecordSafetyInput } from './meeting-changes.graphql'
import { childrenOf, tellMeetingsOfFamily } from './meeting.store'
import { insertDecision } from './safety.store'
import { bottomLinesOf, correctBottomLine, correctWhy, insertBottomLine, insertWhy, saveDayGiven } from './why.store'

/** A named manager decides that the meeting may go ahead with the pairs known today; gives the meeting's id, as do all of these. */
export async function recordSafety(permit: Permit<'safety:record'>, input: RecordSafetyInput): Promise<string> {
  await insertDecision(permit, {
    saidAlone: parseWords(input.saidAlone, 'saidAlone'),
    ordersChecked: parseWords(input.ordersChecked, 'ordersChecked'),
    advice: parseWords(input.advice, 'advice'),
    shape: parseWords(input.shape, 'shape'),
    arrivalLeaving: parseWords(input.arrivalLeaving, 'arrivalLeaving'),
    ifSomebodyComes: parseWords(input.ifSomebodyComes, 'ifSomebodyComes'),
  })
  return permit.meetingId
}

export async function addWhy(permit: Permit<'why:add'>, input: AddWhyInput): Promise<string> {
  await insertWhy(permit, { kind: input.kind, text: parseWords(input.text, 'text') })
  return permit.meetingId
}

/** A participant's own question for the day. */
export async function askQuestion(permit: Permit<'why:ask'>, text: string): Promise<string> {
  await insertWhy(permit, { kind: 'familyQuestion', text: parseWords(text, 'text') })
  return permit.meetingId
}

/** Adds what the plan must make sure of; after the family was given the others it says why it comes later. */
export async function addBottomLine(permit: Permit<'bottomLine:add'>, input: AddBottomLineInput): Promise<string> {
  const childIds = [...new Set(input.childIds)]
  const children = await childrenOf(permit)
  if (!childIds.every((id) => children.includes(id))) throw new Refusal('choiceUnknown', 'childIds')
  const later = (await bottomLinesOf(permit)).some((line) => line.givenToFamilyOn !== null)
  const text = parseWords(input.text, 'text')
  const laterReason = later ? parseWords(input.laterReason ?? '', 'laterReason') : parseWordsIfAny(input.laterReason, 'laterReason')
  await insertBottomLine(permit, { text, childIds, laterReason: laterReason || null })
  return permit.meetingId
}

/** Says when the family was given what a manager has agreed; refuses notNow when nothing agreed is waiting to be given. */
export async function giveBottomLines(permit: Permit<'bottomLine:give'>, on: string): Promise<string> {
  if ((await saveDayGiven(permit, parseDay(on, 'on'))) === 0) throw new Refusal('notNow')
  return permit.meetingId
}

/** Corrects a mistake; what was there before is kept. Gives the family's id. */
export async function correct(op: Operation, input: CorrectInput): Promise<string> {
  const { field, subjectId: id, version, value } = input
  const kind = field === 'whyText' ? 'whyEntry' : field === 'bottomLineText' ? 'bottomLine' : 'person'
  const granted = await permit(op, 'family:correct', { kind, id })
  if (field === 'whyText') await correctWhy(granted, version, parseWords(value, 'value'))
  if (field === 'bottomLineText') await correctBottomLine(granted, version, parseWords(value, 'value'))
  if (field === 'personName') await correctPerson(granted, version, { name: parseWords(value, 'value', mostName) })
  if (field === 'personBornOn') await correctPerson(granted, version, { bornOn: parseDay(value, 'value') })
  await tellMeetingsOfFamily(granted)
  return granted.familyId
}
