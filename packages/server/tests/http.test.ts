import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { documentId, type Browser } from '@kinplan/testkit/browser'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { runningServer, type RunningServer } from '@kinplan/testkit/running-server'
import type { Story } from '@kinplan/testkit/story'
import { storyMorning } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const codes = (answer: { errors: { extensions: { code?: string } }[] }) => answer.errors.map((error) => error.extensions.code)

describe.each(enginesToTest())('the web server, on the %s database', (engine) => {
  let server: RunningServer
  let story: Story
  let helen: Browser
  /** Something breaks, with a message that names somebody. */
  let fault: string | null = null
  const now = () => {
    if (fault !== null) throw new Error(fault)
    return storyMorning
  }

  beforeAll(async () => {
    server = await runningServer({ engine, story: true, clock: { now } })
    if (server.story === null) throw new Error('The story was not told')
    story = server.story
    helen = await server.as(workers.helen.id)
  })
  afterAll(() => server.close())

  const familiesSeenBy = async (browser: Browser) => (await browser.graphql('Families', { first: 50 })).data?.['families']
  const worries = async () => {
    const { why } = await helen.shows<{ why: { text: string }[] }>('Meeting', { id: story.carter.meetingId })
    return why.map((one) => one.text)
  }
  const worry = (text: string) => ({ input: { meetingId: story.carter.meetingId, kind: 'worry', text } })

  it('says that it lives and that its database answers', async () => {
    expect(await server.browser().get('/health')).toMatchObject({ status: 200, text: '{"alive":true}' })
    expect(await server.browser().get('/ready')).toMatchObject({ status: 200, text: '{"ready":true}' })
  })

  it('executes documents of the manifest alone', async () => {
    expect(await familiesSeenBy(helen)).toMatchObject({ families: [{}, {}, {}] })
    const query = '{ families(first: 50) { families { name } } }'
    const strange: unknown[] = [
      { query },
      { query, extensions: { documentId: 'a'.repeat(64) } },
      { extensions: { documentId: ['constructor'] } },
      { extensions: { documentId: 'constructor' } },
      { extensions: { persistedQuery: { version: 1, sha256Hash: documentId('Families') } }, query },
      {},
      [{ extensions: { documentId: documentId('Families') }, variables: { first: 1 } }],
    ]
    for (const body of strange) expect([body, codes(await helen.door(body))]).toEqual([body, ['UNKNOWN_DOCUMENT']])
    const both = await helen.door({
      query: '{ storyCast { name } }',
      extensions: { documentId: documentId('Families') },
      variables: { first: 50 },
    })
    expect(Object.keys(both.data ?? {})).toEqual(['families'])
    expect((await helen.get(`/graphql?query=${encodeURIComponent(query)}`)).status).toBe(404)
  })

  it('subscribes by the id alone, over a socket', async () => {
    const refusedFor = async (payload: { query: string; extensions?: Record<string, unknown> }) => {
      const socket = helen.socket()
      const error: unknown = await socket
        .iterate({ variables: { meetingId: story.osei.meetingId }, ...payload })
        .next()
        .then(
          (frame) => frame,
          (thrown: unknown) => thrown,
        )
      await socket.dispose()
      return JSON.stringify(error)
    }
    expect(await refusedFor({ query: 'subscription ($meetingId: ID!) { changed(meetingId: $meetingId) }' })).toContain('UNKNOWN_DOCUMENT')
    expect(await refusedFor({ query: '', extensions: { documentId: 'b'.repeat(64) } })).toContain('UNKNOWN_DOCUMENT')
  })

  it('tells of a change once to those who may know, and nothing to a stranger', async () => {
    const meetingId = story.osei.meetingId
    // The story's messages go in the first seconds, and their meetings' readers hear of it.
    await expect.poll(() => server.log.some((line) => line.includes('messagesSent')), { timeout: 20_000 }).toBe(true)
    const listen = async (browser: Browser) => {
      const frames: unknown[] = []
      const ended = Promise.withResolvers<unknown>()
      const socket = browser.socket()
      await new Promise<void>((resolve) => {
        socket.on('connected', () => resolve())
        socket.on('closed', () => resolve())
        socket.subscribe(
          { query: '', extensions: { documentId: documentId('Changed') }, variables: { meetingId } },
          { next: (frame) => frames.push(frame), error: ended.resolve, complete: () => ended.resolve('complete') },
        )
      })
      return { frames, socket, ended: ended.promise }
    }
    const [knows, stranger, nobody] = await Promise.all([listen(helen), listen(await server.as(workers.owen.id)), listen(server.browser())])
    await pause(300)
    const participantId = story.osei.participants[story.osei.people.yaw]
    expect(await helen.graphql('Attend', { participantId, attended: true })).toMatchObject({
      data: { attend: { __typename: 'AttendDone' } },
    })
    await pause(1_500)
    expect(knows.frames).toEqual([{ data: { changed: meetingId } }])
    expect([stranger.frames, nobody.frames].flat().filter((frame) => JSON.stringify(frame).includes(meetingId))).toEqual([])
    for (const { socket } of [knows, stranger, nobody]) await socket.dispose()
  })

  it('lets a newcomer choose who to be on this computer alone', async () => {
    const home = async (headers: Record<string, string> = {}) => {
      const browser = server.browser()
      const page = await browser.get('/', headers)
      const cast = await browser.graphql('StoryCast', {}, headers)
      const chosen = await browser.graphql(
        'ChooseWho',
        { id: workers.helen.id },
        { origin: `http://${headers['host'] ?? 'localhost'}`, ...headers, ...(headers['host'] ? {} : { host: 'localhost' }) },
      )
      return {
        named: page.text.includes('Ama Osei'),
        cast: cast.data?.['storyCast'] !== null && cast.data?.['storyCast'] !== undefined,
        chosen: chosen.data?.['chooseWho'],
        session: browser.session !== null,
      }
    }
    for (const host of ['localhost', 'localhost:4000', '127.0.0.1', '[::1]:8080'])
      expect(await home({ host, origin: `http://${host}` })).toMatchObject({ named: true, cast: true, session: true })
    const elsewhere: Record<string, string>[] = [
      ...[
        'forwarded',
        'x-forwarded-for',
        'x-forwarded-host',
        'x-forwarded-proto',
        'x-forwarded-port',
        'x-forwarded-server',
        'x-real-ip',
        'x-client-ip',
        'cf-connecting-ip',
        'true-client-ip',
        'via',
      ].map((name) => ({ [name]: '127.0.0.1' })),
      ...['kinplan.example', 'localhost.kinplan.example', '127.0.0.1.nip.io', '192.168.0.7:4000'].map((host) => ({
        host,
        origin: `http://${host}`,
      })),
    ]
    for (const headers of elsewhere)
      expect([headers, await home(headers)]).toEqual([
        headers,
        { named: false, cast: false, chosen: expect.objectContaining({ code: 'storyOnly' }), session: false },
      ])
  })

  it('takes nothing that another site sends', async () => {
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost.elsewhere.example', 'file://']) {
      expect(await helen.graphql('AddWhy', worry('From another site'), { origin })).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'MALFORMED' } }],
      })
      for (const path of ['/choose', '/reply', '/leave', '/p/x', '/a/x'])
        expect((await helen.post(path, { id: workers.priya.id }, { origin })).status).toBe(403)
      const socket = helen.socket({ origin })
      const answer: unknown = await socket
        .iterate({ query: '', extensions: { documentId: documentId('Changed') }, variables: { meetingId: story.osei.meetingId } })
        .next()
        .then(
          () => 'opened',
          () => 'refused',
        )
      expect(answer).toBe('refused')
    }
    expect(await worries()).not.toContain('From another site')
    expect(await familiesSeenBy(helen)).toMatchObject({ families: [{}, {}, {}] })
  })

  it('sends headers that keep scripts, frames and addresses in', async () => {
    const { headers } = await server.browser().get('/')
    const policy = String(headers['content-security-policy'])
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self' https://www.bbc.co.uk",
    ])
      expect(policy).toContain(part)
    expect(policy).not.toContain('unsafe')
    // Not 'no-referrer': with it a browser says Origin: null for our own forms.
    expect(headers).toMatchObject({ 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('says in words that 10 MB is more than one answer can hold', async () => {
    const answer = await helen.graphql('AddWhy', worry('x'.repeat(10 * 1024 * 1024)))
    expect(answer).toMatchObject({ status: 413, errors: [{ extensions: { code: 'TOO_LARGE' } }] })
    expect(answer.errors[0]?.message).toContain('nothing was lost')
    expect((await helen.graphql('AddWhy', worry('x'.repeat(100_000)))).data?.['addWhy']).toMatchObject({
      __typename: 'Refused',
      code: 'wordsTooLong',
    })
    expect((await helen.door('not an object')).status).toBe(400)
  })

  it('does a mutation once, sent twice with one key, one after the other or both at once', async () => {
    const send = (text: string, key: string) => helen.graphql('AddWhy', worry(text), { 'kinplan-once': key })
    const [first, second] = [randomUUID(), randomUUID()]
    await send('Sent again', first)
    expect((await send('Sent again', first)).data?.['addWhy']).toMatchObject({ __typename: 'AddWhyDone' })
    expect((await send('Something else', first)).data?.['addWhy']).toMatchObject({ code: 'sameKeyOtherInput' })
    const answers = await Promise.all(Array.from({ length: 6 }, () => send('Sent at once', second)))
    expect(answers.map((answer) => answer.data)).toMatchObject(Array.from({ length: 6 }, () => ({ addWhy: { __typename: 'AddWhyDone' } })))
    const kept = await worries()
    expect(['Sent again', 'Something else', 'Sent at once'].map((text) => kept.filter((one) => one === text).length)).toEqual([1, 0, 1])
    await send('Twice meant', randomUUID())
    await send('Twice meant', randomUUID())
    expect((await worries()).filter((one) => one === 'Twice meant')).toHaveLength(2)
  })

  it('refuses a key that it cannot keep, rather than doing the thing twice', async () => {
    for (const key of ['short', 'x'.repeat(101), 'with space in it']) {
      expect(await helen.graphql('AddWhy', worry('With a broken key'), { 'kinplan-once': key })).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'MALFORMED' } }],
      })
    }
    expect(await worries()).not.toContain('With a broken key')
  })

  it('shows of a fault its reference only, and writes nobody into the log', async () => {
    fault = 'Zebedee Quillfeather, 07700 900999'
    const answer = await helen.graphql('AddWhy', worry(fault))
    const page = await helen.get('/')
    fault = null
    expect(answer).toMatchObject({
      data: null,
      errors: [
        { message: expect.stringMatching(/^Something went wrong on our side. Reference [0-9a-f]{12}$/), extensions: { code: 'FAULT' } },
      ],
    })
    expect([page.status, page.text]).toEqual([500, expect.stringMatching(/Reference [0-9a-f]{12}$/)])
    const logged = server.log.filter((line) => line.includes('"fault"')).join('')
    expect(logged).toContain(answer.errors[0]?.extensions.reference)
    expect(logged).toContain(/[0-9a-f]{12}$/.exec(page.text)?.[0])
    expect(server.log.filter((line) => line.includes('http.test')).length).toBe(
      server.log.filter((line) => line.includes('"fault"')).length,
    )
    expect(`${server.log.join('')}${JSON.stringify(answer)}${page.text}`).not.toMatch(/Zebedee|Quillfeather|07700|Osei|Leanne/)
    expect((await helen.graphql('AddWhy', worry('After the fault'))).data?.['addWhy']).toMatchObject({ __typename: 'AddWhyDone' })
    expect((await worries()).filter((text) => /Zebedee|After/.test(text))).toEqual(['After the fault'])
  })

  it('says of variables that do not fit only that, and lets nothing of them into the log', async () => {
    for (const variables of [
      {},
      { meetingId: story.carter.meetingId, to: 'Quincey Underhill', version: 1 },
      { meetingId: { a: 1 }, to: 'welcome', version: 2 ** 40 },
      [],
      'text',
    ]) {
      const answer = await helen.graphql('MoveStage', variables as Record<string, unknown>)
      expect([variables, codes(answer)]).toEqual([variables, [expect.stringMatching(/^(BAD_USER_INPUT|BAD_REQUEST)$/)]])
      expect(JSON.stringify(answer)).not.toContain('Underhill')
    }
    expect(server.log.join('')).not.toContain('Underhill')
    for (const after of ['nobody', 'a\0b', '']) expect((await helen.graphql('Families', { first: 50, after })).errors).toEqual([])
  })

  it('keeps or drops a change whose connection was lost, and never does it twice', async () => {
    const [key, text] = [randomUUID(), 'Sent from a train']
    for (const after of [0, 2, 10, 40]) {
      const lost = new AbortController()
      const sending = fetch(`${server.address}/graphql`, {
        method: 'POST',
        signal: lost.signal,
        headers: { 'content-type': 'application/json', cookie: `kinplan=${helen.session}`, 'kinplan-once': key },
        body: JSON.stringify({ extensions: { documentId: documentId('AddWhy') }, variables: worry(text) }),
      }).catch(() => 'lost')
      await pause(after)
      lost.abort()
      await sending
    }
    expect((await helen.graphql('AddWhy', worry(text), { 'kinplan-once': key })).data?.['addWhy']).toMatchObject({
      __typename: 'AddWhyDone',
    })
    expect((await worries()).filter((one) => one === text)).toHaveLength(1)
  })

  it('stays up for the next one after a broken request', async () => {
    const broken = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"extensions":',
    })
    expect(broken.status).toBe(400)
    expect(await broken.json()).toMatchObject({ errors: [{ extensions: { code: 'MALFORMED' } }] })
    expect((await server.browser().get('/%ff')).status).toBeLessThan(500)
    expect((await server.browser().get('/p/%E0%A4%A')).status).toBeLessThan(500)
    expect((await server.browser().get('/ready')).status).toBe(200)
  })
})

