import { canBeReached } from '@kinplan/domain/family/contact'
import { permit as permitFor, type Permit } from '../access/permit'
import { workerById } from '../worker/worker.store'
import { contactPointsOf, peopleOf } from '../family/family.store'
import { readMeeting } from '../meeting/meeting.store'
import { queueMessages } from '../message/message.store'
import { openPromisesOf, replaceLinks } from './action-link.store'
import { promiseWords } from './promise-message.copy'

/**
 * Sends everybody of the family who can be reached safely one message with their open promises, each with its own address.
 * Who has no safe way of being reached gets none, and links that they hold stay good. Gives the plan's id.
 */
export async function sendPromises(permit: Permit<'action:send'>): Promise<string> {
  const { op } = permit
  const points = await contactPointsOf(await permitFor(op, 'contact:read', { kind: 'family', id: permit.familyId }))
  const owners = (await peopleOf(op, permit)).filter((person) => !person.ended && canBeReached(points, person.id))
  const coordinator = await workerById(op, (await readMeeting(permit)).coordinatorId)
  const promises = (await openPromisesOf(permit)).filter((promise) => owners.some((owner) => owner.id === promise.personId))
  const tokens = await replaceLinks(permit, promises)
  const messages = owners.flatMap(({ id, name }) => {
    const own = promises
      .filter((promise) => promise.personId === id)
      .map((promise) => ({ ...promise, address: `${op.address}/a/${tokens.get(promise.id)}` }))
    return own.length === 0 ? [] : [{ personId: id, words: promiseWords({ name, promises: own, coordinator }) }]
  })
  await queueMessages(permit, 'promise', messages)
  return permit.subjectId
}
