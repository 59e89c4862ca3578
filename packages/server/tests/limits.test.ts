import { documentId } from '@kinplan/testkit/browser'
import { workers } from '@kinplan/testkit/cast'
import { runningServer, type RunningServer } from '@kinplan/testkit/running-server'
import { afterEach, describe, expect, it } from 'vitest'

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
    expect((await browser().get('/')).status).toBe(429)
  })

  it('is turned away with a session, too, and nobody else with it', async () => {
    const { address, as, browser } = await start()
    const helen = await as(workers.helen.id)
    await helen.shows('Me')
    await floods(address, () => ({ cookie: `kinplan=${helen.session}` }))
    const body = { extensions: { documentId: documentId('Me') } }
    expect((await helen.post('/leave', {})).status).toBe(429)
    expect((await browser().get('/')).status).toBe(200)
    expect((await browser().door(body)).status).toBe(200)
  })

  it('is told from others behind a proxy that is trusted, and from nobody behind one that is not', async () => {
    const from = (last: number) => ({ 'x-forwarded-for': `203.0.113.${last}` })
    const trusting = await start(['127.0.0.1'])
    await floods(trusting.address, () => from(1))
    expect((await trusting.browser().get('/', from(2))).status).toBe(200)
    // What the client writes itself stands before what the proxy adds.
    expect((await trusting.browser().get('/', { 'x-forwarded-for': '198.51.100.7, 203.0.113.1' })).status).toBe(429)
    await trusting.close()
    const careful = await start()
    await floods(careful.address, (turn) => from(turn % 250))
  })
})
