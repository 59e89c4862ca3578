import { isDeepStrictEqual } from 'node:util'
import { mayRunAgain, violatedConstraint } from '@kinplan/server/platform/database-error'
import pg from 'pg'
import { testServer, type TestServer, type Visitor } from '../src/test-server'
import { countDoubles, type Doubles } from './booking-race-doubles'
import { setRacingScene, type RacingMeeting, type RacingScene } from './booking-race-scene'

/**
 * Constraints that keep a room, a worker and a pair kept apart from being booked twice, each with the table it is on and the figure that
 * goes up without it.
 */
export const racingConstraints = {
  RoomHold_one_meeting: { table: 'RoomHold', figure: 'doubleRooms' },
  WorkerHold_one_meeting: { table: 'WorkerHold', figure: 'doubleWorkers' },
  ApartPresence_apart: { table: 'ApartPresence', figure: 'pairsTogether' },
} as const satisfies Record<string, { table: string; figure: keyof Doubles }>
export type RacingConstraint = keyof typeof racingConstraints

interface RaceFigures extends Doubles {
  attempts: number
  booked: number
  refused: number
  faults: number
}

const connections = 20
const timesRunAgain = 3
const ways = ['inRoom', 'inRoom', 'secondRoom', 'video', 'phone']
const none: Doubles = { doubleRooms: 0, doubleWorkers: 0, pairsTogether: 0 }

/**
 * Books few rooms, workers and pairs at times that overlap, from 20 connections at once on PostgreSQL: half of the attempts through the
 * door, half as statements of the app's role. Then counts what is booked twice. `drop` takes a constraint away first, so that the count is
 * seen to find what it protects from.
 */
export async function raceBookings(
  attempts: number,
  drop: RacingConstraint | null = null,
): Promise<RaceFigures & { complaints: string[] }> {
  const server = await testServer('postgres')
  try {
    const scene = await setRacingScene(server)
    if (drop !== null)
      await asAdministrator(server, (client) => client.query(`alter table "${racingConstraints[drop].table}" drop constraint "${drop}"`))
    const figures = { attempts, booked: 0, refused: 0, faults: 0 }
    const complaints: string[] = []
    let left = attempts
    const lane = async (attempt: () => Promise<'booked' | 'refused'>) => {
      while (left-- > 0) {
        await attempt().then(
          (outcome) => figures[outcome]++,
          (fault: unknown) => {
            figures.faults++
            complaints.push(fault instanceof Error ? fault.message : String(fault))
          },
        )
      }
    }
    await withClients(server, connections / 2, (clients) =>
      Promise.all([
        ...clients.map((client) => lane(() => byStatements(client, scene))),
        ...clients.map(() => lane(() => throughTheDoor(server, scene))),
      ]),
    )
    return { ...figures, ...(await asAdministrator(server, (client) => countDoubles((sql) => client.query(sql)))), complaints }
  } finally {
    await server.drop()
  }
}

/**
 * `--attempts <number>` (10,000 when left out), `--drop <constraint>`. The last line printed is JSON; answers 1 when anything is booked
 * twice or failed.
 */
export async function run(args: string[]): Promise<number> {
  const option = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : null)
  const drop = option('--drop')
  if (drop !== null && !(drop in racingConstraints)) throw new Error(`--drop takes one of ${Object.keys(racingConstraints).join(', ')}`)
  const { complaints, ...figures } = await raceBookings(Number(option('--attempts') ?? 10_000), drop as RacingConstraint | null)
  for (const complaint of complaints.slice(0, 5)) process.stderr.write(`${complaint}\n`)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  const { doubleRooms, doubleWorkers, pairsTogether, faults, booked } = figures
  return faults === 0 && booked > 0 && isDeepStrictEqual({ doubleRooms, doubleWorkers, pairsTogether }, none) ? 0 : 1
}

const oneOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
const twoDigits = (value: number) => String(value).padStart(2, '0')

/** A time in one morning, and rooms of one place. */
function choice({ places, meetings }: RacingScene) {
  const quarter = Math.floor(Math.random() * 16)
  const { id: placeId, rooms } = oneOf(places)
  const [roomId, other] = Math.random() < 0.5 ? rooms : rooms.toReversed()
  return {
    meeting: oneOf(meetings),
    start: `${twoDigits(9 + Math.floor(quarter / 4))}:${twoDigits((quarter % 4) * 15)}`,
    minutes: oneOf([60, 90, 120]),
    placeId,
    roomId,
    secondRoomId: Math.random() < 0.5 ? other : null,
  }
}

const visitors = new WeakMap<TestServer, Map<string, Promise<Visitor>>>()

