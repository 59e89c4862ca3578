import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { becomeSomebody, openWindows, reads, type Windows } from '../checks/browser-windows'
import { whatStopsPeople } from '../checks/usable-page'
import { workers } from '../src/cast'
import { runningServer, type RunningServer } from '../src/running-server'
import { dateFrom } from '../src/story-moments'
import { storyMorning } from '../src/test-server'

/** Taps and typed characters from the open page to his month, saved and shown back. */
const mostTouches = 12
const father = 'Daniel Carter'
/** Four nights on, four off; his next run of nights starts in five days. */
const turn = { on: 4, days: 8, sleepUntil: '14:00', start: '18:00' }
const nightsStart = dateFrom(storyMorning, 5)

interface Proposal {
  startWall: string
  endWall: string
  comes: { name: string; how: string }[]
}

let server: RunningServer
let windows: Windows
const told = () => {
  if (server.story === null) throw new Error('The story was not told')
  return server.story
}

beforeAll(async () => {
  server = await runningServer({ story: true })
  windows = await openWindows()
})
afterAll(async () => {
  await windows.close()
  await server.close()
})

/** A thumb that counts. */
class Thumb {
  touches = 0

  constructor(readonly page: Page) {}

  async tap(control: Locator): Promise<void> {
    await control.tap()
    this.touches += 1
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.tap(field)
    await field.pressSequentially(text)
    this.touches += [...text].length
  }
}

/** What he has said, as the server has it. */
async function said(): Promise<{ version: number; rules: { from: string }[] }> {
  const himself = await server.as(told().carter.people.daniel)
  const { data } = await himself.graphql('CurrentUser')
  if (!data) throw new Error('He is not told what he said')
  return data['myAvailability'] as { version: number; rules: { from: string }[] }
}

/** What he has said until now goes; this stands in its place. */
async function saidBefore(rule: object, { byPhone = false } = {}): Promise<void> {
  const { daniel } = told().carter.people
  const { version } = await said()
  const sayer = await server.as(byPhone ? workers.helen.id : daniel)
  const input = { version, zone: 'Europe/London', rules: [rule], ...(byPhone ? { personId: daniel } : {}) }
  expect(await sayer.shows(byPhone ? 'SayWhenICanCome' : 'SayWhen', { input })).toMatchObject({ version: version + 1 })
}

/** His page when he has not yet said when he can come. */
async function fresh(kind: 'phone' | 'laptop'): Promise<Page> {
  const dayGone = dateFrom(storyMorning, -20)
  await saidBefore({ kind: 'cannot', from: dayGone, until: dayGone })
  const page = await windows.open(kind)
  await becomeSomebody(page, server.config.address, father)
  await page.goto(`${server.config.address}/f/times`)
  await page.getByRole('heading', { level: 1, name: 'How do your days go?' }).waitFor()
  return page
}

/** As a day button has it: "Sun 15 Mar". */
const onDayButton = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayButton = (date: string) => new RegExp(`^${onDayButton.format(new Date(date)).replace(',', '')}`)

const placeInTurn = (date: string) => ((((Date.parse(date) - Date.parse(nightsStart)) / 86_400_000) % turn.days) + turn.days) % turn.days

/** Neither at work nor asleep from the one wall time to the other, both on one day. */
function isFree({ startWall, endWall }: Proposal): boolean {
  const place = placeInTurn(startWall.slice(0, 10))
  const afterNight = place >= 1 && place <= turn.on
  const beforeNight = place < turn.on
  return (!afterNight || startWall.slice(11, 16) >= turn.sleepUntil) && (!beforeNight || endWall.slice(11, 16) <= turn.start)
}

async function proposals(hours: { earliest: string; latest: string; minutes: string }): Promise<Proposal[]> {
  const helen = await server.as(workers.helen.id)
  const ask = {
    from: dateFrom(storyMorning, 3),
    until: dateFrom(storyMorning, 38),
    ...hours,
    weekdays: [1, 2, 3, 4, 5, 6],
    noticeDays: '0',
    bankHolidays: true,
    schoolHours: true,
    placeIds: [],
    stepFree: false,
    twoWaysOut: false,
    secondRoom: false,
  }
  const found = await helen.shows<{ refused: string | null; proposals: Proposal[] }>('RankedTimes', {
    meetingId: told().carter.meetingId,
    ask,
  })
  expect(found.refused).toBeNull()
  return found.proposals
}

