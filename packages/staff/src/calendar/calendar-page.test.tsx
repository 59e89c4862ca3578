// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const helen = { __typename: 'Worker', id: 'w1', name: 'Helen Okafor', title: 'Coordinator', phone: '01632 960103' }
const ruth = { ...helen, id: 'w9', name: 'Ruth Jenkins', title: 'Team manager' }
const me = (worker: typeof helen) => ({
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker,
  person: null,
  viewerCan: worker === ruth ? ['place_manage', 'team_stuck'] : [],
  storyPage: false,
  today: '2026-03-11',
})
const empty = {
  __typename: 'MyCalendar',
  busyFrom: null,
  busyUntil: null,
  busyCount: 0,
  feedAddress: null,
  away: [] as object[],
  sayAwayFor: [] as object[],
}

/** My calendar of a worker; everything that is done comes back as done. */
function open(worker = helen, begin: object = {}) {
  let myCalendar: typeof empty = { ...empty, sayAwayFor: worker === ruth ? [helen] : [], ...begin }
  const done = (name: string, change: Partial<typeof myCalendar> | { feedAddress: string }) => () => {
    myCalendar = { ...myCalendar, ...change } as typeof empty
    return { [name]: { __typename: `${name[0]?.toUpperCase()}${name.slice(1)}Done`, myCalendar } }
  }
  const edge = answerDocuments({
    Me: () => ({ me: me(worker) }),
    MyCalendar: () => ({ myCalendar }),
    SaveMyBusyTimes: done('saveMyBusyTimes', { busyFrom: '2026-03-11', busyUntil: '2026-09-08', busyCount: 1 } as object),
    MakeCalendarFeed: done('makeCalendarFeed', { feedAddress: 'https://kinplan.example/calendar/abc.ics' }),
    EndCalendarFeed: done('endCalendarFeed', { feedAddress: null } as object),
    SayAway: done('sayAway', {}),
    EndAway: done('endAway', { away: [] }),
  })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/calendar'] })} />
    </ApolloProvider>,
  )
  return {
    everything: () => JSON.stringify(edge.sent),
    sent: (name: string) => edge.sent.findLast(({ operationName }) => operationName === name)?.variables,
  }
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const event = (start: string, end: string, more = '') =>
  `BEGIN:VEVENT\r\nUID:${start}\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:${start}\r\nDTEND:${end}\r\n` +
  `SUMMARY:Dentist with Kofi\r\n${more}END:VEVENT\r\n`
const calendarOf = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//EN\r\n${events.join('')}END:VCALENDAR\r\n`
const choose = async (text: string) =>
  userEvent.upload(await screen.findByLabelText('Calendar file'), new File([text], 'mine.ics', { type: 'text/calendar' }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('busy times of a calendar file', () => {
  it('are read here and shown; nothing is sent before it is said, and then times alone', async () => {
    const { everything, sent } = open()
    await choose(
      calendarOf(event('20260316T100000Z', '20260316T110000Z'), event('20260317T100000Z', '20260317T110000Z', 'TRANSP:TRANSPARENT\r\n')),
    )
    expect(await screen.findByText(/^1 busy time from Wed 11 Mar 2026 to/)).toBeTruthy()
    await userEvent.click(screen.getByText('Which weeks they are in'))
    expect(screen.getByText('Week of Mon 16 Mar 2026: 1')).toBeTruthy()
    expect(sent('SaveMyBusyTimes')).toBeUndefined()
    await press('Send these busy times')
    expect(await screen.findByText(/^Kinplan knows of 1 busy time of yours/)).toBeTruthy()
    expect(sent('SaveMyBusyTimes')).toEqual({
      input: { from: '2026-03-11', until: '2026-09-08', busy: ['2026-03-16T10:00:00.000Z/2026-03-16T11:00:00.000Z'] },
    })
    expect(everything()).not.toContain('Dentist')
  })

  it('are not taken from anything else', async () => {
    open()
    await choose('Dear all, I am busy on Monday.')
    expect(await screen.findByText('This is not a calendar file. Choose one that ends in .ics.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Send these busy times' })).toBeNull()
  })

  it('can be taken away', async () => {
    const { sent } = open(helen, { busyFrom: '2026-03-01', busyUntil: '2026-08-30', busyCount: 12 })
    await press('Take my busy times away')
    expect(sent('SaveMyBusyTimes')).toEqual({ input: { from: '2026-03-01', until: '2026-08-30', busy: [] } })
  })
})

describe('the address of held times', () => {
  it('is made and ended, and says who can read it', async () => {
    open()
    expect(await screen.findByText(/anybody who has the address can read it/)).toBeTruthy()
    await press('Make an address')
    expect(await screen.findByText('https://kinplan.example/calendar/abc.ics')).toBeTruthy()
    await press('End the address')
    await press('End it')
    await vi.waitFor(() => expect(screen.queryByText('https://kinplan.example/calendar/abc.ics')).toBeNull())
  })
})

describe('days away', () => {
  it('are one’s own where one supervises nobody', async () => {
    const { sent } = open()
    await userEvent.type(await screen.findByLabelText('First day'), '2026-04-06')
    await userEvent.type(screen.getByLabelText('Last day'), '2026-04-10')
    expect(screen.queryByLabelText('Who is away?')).toBeNull()
    await press('Write it down')
    expect(sent('SayAway')).toEqual({ input: { workerId: 'w1', from: '2026-04-06', until: '2026-04-10' } })
  })

  it('are said by a supervisor for the workers of their own team', async () => {
    const { sent } = open(ruth)
    await screen.findByRole('option', { name: 'Helen Okafor, Coordinator' })
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['I am', 'Helen Okafor, Coordinator'])
    await userEvent.selectOptions(screen.getByLabelText('Who is away?'), 'Helen Okafor, Coordinator')
    await press('Write it down')
    expect(sent('SayAway')).toEqual({ input: { workerId: 'w1', from: '', until: '' } })
  })

  it('can be taken away', async () => {
    const { sent } = open(helen, { away: [{ __typename: 'Away', id: 'a1', from: '2026-04-06', until: '2026-04-06' }] })
    await press('Take away: Monday 6 April 2026')
    expect(sent('EndAway')).toEqual({ id: 'a1' })
    expect(await screen.findByText('No days away are written down.')).toBeTruthy()
  })
})

it('can be used by everybody', async () => {
  open(ruth, { away: [{ __typename: 'Away', id: 'a1', from: '2026-04-06', until: '2026-04-06' }] })
  await choose(calendarOf(event('20260316T100000Z', '20260316T110000Z')))
  await screen.findByText(/^1 busy time from/)
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})
