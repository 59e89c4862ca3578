import { teams, workers } from './cast'
import type { StoryTeller } from './story-teller'

const zone = 'Europe/London'

/** A person as the story introduces them. */
interface Introduced {
  name: string
  kind?: 'kin' | 'friend' | 'advocate' | 'interpreter'
  zone?: string
  phone?: string
  relations?: { child: string; kind: string; through?: string; responsibility?: boolean; basis?: string }[]
}

type Ids<Name extends string> = Record<Name, string>

/** Opens a family with its children and people, each with a phone that is safe to use; gives everybody's id by their short name. */
export async function openStoryFamily<Child extends string, Person extends string>(
  teller: StoryTeller,
  family: {
    name: string
    socialWorker: string
    children: Record<Child, { name: string; bornOn: string }>
    people: Record<Person, Introduced>
  },
): Promise<{ id: string; people: Ids<Child | Person> }> {
  const { socialWorker } = family
  const children = Object.entries<{ name: string; bornOn: string }>(family.children)
  const opened = await teller.does(
    socialWorker,
    'openFamily',
    { name: family.name, teamId: teams.north.id, zone, children: children.map(([, child]) => child) },
    'family { id people { id name } }',
  )
  const { id } = opened['family'] as { id: string }
  await teller.does(workers.ruth.id, 'allocate', { familyId: id, workerId: workers.helen.id, role: 'coordinator' }, 'family { id }')

  const ids: Record<string, string> = {}
  const learn = (shown: unknown, names: [string, { name: string }][]) => {
    for (const { id: personId, name } of (shown as { people: { id: string; name: string }[] }).people) {
      const short = names.find(([, person]) => person.name === name)?.[0]
      if (short) ids[short] = personId
    }
  }
  learn(opened['family'], children)
  const idOf = (short: string) => {
    const found = ids[short]
    if (found === undefined) throw new Error(`The story names ${short} before introducing them`)
    return found
  }
  for (const [short, person] of Object.entries<Introduced>(family.people)) {
    const relations = (person.relations ?? []).map((relation) => ({
      childId: idOf(relation.child),
      kind: relation.kind,
      throughId: relation.through ? idOf(relation.through) : null,
      responsibility: relation.responsibility ?? false,
      basis: relation.basis ?? null,
    }))
    const added = await teller.does(
      socialWorker,
      'addPerson',
      { familyId: id, name: person.name, kind: person.kind ?? 'kin', zone: person.zone ?? zone, relations },
      'family { people { id name } }',
    )
    learn(added['family'], [[short, person]])
    if (person.phone)
      await teller.does(
        socialWorker,
        'addContactPoint',
        { personId: idOf(short), kind: 'phone', value: person.phone, safeToUse: true, note: '' },
        'family { id }',
      )
  }
  return { id, people: ids as Ids<Child | Person> }
}

/** A parent of a child, as the social worker records them. */
export function nameParent(
  teller: StoryTeller,
  familyId: string,
  parent: { childId: string; personId?: string; label: string; state?: string; reason?: string },
  by: string,
) {
  return teller.does(
    by,
    'setParent',
    {
      familyId,
      childId: parent.childId,
      personId: parent.personId ?? null,
      label: parent.label,
      state: parent.state ?? 'reachable',
      reason: parent.reason ?? '',
    },
    'family { id }',
  )
}

/** Starts a meeting about some children and puts people into it; gives the meeting's id and each participant's id by person. */
export async function startStoryMeeting(
  teller: StoryTeller,
  meeting: { familyId: string; socialWorker: string; childIds: string[]; participants: { personId: string; need: string }[] },
): Promise<{ id: string; participants: Record<string, string> }> {
  const started = await teller.does(
    meeting.socialWorker,
    'startMeeting',
    { familyId: meeting.familyId, coordinatorId: workers.helen.id, referrerId: meeting.socialWorker, childIds: meeting.childIds },
    'meeting { id }',
  )
  const { id } = started['meeting'] as { id: string }
  for (const participant of meeting.participants) {
    await teller.does(workers.helen.id, 'addParticipant', { meetingId: id, ...participant }, 'meeting { id }')
  }
  return { id, participants: await participantsOf(teller, id) }
}

/** The ids of a meeting's participants by the id of their person or worker. */
async function participantsOf(teller: StoryTeller, meetingId: string): Promise<Record<string, string>> {
  const { meeting } = await teller.ask(
    workers.helen.id,
    'query ($id: ID!) { meeting(id: $id) { participants { id person { id } worker { id } } } }',
    { id: meetingId },
  )
  const { participants } = meeting as { participants: { id: string; person: { id: string } | null; worker: { id: string } | null }[] }
  return Object.fromEntries(participants.map((participant) => [participant.person?.id ?? participant.worker?.id ?? '', participant.id]))
}

