import { randomUUID } from 'node:crypto'
import { openDoor } from '@kinplan/server/graphql/operate'
import { keptOf } from '@kinplan/server/platform/sealing-key'
import { asks, done, newDevice, signedInBy, type Device } from '../../checks/minted-doors'
import { asAdministrator } from '../as-administrator'
import { council, teams, workers } from '../cast'
import type { Engine } from '../clean-database'
import { cleanDatabase } from '../clean-database'
import {
  isNeeded,
  nameParent,
  openStoryFamily,
  ordinaryWeek,
  participantVersion,
  saysWhen,
  standsAs,
  startStoryMeeting,
  talkWith,
} from '../story-family'
import { StoryTeller } from '../story-teller'
import { tellPlaces, type ToldPlace } from '../tell-places'
import { serverOn, storyMorning, type TestServer } from '../test-server'
import type { Moment } from './moments'
import { people as everyone, type Person } from './people'

const { priya, marcus, helen, ruth, owen, tessa } = workers
const nadia = { id: '00000000-0000-4000-8000-000000000007', name: 'Nadia Rahman', title: 'Social worker', phone: '01632 960107' }
const zoe = { id: '00000000-0000-4000-8000-000000000009', name: 'Zoe Hall', title: 'Team manager', phone: '01632 960109' }
const east = { id: '00000000-0000-4000-8000-000000000013', name: 'East team', supervisorId: zoe.id, workerIds: [] }
const leo = { id: '00000000-0000-4000-8000-000000000008', name: 'Leo Marsh', title: 'Social worker', phone: '01632 960108' }

/** Short names of those in the family, as the world is told. */
const everybody = ['mia', 'mum', 'dad', 'gran', 'nan', 'grandad', 'aunt', 'uncle', 'interpreter', 'advocate', 'gone'] as const
export type InFamily = (typeof everybody)[number] | 'cousin'

/** One family and its meeting, and another family beside it, told through the door; and everybody's session. */
export interface World {
  server: TestServer
  teller: StoryTeller
  moment: Moment
  familyId: string
  meetingId: string
  people: Record<InFamily, string>
  /** Participants by the id of their person or worker. */
  participants: Record<string, string>
  places: Record<'willow' | 'meadow', ToldPlace>
  /** The same of the other family. */
  other: { familyId: string; meetingId: string; personId: string; childId: string; participantId: string; bottomLineId: string }
  sessions: Record<Person, string | null>
  /** Whom a session is of. */
  ids: Record<Person, string | null>
  /** The draft that Mum began and Gran joined, and the one that Nan began alone. */
  draft: Device
  drafts: { nan: Device }
  /** A square that Mum showed and nobody answered yet. */
  jid: string
  /** The same, answered. */
  answered: string
  /** Of the shared plan; an id that names nothing before. */
  planId: string
  /** A bottom line that the family was given. */
  givenLineId: string
  /** Gran's promise, and the council's. */
  actions: { grans: string; councils: string }
  /** Tokens: of a promise, of a sign-in link with its code, of a worker's calendar. */
  tokens: { promise: string; link: string; code: string; calendar: string }
  storyPage: boolean
}

/** What an id is before there is anything. */
export const nothingYet = '00000000-0000-4000-8000-00000000ffff'
const made = (what: string) => Buffer.alloc(32, what).toString('base64url')

