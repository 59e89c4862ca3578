import { todayIn } from '@kinplan/domain/clock/parse-time'
import { isAnswer, mayComeBack, wayOf } from '@kinplan/domain/meeting/taking-part'
import type { Way } from '@kinplan/domain/meeting/participation'
import { mayStillCome, wayTo } from '@kinplan/domain/meeting/way-now'
import { Refusal } from '@kinplan/domain/refusal'
import { refusalIn } from '../access/mutate'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { savepoint } from '../platform/savepoint'
import { giveArrivals, partArrivalOf } from './arrivals'
import { readMeeting, roomsHeld } from '../meeting/meeting.store'
import { changeParticipant, insertParticipant, participantAt, participantsOf, type ParticipantFacts } from '../meeting/participant.store'
import { staysApart, waysOpenTo } from '../meeting/stays-apart'
import { tellAfterwards } from '../meeting/tell-of-time'
import type { AddParticipantInput, ReplyInput, SetParticipationInput } from './take-part.graphql'

/** Adds one person of the family or one worker, not asked yet; gives the meeting's id, as do all of these. */
export async function addParticipant(permit: Permit<'participant:add'>, input: AddParticipantInput): Promise<string> {
  const personId = input.personId ?? null
  const workerId = input.workerId ?? null
  if ((personId === null) === (workerId === null)) throw new Refusal('choiceUnknown', 'personId')
  const before = await participantsOf(permit)
  const id = await insertParticipant(permit, { personId, workerId, need: input.need })
  await giveArrivals(permit, await readMeeting(permit), [
    ...before,
    { id, personId, workerId, state: 'notAsked', how: null, plannedHow: null, arriveAt: null, partEdge: null, partMinutes: null },
  ])
  permit.op.loaded.delete(`participants/${permit.meetingId}`)
  await tellAfterwards(permit, id)
  return permit.meetingId
}

/**
 * The coordinator writes down how somebody stands. Who is not part comes back only when it is time to look again, and whose access has
 * ended does not.
 */
export async function setParticipation(permit: Permit<'participant:set'>, input: SetParticipationInput): Promise<string> {
  const participant = await participantAt(permit, input.version)
  if (input.state === 'notPart') throw new Refusal('choiceUnknown', 'state')
  if (mayStillCome.includes(input.state) && (await hasLeft(permit, participant))) throw new Refusal('choiceUnknown', 'state')
  const { zone } = await readMeeting(permit)
  if (participant.state === 'notPart' && !mayComeBack(participant.lookAgainOn ?? '', todayIn(zone, permit.op.now)))
    throw new Refusal('notNow', 'state')
  const change = {
    state: input.state,
    how: wayOf(input.state, input.how),
    answeredAt: isAnswer(input.state) ? permit.op.now : null,
    plannedHow: participant.plannedHow,
  }
  // Whoever has not answered counts as planned; where somebody else has taken that way meanwhile, they are planned in no longer.
  if (change.how === null && !(await staysApart(permit, participant.id, change))) change.plannedHow = null
  if (!(await staysApart(permit, participant.id, change))) throw new Refusal('keptApart', 'how')
  await refuseWithoutSecondRoom(permit, change.how)
  await changeParticipant(permit, participant, change)
  await partArrivalOf(permit, { ...participant, ...change })
  if (change.state === 'coming') await tellAfterwards(permit, participant.id)
  return permit.meetingId
}

/** Whether somebody's access has ended: nobody of whom that is true comes to a meeting. */
async function hasLeft(permit: Permit<'participant:set'>, { personId }: ParticipantFacts): Promise<boolean> {
  return (await peopleOf(permit.op, permit)).some(({ id, ended }) => id === personId && ended)
}

/** Where a room is held for the meeting and no second one, nobody comes to a second room; refuses roomUnfit. */
async function refuseWithoutSecondRoom(permit: Permit<'participant:set'>, how: Way | null): Promise<void> {
  if (how !== 'secondRoom') return
  const uses = await roomsHeld(permit)
  if (uses.includes('main') && !uses.includes('second')) throw new Refusal('roomUnfit', 'how')
}

/** A person answers an invitation on their own page. */
export async function reply(permit: Permit<'meeting:reply'>, input: ReplyInput): Promise<string> {
  const { viewer } = permit
  const mine = (await participantsOf(permit)).find((participant) => participant.personId === viewer.id)
  if (mine?.version !== input.version) throw new Refusal('changedMeanwhile')
  // A second room is the coordinator's to give.
  if (input.how === 'secondRoom') throw new Refusal('choiceUnknown', 'how')
  const change = { state: input.reply, how: wayOf(input.reply, input.how && wayTo(mine, input.how)), answeredAt: permit.op.now }
  // The same words as for a way that is not on the list: "kept apart" would tell that somebody else is coming.
  if (input.reply === 'coming' && input.how && !(await waysOpenTo(permit, mine)).includes(input.how))
    throw new Refusal('choiceUnknown', 'how')
  try {
    await savepoint(permit.op.tx, async () => {
      await changeParticipant(permit, mine, change)
      await partArrivalOf(permit, { ...mine, ...change })
    })
  } catch (error) {
    // Somebody answered at the same moment, or there is no time left to arrive at.
    throw refusalIn(error)?.code === 'keptApart' ? new Refusal('choiceUnknown', 'how') : error
  }
  return permit.meetingId
}
