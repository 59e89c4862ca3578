import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { parse, subscribe, type ExecutionResult } from 'graphql'
import { foundCouncil, type Founding } from '@kinplan/server/council/found-council.store'
import { buildContract } from '@kinplan/server/graphql/schema'
import { openDoor, openFresh, type Answer, type DoorParts } from '@kinplan/server/graphql/operate'
import type { Happened, Listening } from '@kinplan/server/access/listening'
import { hubName } from '@kinplan/server/graphql/sockets'
import { readMeetingNow } from '@kinplan/server/meeting/meeting-now.store'
import { openMeetingsNow, type MeetingsNow } from '@kinplan/server/meeting/read-for-all'
import { openPost, type Post } from '@kinplan/server/private-time/post'
import { createHub } from '@kinplan/server/platform/hub'
import { createLogger } from '@kinplan/server/platform/logger'
import { openSealingKey } from '@kinplan/server/platform/sealing-key'
import { council } from './cast'
import { searchesOfProcess } from './searches-of-process'
import { cleanDatabase, type CleanDatabase, type Engine } from './clean-database'

/** Somebody at the door: sends a document and gets its data, or throws what the door answered. */
export interface Visitor {
  readonly session: string | null
  send(document: string, variables?: Record<string, unknown>, once?: string): Promise<Record<string, unknown>>
  /** The whole answer, errors included. */
  ask(document: string, variables?: Record<string, unknown>, once?: string): Promise<Answer>
  /** The events of a subscription, until it ends or the socket is closed. */
  listen(document: string, variables: Record<string, unknown>): { events: AsyncIterator<ExecutionResult>; close(): void }
}

export interface TestServer extends CleanDatabase {
  /** The present moment; assign to move it. */
  clock: { now(): Date; set(now: Date): void }
  /** Lines that the server logged. */
  log: string[]
  /** Meetings whose readers were told to ask again. */
  told: string[]
  nobody: Visitor
  /** A worker or person by id, signed in. */
  as(id: string): Promise<Visitor>
  /** As `as`, and always the same session: the one device that somebody has in private family time. */
  phone(id: string): Promise<Visitor>
  post: Post
  meetingsNow: MeetingsNow
  /** What its doors are made of, for a door with another clock. */
  parts: DoorParts
  found(founding: Founding): Promise<void>
  /** Resolves once everybody who listens has heard of all that was told until now. */
  heard(): Promise<void>
  /** Whoever holds a session token, on the device that is known by the other. */
  holding(session: string | null, device?: string | null): Visitor
}

/** The device of whoever has this id, as its cookie says. */
export const deviceOf = (id: string): string => id.padEnd(43, '-')

/** Tuesday 10 March 2026, ten in the morning in London: before a change of the clocks. */
export const storyMorning = new Date('2026-03-10T10:00:00Z')

/** The real door on a real, clean database with the council of the cast, without the manifest of trusted documents. */
export async function testServer(engine: Engine = 'embedded', now: Date = storyMorning): Promise<TestServer> {
  const server = await serverOn(await cleanDatabase(engine), now)
  await server.found({ ...council, from: new Date(now.getTime() - 400 * 86_400_000) })
  return server
}

