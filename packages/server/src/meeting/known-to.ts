import { hiddenFrom } from '@kinplan/domain/family/kept-apart'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { workerById } from '../worker/worker.store'
import { readMeeting } from './meeting.store'
import { participantsOf } from './participant.store'
import { pairsToKeep } from './safety.store'
import { bottomLinesOf, whyOf } from './why.store'

/** The person's own permit, or of the coordinator who looks at what that person will read. */
type Reads = Permit<'meeting:readMine' | 'meeting:read'>

/** People of whose part this person must not know. */
export async function hiddenFromPerson(permit: Reads, personId: string): Promise<ReadonlySet<string>> {
  return hiddenFrom(personId, await pairsToKeep(permit))
}

/**
 * Who else takes part, as far as this person may know it: beside the coordinator and the referrer, who stand there already, those who are
 * coming or sending views, by the id and name of the person or worker.
 */
export async function othersKnownTo(permit: Reads, personId: string): Promise<{ id: string; name: string }[]> {
  const { op } = permit
  const unknown = await hiddenFromPerson(permit, personId)
  const { coordinatorId, referrerId } = await readMeeting(permit)
  const people = await peopleOf(op, permit)
  const others = (await participantsOf(permit)).filter(
    (one) =>
      one.personId !== personId &&
      (one.state === 'coming' || one.state === 'sendingViews') &&
      !(one.personId !== null && unknown.has(one.personId)) &&
      !(one.workerId !== null && [coordinatorId, referrerId].includes(one.workerId)),
  )
  return Promise.all(
    others.map(async (one) => ({
      id: one.personId ?? one.workerId ?? '',
      name: one.workerId === null ? (people.find(({ id }) => id === one.personId)?.name ?? '') : (await workerById(op, one.workerId)).name,
    })),
  )
}

/** Why the meeting is held, without what somebody said of whose part this person must not know. */
export async function whyKnownTo(permit: Reads, personId: string) {
  const unknown = await hiddenFromPerson(permit, personId)
  return (await whyOf(permit)).filter((entry) => entry.byPersonId === null || !unknown.has(entry.byPersonId))
}

/** What the plan must make sure of, as far as the family has been given it. */
export async function bottomLinesGiven(permit: Reads) {
  return (await bottomLinesOf(permit)).filter((line) => line.givenToFamilyOn !== null)
}
