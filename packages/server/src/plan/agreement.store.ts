import { isId } from '@kinplan/domain/is-id'
import { hasAnswered, type AgreementAnswer, type GivenTo } from '@kinplan/domain/plan/answers'
import { mayReadPlan } from '@kinplan/domain/plan/plan-versions'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'
import { planOf } from './plan.store'

type Agree = Permit<'plan:agree' | 'plan:agreeFor'>

/** Those of a meeting who take part as themselves, with how they stand. */
async function peopleInMeeting(permit: Permit<'plan:read' | 'plan:readMine' | 'plan:agree' | 'plan:agreeFor'>) {
  const all = await participantsOf(permit)
  return all.flatMap(({ id, personId, state }) => (personId === null || state === 'notPart' ? [] : [{ id, personId, state }]))
}

/** Answers to the permit's plan. Who may see whose is the caller's permit to have asked. */
function answersTo({ op, subjectId: planId }: Permit<'plan:read' | 'plan:readMine'>) {
  return loadOnce(op, `answers/${planId}`, async () => {
    const rows = await op.tx.agreement.findMany({
      where: { planId },
      select: { participantId: true, answer: true, reason: true, givenTo: true, byLinkOfId: true },
    })
    return rows.map((row) => ({ ...row, answer: row.answer as AgreementAnswer, givenTo: row.givenTo as GivenTo }))
  })
}

/** How many have answered, of how many who take part and may read this plan, and of how many who take part; no names. */
export async function countAnswers(permit: Permit<'plan:read'>): Promise<{ answered: number; participants: number; taking: number }> {
  const plan = await planOf(permit)
  const pairs = await pairsToKeep(permit)
  const answered = new Set((await answersTo(permit)).filter(({ answer }) => hasAnswered(answer)).map((row) => row.participantId))
  const taking = (await peopleInMeeting(permit)).filter(
    ({ id, state }) => answered.has(id) || state === 'coming' || state === 'sendingViews',
  )
  const asked = taking.filter(({ id, personId }) => answered.has(id) || mayReadPlan(personId, plan, pairs))
  return { answered: answered.size, participants: asked.length, taking: taking.length }
}

/** How many answers came through a link that a worker could read; no names. */
export async function countByLink(permit: Permit<'plan:read' | 'plan:readMine'>): Promise<number> {
  return (await answersTo(permit)).filter(({ byLinkOfId }) => byLinkOfId !== null).length
}

/** Every answer with the name of its giver, by name: for the coordinator, until the ending. */
export async function namedAnswers(read: Permit<'plan:read'>, _asked: Permit<'agreement:read'>) {
  const people = await peopleInMeeting(read)
  const names = await read.op.tx.person.findMany({
    where: { id: { in: people.map((one) => one.personId) } },
    select: { id: true, name: true },
  })
  const answers = (await answersTo(read)).flatMap((row) => {
    const personId = people.find((one) => one.id === row.participantId)?.personId
    const name = names.find((one) => one.id === personId)?.name
    return name === undefined ? [] : [{ ...row, name }]
  })
  return answers.toSorted((a, b) => a.name.localeCompare(b.name))
}

/** The viewer's own answer to a plan, at any time. */
export async function ownAnswer(asked: Permit<'agreement:read'>, planId: string) {
  const row = await asked.op.tx.agreement.findUnique({
    where: { planId_participantId: { planId, participantId: asked.subjectId } },
    select: { answer: true, reason: true, byLinkOfId: true },
  })
  return row && { ...row, answer: row.answer as AgreementAnswer }
}

/** The participant that the viewer is in the permit's meeting; null for those who are none. */
export async function ownPart(permit: Permit<'plan:readMine' | 'plan:agree'>): Promise<string | null> {
  const { viewer } = permit
  return (await peopleInMeeting(permit)).find((one) => one.personId === viewer.id)?.id ?? null
}

/** The person behind a participant of the permit's meeting; refuses notYours for others and for workers. */
export async function personOfPart(permit: Permit<'plan:agreeFor'>, participantId: string): Promise<string> {
  const found = isId(participantId) ? (await peopleInMeeting(permit)).find(({ id }) => id === participantId) : undefined
  if (found === undefined) throw new Refusal('notYours', 'participantId')
  return found.personId
}

/** The answer of one participant to one version; a later answer takes the earlier one's place. */
export async function keepAnswer(
  permit: Agree,
  said: { participantId: string; answer: AgreementAnswer; reason: string | null; givenTo: GivenTo; byLinkOfId: string | null },
): Promise<void> {
  const { op, familyId, meetingId, subjectId: planId } = permit
  const { participantId, ...words } = said
  const answer = { ...words, at: op.now }
  const made = await op.tx.agreement.createMany({ data: [{ ...answer, familyId, planId, participantId }], skipDuplicates: true })
  if (made.count === 0) await op.tx.agreement.updateMany({ where: { planId, participantId }, data: answer })
  op.changedMeetings.add(meetingId)
}
