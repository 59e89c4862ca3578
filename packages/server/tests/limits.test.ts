import { documentId } from '@kinplan/testkit/browser'
import { workers } from '@kinplan/testkit/cast'
import { runningServer, type RunningServer } from '@kinplan/testkit/running-server'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { inPostgres } from '@kinplan/testkit/in-postgres'
import { sessionCookieFor } from '@kinplan/server/graphql/cookies'
import { openLimits } from '@kinplan/server/graphql/limits'
import { sealingKeyFrom } from '@kinplan/server/platform/sealing-key'
import { afterEach, describe, expect, it } from 'vitest'

describe('somebody who has hung up before their socket is looked at', () => {
  it('has no address, and stops nobody', () => {
    const limits = openLimits([], sessionCookieFor('http://localhost'), sealingKeyFrom(new Uint8Array(32)))
    const request = { headers: {}, socket: { remoteAddress: undefined } } as unknown as IncomingMessage
    expect(limits.addressOf(request)).toBe('')
  })
})

describe('somebody who asks without end', () => {
  let server: RunningServer | undefined
  const start = async (proxies: string[] = []) => (server = await runningServer({ story: true, config: { proxies } }))
  afterEach(() => server?.close())

  /** Asks without end, until the first is turned away; gives how many were not. */
  const floods = async (address: string, headers: (turn: number) => Record<string, string> = () => ({})) => {
    for (let turn = 0; turn < 20_000; turn += 50) {
      const batch = Array.from(
        { length: 50 },
        async (_, more) => (await fetch(`${address}/none`, { headers: headers(turn + more) })).status,
      )
      if ((await Promise.all(batch)).includes(429)) return turn
    }
    throw new Error('Nobody was ever turned away')
  }

  /** How many of a hundred at once are turned away: what comes back meanwhile, on a slow machine too, is fewer. */
  const turnedAway = async (address: string, path: string, headers: Record<string, string> = {}) => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(address + path, { headers })))
    return answers.filter(({ status }) => status === 429).length
  }

  it('is turned away, and nobody else at the same address who is signed in; the machine that watches is answered', async () => {
    const { address, as, browser } = await start()
    const helen = await as(workers.helen.id)
    expect(await helen.shows('Me')).toMatchObject({ worker: { name: workers.helen.name } })
    expect(await floods(address)).toBeGreaterThan(100)
    expect((await browser().get('/ready')).status).toBe(200)
    expect((await browser().get('/health')).status).toBe(200)
    expect(await helen.shows('Me')).toMatchObject({ worker: { name: workers.helen.name } })
    // A cookie that is nobody's is a visitor's, however many there are.
    await floods(address, (turn) => ({ cookie: `kinplan=${String(turn).padStart(43, 'x')}` }))
    expect(await turnedAway(address, '/')).toBeGreaterThan(0)
  })

  it('is told how long to wait, in words and for a program', async () => {
    const { address } = await start()
    await floods(address)
    const ask = async (path: string) => {
      for (;;) {
        const answer = await fetch(address + path, { method: 'POST' })
        if (answer.status === 429) return answer
      }
    }
    const page = await ask('/none')
    expect(page.headers.get('retry-after')).toBe('1')
    expect(await page.text()).toContain('please wait a second and try again')
    expect(await (await ask('/graphql')).json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY', seconds: 1 } }] })
  })

  it('is no trouble for somebody at the same address with a session on a server that has just started, or with a link', async () => {
    const { address, as } = await start()
    const helen = await as(workers.helen.id)
    const { addresses } = await helenMakesLinks(helen)
    await floods(address)
    // This server has not met them since it started.
    expect(await turnedAway(address, '/', { cookie: `kinplan=${helen.session}` })).toBe(0)
    expect(await turnedAway(address, new URL(addresses[0] ?? '').pathname)).toBe(0)
    // What this server gave nobody, and a session that has ended, are a stranger's.
    const left = { cookie: `kinplan=${helen.session}` }
    await helen.post('/leave', {})
    await fetch(address, { headers: left })
    const foreign = sealingKeyFrom(new Uint8Array(32).fill(9))
    for (const [path, headers] of [
      ['/', left],
      [`/p/${foreign.newToken('signIn')}`, {}],
      ['/', { cookie: `kinplan=${foreign.newToken('session')}` }],
    ] as const) {
      await floods(address)
      expect(await turnedAway(address, path, headers), path).toBeGreaterThan(0)
    }
  })

  /** Links for people of the story. */
  const helenMakesLinks = async (helen: Awaited<ReturnType<RunningServer['as']>>) => {
    const { osei } = server?.story ?? expect.fail('The story was not told')
    const { data } = await helen.graphql('MakeSignInLink', { personId: osei.people.yaw })
    const made = data?.['makeSignInLink'] as { address: string }
    return { addresses: [made.address] }
  }

  it.each([false, true])('holds no request open with a body that never ends; turned away already: %s', async (turned) => {
    const { address } = await start()
    if (turned) await floods(address)
    const slow = Array.from({ length: 100 }, () => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1')
      socket.on('error', () => undefined)
      socket.resume()
      socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{')
      return socket
    })
    const open = () => slow.filter(({ readyState }) => readyState === 'open').length
    await pause(1_000)
    expect(open()).toBe(64)
    expect((await fetch(`${address}/health`)).status).toBe(200)
    await expect.poll(open, { timeout: 15_000, interval: 500 }).toBe(0)
  })

  it('is turned away with a session, too, and nobody else with it', async () => {
    const { address, as, browser } = await start()
    const helen = await as(workers.helen.id)
    await helen.shows('Me')
    await floods(address, () => ({ cookie: `kinplan=${helen.session}` }))
    const body = { extensions: { documentId: documentId('Me') } }
    expect(await turnedAway(address, '/', { cookie: `kinplan=${helen.session}` })).toBeGreaterThan(0)
    expect((await browser().get('/')).status).toBe(200)
    expect((await browser().door(body)).status).toBe(200)
  })

  it('is told from others behind a proxy that is trusted, and from nobody behind one that is not', async () => {
    const from = (last: number) => ({ 'x-forwarded-for': `203.0.113.${last}` })
    const trusting = await start(['127.0.0.1'])
    await floods(trusting.address, () => from(1))
    expect((await trusting.browser().get('/', from(2))).status).toBe(200)
    // What the client writes itself stands before what the proxy adds.
    expect(await turnedAway(trusting.address, '/', { 'x-forwarded-for': '198.51.100.7, 203.0.113.1' })).toBeGreaterThan(0)
    await trusting.close()
    const careful = await start()
    await floods(careful.address, (turn) => from(turn % 250))
  })

  it.runIf(process.env['TEST_DATABASE_URL'] !== undefined)('is turned away by another server of the same database too', async () => {
    const one = await runningServer({ engine: 'postgres', story: true })
    const { postgres, key } = one.config
    server = await runningServer({ engine: 'postgres', story: true, config: { postgres, key } })
    const other = server
    try {
      const known = async () =>
        inPostgres(one.config, 'owner', async (client) => {
          await client.query(`select set_config('app.job', 'limits', false)`)
          return Number((await client.query('select count(*) from "RateLimit"')).rows[0]?.count)
        })
      // Who asks as people do is nowhere written down.
      await (await one.as(workers.helen.id)).shows('Me')
      await pause(1_500)
      expect(await known()).toBe(0)
      // A control: the other server has given nobody anything yet.
      expect(await turnedAway(other.address, '/none')).toBe(0)
      await floods(one.address)
      await pause(1_200)
      await Promise.all(Array.from({ length: 400 }, () => fetch(`${other.address}/none`)))
      await pause(1_200)
      expect(await known()).toBe(1)
      expect(await turnedAway(other.address, '/none')).toBeGreaterThan(0)
    } finally {
      await one.close()
    }
  })
})
