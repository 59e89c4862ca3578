// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useEffect, useState } from 'react'
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import type { WhoIAm } from '../connection/who-i-am'
import { WhenForm } from './when-form'
import type { SaidRule } from './when-form-rows'

const who: WhoIAm = {
  worker: { __typename: 'Worker', id: 'w1', name: 'Helen Okafor', title: 'Coordinator', phone: '' } as WhoIAm['worker'],
  viewerCan: [],
  today: '2026-03-10',
}
const nothing = {
  __typename: 'AvailabilityRule',
  weekdays: [],
  start: null,
  end: null,
  from: null,
  until: null,
  zone: 'Europe/London',
  how: [],
  preference: null,
  timeOffDays: null,
  cycle: [],
  shifts: [],
  busy: [],
  sleepUntil: null,
  enteredBy: null,
} as const
const offered = { start: '09:00', end: '20:00', how: ['inRoom'], preference: 'possible' } as const
const touchedDay: SaidRule = { ...nothing, ...offered, id: 'r1', kind: 'oneDay', from: '2026-03-12' }
const fromCalendar: SaidRule = {
  ...nothing,
  ...offered,
  id: 'r2',
  kind: 'calendar',
  from: '2026-03-10',
  until: '2026-08-31',
  busy: ['2026-03-16T10:00:00.000Z/2026-03-16T11:00:00.000Z'],
}
const mondays: SaidRule = {
  ...nothing,
  ...offered,
  id: 'r3',
  kind: 'ordinaryWeek',
  weekdays: [1],
  end: '24:00',
  timeOffDays: 7,
  enteredBy: 'Helen Okafor',
}

interface Shown {
  said: readonly SaidRule[]
  version: number
}

