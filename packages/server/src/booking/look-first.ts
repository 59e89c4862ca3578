import { howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import { rehearse } from '../access/mutate'
import { permit as permitFor, type Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { bottomLinesGiven, othersKnownTo, whyKnownTo } from '../meeting/known-to'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { toldPart } from '../meeting/told-part'
import type { Copy } from './copy.graphql'
import { inviteEverybody } from './send-invitations'

/**
 * What each person of the family will read once the invitations have gone: their message, where one goes, and their own page. Found by
 * sending them and taking all of it back, so that it is what they will get, arrival times and ways included. Refuses what sending refuses.
 */
export function lookFirst(permit: Permit<'copy:read'>): Promise<Copy[]> {
  const { op, meetingId } = permit
  return rehearse(op, async () => {
    const subject = { kind: 'meeting', id: meetingId } as const
    const inviting = await permitFor(op, 'meeting:invite', subject)
    const { version } = await readMeeting(inviting)
    const messages = await inviteEverybody(inviting, version)
    // The meeting and who takes part have changed since they were read.
    op.loaded.clear()
    const reading = await permitFor(op, 'meeting:read', subject)
    const meeting = await readMeeting(reading)
    const people = await peopleOf(op, reading)
    const copies: Copy[] = []
    for (const one of await participantsOf(reading)) {
      const person = people.find(({ id, ended }) => id === one.personId && !ended)
      if (person === undefined || one.state === 'notPart') continue
      const isTold = howMuchIsTold(meeting, one.toldAt) === 'all'
      copies.push({
        participantId: one.id,
        name: person.name,
        message: messages.find(({ id }) => id === one.id)?.words ?? null,
        ...(await toldPart(reading, one)),
        ways: isTold ? one.toldWays : [],
        others: isTold ? (await othersKnownTo(reading, person.id)).map(({ name }) => name) : [],
        why: await whyKnownTo(reading, person.id),
        bottomLines: (await bottomLinesGiven(reading)).map(({ text }) => text),
      })
    }
    return copies
  })
}