/** The council with two workers more, the family being prepared, and the other family. */
export async function openWorld(engine: Engine): Promise<World> {
  const server = await serverOn(await cleanDatabase(engine), storyMorning)
  const from = new Date(storyMorning.getTime() - 400 * 86_400_000)
  await server.found({
    ...council,
    from,
    workers: [...council.workers, nadia, leo, zoe],
    teams: [
      ...council.teams.map((team) => (team.id === teams.north.id ? { ...team, workerIds: [...team.workerIds, nadia.id, leo.id] } : team)),
      east,
    ],
  })
  await asAdministrator(server, async (ask) => {
    await ask(`update "TeamMember" set "until" = $2 where "workerId" = $1::uuid`, leo.id, new Date(storyMorning.getTime() - 86_400_000))
  })
  const teller = new StoryTeller((clock) => openDoor({ ...server.parts, clock }), storyMorning)
  const places = await tellPlaces(teller)
  const other = await tellOtherFamily(teller)
  // Nobody who comes to the door has anything to do with the other family but its own person.
  await asAdministrator(server, async (ask) => {
    await ask('update "Allocation" set "until" = "from" where "familyId" = $1::uuid', other.familyId)
    await ask('update "Family" set "teamId" = $2::uuid where "id" = $1::uuid', other.familyId, east.id)
  })
  const family = await tellFamily(teller, places)
  const session = async (id: string) => (await server.phone(id)).session
  const { people } = family
  const gone = await session(people.gone)
  await teller.does(
    ruth.id,
    'decideNotPart',
    await notPart(teller, family.meetingId, family.participants[people.uncle] ?? ''),
    'meeting { id }',
  )
  const coordinator = await server.phone(helen.id)
  await done(coordinator, 'mutation ($id: ID!) { endAccess(personId: $id) { __typename ... on Refused { code field } } }', {
    id: people.gone,
  })
  const link = async (personId: string) => {
    const { address, spokenCode } = await done<{ address: string; spokenCode: string }>(coordinator, asks.makeLink, { id: personId })
    return { token: address.split('/').at(-1) ?? '', code: spokenCode }
  }
  const aunt = await signedInBy(server, await link(people.aunt))
  const open = await link(people.cousin)
  const calendar = await done<{ address: string }>(
    coordinator,
    'mutation { makeCalendarFeed { __typename ... on Refused { code field } ... on MakeCalendarFeedDone { address } } }',
    {},
  )
  await teller.does(helen.id, 'sayAway', { workerId: helen.id, from: '2026-04-20', until: '2026-04-24' }, '__typename')
  const ids: World['ids'] = {
    'somebody who is not signed in': null,
    'somebody put out of the family': people.gone,
    'a person of another family': other.personId,
    'a cousin who is not in the meeting': people.cousin,
    'an uncle who was decided not to be part': people.uncle,
    'Dad, kept apart from Mum and not to know': people.dad,
    'Mum, at risk': people.mum,
    Gran: people.gran,
    'Nan, kept apart from a room': people.nan,
    'Grandad, kept apart from a place': people.grandad,
    'Aunt, on a link that a worker made': people.aunt,
    'Mia, a child': people.mia,
    'the interpreter': people.interpreter,
    'the advocate': people.advocate,
    'the holder of a promise link': null,
    'the coordinator': helen.id,
    'the coordinator before her': marcus.id,
    'the social worker': priya.id,
    'the supervisor': ruth.id,
    'the supervisor of another team': tessa.id,
    'a worker of another team': owen.id,
    'a worker of the team without the family': nadia.id,
    'a worker who left the team': leo.id,
  }
  const sessions = { 'somebody put out of the family': gone, 'Aunt, on a link that a worker made': aunt.session } as World['sessions']
  for (const person of everyone) sessions[person] ??= ids[person] === null ? null : await session(ids[person])
  return {
    server,
    teller,
    moment: 'preparing',
    ...family,
    places,
    other,
    ids,
    sessions,
    draft: newDevice(family.meetingId),
    drafts: { nan: newDevice(family.meetingId) },
    jid: made('nothing'),
    answered: made('nothing'),
    planId: nothingYet,
    actions: { grans: nothingYet, councils: nothingYet },
    tokens: {
      promise: made('nothing'),
      link: open.token,
      code: open.code,
      calendar: /calendar\/([\w-]+)\.ics$/.exec(calendar.address)?.[1] ?? '',
    },
    storyPage: true,
  }
}

