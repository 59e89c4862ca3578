// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAnswers } from '../connection/asked'
import { FamilyApp } from '../family-app'
import { ClosedSocket, FakeNetwork, currentUserAs } from '../fake-network-for-tests'
import { CurrentUserDocument, SayWhenDocument, type CurrentUserQuery, type RuleInput, type SayWhenMutation } from '../generated/graphql'
import { forgetKeptWords } from '../page/kept-words'
import { forgetHours } from './hours-kept'

type MyRule = NonNullable<CurrentUserQuery['myAvailability']>['rules'][number]

const zone = 'Europe/London'
const blank: MyRule = {
  kind: 'cannot',
  zone,
  weekdays: [],
  start: null,
  end: null,
  from: null,
  until: null,
  how: [],
  preference: null,
  timeOffDays: null,
  sleepUntil: null,
  cycle: [],
  shifts: [],
  busy: [],
  enteredBy: null,
}
const offered = { start: '09:00', end: '20:00', how: ['inRoom'], preference: 'possible' } as const
const nights = ['18:00-06:00', '18:00-06:00', '18:00-06:00', '18:00-06:00', '', '', '', '']
const shifts: MyRule = { ...blank, ...offered, kind: 'shiftCycle', from: '2026-11-26', cycle: nights, sleepUntil: '14:00' }

// The code of these pages comes when they are opened, and the computer may be busy.
configure({ asyncUtilTimeout: 15_000 })

let network: FakeNetwork
let stored: readonly MyRule[]
let version: number
const user = userEvent.setup()

beforeEach(() => {
  network = new FakeNetwork()
  stored = []
  version = 0
  network.answer(CurrentUserDocument, () =>
    currentUserAs({}, { myAvailability: { zone, saidWhen: stored.length > 0, version, today: '2026-11-21', rules: stored } }),
  )
  network.answer(SayWhenDocument, ({ input }): SayWhenMutation => {
    if (input.version !== version)
      return { sayWhenICanCome: { __typename: 'Refused' as const, code: 'changedMeanwhile' as const, field: null } }
    stored = input.rules.map((rule) => asStored(rule))
    version += 1
    return { sayWhenICanCome: { __typename: 'SayWhenICanComeDone' as const, version } }
  })
  vi.stubGlobal('fetch', network.fetch)
  vi.stubGlobal('WebSocket', ClosedSocket)
  window.scrollTo = () => undefined
  forgetAnswers()
  forgetHours()
  forgetKeptWords()
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const asStored = (rule: RuleInput): MyRule =>
  ({ ...blank, ...(Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as typeof rule) }) as MyRule

async function open(path: string): Promise<void> {
  history.replaceState(null, '', `/f${path}`)
  render(<FamilyApp qrCode={undefined} />)
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toContain('One moment'))
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent
const sent = () =>
  (network.sentFor(SayWhenDocument).at(-1)?.variables as { input: { zone: string; rules: RuleInput[] } } | undefined)?.input
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }))
const follow = (name: string | RegExp) => user.click(screen.getByRole('link', { name }))

