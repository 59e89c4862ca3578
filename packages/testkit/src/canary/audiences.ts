import type { Facts, Row } from './facts'

/** Who may receive what stands in a row, at the moment of the facts: ids of people and workers. */
type WhoMay = (row: Row, facts: Facts) => readonly string[]

const takesPart: WhoMay = (row, facts) => {
  const meetingId = facts.meetingOf(row)
  // A review shows the plan it looks back on.
  const reviews = facts.of('Meeting').filter((meeting) => facts.planOf(meeting['reviewsPlanId'])?.['meetingId'] === meetingId)
  const meetings = [meetingId, ...reviews.map(({ id }) => id)]
  return facts
    .of('Participant')
    .filter((part) => meetings.includes(part['meetingId']))
    .flatMap((part) => [part['personId'], part['workerId']].flatMap((id) => (typeof id === 'string' ? [id] : [])))
}

const mayKnowOfPerson: WhoMay = (row, facts) => {
  const personId = facts.personOf(row)
  const unknown = facts
    .of('PairApart')
    .filter((pair) => pair['level'] === 'knowing' && pair['endedAt'] === null && [pair['oneId'], pair['otherId']].includes(personId))
    .flatMap((pair) => [pair['oneId'], pair['otherId']])
  return facts.peopleOf(row).filter((id) => id === personId || !unknown.includes(id))
}

const allocatedAs =
  (role: string): WhoMay =>
  (row, facts) =>
    facts
      .of('Allocation')
      .filter((allocation) => allocation['familyId'] === facts.familyOf(row) && allocation['role'] === role)
      .map((allocation) => String(allocation['workerId']))

const coordinator = allocatedAs('coordinator')
const supervisorOf: WhoMay = (row, facts) => {
  const family = facts.of('Family').find(({ id }) => id === facts.familyOf(row))
  return facts
    .of('Team')
    .filter(({ id }) => id === family?.['teamId'])
    .map((team) => String(team['supervisorId']))
}
const whoBrokeGlass: WhoMay = (row, facts) =>
  facts
    .of('BreakGlass')
    .filter((broken) => broken['familyId'] === facts.familyOf(row))
    .map((broken) => String(broken['workerId']))
const thePerson: WhoMay = (row, facts) => [facts.personOf(row) ?? facts.workerOf(row) ?? ''].filter((id) => id !== '')

/** Who may receive a text, in the words of the model, each found from the rows of the database and never from the policy. */
export const audiences = {
  nobody: () => [],
  'social worker': allocatedAs('socialWorker'),
  coordinator,
  'coordinator, while they agree': (row, facts) => (facts.stageOf(row) === 'agreeing' ? coordinator(row, facts) : []),
  supervisor: supervisorOf,
  'whoever reads in an emergency': whoBrokeGlass,
  /** Whom the row is about: whose hours, whose answer, whose promise. */
  'the person': thePerson,
  'whoever of the family may know of the person': mayKnowOfPerson,
  'whoever takes part': takesPart,
  'whoever takes part and may know of the person': (row, facts) => {
    const known = facts.personOf(row) === null ? null : mayKnowOfPerson(row, facts)
    return takesPart(row, facts).filter((id) => known?.includes(id) ?? true)
  },
  'whoever takes part, once it was given': (row, facts) => (row['givenToFamilyOn'] === null ? [] : takesPart(row, facts)),
  'whoever was told of the meeting': (row, facts) =>
    facts
      .of('Participant')
      .filter((part) => part['meetingId'] === facts.meetingOf(row) && (part['invitedAt'] !== null || part['toldAt'] !== null))
      .flatMap((part) => [part['personId'], part['workerId']].flatMap((id) => (typeof id === 'string' ? [id] : []))),
  'whoever is in the room': (row, facts) => {
    const roomId = facts.roomOf(row)
    return facts
      .of('RoomMember')
      .filter((member) => member['roomId'] === roomId)
      .map((member) => String(member['personId']))
  },
  /** Once somebody of the family said that what was on paper is what they wrote. */
  'whoever takes part, once it is a plan': (row, facts) => (facts.isPlanNow(row) ? takesPart(row, facts) : []),
  'whichever workers read the family, once it is a plan': (row, facts) =>
    facts.isPlanNow(row)
      ? ['socialWorker', 'coordinator']
          .flatMap((role) => allocatedAs(role)(row, facts))
          .concat(supervisorOf(row, facts), whoBrokeGlass(row, facts))
      : [],
} satisfies Record<string, WhoMay>

export type Audience = keyof typeof audiences
