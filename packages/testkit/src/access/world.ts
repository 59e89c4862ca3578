import { randomUUID } from 'node:crypto'
import { openDoor } from '@kinplan/server/graphql/operate'
import { keptOf } from '@kinplan/server/platform/sealing-key'
import { asks, done, newDevice, signedInBy, type Device } from '../../checks/minted-doors'
import { asAdministrator } from '../as-administrator'
import { council, teams, workers } from '../cast'
import { cleanDatabase, type Engine } from '../clean-database'
import { StoryTeller } from '../story-teller'
import { tellPlaces, type ToldPlace } from '../tell-places'
import { deviceOf, serverOn, storyMorning, type TestServer } from '../test-server'
import type { Moment } from './moments'
import { people as everyone, type Person } from './people'
import { tellEmergency } from './tell-emergency'
import { notPart, tellFamily, tellOtherFamily, type InFamily, type OtherFamily } from './tell-family'

const { priya, marcus, helen, ruth, owen, tessa } = workers
const nadia = { id: '00000000-0000-4000-8000-000000000007', name: 'Nadia Rahman', title: 'Social worker', phone: '01632 960107' }
const zoe = { id: '00000000-0000-4000-8000-000000000009', name: 'Zoe Hall', title: 'Team manager', phone: '01632 960109' }
const east = { id: '00000000-0000-4000-8000-000000000013', name: 'East team', supervisorId: zoe.id, workerIds: [] }
const omar = { id: '00000000-0000-4000-8000-000000000010', name: 'Omar Said', title: 'Social worker', phone: '01632 960110' }
const leo = { id: '00000000-0000-4000-8000-000000000008', name: 'Leo Marsh', title: 'Social worker', phone: '01632 960108' }

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
  other: OtherFamily
  sessions: Record<Person, string | null>
  /** The device on which each of them is, as its cookie says. */
  devices: Record<Person, string | null>
  /** Whom a session is of. */
  ids: Record<Person, string | null>
  /** The draft that Mum began and Gran joined, and the one that Nan began alone. */
  draft: Device
  drafts: { nan: Device }
  /** A square that Mum showed and nobody answered yet. */
  jid: string
  /** The same, answered. */
  answered: string
  /** What shows that somebody has the rescue words of Mum's draft. */
  wordsProof: string
  /** Of the shared plan; an id that names nothing before. */
  planId: string
  /** What was on paper in Mum's and Gran's room, of which Gran says that it is not what they wrote; and in Nan's. */
  papers: { mums: string; nans: string }
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
    workers: [...council.workers, nadia, leo, zoe, omar],
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
  await tellEmergency(teller, family.familyId, omar.id)
  await asAdministrator(server, async (ask) => {
    await ask(`insert into "RateLimit" ("name", "usedUntil") values ('a', now())`)
    await ask(`insert into "RecordSeal" ("n", "recordId", "genuine", "seal") values (1, 1, true, 'a')`)
    await ask(`insert into "RecordCheckpoint" ("number", "n", "at") values (1, 1, now())`)
  })
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
    'a worker who reads in an emergency': omar.id,
    'the supervisor of another team': tessa.id,
    'a worker of another team': owen.id,
    'a worker of the team without the family': nadia.id,
    'a worker who left the team': leo.id,
  }
  const sessions = { 'somebody put out of the family': gone, 'Aunt, on a link that a worker made': aunt.session } as World['sessions']
  for (const person of everyone) sessions[person] ??= ids[person] === null ? null : await session(ids[person])
  const devices = Object.fromEntries(everyone.map((person) => [person, ids[person] && deviceOf(ids[person])])) as World['devices']
  return {
    server,
    teller,
    moment: 'preparing',
    ...family,
    places,
    other,
    ids,
    sessions,
    devices,
    draft: newDevice(family.meetingId),
    drafts: { nan: newDevice(family.meetingId) },
    jid: made('nothing'),
    answered: made('nothing'),
    wordsProof: made('nothing'),
    planId: nothingYet,
    papers: { mums: nothingYet, nans: nothingYet },
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