describe('the pages', () => {
  it.each([
    ['/times', 'How do your days go?'],
    ['/times/days', 'When can you usually come?'],
    ['/times/exact', 'Exact times in an ordinary week'],
    ['/times/shifts', 'Which pattern do you work?'],
    ['/times/shifts/fourOnFourOffNights', 'Which day does your next run of nights start?'],
    ['/times/shifts/own', 'How does your pattern go?'],
    ['/times/list', 'Type or paste your shifts'],
    ['/times/calendar', 'Put in a calendar file'],
    ['/times/how', 'How could you join?'],
    ['/times/cannot', 'Are there days when you cannot come?'],
    ['/times/month', 'My month'],
    ['/times/nowhere', 'This meeting is not here'],
  ])('%s asks one thing, says who sees the answer, and has no fault that axe finds', async (path, heading) => {
    await open(path)
    expect(title()).toBe(heading)
    if (path !== '/times/nowhere') expect(screen.getByText(/^Only Helen Okafor, your coordinator, sees these hours/)).toBeTruthy()
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  it('with something said open on my month, and each part of it can be changed', async () => {
    stored = [
      shifts,
      { ...blank, ...offered, kind: 'ordinaryWeek', weekdays: [6], start: '10:00', end: '12:00', enteredBy: 'Helen Okafor' },
    ]
    await open('/times')
    expect(title()).toBe('My month')
    expect(screen.getByText('Helen Okafor wrote this down for you on the phone.')).toBeTruthy()
    await press('Take away Saturday, 10 am to noon')
    await waitFor(() => expect(sent()?.rules.map(({ kind }) => kind)).toEqual(['shiftCycle']))
    for (const page of ['hours', 'timeOff']) {
      cleanup()
      await open(`/times/${page}/shiftCycle`)
      const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
      expect(violations.map(({ id }) => id)).toEqual([])
    }
  })
})

describe('shifts', () => {
  it('are said with three touches, and saved with hours, sleep and the way in the room', async () => {
    await open('/times')
    await follow(/I work shifts/)
    await follow(/4 on, 4 off: nights/)
    await press('Thu 26 Nov')
    expect(title()).toBe('Are these your hours?')
    expect(await screen.findByText('Saved. Only Helen Okafor sees this.')).toBeTruthy()
    expect(sent()).toEqual({
      version: 0,
      zone,
      rules: [expect.objectContaining({ kind: 'shiftCycle', from: '2026-11-26', cycle: nights, sleepUntil: '14:00', ...offered })],
    })
    expect(screen.getByText('I work nights, 6 pm to 6 am.')).toBeTruthy()
    await follow('Yes, go on')
    await user.click(screen.getByRole('radio', { name: 'Yes, with another number of days' }))
    await user.type(screen.getByRole('textbox', { name: /How many days/ }), '10')
    await follow('Go on')
    await user.click(screen.getByRole('checkbox', { name: /By phone/ }))
    await follow('See my month')
    await waitFor(() => expect(sent()?.rules[0]).toMatchObject({ timeOffDays: 10, how: ['inRoom', 'phone'] }))
    expect(
      screen.getByRole('button', { name: 'Friday 27 November: you work at night, from 6 pm. You can come 2 pm to 6 pm.' }),
    ).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Tuesday 1 December: you can come, 9 am to 8 pm.' })).toBeTruthy()
  })

  it('keep their other hours, and sleep has to end after the night', async () => {
    stored = [shifts]
    await open('/times/hours/shiftCycle')
    await user.click(screen.getByText('Change these hours'))
    const field = (name: string) => screen.getByLabelText(name)
    await user.clear(field('I start at'))
    await user.type(field('I start at'), '20:00')
    await user.clear(field('I finish at'))
    await user.type(field('I finish at'), '08:00')
    await user.clear(field('After a night I need to sleep until'))
    await user.type(field('After a night I need to sleep until'), '07:00')
    await press('Save these hours')
    expect(screen.getByText('This has to be later than the end of your night.')).toBeTruthy()
    expect(sent()).toBeUndefined()
    await user.clear(field('After a night I need to sleep until'))
    await user.type(field('After a night I need to sleep until'), '15:30')
    await press('Save these hours')
    await waitFor(() => expect(sent()?.rules[0]).toMatchObject({ cycle: nights.map((one) => one && '20:00-08:00'), sleepUntil: '15:30' }))
  })

  it('of one’s own are built day by day, and need at least one shift', async () => {
    await open('/times/shifts/own')
    await user.click(screen.getAllByRole('radio', { name: 'Off' })[0] as HTMLElement)
    await press('Go on')
    expect(screen.getByText('Please choose at least one day or night at work.')).toBeTruthy()
    await user.click(screen.getAllByRole('radio', { name: 'Night' })[0] as HTMLElement)
    await press('Add a day')
    await press('Go on')
    expect(title()).toBe('Which day is the first day of your pattern?')
    await press('Sun 22 Nov tomorrow')
    await waitFor(() => expect(sent()?.rules[0]).toMatchObject({ kind: 'shiftCycle', from: '2026-11-22', cycle: ['22:00-06:00', '', ''] }))
  })
})

describe('a list of shifts', () => {
  it('keeps the lines it could read while the others are mended', async () => {
    await open('/times/list')
    await user.type(screen.getByRole('textbox', { name: /My shifts/ }), 'Mon 4 Jan 18:00-06:00\nWednesday nights\nThu 7 Jan off')
    await press('Read my shifts')
    expect(screen.getByText('We could read 1 shift and 1 day off. One line we could not:')).toBeTruthy()
    const mend = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Lines to mend/ })
    expect(mend.value).toBe('Wednesday nights')
    expect(sent()).toBeUndefined()
    await user.clear(mend)
    await user.type(mend, 'Wed 6 Jan 18-06')
    await press('Read these again')
    expect(title()).toBe('Are these your hours?')
    const roster = {
      kind: 'roster',
      from: '2027-01-04',
      until: '2027-01-07',
      shifts: ['2027-01-04 18:00-06:00', '2027-01-06 18:00-06:00'],
      sleepUntil: '14:00',
    }
    await waitFor(() => expect(sent()?.rules).toEqual([expect.objectContaining(roster)]))
  })

  it('takes the place of an earlier list only on its own days', async () => {
    stored = [
      {
        ...blank,
        ...offered,
        kind: 'roster',
        from: '2027-01-01',
        until: '2027-01-10',
        shifts: ['2027-01-02 09:00-17:00', '2027-01-04 09:00-17:00', '2027-01-09 09:00-17:00'],
      },
    ]
    await open('/times/list')
    await user.type(screen.getByRole('textbox', { name: /My shifts/ }), '4/1/2027 10:00-18:00\n5/1/2027 off')
    await press('Read my shifts')
    await waitFor(() =>
      expect(sent()?.rules.map(({ from, until, shifts: said }) => [from, until, said])).toEqual([
        ['2027-01-01', '2027-01-03', ['2027-01-02 09:00-17:00']],
        ['2027-01-06', '2027-01-10', ['2027-01-09 09:00-17:00']],
        ['2027-01-04', '2027-01-05', ['2027-01-04 10:00-18:00']],
      ]),
    )
  })
})

