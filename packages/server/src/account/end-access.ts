import type { Permit } from '../access/permit'
import { endLinksOf } from '../action/action-link.store'
import { endPerson } from '../family/family.store'
import { leaveMeetings } from '../meeting/participant.store'
import { putOutOfRooms } from '../private-time/private-rooms.store'
import { endLinksAndSessions } from './account.store'

/** Ends a person's access to everything at once: links, sessions, private rooms, meetings that have not ended, links to promises. */
export async function endAccess(permit: Permit<'account:endAccess'>): Promise<void> {
  const { subjectId: personId } = permit
  await endLinksAndSessions(permit, personId)
  await putOutOfRooms(permit, personId)
  await leaveMeetings(permit, personId)
  await endLinksOf(permit, personId)
  await endPerson(permit, personId)
}
