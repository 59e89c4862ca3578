import { canBeReached } from '@kinplan/domain/family/contact'
import { permit as permitFor, type Permit } from '../access/permit'
import { workerById } from '../worker/worker.store'
import { contactPointsOf, peopleOf } from '../family/family.store'
import { readMeeting } from '../meeting/meeting.store'
import { queueMessages } from '../message/message.store'
import { openActionsOf, replaceLinks } from './action-link.store'
import { actionWords } from './action-message.copy'

/**
 * Sends everybody of the family who can be reached safely one message with their open promises, each with its own address.
 * Who has no safe way of being reached gets none, and links that they hold stay good. Gives the plan's id.
 */
export async function sendActions(permit: Permit<'action:send'>): Promise<string> {
  const { op } = permit
  const points = await contactPointsOf(await permitFor(op, 'contact:read', { kind: 'family', id: permit.familyId }))
  const owners = (await peopleOf(op, permit)).filter((person) => !person.ended && canBeReached(points, person.id))
  const coordinator = await workerById(op, (await readMeeting(permit)).coordinatorId)
  const actions = (await openActionsOf(permit)).filter((action) => owners.some((owner) => owner.id === action.personId))
  const tokens = await replaceLinks(permit, actions)
  const messages = owners.flatMap(({ id, name }) => {
    const own = actions
      .filter((action) => action.personId === id)
      .map((action) => ({ ...action, address: `${op.address}/a/${tokens.get(action.id)}` }))
    return own.length === 0 ? [] : [{ personId: id, words: actionWords({ name, actions: own, coordinator }) }]
  })
  await queueMessages(permit, 'promise', messages)
  return permit.subjectId
}