async function tellFamily(teller: StoryTeller, places: World['places']) {
  const { id: familyId, people } = await openStoryFamily(teller, {
    name: 'The Lane family',
    socialWorker: priya.id,
    children: { mia: { name: 'Mia Lane', bornOn: '2012-05-02' } },
    people: {
      mum: { name: 'Dawn Lane', phone: '07700 900001', relations: [{ child: 'mia', kind: 'mother', responsibility: true }] },
      dad: { name: 'Lee Hughes', phone: '07700 900002', relations: [{ child: 'mia', kind: 'father' }] },
      gran: { name: 'Joan Lane', phone: '07700 900003', relations: [{ child: 'mia', kind: 'grandparent', through: 'mum' }] },
      nan: { name: 'Ida Hughes', phone: '07700 900004' },
      grandad: { name: 'Roy Lane', phone: '07700 900005' },
      aunt: { name: 'Sue Lane', phone: '07700 900006' },
      uncle: { name: 'Ray Lane' },
      cousin: { name: 'Kit Lane' },
      gone: { name: 'Max Lane' },
      interpreter: { name: 'Agata Lis', kind: 'interpreter' },
      advocate: { name: 'Grace Adeyemi', kind: 'advocate' },
    },
  })
  for (const workerId of [marcus.id, helen.id])
    await teller.does(ruth.id, 'allocate', { familyId, workerId, role: 'coordinator' }, 'family { id }')
  await nameParent(teller, familyId, { childId: people.mia, personId: people.mum, label: 'Mum' }, priya.id)
  const { id: meetingId, participants } = await startStoryMeeting(teller, {
    familyId,
    socialWorker: priya.id,
    childIds: [people.mia],
    participants: everybody.map((who) => ({ personId: people[who], need: 'hoped' })),
  })
  const part = (who: InFamily) => participants[people[who]] ?? ''
  for (const kind of ['goingWell', 'worry', 'help'])
    await teller.does(priya.id, 'addWhy', { meetingId, kind, text: `Of Mia: ${kind}.` }, 'meeting { id }')
  const lines = 'meeting { bottomLines { id text version } }'
  await teller.does(priya.id, 'addBottomLine', { meetingId, text: 'Mia gets to school.', childIds: [people.mia] }, lines)
  const givenLineId = await agreeLine(teller, meetingId, 'Mia gets to school.')
  await teller.does(
    priya.id,
    'markApart',
    { oneId: people.mum, otherId: people.dad, levels: ['knowing'], atRiskId: people.mum },
    'family { id }',
  )
  await teller.does(priya.id, 'markApart', { oneId: people.mum, otherId: people.nan, levels: ['room'] }, 'family { id }')
  await teller.does(priya.id, 'markApart', { oneId: people.grandad, otherId: people.gone, levels: ['site'] }, 'family { id }')
  await teller.does(priya.id, 'markApart', { oneId: people.aunt, otherId: people.cousin, levels: ['online'] }, 'family { id }')
  await settleSafety(teller, meetingId)
  await teller.does(helen.id, 'giveBottomLines', { meetingId, on: '2026-03-10' }, 'meeting { id }')
  for (const text of ['Mia sees a dentist.', 'Mia has a desk.'])
    await teller.does(priya.id, 'addBottomLine', { meetingId, text, childIds: [], laterReason: 'It came later.' }, lines)
  await agreeLine(teller, meetingId, 'Mia sees a dentist.')
  for (const who of ['mum', 'dad', 'gran', 'nan', 'mia'] as const) await talkWith(teller, meetingId, part(who), {})
  for (const who of ['mum', 'gran', 'nan'] as const)
    await saysWhen(teller, people[who], [
      ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '08:00', '20:00', ['inRoom', 'phone'], { timeOffDays: who === 'gran' ? 2 : undefined }),
    ])
  await isNeeded(teller, meetingId, part('gran'), {
    need: 'must',
    partEdge: 'end',
    partMinutes: '30',
    comesWithId: part('mum'),
    travel: [{ placeId: places.willow.id, minutes: '20' }],
  })
  for (const [who, state, how] of [
    ['mum', 'coming', 'inRoom'],
    ['aunt', 'coming', 'inRoom'],
    ['mia', 'coming', 'inRoom'],
    ['interpreter', 'coming', 'inRoom'],
    ['advocate', 'coming', 'inRoom'],
    ['nan', 'coming', 'phone'],
    ['grandad', 'sendingViews', null],
  ] as const)
    await standsAs(teller, meetingId, part(who), state, how)
  await standsAs(teller, meetingId, part('gran'), 'coming', 'inRoom')
  const asked = {
    from: '2026-03-16',
    until: '2026-03-29',
    minutes: '120',
    earliest: '09:00',
    latest: '19:00',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    noticeDays: '0',
    bankHolidays: true,
    schoolHours: true,
    placeIds: [places.willow.id],
    stepFree: false,
    twoWaysOut: false,
    secondRoom: false,
  }
  await teller.does(helen.id, 'saveTimeAsk', { meetingId, version: 0, ask: asked }, 'meeting { id }')
  await correctThings(teller, meetingId, people.cousin)
  return { familyId, meetingId, people, participants, givenLineId }
}