describe('a calendar file', () => {
  const put = (text: string) =>
    user.upload(screen.getByLabelText('The calendar file'), new File([text], 'my.ics', { type: 'text/calendar' }))
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//x//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20261101T000000Z',
    'DTSTART:20261125T100000Z',
    'DTEND:20261125T120000Z',
    'SUMMARY:Dentist with Jo',
    'LOCATION:12 Hill Street',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

  it('gives its busy times and nothing else', async () => {
    await open('/times/calendar')
    await put(calendar)
    expect(await screen.findByText('You are busy at 1 time')).toBeTruthy()
    await press('Save my busy times')
    await waitFor(() =>
      expect(sent()?.rules).toEqual([
        expect.objectContaining({
          kind: 'calendar',
          from: '2026-11-21',
          until: '2027-01-15',
          busy: ['2026-11-25T10:00:00.000Z/2026-11-25T12:00:00.000Z'],
        }),
      ]),
    )
    expect(JSON.stringify(network.sent)).not.toMatch(/Dentist|Jo|Hill/)
  })

  it('that is none is told so in plain words', async () => {
    await open('/times/calendar')
    await put('Dear Helen')
    expect(await screen.findByText('This is not a calendar file. It should end in .ics.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save my busy times' })).toBeNull()
  })
})

describe('my month', () => {
  it('changes a day by touching it: cannot, can, as it was; each is said aloud and saved', async () => {
    stored = [shifts]
    await open('/times')
    const touch = () => user.click(screen.getByRole('button', { name: /^Friday 27 November/ }))
    await touch()
    expect(screen.getByText('Friday 27 November: you cannot come.', { selector: '[role=status]' })).toBeTruthy()
    await waitFor(() => expect(sent()?.rules[1]).toMatchObject({ kind: 'cannot', from: '2026-11-27', until: '2026-11-27' }))
    await touch()
    await waitFor(() =>
      expect(sent()?.rules[1]).toMatchObject({ kind: 'oneDay', from: '2026-11-27', start: '09:00', end: '20:00', how: ['inRoom'] }),
    )
    await touch()
    await waitFor(() => expect(sent()?.rules).toHaveLength(1))
  })
})

describe('an ordinary week', () => {
  it('has for each time how it suits and whether it needs time off work', async () => {
    await open('/times/days')
    await user.click(screen.getByRole('checkbox', { name: /Weekday afternoons/ }))
    await user.click(screen.getByRole('checkbox', { name: /Saturday/ }))
    expect(screen.getByText('More about Saturday')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /Saturday/ }))
    await user.click(screen.getByText('More about weekday afternoons'))
    await user.click(screen.getByRole('radio', { name: 'Only if nothing else fits' }))
    await user.click(screen.getByRole('radio', { name: 'Yes, if I ask 2 weeks before' }))
    const week = {
      kind: 'ordinaryWeek',
      weekdays: [1, 2, 3, 4, 5],
      start: '12:00',
      end: '17:00',
      how: ['inRoom'],
      preference: 'lastResort',
      timeOffDays: 14,
    }
    await waitFor(() => expect(sent()?.rules).toEqual([expect.objectContaining(week)]))
  })

  it('keeps what was said when the line is lost, and sends it once more under the same key', async () => {
    await open('/times/days')
    network.isCut = true
    await user.click(screen.getByRole('checkbox', { name: /Sunday/ }))
    expect(await screen.findByText('You are not connected')).toBeTruthy()
    await follow('Go on')
    expect(screen.getByText('You are not connected')).toBeTruthy()
    network.isCut = false
    await press('Try again')
    await waitFor(() => expect(screen.queryByText('You are not connected')).toBeNull())
    const [first, second] = network.sentFor(SayWhenDocument)
    expect(second?.once).toBeTruthy()
    expect(second).toEqual(first)
  })

  it('keeps a second choice when an answer comes that was asked for before it', async () => {
    await open('/times/days')
    const late: (() => void)[] = []
    vi.stubGlobal('fetch', async (address: unknown, init: RequestInit) => {
      const answer = await network.fetch(address, init)
      if (String(init.body).includes(CurrentUserDocument.id)) await new Promise<void>((resolve) => void late.push(resolve))
      return answer
    })
    await user.click(screen.getByRole('checkbox', { name: /Weekday evenings/ }))
    await waitFor(() => expect(late).toHaveLength(1))
    await user.click(screen.getByRole('checkbox', { name: /Saturday/ }))
    await waitFor(() => expect(network.sentFor(SayWhenDocument)).toHaveLength(2))
    late[0]?.()
    await waitFor(() => expect(late).toHaveLength(2))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Saturday/ }).checked).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: /Sunday/ }))
    await waitFor(() => expect(stored).toHaveLength(3))
  })
})
