import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Config } from '@kinplan/server/platform/config'
import { Browser } from '../src/browser'
import { workers } from '../src/cast'
import { filledConfig } from '../src/clean-database'
import { meetingsWithListeners, type MeetingWithListeners } from '../src/meetings-with-listeners'
import { betweenPostgres, type Between } from '../src/postgres-between'
import { freePort } from '../src/running-server'
import { listenToMeeting } from '../src/socket-that-listens'
import { serverProcess } from './edge-processes'

/** A reader is told at most once a second: changes that come as fast as that are one, and could not be counted. */
const betweenChangesMs = 1_500
/** What was not heard by then is missed, in ms. */
const heardWithinMs = 10_000
/** What should not come has this long to come all the same, in ms. */
const quietMs = 400
/** After the last reading at the start, in ms. */
const settleMs = 3_000
/** Statements of what runs by itself in that time, at most. */
const statementsAtRest = 30

const share = (values: number[], part: number): number => values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const rounded = (value: number): number => Number(value.toPrecision(3))

/** Somebody who listens: to which meeting, at which place among its people, and when they were told. */
interface Listener {
  meetingId: string
  place: number
  toldAt: number[]
}

/** A change, and who is told of it by their place in the meeting; the others may not know of it. */
interface Change {
  make(meeting: MeetingWithListeners): Promise<void>
  tells(place: number): boolean
}

interface Heard {
  /** From the commit to the frame. */
  ms: number[]
  /** From when the change was sent. */
  fromSentMs: number[]
  missed: number
  toldTooMuch: number
}

async function made(browser: Browser, name: string, variables: Record<string, unknown>): Promise<void> {
  const { data, errors } = await browser.graphql(name, variables)
  const [answer] = Object.values(data ?? {}) as { __typename?: string; code?: string }[]
  if (answer?.__typename === 'Refused' || errors.length > 0 || answer === undefined)
    throw new Error(`${name}: ${JSON.stringify([answer, errors])}`)
}

/** Makes a change and gives what came of it in every meeting. */
async function heardOf(change: Change, meeting: MeetingWithListeners, listeners: readonly Listener[], between: Between): Promise<Heard> {
  const before = listeners.map(({ toldAt }) => toldAt.length)
  const from = performance.now()
  await change.make(meeting)
  const isTold = ({ meetingId, place }: Listener) => meetingId === meeting.meetingId && change.tells(place)
  const waited = () => listeners.some((one, at) => isTold(one) && one.toldAt.length === before[at])
  while (waited() && performance.now() - from < heardWithinMs) await pause(20)
  await pause(quietMs)
  const heard: Heard = { ms: [], fromSentMs: [], missed: 0, toldTooMuch: 0 }
  for (const [at, one] of listeners.entries()) {
    const frames = one.toldAt.slice(before[at])
    if (!isTold(one)) heard.toldTooMuch += frames.length
    else if (frames[0] === undefined) heard.missed++
    else {
      heard.ms.push(frames[0] - between.committedAt())
      heard.fromSentMs.push(frames[0] - from)
    }
  }
  return heard
}