describe('the web server on another address', () => {
  it('keeps its cookie out of scripts, other sites and plain http', async () => {
    const https = await runningServer({ story: true, config: { address: 'https://kinplan.example' } })
    try {
      const browser = https.browser()
      const { headers } = await browser.post('/choose', { id: workers.helen.id })
      const [cookie] = headers['set-cookie'] ?? []
      expect(cookie).toMatch(/^__Host-kinplan=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/)
      expect(headers['strict-transport-security']).toMatch(/max-age=\d+/)
      const asksWith = async (name: string) =>
        JSON.stringify(await browser.graphql('Me', {}, { cookie: `${name}=${browser.session}` })).includes(workers.helen.name)
      // Another host of the council's can put a cookie into this browser, but none with that name.
      expect(await Promise.all([asksWith('__Host-kinplan'), asksWith('kinplan')])).toEqual([true, false])
      expect((await browser.post('/leave', {})).headers['set-cookie']?.[0]).toMatch(/^__Host-kinplan=; .*Max-Age=0; Secure$/)
    } finally {
      await https.close()
    }
  })

  it('keeps the cookie of a device as it keeps a session, for as long as browsers do', async () => {
    const https = await runningServer({ story: true, config: { address: 'https://kinplan.example' } })
    try {
      const helen = await https.as(workers.helen.id)
      const { address, spokenCode } = await helen.shows<{ address: string; spokenCode: string }>('MakeSignInLink', {
        personId: https.story?.carter.people.joyce,
      })
      const phone = https.browser()
      const open = async () => (await phone.post(new URL(address).pathname, { code: spokenCode })).headers['set-cookie'] ?? []
      const kept = (await open()).filter((line) => line.includes('-device'))
      expect(kept).toEqual([
        expect.stringMatching(/^__Host-kinplan-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure$/),
      ])
      expect((await open()).filter((line) => line.includes('-device'))).toEqual(kept)
    } finally {
      await https.close()
    }
  })

  it('shows no story where the demo was not asked for, though the story is there', async () => {
    const plain = await runningServer({ story: true, config: { demo: false } })
    try {
      const browser = plain.browser()
      expect((await browser.get('/')).text).not.toContain('Ama Osei')
      expect((await browser.graphql('StoryCast')).data).toEqual({ storyCast: null })
      expect((await browser.graphql('ChooseWho', { id: workers.helen.id })).data).toMatchObject({ chooseWho: { code: 'storyOnly' } })
      expect((await browser.post('/choose', { id: workers.helen.id })).status).toBe(403)
      expect(browser.session).toBeNull()
      expect((await browser.get('/')).headers['set-cookie']).toBeUndefined()
    } finally {
      await plain.close()
    }
  })
})
