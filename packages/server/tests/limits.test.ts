import { documentId } from '@kinplan/testkit/browser'
import { workers } from '@kinplan/testkit/cast'
import { runningServer, type RunningServer } from '@kinplan/testkit/running-server'
import { afterEach, describe, expect, it } from 'vitest'

/** More requests than one address may make. */
const flood = 800

describe('somebody who asks without end', () => {
  let server: RunningServer | undefined
  const start = async (proxies: string[] = []) => (server = await runningServer({ story: true, config: { proxies } }))
  afterEach(() => server?.close())

  /** How many of these requests were turned away. */
  const turnedAway = async (address: string, headers: (turn: number) => Record<string, string> = () => ({})) => {
    const statuses: number[] = []
    for (let turn = 0; turn < flood; turn += 50)
      statuses.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, async (_, more) => (await fetch(`${address}/none`, { headers: headers(turn + more) })).status),
        )),
      )
    return statuses.filter((status) => status === 429).length
  }

  it('is turned away, and nobody else at the same address who is signed in; the machine that watches is answered', async () => {
    const { address, as, browser } = await start()
    const helen = await as(workers.helen.id)
    expect(await helen.shows('Me')).toMatchObject({ worker: { name: workers.helen.name } })
    expect(await turnedAway(address)).toBeGreaterThan(0)
    expect((await browser().get('/')).status).toBe(429)
    expect((await browser().get('/ready')).status).toBe(200)
    expect((await browser().get('/health')).status).toBe(200)
    expect(await helen.shows('Me')).toMatchObject({ worker: { name: workers.helen.name } })
    const pretends = browser()
    pretends.session = 'x'.repeat(43)
    expect((await pretends.get('/')).status).toBe(429)
  })

  it('is turned away with a session, too, and nobody else with it', async () => {
    const { address, as, browser } = await start()
    const helen = await as(workers.helen.id)
    await helen.shows('Me')
    expect(await turnedAway(address, () => ({ cookie: `kinplan=${helen.session}` }))).toBeGreaterThan(0)
    const body = { extensions: { documentId: documentId('Me') } }
    expect((await helen.post('/leave', {})).status).toBe(429)
    expect((await browser().get('/')).status).toBe(200)
    expect((await browser().door(body)).status).toBe(200)
  })

  it('is told from others behind a proxy that is trusted, and from nobody behind one that is not', async () => {
    const from = (last: number) => ({ 'x-forwarded-for': `203.0.113.${last}` })
    const trusting = await start(['127.0.0.1'])
    expect(await turnedAway(trusting.address, () => from(1))).toBeGreaterThan(0)
    expect((await trusting.browser().get('/', from(2))).status).toBe(200)
    // What the client writes itself stands before what the proxy adds.
    expect((await trusting.browser().get('/', { 'x-forwarded-for': '198.51.100.7, 203.0.113.1' })).status).toBe(429)
    await trusting.close()
    const careful = await start()
    expect(await turnedAway(careful.address, (turn) => from(turn % 250))).toBeGreaterThan(0)
  })
})