async function measure({ people, meetings, changes }: { people: number; meetings: number; changes: number }) {
  const { filled, remove, config: closed } = await filledConfig('postgres', meetingsWithListeners({ meetings, people }, new Date()))
  if (closed.postgres === undefined) throw new Error('Set TEST_DATABASE_URL to the address of a PostgreSQL administrator')
  const between = await betweenPostgres(closed.postgres.appUrl)
  const port = await freePort()
  const postgres = { ...closed.postgres, appUrl: between.addressFor(closed.postgres.appUrl) }
  const config: Config = { ...closed, postgres, host: '127.0.0.1', port, address: `http://127.0.0.1:${port}`, demo: true }
  const server = await serverProcess(config, 'built')
  const ends: (() => void)[] = []
  try {
    const ended: string[] = []
    const listeners: Listener[] = []
    for (const { meetingId, people: members } of filled)
      for (const [place, { session }] of members.entries()) {
        const toldAt: number[] = []
        listeners.push({ meetingId, place, toldAt })
        const on = { told: () => void toldAt.push(performance.now()), ended: (why: string) => void ended.push(why) }
        ends.push((await listenToMeeting(server.address, session, meetingId, on)).close)
      }
    const priya = new Browser(server.address)
    await priya.graphql('ChooseWho', { id: workers.priya.id })
    // Until all were judged; what runs by itself goes on.
    for (let before = 0; between.statements() - before > statementsAtRest; await pause(settleMs)) before = between.statements()
    const everybodys: Change = {
      make: ({ meetingId }) => made(priya, 'AddWhy', { input: { meetingId, kind: 'goingWell', text: 'Everybody came.' } }),
      tells: () => true,
    }
    const notGiven: Change = {
      make: ({ meetingId }) =>
        made(priya, 'AddBottomLine', { input: { meetingId, text: 'Somebody is there at night.', childIds: [], laterReason: null } }),
      tells: () => false,
    }
    const ofTheFirst: Change = {
      async make({ meetingId, people: [first] }) {
        const browser = new Browser(server.address)
        browser.session = first?.session ?? null
        await made(browser, 'AskQuestion', { meetingId, text: 'Who brings the children?' })
      },
      // The second may not know of the first.
      tells: (place) => place !== 1,
    }
    const all: Heard = { ms: [], fromSentMs: [], missed: 0, toldTooMuch: 0 }
    let asked = 0
    for (let turn = 0; turn < changes; turn++) {
      const change = [everybodys, ofTheFirst, notGiven][turn % 3] ?? everybodys
      const meeting = filled[turn % filled.length]
      if (meeting === undefined) throw new Error('There is no meeting')
      const from = between.statements()
      const heard = await heardOf(change, meeting, listeners, between)
      asked += between.statements() - from
      all.ms.push(...heard.ms)
      all.fromSentMs.push(...heard.fromSentMs)
      all.missed += heard.missed
      all.toldTooMuch += heard.toldTooMuch
      await pause(betweenChangesMs)
    }
    const [meeting] = filled
    if (meeting === undefined) throw new Error('There is no meeting')
    // Planted: a notice that is lost, and somebody who is told of what is said here to be none of their business.
    between.dropNotices(true)
    const lost = await heardOf(everybodys, meeting, listeners, between)
    between.dropNotices(false)
    await pause(betweenChangesMs)
    const spilled = await heardOf({ ...everybodys, tells: (place) => place !== 0 }, meeting, listeners, between)
    const planted = [lost.missed > 0, spilled.toldTooMuch > 0]
    const sorted = (values: number[]) => values.toSorted((a, b) => a - b)
    const [ms, fromSentMs] = [sorted(all.ms), sorted(all.fromSentMs)]
    for (const line of [...ended.slice(0, 3), ...server.faults.slice(0, 3)]) process.stdout.write(`${line}\n`)
    return {
      p95Ms: rounded(share(ms, 0.95)),
      statements: rounded(asked / changes),
      faults: all.missed + all.toldTooMuch + ended.length + server.faults.length,
      fromSentP95Ms: rounded(share(fromSentMs, 0.95)),
      p50Ms: rounded(share(ms, 0.5)),
      listeners: listeners.length,
      changes,
      frames: ms.length,
      planted: planted.length,
      caught: planted.filter(Boolean).length,
    }
  } finally {
    for (const end of ends) end()
    await server.stop()
    await between.close()
    await remove()
  }
}

/**
 * `npm run bench:listeners`: how soon people who listen to a meeting are told that it changed, what that costs the database, and that
 * nobody is told of what they may not know. Needs TEST_DATABASE_URL.
 */
export async function run(args: string[]): Promise<number> {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const { values } = parseArgs({ args, options: { people: text('200'), meetings: text('1'), changes: text('30') } })
  const [people, meetings, changes] = [Number(values.people), Number(values.meetings), Number(values.changes)]
  const figures = await measure({ people, meetings, changes })
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  return figures.faults === 0 && figures.frames > 0 && figures.planted === figures.caught ? 0 : 1
}