describe('a father on four-on-four-off nights', () => {
  it('says when he can come on a small phone, with a few touches, and the best time is one of his days off', async () => {
    const page = await fresh('phone')
    const thumb = new Thumb(page)
    await thumb.tap(page.getByRole('link', { name: /I work shifts/ }))
    await thumb.tap(page.getByRole('link', { name: /4 on, 4 off: nights/ }))
    await thumb.tap(page.getByRole('button', { name: dayButton(nightsStart) }))
    await reads(page, 'I work nights, 6 pm to 6 am.')
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    expect(thumb.touches).toBe(3)
    await thumb.tap(page.getByRole('link', { name: 'Yes, go on' }))
    await thumb.tap(page.getByRole('radio', { name: 'No, or I would rather not' }))
    await thumb.tap(page.getByRole('link', { name: 'Go on' }))
    await thumb.tap(page.getByRole('checkbox', { name: /^By phone/ }))
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    await thumb.tap(page.getByRole('link', { name: 'See my month' }))
    await page.getByRole('heading', { level: 1, name: 'My month' }).waitFor()
    await page
      .getByRole('button', { name: /you work at night, from 6 pm\. You can come 2 pm to 6 pm\.$/ })
      .first()
      .waitFor()
    expect(thumb.touches).toBeLessThanOrEqual(mostTouches)

    const himself = await server.as(told().carter.people.daniel)
    const { data } = await himself.graphql('CurrentUser')
    expect(data?.['myAvailability']).toMatchObject({
      rules: [
        expect.objectContaining({ kind: 'cannot' }),
        expect.objectContaining({
          kind: 'shiftCycle',
          from: nightsStart,
          sleepUntil: turn.sleepUntil,
          how: ['inRoom', 'phone'],
          timeOffDays: null,
        }),
      ],
    })

    const [evening] = await proposals({ earliest: '16:30', latest: '20:00', minutes: '120' })
    expect(evening?.comes.map(({ name }) => name)).toContain(father)
    expect(placeInTurn(evening?.startWall.slice(0, 10) ?? '')).toBeGreaterThanOrEqual(turn.on)
    const early = await proposals({ earliest: '10:00', latest: '16:00', minutes: '120' })
    const withHim = early.filter(({ comes }) => comes.some(({ name }) => name === father))
    expect(withHim.length).toBeGreaterThan(0)
    expect(withHim.filter((proposal) => !isFree(proposal))).toEqual([])
    await page.context().close()
  })

  it('puts a day right in his month by touching it, and takes all of it away again, with the keyboard alone', async () => {
    const page = await fresh('laptop')
    for (const control of [
      page.getByRole('link', { name: /I work shifts/ }),
      page.getByRole('link', { name: /4 on, 4 off: nights/ }),
      page.getByRole('button', { name: dayButton(nightsStart) }),
    ]) {
      await reachByTab(page, control)
      await page.keyboard.press('Enter')
    }
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    await page.goto(`${server.config.address}/f/times`)
    const today = page.locator(`[data-date="${dateFrom(storyMorning, 0)}"]`)
    await reachByTab(page, today)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const touched = page.locator(`[data-date="${dateFrom(storyMorning, 7)}"]`)
    await page
      .getByRole('status')
      .filter({ hasText: /: you cannot come\.$/ })
      .waitFor()
    expect(await touched.and(page.locator(':focus')).count()).toBe(1)
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    await page.keyboard.press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: /: you can come/ })
      .waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: /: you cannot come\.$/ })
      .waitFor()
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    await page.reload()
    for (const what of [/^Take away I cannot come/, /^Take away I cannot come/, /^Take away My shifts/]) {
      await page.getByRole('button', { name: what }).last().focus()
      await page.keyboard.press('Enter')
    }
    await reads(page, 'You have not said when you can come.')
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    await page.context().close()
  })

  it('loses nothing that his coordinator writes down for him while his page is open', async () => {
    const page = await fresh('phone')
    await page.goto(`${server.config.address}/f/times/month`)
    const touched = page.locator(`[data-date="${dateFrom(storyMorning, 7)}"]`)
    await touched.waitFor()
    const [helens, his] = [dateFrom(storyMorning, 5), dateFrom(storyMorning, 7)]
    await saidBefore({ kind: 'cannot', from: helens, until: helens }, { byPhone: true })
    await touched.tap()
    await page.getByRole('alert').getByText('Helen Okafor wrote this down for you on the phone.').waitFor()
    expect(await whatStopsPeople(page)).toEqual([])
    expect((await said()).rules.map(({ from }) => from)).toEqual([helens])
    await page.getByRole('button', { name: 'Save all of this' }).tap()
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    expect(await page.getByRole('alert').count()).toBe(0)
    expect((await said()).rules.map(({ from }) => from)).toEqual([helens, his])
    await page.context().close()
  })

  it.each(['/times/hours/shiftCycle', '/times/timeOff/shiftCycle', '/times/month'])(
    'can use %s on every screen, with longer words and from right to left',
    { timeout: 120_000 },
    async (path) => {
      const cycle = ['18:00-06:00', '18:00-06:00', '18:00-06:00', '18:00-06:00', '', '', '', '']
      const shifts = {
        kind: 'shiftCycle',
        from: nightsStart,
        cycle,
        sleepUntil: '14:00',
        start: '09:00',
        end: '20:00',
        how: ['inRoom'],
        preference: 'possible',
      }
      await saidBefore(shifts)
      const page = await windows.open('phone')
      await becomeSomebody(page, server.config.address, father)
      await page.goto(`${server.config.address}/f${path}`)
      await page.getByText('Only Helen Okafor, your coordinator, sees these hours.').waitFor()
      expect(await whatStopsPeople(page)).toEqual([])
      await page.context().close()
    },
  )
})

/** Presses Tab until this has the focus. */
async function reachByTab(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if ((await control.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${control.toString()}`)
}
