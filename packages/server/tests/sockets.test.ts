import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from '@kinplan/testkit/browser'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { runningServer, type RunningServer } from '@kinplan/testkit/running-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSocket } from './open-socket'
import { statementsOf } from './statements-of'

describe.each(enginesToTest())('what sockets may cost, on the %s database', (engine) => {
  let server: RunningServer
  let helen: Browser
  let meetingId: string

  beforeAll(async () => {
    server = await runningServer({ engine, story: true })
    helen = await server.as(workers.helen.id)
    meetingId = server.story?.osei.meetingId ?? expect.fail('The story was not told')
  })
  afterAll(() => server.close())

  it('a socket without a session is closed, and costs no statement', async () => {
    const cost = await statementsOf(async () => {
      const socket = await openSocket(server, null)
      for (let id = 0; id < 500; id++) socket.subscribe(`${id}`, meetingId)
      expect(await Promise.race([socket.closed, pause(3_000, 'open')])).toBe(4403)
      expect(socket.frames).toEqual([])
    })
    expect(cost).toEqual({ transactions: 0, readings: 0, records: 0 })
  })

  it('a socket with a session that is none costs one look-up and no record', async () => {
    const cost = await statementsOf(async () => {
      const socket = await openSocket(server, 'x'.repeat(43))
      for (let id = 0; id < 500; id++) socket.subscribe(`${id}`, meetingId)
      expect(await Promise.race([socket.closed, pause(3_000, 'open')])).toBe(4403)
    })
    expect(cost.transactions).toBeLessThanOrEqual(1)
    expect(cost.records).toBe(0)
  })

  it('a socket has eight subscriptions at most; those it ends make room, and wait for nothing', async () => {
    // The story's messages go in the first seconds, and whoever listens looks again.
    await expect.poll(() => server.log.some((line) => line.includes('messagesSent')), { timeout: 20_000 }).toBe(true)
    await pause(1_500)
    const socket = await openSocket(server, helen.session)
    const cost = await statementsOf(async () => {
      for (let id = 0; id < 20; id++) socket.subscribe(`first ${id}`, meetingId)
      await vi.waitFor(() => expect(socket.errors()).toHaveLength(12), 3_000)
      expect(JSON.stringify(socket.errors())).toContain('TOO_MANY')
      await pause(2_000)
    })
    expect(cost.transactions).toBe(8)
    const again = await statementsOf(async () => {
      for (let id = 0; id < 8; id++) socket.send({ type: 'complete', id: `first ${id}` })
      for (let id = 0; id < 8; id++) socket.subscribe(`second ${id}`, meetingId)
      await pause(2_000)
    })
    expect([again.transactions, socket.errors().length]).toEqual([8, 12])
    // A change wakes the eight that live, not those that were ended: two transactions of the change and one of each.
    const { osei } = server.story ?? expect.fail('The story was not told')
    const woken = await statementsOf(async () => {
      await helen.graphql('Attend', { participantId: osei.participants[osei.people.yaw], attended: true })
      await vi.waitFor(() => expect(socket.frames.filter(({ type }) => type === 'next')).toHaveLength(8), 3_000)
      await pause(1_000)
    })
    expect(woken.transactions).toBeLessThanOrEqual(8 + 2)
    await socket.end()
  })

  it('a session that subscribes without end is cut off, and refused attempts leave no row', async () => {
    const owen = await server.as(workers.owen.id)
    const socket = await openSocket(server, owen.session)
    const began = performance.now()
    const cost = await statementsOf(async () => {
      for (let id = 0; id < 500; id++) socket.subscribe(`${id}`, meetingId)
      expect(await Promise.race([socket.closed, pause(5_000, 'open')])).toBe(1013)
      await pause(300)
    })
    // Sixty at once, and six more in each second that it took.
    const most = 60 + Math.ceil(((performance.now() - began) * 60) / 10_000)
    expect(cost.transactions).toBeLessThanOrEqual(most)
    expect(cost.records).toBeLessThanOrEqual(most)
  })

  it('a session has so many sockets, and its oldest gives way to a new one', async () => {
    const marcus = await server.as(workers.marcus.id)
    const sockets = []
    for (let turn = 0; turn < 33; turn++) {
      const socket = await openSocket(server, marcus.session)
      sockets.push(socket)
    }
    expect(await Promise.race([sockets[0]?.closed, pause(3_000, 'open')])).toBe(1013)
    expect(await Promise.race([sockets[1]?.closed, pause(200, 'open')])).toBe('open')
    await Promise.all(sockets.map((socket) => socket.end()))
  })
})
