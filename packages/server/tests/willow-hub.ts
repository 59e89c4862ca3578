import type { Engine } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { ordinaryWeek, saysWhen, standsAs, timeAskVersion, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { familyBeingPrepared, sameFamilyBeingPrepared, safetyWords, timesAsk, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth } = workers
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const all = `placeId roomHolds { id roomId roomName use confirmedAt confirmedBy } conflicts { names level } moved { name why }
  anotherDays { id name text answeredAt }
  participants { name state how plannedHow }`

export type Who = 'mum' | 'dad' | 'gran' | 'mia'
export const allDay = (how: string[]) => ordinaryWeek(everyDay, '08:00', '21:00', how)
export const at = { date: '2026-03-25', start: '15:00', minutes: '120', place: 'Willow Hub, the garden room' }

/** A meeting as workers see what is held for it. */
interface Seen {
  placeId: string | null
  roomHolds: { id: string; roomId: string; roomName: string; use: string; confirmedAt: string | null; confirmedBy: string | null }[]
  conflicts: { names: string[]; level: string }[] | null
  moved: { name: string; why: string }[] | null
  anotherDays: { id: string; name: string; text: string; answeredAt: string | null }[] | null
  participants: { name: string; state: string; how: string | null; plannedHow: string | null }[]
}

/**
 * A server with Willow Hub, which has a garden room of 12, a blue one of 6 and an attic of 2 without a lift; and before each test a new
 * family that is being prepared for a meeting. Gives what its people do and see there.
 */
export function willowHub(engine: Engine) {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  let hub: { id: string; rooms: Record<string, string> }

  beforeAll(async () => {
    server = await testServer(engine)
    family = await familyBeingPrepared(server)
    const shown = 'places { id name rooms { id name } }'
    const find = (done: Record<string, unknown>) =>
      (done['places'] as { id: string; name: string; rooms: { id: string; name: string }[] }[]).find(({ name }) => name === 'Willow Hub')
    const placeId = find(await does(ruth.id, 'keepPlace', { name: 'Willow Hub', address: '1 Mill Lane' }, shown))?.id
    let done = {}
    for (const [name, capacity, stepFree] of [
      ['garden', '12', true],
      ['blue', '6', true],
      ['attic', '2', false],
    ] as const) {
      done = await does(ruth.id, 'keepRoom', { placeId, name, capacity, stepFree, twoWaysOut: true }, shown)
    }
    hub = { id: placeId ?? '', rooms: Object.fromEntries((find(done)?.rooms ?? []).map(({ id, name }) => [name, id])) }
  })
  beforeEach(async () => {
    family = await beginning(server)
    server.told.length = 0
  })
  afterAll(() => server.drop())

  const does = (who: string, mutation: string, given: Record<string, unknown>, show = 'meeting { id }') =>
    family.teller.does(who, mutation, given, show)
  const asks = async <T>(who: string, document: string, variables: Record<string, unknown> = {}) =>
    Object.values(await family.teller.ask(who, document, variables))[0] as T
  const seenBy = (who: string, of = family) => asks<Seen>(who, `query ($id: ID!) { meeting(id: $id) { ${all} } }`, { id: of.meetingId })
  const mineAs = (who: Who, fields: string) =>
    asks<Record<string, unknown>>(family.people[who], `query ($id: ID!) { myMeeting(id: $id) { ${fields} } }`, { id: family.meetingId })
  const books = async (change: Record<string, unknown> = {}, of = family) =>
    does(helen.id, 'bookTime', {
      meetingId: of.meetingId,
      version: await versionOf(of.teller, of.meetingId),
      ...at,
      placeId: hub.id,
      roomId: hub.rooms['garden'],
      ...change,
    })
  const stands = (who: Who, state: string, how: string | null = null, of = family) =>
    standsAs(of.teller, of.meetingId, of.participantOf(who), state, how)
  const says = (who: Who, how: string[], more: object = {}) => saysWhen(family.teller, family.people[who], [{ ...allDay(how), ...more }])
  const invites = async () =>
    does(helen.id, 'sendInvitations', { meetingId: family.meetingId, version: await versionOf(family.teller, family.meetingId) }, 'sent')
  /** What a person answers once the family was told of the time. */
  const replies = async (who: Who, reply: string, how: string | null = null) => {
    await invites()
    const { mine } = (await mineAs(who, 'mine { version }')) as { mine: { version: number } }
    return does(
      family.people[who],
      'reply',
      { meetingId: family.meetingId, version: mine.version, reply, how },
      'myMeeting { mine { how state } place others { name } }',
    )
  }
  const apart = async (levels: string[], one: Who = 'mum', other: Who = 'dad') => {
    await does(priya.id, 'markApart', { oneId: family.people[one], otherId: family.people[other], levels }, 'family { id }')
    await does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords })
  }
  const plannedOf = ({ participants }: Seen) => Object.fromEntries(participants.map(({ name, plannedHow }) => [name, plannedHow]))
  const needsOfRooms = async (change: object) =>
    does(helen.id, 'saveTimeAsk', {
      meetingId: family.meetingId,
      version: await timeAskVersion(family.teller, family.meetingId),
      ask: { ...timesAsk([hub.id]), ...change },
    })

  return {
    get server() {
      return server
    },
    get family() {
      return family
    },
    get hub() {
      return hub
    },
    does,
    asks,
    seenBy,
    mineAs,
    books,
    invites,
    stands,
    says,
    replies,
    apart,
    plannedOf,
    needsOfRooms,
  }
}
