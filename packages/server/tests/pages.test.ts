import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@kinplan/testkit/browser'
import { busyInCalendar } from '@kinplan/domain/calendar/calendar-file'
import { buildFresh } from '@kinplan/testkit/build-fresh'
import { workers } from '@kinplan/testkit/cast'
import { runningServer, type RunningServer } from '@kinplan/testkit/running-server'
import type { Story } from '@kinplan/testkit/story'
import { dateFrom } from '@kinplan/testkit/story-moments'
import { storyMorning } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const rude = '<script>alert("1")</script>\'&<b>'
const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;&lt;b&gt;'
const noTags = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the pages without JavaScript', () => {
  let server: RunningServer
  let story: Story
  let helen: Browser

  beforeAll(async () => {
    buildFresh('ui')
    server = await runningServer({ story: true, clock: { now: () => new Date(storyMorning.getTime() + performance.now()) } })
    if (server.story === null) throw new Error('The story was not told')
    story = server.story
    helen = await server.as(workers.helen.id)
  })
  afterAll(() => server.close())

  const linkFor = async (personId: string) => {
    const { address, spokenCode } = await helen.shows<{ address: string; spokenCode: string }>('MakeSignInLink', { personId })
    return { path: new URL(address).pathname, code: spokenCode, wrong: spokenCode === '00000000' ? '11111111' : '00000000' }
  }
  const signedIn = async (personId: string) => {
    const browser = server.browser()
    const { path, code } = await linkFor(personId)
    expect(await browser.post(path, { code })).toMatchObject({ status: 303, headers: { location: '/reply' } })
    return browser
  }
  /** What the form of a page would send without anybody choosing anything. */
  const hidden = (page: string) =>
    Object.fromEntries(
      [...page.matchAll(/<input\s+type="hidden"\s+name="(\w+)"\s+value="([^"]*)"\s*\/?>/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
  /** The path of a promise's page, from the message that its owner got. */
  const actionPath = async (words: string) => {
    for (let tries = 0; tries < 40; tries++) {
      const names = await readdir(server.config.outbox).catch(() => [])
      for (const name of names.toSorted().toReversed()) {
        const text = await readFile(join(server.config.outbox, name), 'utf8')
        const found = name.endsWith('.txt') && text.includes(words) ? /\/a\/[\w-]+/.exec(text)?.[0] : undefined
        if (found) return found
      }
      await pause(250)
    }
    throw new Error('No message holds that promise')
  }
  const updatesOf = async (start: string) => {
    const { actions } = await helen.shows<{ actions: { text: string; state: string; updates: { words: string }[] }[] }>('Plan', {
      id: story.hughes.planId,
    })
    return actions.find((action) => action.text.startsWith(start))
  }

  it('open with the link and the spoken code, and with neither alone', async () => {
    const { path, code, wrong } = await linkFor(story.osei.people.efua)
    const browser = server.browser()
    const page = await browser.get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('What is your code?')
    expect(page.text).toContain('Helen Okafor')
    expect(page.text).not.toMatch(/Efua|Osei|Kofi/)
    const refused = await browser.post(path, { code: wrong })
    expect(refused.status).toBe(422)
    expect(noTags(refused.text)).toContain('That is not the code')
    expect(browser.session).toBeNull()
    expect((await browser.post(path, { code: `${code.slice(0, 4)} ${code.slice(4)}` })).status).toBe(303)
    expect(browser.session).toMatch(/^[\w-]{43}$/)
    expect((await browser.get('/reply')).text).toContain('Efua Mensah')
    expect((await server.browser().get('/reply')).headers.location).toBe('/')
  })

  it('wait after a few wrong codes, even for the right one, and say how long', async () => {
    const { path, code, wrong } = await linkFor(story.osei.people.yaw)
    const browser = server.browser()
    const said: string[] = []
    for (let tries = 0; tries < 3; tries++) said.push(noTags((await browser.post(path, { code: wrong })).text))
    expect(said.map((page) => page.includes('That is not the code'))).toEqual([true, true, false])
    expect(said[2]).toContain('this page waits a little to keep you safe')
    const late = await browser.post(path, { code })
    expect(noTags(late.text)).toContain('You can try again in one minute.')
    expect(noTags((await browser.get(path)).text)).toContain('You can try again in one minute.')
    expect(browser.session).toBeNull()
    expect((await signedIn(story.osei.people.yaw)).session).not.toBeNull()
  })

  it('open a link again on the phone that opened it first, and on another say kindly what to do', async () => {
    const { path, code } = await linkFor(story.osei.people.yaw)
    const phone = server.browser()
    await phone.post(path, { code })
    await phone.post('/leave', {})
    expect(phone.session).toBeNull()
    expect((await phone.post(path, { code })).status).toBe(303)
    const other = server.browser()
    expect((await other.get(path)).text).toContain('What is your code?')
    const refused = await other.post(path, { code })
    expect(refused.status).toBe(403)
    expect(noTags(refused.text)).toContain('This link belongs to another phone')
    expect(noTags(refused.text)).toContain('You did nothing wrong. Ring your coordinator and ask for a new link.')
    expect(refused.text).toContain('Helen Okafor')
    expect([other.session, other.device]).toEqual([null, null])
    expect((await signedIn(story.osei.people.yaw)).session).not.toBeNull()
  })

  it('say that a link has ended when a newer one took its place, and sign nobody out for it', async () => {
    const old = await linkFor(story.osei.people.kwame)
    const opened = server.browser()
    await opened.post(old.path, { code: old.code })
    expect((await opened.get('/reply')).status).toBe(200)
    const fresh = await linkFor(story.osei.people.kwame)
    const browser = server.browser()
    expect(await browser.get(old.path)).toMatchObject({ status: 410 })
    const tried = await browser.post(old.path, { code: old.code })
    expect(noTags(tried.text)).toContain('This link has ended')
    expect(browser.session).toBeNull()
    expect((await opened.get('/reply')).status).toBe(200)
    expect((await browser.post(fresh.path, { code: fresh.code })).status).toBe(303)
    expect((await browser.get('/p/never-was')).status).toBe(410)
  })

  it('take an answer to the invitation, show it again, and lose nothing that was chosen', async () => {
    const { meetingId, people } = story.carter
    const { version } = await helen.shows<{ version: number }>('Meeting', { id: meetingId })
    await helen.graphql('BookTime', {
      input: { meetingId, version, date: dateFrom(storyMorning, 20), start: '15:30', minutes: '120', place: rude },
    })
    const maureen = await signedIn(people.maureen)
    expect(noTags((await maureen.get('/reply')).text)).not.toContain('15:30')
    await helen.graphql('SendInvitations', { meetingId, version: version + 1 })
    const page = await maureen.get('/reply')
    expect(page.text).toContain('Mia Carter')
    expect(noTags(page.text)).toContain('You see the place here once you say you are coming in the room')
    const form = hidden(page.text)
    const noWay = await maureen.post('/reply', { ...form, reply: 'coming' })
    expect(noWay.status).toBe(422)
    expect(noTags(noWay.text)).toContain('Choose how you would like to take part')
    expect(noWay.text).toMatch(/value="coming"\s+checked/)
    expect((await maureen.post('/reply', form)).status).toBe(422)
    const taken = await maureen.post('/reply', { ...form, reply: 'coming', how: 'inRoom' })
    expect(noTags(taken.text)).toContain('Your answer is saved')
    expect(noTags(taken.text)).toContain('You are coming')
    expect(taken.text).toContain(escaped)
    expect(taken.text).not.toContain(rude)
    const again = await maureen.post('/reply', { ...form, reply: 'coming', how: 'inRoom' })
    expect(noTags(again.text)).toContain('Your answer is saved')
    const stale = await maureen.post('/reply', { ...form, once: randomUUID(), reply: 'notComing' })
    expect(stale.status).toBe(422)
    expect(noTags(stale.text)).toContain('Something changed while this page was open')
    expect(noTags((await maureen.get('/reply')).text)).toContain('You are coming')
    expect(
      (await maureen.post('/reply', { ...hidden(taken.text), reply: 'notComing' }, { origin: 'https://elsewhere.example' })).status,
    ).toBe(403)
    expect((await maureen.post('/reply', { ...hidden(taken.text), meetingId: story.osei.meetingId, reply: 'notComing' })).status).toBe(422)
  })

  it('take word of a promise by the token of its message, and that token opens nothing else', async () => {
    const path = await actionPath('Gareth is at home by three')
    const browser = server.browser()
    const page = await browser.get(path)
    expect(noTags(page.text)).toContain('Gareth is at home by three on the days Carys texts him.')
    expect(page.text).not.toMatch(/Bethan|Ella Hughes|Priya/)
    const form = hidden(page.text)
    const taken = await browser.post(path, { ...form, state: 'done', words: 'Ich war da 👵🏽 ‏שלום' })
    expect(noTags(taken.text)).toContain('Thank you. It is saved.')
    expect(noTags((await browser.post(path, { ...form, state: 'done', words: 'Ich war da 👵🏽 ‏שלום' })).text)).toContain(
      'Thank you. It is saved.',
    )
    expect(await updatesOf('Gareth')).toMatchObject({
      state: 'done',
      updates: [{ words: 'Ich war da 👵🏽 ‏שלום' }, { words: 'Three times so far. We made soup.' }],
    })

    const token = path.split('/').at(-1) ?? ''
    expect(browser.session).toBeNull()
    expect((await browser.get('/reply')).headers.location).toBe('/')
    expect((await browser.get(`/p/${token}`)).status).toBe(410)
    const thief = server.browser()
    thief.session = token
    expect((await thief.graphql('CurrentUser')).data).toMatchObject({ me: { person: null, worker: null }, myMeetings: [] })
    expect((await thief.graphql('MyPlan', { id: story.hughes.planId })).data).toEqual({ myPlan: null })
    expect((await browser.get(`/a/${token}x`)).status).toBe(410)
    expect((await browser.post(`/a/${token}x`, { state: 'done', words: '' })).status).toBe(410)
  })

  it('refuse too many words in words, and keep what was typed', async () => {
    const path = await actionPath('Gareth is at home by three')
    const browser = server.browser()
    const long = await browser.post(path, { state: 'doing', words: `Kept ${'x'.repeat(5_000)}` })
    expect(long.status).toBe(422)
    expect(noTags(long.text)).toContain('more than fits')
    expect(long.text).toContain(`Kept ${'x'.repeat(5_000)}</textarea>`)
    const { text, status } = await browser.post(path, { state: 'doing', words: 'x'.repeat(10 * 1024 * 1024) })
    expect([status, noTags(text)]).toEqual([413, expect.stringContaining('more than one answer can hold')])
    const most = '𝔉'.repeat(2_500)
    expect((await browser.post(path, { state: 'doing', words: most })).status).toBe(200)
    expect((await updatesOf('Gareth'))?.updates[0]?.words).toBe(most)
    expect((await browser.post(path, { state: 'doing', words: 'a\0b' })).status).toBe(422)
    expect((await browser.post(path, { state: 'unheardOf', words: '' })).status).toBe(422)
    expect((await browser.post(path, { state: 'doing', words: '' }, { origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  it('show what somebody typed as words, wherever it stands', async () => {
    const { planId, people } = story.hughes
    const { data: made } = await helen.graphql('MakeAction', {
      input: {
        planId,
        stepId: null,
        text: `Promise ${rude}`,
        ownerPersonId: people.bethan,
        ownerWorkerId: null,
        dueOn: dateFrom(storyMorning, 3),
      },
    })
    expect(made).toMatchObject({ makeAction: { __typename: 'MakeActionDone' } })
    const bethan = await signedIn(people.bethan)
    const { data: mine } = await bethan.graphql('CurrentUser')
    expect(mine).toMatchObject({ me: { person: { name: 'Bethan Hughes' } } })
    await helen.graphql('SendActions', { planId })
    const path = await actionPath(`Promise ${rude}`)
    const page = await server.browser().get(path)
    expect(page.text).toContain(`Promise ${escaped}`)
    expect(page.text).not.toContain(rude)
    const back = await server.browser().post(path, { state: 'nothing', words: `</textarea>${rude}` })
    expect(back.text).toContain(`&lt;/textarea&gt;${escaped}</textarea>`)
    expect((await server.browser().get(`/p/${encodeURIComponent(rude)}`)).text).not.toContain(rude)
    expect((await server.browser().get(`/a/${encodeURIComponent(rude)}`)).text).not.toContain(rude)
  })

  it('end the visit, and lead somewhere harmless', async () => {
    const ama = await signedIn(story.osei.people.ama)
    const { session } = ama
    expect((await ama.post('/leave', {}, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await ama.get('/reply')).status).toBe(200)
    expect(await ama.post('/leave', {})).toMatchObject({ status: 303, headers: { location: 'https://www.bbc.co.uk/weather' } })
    expect(ama.session).toBeNull()
    const stolen = server.browser()
    stolen.session = session
    expect((await stolen.get('/reply')).headers.location).toBe('/')
  })

  it('say in the history of the browser nothing of what they are', async () => {
    const { path } = await linkFor(story.osei.people.efua)
    const typed = await server.browser().post(path, { code: '000000' })
    const leanne = await signedIn(story.carter.people.leanne)
    const pages = [
      ...(await Promise.all([path, '/', '/a/gone', '/p/gone'].map((address) => server.browser().get(address)))),
      await leanne.get('/reply'),
    ]
    const app = await readFile(join(server.config.projectRoot, 'packages', 'family', 'index.html'), 'utf8')
    const titles = [app, ...pages.map(({ text }) => text)].map((text) => /<title>(.*)<\/title>/.exec(text)?.[1])
    expect(titles).toEqual(titles.map(() => 'My page'))
    expect(typed.text).toContain('<title>There is a problem: My page</title>')
  })

  it('carry no script but the way out, and come packed', async () => {
    const { path } = await linkFor(story.osei.people.efua)
    const pages = [
      await server.browser().get('/'),
      await server.browser().get(path),
      await (await signedIn(story.carter.people.leanne)).get('/reply'),
    ]
    for (const { text, headers } of pages) {
      expect(text.split('<script type="module" src="/look/leave-form.js"></script>')).toHaveLength(2)
      expect(text.replace(/<script type="module" src="\/look\/leave-form.js">/, '')).not.toMatch(
        /<script|javascript:|\son\w+=|<style|\sstyle=/,
      )
      expect(headers['cache-control']).toBe('no-store')
    }
    const packed = await fetch(`${server.address}${path}`, { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toContain('What is your code?')
  })

  it('weigh at most 40 KB on the way to somebody who joins, with the look, its typefaces and the way out', async () => {
    const { path } = await linkFor(story.osei.people.efua)
    const page = gzipSync((await server.browser().get(path)).text).length
    const look = join(server.config.projectRoot, 'packages', 'ui', 'dist')
    const css = await readFile(join(look, 'page.css'))
    const script = gzipSync(await readFile(join(look, 'leave-form.js'))).length
    const fonts = [...css.toString().matchAll(/url\([^)]*\/([\w.-]+\.woff2)/g)].map(([, name = '']) => name)
    const weights = await Promise.all(fonts.map(async (name) => (await readFile(join(look, name))).length))
    expect(fonts.length).toBeGreaterThan(0)
    expect(page + script + gzipSync(css).length + weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(40_000)
  })

  describe("a worker's calendar", () => {
    const feed = async () =>
      new URL((await helen.shows<{ myCalendar: { feedAddress: string } }>('MakeCalendarFeed')).myCalendar.feedAddress).pathname

    it('is read by any calendar program, and says when the worker is held and nothing else', async () => {
      const path = await feed()
      const { status, headers, text } = await server.browser().get(path)
      expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
        status: 200,
        type: 'text/calendar; charset=utf-8',
        cache: 'no-store',
      })
      expect(text.split('\r\n').every((line) => line.length <= 75 && !line.includes('\n'))).toBe(true)
      const day = dateFrom(storyMorning, 0)
      const { busy, unreadable } = busyInCalendar(text, {
        fromMs: Date.parse(`${day}T00:00:00Z`),
        untilMs: Date.parse(`${day}T23:59:00Z`),
        zone: 'Europe/London',
      })
      expect({ busy, unreadable }).toEqual({
        busy: [{ startMs: Date.parse(`${day}T14:00:00Z`), endMs: Date.parse(`${day}T16:30:00Z`) }],
        unreadable: 0,
      })
      expect([...new Set([...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, summary]) => summary))]).toEqual(['Held'])
      for (const word of ['Osei', 'Carter', 'Hughes', 'Helen', 'Willow', story.osei.meetingId, story.osei.id])
        expect(text).not.toContain(word)
    })

    it('looks the same at an address that was ended as at one that never was', async () => {
      const path = await feed()
      await helen.graphql('EndCalendarFeed')
      const [ended, never] = await Promise.all([server.browser().get(path), server.browser().get('/calendar/never.ics')])
      expect([ended, never].map(({ status, text, headers }) => ({ status, text, cache: headers['cache-control'] }))).toEqual(
        [0, 1].map(() => ({ status: 404, text: 'This page is not here.', cache: 'no-store' })),
      )
    })
  })
})