function visitorOf(server: TestServer, id: string): Promise<Visitor> {
  const known = visitors.get(server) ?? new Map<string, Promise<Visitor>>()
  visitors.set(server, known)
  const visitor = known.get(id) ?? server.as(id)
  known.set(id, visitor)
  return visitor
}

const bookTime = 'mutation ($input: BookTimeInput!) { bookTime(input: $input) { __typename ... on Refused { code } } }'
const setParticipation =
  'mutation ($input: SetParticipationInput!) { setParticipation(input: $input) { __typename ... on Refused { code } } }'

/** One change as the coordinator of a meeting makes it: a booking, or how somebody comes. */
async function throughTheDoor(server: TestServer, scene: RacingScene): Promise<'booked' | 'refused'> {
  const { meeting, start, minutes, placeId, roomId, secondRoomId } = choice(scene)
  const coordinator = await visitorOf(server, meeting.coordinatorId)
  const read = await coordinator.send('query ($id: ID!) { meeting(id: $id) { version participants { id version } } }', { id: meeting.id })
  const { version, participants } = read['meeting'] as { version: number; participants: { id: string; version: number }[] }
  const participantId = Math.random() < 0.8 ? oneOf(meeting.pair) : oneOf(meeting.workers)
  const stands = {
    participantId,
    version: participants.find(({ id }) => id === participantId)?.version,
    ...standing(meeting, participantId),
  }
  const books = {
    meetingId: meeting.id,
    version,
    date: '2026-04-01',
    start,
    minutes: String(minutes),
    place: 'A hub',
    placeId,
    roomId,
    secondRoomId,
  }
  const done =
    Math.random() < 0.7 ? await coordinator.send(bookTime, { input: books }) : await coordinator.send(setParticipation, { input: stands })
  return JSON.stringify(done).includes('Refused') ? 'refused' : 'booked'
}

/** How somebody stands from now on: workers come or stay away, the two who are kept apart come in some way. */
function standing(meeting: RacingMeeting, participantId: string): { state: string; how: string | null } {
  return meeting.workers.includes(participantId) && Math.random() < 0.3
    ? { state: 'notComing', how: null }
    : { state: 'coming', how: oneOf(ways) }
}

/** One change as somebody with the app's own role could write it past every use case. */
async function byStatements(client: pg.Client, scene: RacingScene): Promise<'booked' | 'refused'> {
  const { meeting, start, minutes, placeId, roomId, secondRoomId } = choice(scene)
  const participantId = Math.random() < 0.8 ? oneOf(meeting.pair) : oneOf(meeting.workers)
  const { state, how } = standing(meeting, participantId)
  const holds =
    'insert into "RoomHold" ("familyId", "meetingId", "roomId", "use", "startsAt", "endsAt") ' + 'values ($1, $2, $3, $4, now(), now())'
  const books: [string, unknown[]][] = [
    ['delete from "RoomHold" where "meetingId" = $1', [meeting.id]],
    [
      `update "Meeting" set "stage" = 'booked', "start" = ('2026-04-01 ' || $2)::timestamptz, ` +
        '"minutes" = $3, "placeId" = $4, "version" = "version" + 1 where "id" = $1',
      [meeting.id, start, minutes, placeId],
    ],
    ...[
      [roomId, 'main'],
      [secondRoomId, 'second'],
    ].flatMap(([id, use]): [string, unknown[]][] => (id ? [[holds, [meeting.familyId, meeting.id, id, use]]] : [])),
  ]
  const stands: [string, unknown[]][] = [
    ['update "Participant" set "state" = $2, "how" = $3, "version" = "version" + 1 where "id" = $1', [participantId, state, how]],
  ]
  const statements = Math.random() < 0.5 ? books : stands
  for (let again = 0; ; again++) {
    try {
      await client.query('begin')
      await client.query(`select testing.ask_as('worker', $1)`, [meeting.coordinatorId])
      for (const [sql, values] of statements) await client.query(sql, values)
      await client.query('commit')
      return 'booked'
    } catch (error) {
      await client.query('rollback')
      if (violatedConstraint(error) !== undefined) return 'refused'
      if (again >= timesRunAgain || !mayRunAgain(error)) throw error
    }
  }
}

async function withClients(server: TestServer, count: number, work: (clients: pg.Client[]) => Promise<unknown>): Promise<void> {
  const clients = Array.from(
    { length: count },
    () => new pg.Client({ connectionString: server.config.postgres?.appUrl, options: '-c timezone=UTC' }),
  )
  try {
    for (const client of clients) await client.connect()
    await work(clients)
  } finally {
    for (const client of clients) await client.end()
  }
}

/** A connection that no wall keeps from a row: the administrator's, to the race's own database. */
async function asAdministrator<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  address.pathname = new URL(server.config.postgres?.appUrl ?? '').pathname
  const client = new pg.Client({ connectionString: address.href, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