async function agreeLine(teller: StoryTeller, meetingId: string, text: string): Promise<string> {
  const document = 'query ($id: ID!) { meeting(id: $id) { bottomLines { id text version } } }'
  const { meeting } = (await teller.ask(ruth.id, document, { id: meetingId })) as {
    meeting: { bottomLines: { id: string; text: string; version: number }[] }
  }
  const line = meeting.bottomLines.find((one) => one.text === text)
  await teller.does(ruth.id, 'agreeBottomLine', { bottomLineId: line?.id, version: line?.version }, 'meeting { id }')
  return line?.id ?? ''
}

/** What was there before a mistake was put right is kept. */
async function correctThings(teller: StoryTeller, meetingId: string, cousin: string): Promise<void> {
  const { meeting } = (await teller.ask(helen.id, 'query ($id: ID!) { meeting(id: $id) { why { id } bottomLines { id text version } } }', {
    id: meetingId,
  })) as { meeting: { why: { id: string }[]; bottomLines: { id: string; text: string; version: number }[] } }
  const line = meeting.bottomLines.find(({ text }) => text === 'Mia has a desk.')
  for (const correction of [
    { field: 'personName', subjectId: cousin, version: 1, value: 'Christopher Lane' },
    { field: 'whyText', subjectId: meeting.why[0]?.id, version: 1, value: 'Mia is good at maths.' },
    { field: 'bottomLineText', subjectId: line?.id, version: line?.version, value: 'Mia has a desk of her own.' },
  ])
    await teller.does(helen.id, 'correct', correction, 'family { id }')
}

async function tellOtherFamily(teller: StoryTeller): Promise<World['other']> {
  const { id: familyId, people } = await openStoryFamily(teller, {
    name: 'The Pike family',
    socialWorker: priya.id,
    children: { child: { name: 'Tom Pike', bornOn: '2015-01-02' } },
    people: { person: { name: 'Otto Pike', phone: '07700 900009' } },
  })
  const { id: meetingId, participants } = await startStoryMeeting(teller, {
    familyId,
    socialWorker: priya.id,
    childIds: [people.child],
    participants: [{ personId: people.person, need: 'must' }],
  })
  const { meeting } = await teller.does(
    priya.id,
    'addBottomLine',
    { meetingId, text: 'Tom is safe.', childIds: [people.child] },
    'meeting { bottomLines { id } }',
  )
  const bottomLineId = (meeting as { bottomLines: { id: string }[] }).bottomLines[0]?.id ?? ''
  const { person: personId, child: childId } = people
  return { familyId, meetingId, personId, childId, participantId: participants[personId] ?? '', bottomLineId }
}

async function notPart(teller: StoryTeller, meetingId: string, participantId: string) {
  const version = await participantVersion(teller, meetingId, participantId)
  return { participantId, version, reason: 'He is at sea.', lookAgainOn: '2026-06-01', viewsGathered: false }
}

/** The manager decides about every pair that is marked now. */
export function settleSafety(teller: StoryTeller, meetingId: string) {
  const words = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
  return teller.does(ruth.id, 'recordSafety', { meetingId, ...words }, 'meeting { id }')
}

/** A link of a promise with a token that the check knows, beside those that messages hold. */
export async function linkPromise({ server, familyId, people }: World, actionId: string): Promise<string> {
  const token = randomUUID()
  await server.database.transaction({ worker: helen.id }, (tx) =>
    tx.actionLink.createMany({
      data: [
        {
          familyId,
          actionId,
          personId: people.gran,
          endsAt: new Date('2027-01-01'),
          tokenHash: keptOf(server.parts.key.fingerprint(token, 'action')),
        },
      ],
    }),
  )
  return token
}