/** The real door on a database as it is. */
export async function serverOn(clean: CleanDatabase, now: Date): Promise<TestServer> {
  let present = now
  const clock = { now: () => present, set: (next: Date) => void (present = next) }
  const log: string[] = []
  const told: string[] = []
  const hub = createHub()
  const post = openPost(clean.database)
  const parts: DoorParts = {
    database: clean.database,
    clock,
    key: await openSealingKey(clean.config),
    schema: await buildContract(),
    logger: createLogger('debug', clock.now, (line) => void log.push(line)),
    address: 'http://localhost:4000',
    appendEnvelopes: post.appendEnvelopes,
    relayHead: post.relayHead,
    takesRescueTry: post.takesRescueTry,
    searches: searchesOfProcess(),
    tell: async (meetingIds) => {
      told.push(...meetingIds)
      for (const id of meetingIds) await clean.database.publish(hubName.meeting(id))
    },
    tellEverybody: async (meetingIds) => {
      told.push(...meetingIds)
      for (const id of meetingIds) await clean.database.publish(hubName.everybody(id))
    },
    tellRooms: async (meetingIds) => {
      for (const id of meetingIds) await clean.database.publish(hubName.rooms(id))
    },
    tellEnvelopes: (draftId) => clean.database.publish(hubName.draft(draftId)),
  }
  clean.database.listen(
    (said) => post.heard(said) || hub.wake(said),
    () => {
      hub.wakeAll()
      post.missed()
    },
  )
  const operate = openDoor(parts)
  const openedFresh = openFresh(parts)
  let looking = 0
  async function whileLooking<T>(work: () => Promise<T>): Promise<T> {
    looking++
    try {
      return await work()
    } finally {
      looking--
    }
  }
  const fresh: typeof openedFresh = (...asked) => whileLooking(() => openedFresh(...asked))
  const meetingsNow = openMeetingsNow((meetingId, sessions) => readMeetingNow(clean.database, parts.key, meetingId, sessions, clock.now()))
  // Notices come in the order in which they were published: whoever hears this one has heard all before it.
  async function heard(): Promise<void> {
    const mark = `heard ${randomUUID()}`
    await new Promise<void>((resolve, reject) => {
      const stop = clean.database.listen((name) => {
        if (name !== mark) return
        stop()
        resolve()
      })
      clean.database.publish(mark).catch(reject)
    })
    do await turn()
    while (looking > 0)
    await turn()
    if (looking > 0) await heard()
  }
  const found = (founding: Founding) => foundCouncil(clean.database, parts.key, founding)

  const holding = (session: string | null, device: string | null = null): Visitor => {
    const ask: Visitor['ask'] = (document, variables = {}, once) =>
      operate(parse(document), variables, { session, device, once, storyPage: true })
    return {
      session,
      ask,
      listen(document, variables) {
        const socket = new AbortController()
        const contextValue: Listening = {
          changes: (meetingId, of) =>
            hub.wakes(new Map(of.map((one): [string, Happened] => [hubName[one](meetingId), one])), 0, socket.signal),
          now: (meetingId) => whileLooking(() => meetingsNow.of(meetingId, session ?? '')),
          follow: (draftId) => post.follow(draftId, socket.signal),
          passes: new Map(),
          appendEnvelopes: post.appendEnvelopes,
          relayHead: post.relayHead,
          proofEveryMs: 500,
          fresh: (name, work) => fresh(session, name, work),
        }
        return {
          events: eventsOf(subscribe({ schema: parts.schema, document: parse(document), variableValues: variables, contextValue })),
          close: () => socket.abort(),
        }
      },
      async send(document, variables, once) {
        const { result } = await ask(document, variables, once)
        const [error] = result.errors ?? []
        if (error) throw new Error(`${error.message} ${log.filter((line) => line.includes('fault')).at(-1) ?? ''}`, { cause: error })
        return { ...result.data }
      },
    }
  }
  const nobody = holding(null)
  const phones = new Map<string, Promise<Visitor>>()
  async function signedInAs(id: string): Promise<Visitor> {
    const { session } = await nobody.ask('mutation ($id: ID!) { chooseWho(id: $id) { __typename ... on Refused { code } } }', { id })
    if (session === null || session === 'ended') throw new Error(`Nobody here has the id ${id}`)
    return holding(session.token)
  }
  return {
    ...clean,
    clock,
    log,
    told,
    post,
    meetingsNow,
    parts,
    found,
    heard,
    nobody,
    holding,
    as: signedInAs,
    phone(id) {
      const phone = phones.get(id) ?? signedInAs(id).then(({ session }) => holding(session, deviceOf(id)))
      phones.set(id, phone)
      return phone
    },
  }
}

async function* eventsOf(subscription: ReturnType<typeof subscribe>): AsyncGenerator<ExecutionResult> {
  const begun = await subscription
  if (!(Symbol.asyncIterator in begun))
    throw new Error(begun.errors?.[0]?.message ?? 'It did not begin', { cause: begun.errors?.[0]?.originalError })
  yield* begun
}