/** The version a meeting stands at. */
export async function versionOf(teller: StoryTeller, meetingId: string): Promise<number> {
  const { meeting } = await teller.ask(workers.helen.id, 'query ($id: ID!) { meeting(id: $id) { version } }', { id: meetingId })
  return (meeting as { version: number }).version
}

/** The version a participant stands at. */
export async function participantVersion(teller: StoryTeller, meetingId: string, participantId: string): Promise<number> {
  const { meeting } = await teller.ask(workers.helen.id, 'query ($id: ID!) { meeting(id: $id) { participants { id version } } }', {
    id: meetingId,
  })
  return (meeting as { participants: { id: string; version: number }[] }).participants.find((one) => one.id === participantId)?.version ?? 0
}

/** The coordinator's talk with one person alone. */
export async function talkWith(
  teller: StoryTeller,
  meetingId: string,
  participantId: string,
  said: Partial<Record<'wantsToTakePart' | 'whoShouldBeThere' | 'isItSafe' | 'whoMayKnow' | 'howToReach' | 'whatWouldHelp', string>>,
): Promise<void> {
  const answers = {
    wantsToTakePart: 'Yes.',
    whoShouldBeThere: '',
    isItSafe: 'Yes.',
    whoMayKnow: 'Everybody who comes.',
    howToReach: 'By text, after six.',
    whatWouldHelp: '',
    ...said,
  }
  await teller.does(
    workers.helen.id,
    'prepare',
    { participantId, version: await participantVersion(teller, meetingId, participantId), ...answers },
    'meeting { id }',
  )
}

/** What the coordinator writes down of somebody's answer. */
export async function standsAs(
  teller: StoryTeller,
  meetingId: string,
  participantId: string,
  state: string,
  how: string | null = null,
): Promise<void> {
  await teller.does(
    workers.helen.id,
    'setParticipation',
    { participantId, version: await participantVersion(teller, meetingId, participantId), state, how },
    'meeting { id }',
  )
}

/** One thing said about when somebody can come, as `RuleInput` takes it. */
export interface Said {
  kind: 'ordinaryWeek' | 'shiftCycle' | 'roster' | 'calendar' | 'oneDay' | 'cannot'
  [field: string]: unknown
}

export function ordinaryWeek(
  weekdays: number[],
  start: string,
  end: string,
  how: string[],
  more: { preference?: string; timeOffDays?: number } = {},
): Said {
  return { kind: 'ordinaryWeek', weekdays, start, end, how, ...more }
}

export function cannotCome(from: string, until: string): Said {
  return { kind: 'cannot', from, until }
}

/** The version at which the ask of a meeting stands; 0 where there is none. */
export async function timeAskVersion(teller: StoryTeller, meetingId: string): Promise<number> {
  const { meeting } = await teller.ask(workers.helen.id, 'query ($id: ID!) { meeting(id: $id) { timeAsk { version } } }', { id: meetingId })
  return (meeting as { timeAsk: { version: number } | null }).timeAsk?.version ?? 0
}

/** The version at which that stands which somebody said of when they can come. */
export async function rulesVersion(teller: StoryTeller, personId: string): Promise<number> {
  const { myAvailability } = await teller.ask(personId, '{ myAvailability { version } }')
  return (myAvailability as { version: number }).version
}

/** When somebody can come, said by themself, on the clock of the story's zone or another. */
export async function saysWhen(teller: StoryTeller, personId: string, rules: Said[], inZone: string = zone) {
  return teller.does(personId, 'sayWhenICanCome', { version: await rulesVersion(teller, personId), zone: inZone, rules }, 'version')
}

/** The same, rung in and written down by the coordinator. */
export async function saysWhenByPhone(teller: StoryTeller, personId: string, rules: Said[]) {
  return teller.does(
    workers.helen.id,
    'sayWhenICanCome',
    { personId, version: await rulesVersion(teller, personId), zone, rules },
    'version',
  )
}

/** How much the coordinator says that somebody is needed, for which part, and with whom they come. */
export async function isNeeded(
  teller: StoryTeller,
  meetingId: string,
  participantId: string,
  needed: { need: string; partEdge?: string; partMinutes?: string; comesWithId?: string; travel?: { placeId: string; minutes: string }[] },
): Promise<void> {
  await teller.does(
    workers.helen.id,
    'setNeed',
    { participantId, version: await participantVersion(teller, meetingId, participantId), travel: [], ...needed },
    'meeting { id }',
  )
}