function open(said: readonly SaidRule[], answer: object = { __typename: 'SayWhenICanComeDone', version: 4 }) {
  const answers = { now: answer }
  const edge = answerDocuments({ SayWhenICanCome: () => ({ sayWhenICanCome: answers.now }) })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  const page: { show: (shown: Shown) => void } = { show: () => undefined }
  function Card() {
    const [shown, setShown] = useState<Shown>({ said, version: 3 })
    useEffect(() => void (page.show = setShown), [])
    return <WhenForm personId="p1" name="Marek" zone="Europe/London" {...shown} onSaid={() => undefined} />
  }
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter([{ element: <Outlet context={who} />, children: [{ path: '/', element: <Card /> }] }])} />
    </ApolloProvider>,
  )
  const input = () => edge.sent.at(-1)?.variables['input'] as { version: number; rules: { kind: string; from?: string }[] } | undefined
  return {
    sent: () => input()?.rules,
    version: () => input()?.version,
    answers: (next: object) => void (answers.now = next),
    /** What the page knows now. */
    shows: (next: Shown) => act(() => page.show(next)),
  }
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const save = () => press('Save these times')
const linesInWords = async () => {
  const folded = screen.getByText('The same in words')
  await userEvent.click(folded)
  return within(folded.closest('details') ?? document.body)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('what was said before', () => {
  it('is sent again whole, also what this form does not write', async () => {
    const { sent } = open([touchedDay, fromCalendar, mondays])
    await save()
    expect(sent()).toEqual([
      { kind: 'oneDay', ...offered, from: '2026-03-12' },
      { kind: 'calendar', ...offered, from: '2026-03-10', until: '2026-08-31', busy: fromCalendar.busy },
      { kind: 'ordinaryWeek', ...offered, weekdays: [1], end: '24:00', timeOffDays: 7 },
    ])
  })

  it('goes when it is taken away, and says who wrote it down', async () => {
    const { sent } = open([touchedDay, fromCalendar, mondays])
    expect(screen.getByText('Written down by Helen Okafor')).toBeTruthy()
    await press('Take this away: Thursday 12 March 2026: could come 09:00 to 20:00')
    await press('Take this away: 1. Ordinary weeks')
    await save()
    expect(sent()).toEqual([expect.objectContaining({ kind: 'calendar' })])
  })
})

describe('shifts that repeat', () => {
  it('need a pattern and one date, and are shown back as a month', async () => {
    const { sent } = open([fromCalendar])
    await press('Shifts that repeat')
    await userEvent.click(screen.getByRole('radio', { name: /^Four nights on, four off/ }))
    const begins = screen.getByLabelText('When does their next run of nights begin?')
    await userEvent.clear(begins)
    await userEvent.type(begins, '2026-03-12')
    await press('Take this away: From their calendar, Tue 10 Mar 2026 to Mon 31 Aug 2026: 1 busy time')
    expect((await linesInWords()).slice(0, 3)).toEqual([
      'Tue 10 Mar to Wed 11 Mar free, could come 09:00 to 20:00',
      'Thu 12 Mar at work by night, could come 09:00 to 18:00',
      'Fri 13 Mar to Sun 15 Mar at work by night, could come 14:00 to 18:00',
    ])
    await save()
    expect(sent()).toEqual([
      {
        kind: 'shiftCycle',
        ...offered,
        timeOffDays: null,
        from: '2026-03-12',
        cycle: [...Array<string>(4).fill('18:00-06:00'), '', '', '', ''],
        sleepUntil: '14:00',
      },
    ])
  })

  it('can be put together day by day', async () => {
    const { sent } = open([])
    await press('Take this away: 1. Ordinary weeks')
    await press('Shifts that repeat')
    await userEvent.click(screen.getByRole('radio', { name: /^Another pattern/ }))
    await userEvent.type(screen.getByLabelText('Shift 1: begins'), '07:00')
    await userEvent.type(screen.getByLabelText('Shift 1: ends'), '15:30')
    await press('Add a day')
    await press('Add a day')
    await userEvent.selectOptions(screen.getByLabelText(/^Day 1/), '07:00–15:30')
    await save()
    expect(sent()).toEqual([
      expect.objectContaining({ kind: 'shiftCycle', from: '2026-03-10', cycle: ['07:00-15:30', ''], sleepUntil: null }),
    ])
  })
})

describe('a list of shifts', () => {
  it('keeps what it understood, and shows what it did not', async () => {
    const { sent } = open([fromCalendar])
    await press('A list of shifts')
    await userEvent.type(screen.getByLabelText('The shifts, one a line'), '16/3 18:00-06:00{enter}hospital maybe{enter}18/3 off')
    expect(screen.getByText('1 shift was understood.')).toBeTruthy()
    expect(screen.getByText('Line 2:').textContent).toContain('hospital maybe')
    await save()
    expect(sent()?.[1]).toEqual({
      kind: 'roster',
      ...offered,
      timeOffDays: null,
      from: '2026-03-16',
      until: '2026-03-18',
      shifts: ['2026-03-16 18:00-06:00'],
      sleepUntil: '14:00',
    })
  })
})

describe('what others say while something is written', () => {
  const cannot: SaidRule = { ...nothing, id: 'r5', kind: 'cannot', from: '2026-03-25', until: '2026-03-25' }
  const stale = { __typename: 'Refused', code: 'changedMeanwhile', field: null }
  const writeDaysOff = async (date: string) => {
    await press('Days that cannot be')
    await userEvent.type(screen.getByLabelText('First day'), date)
  }

  it('is written over by nothing: the words stay, what it says now comes beside them, and saving again saves both', async () => {
    const { sent, version, answers, shows } = open([mondays, touchedDay], stale)
    await writeDaysOff('2026-03-28')
    await save()
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed this while you were writing.')
    expect(version()).toBe(3)
    shows({ said: [mondays, cannot], version: 4 })
    expect(screen.getByText('While you were writing, this was taken away:').nextElementSibling?.textContent).toBe(
      'Thursday 12 March 2026: could come 09:00 to 20:00',
    )
    expect(screen.getAllByText('New: said while you were writing.')).toHaveLength(1)
    expect(screen.getAllByLabelText<HTMLInputElement>('First day').map(({ value }) => value)).toEqual(['2026-03-28', '2026-03-25'])
    answers({ __typename: 'SayWhenICanComeDone', version: 5 })
    await save()
    expect(await screen.findByText('Saved.')).toBeTruthy()
    expect(version()).toBe(4)
    expect(sent()?.map(({ kind, from }) => [kind, from])).toEqual([
      ['ordinaryWeek', undefined],
      ['cannot', '2026-03-28'],
      ['cannot', '2026-03-25'],
    ])
    expect(screen.queryByText('New: said while you were writing.')).toBeNull()
    await save()
    expect(version()).toBe(5)
  })

  it('is not taken for what was on the page until somebody was told of it', async () => {
    const { version, shows } = open([mondays], stale)
    await writeDaysOff('2026-03-28')
    shows({ said: [mondays, cannot], version: 4 })
    expect(screen.getAllByLabelText('First day')).toHaveLength(1)
    await save()
    expect(version()).toBe(3)
    expect(screen.getAllByLabelText('First day')).toHaveLength(2)
    await save()
    expect(version()).toBe(4)
  })

  it('stands in the form at once where nothing is written', async () => {
    const { sent, version, shows } = open([touchedDay, mondays])
    shows({ said: [cannot], version: 4 })
    expect(screen.queryByText(/while you were writing/)).toBeNull()
    await save()
    expect([version(), sent()]).toEqual([4, [{ kind: 'cannot', from: '2026-03-25', until: '2026-03-25' }]])
    shows({ said: [mondays], version: 3 })
    await save()
    expect(sent()).toEqual([{ kind: 'cannot', from: '2026-03-25', until: '2026-03-25' }])
  })

  it('is not told where it says the same', async () => {
    const { sent, shows } = open([mondays], stale)
    await writeDaysOff('2026-03-25')
    await save()
    shows({ said: [mondays, cannot], version: 4 })
    expect(screen.queryByText('New: said while you were writing.')).toBeNull()
    await save()
    expect(sent()).toHaveLength(2)
  })
})

it('says beside the right field of the right rule what the server refused', async () => {
  open([touchedDay, mondays, { ...mondays, id: 'r4', weekdays: [2] }], {
    __typename: 'Refused',
    code: 'endBeforeStart',
    field: 'rules.2.end',
  })
  await save()
  expect((await screen.findByRole('alert')).textContent).toContain('The end has to be after the start.')
  expect(screen.getAllByLabelText('To').map((field) => field.getAttribute('aria-invalid'))).toEqual([null, 'true'])
})

it('can be used by everybody', async () => {
  open([touchedDay, fromCalendar, mondays])
  await press('Shifts that repeat')
  await press('A list of shifts')
  await press('Days that cannot be')
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})
