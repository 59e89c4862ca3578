// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const helen = { __typename: 'Worker', id: 'w1', name: 'Helen Okafor', title: 'Coordinator', phone: '01632 960103' }
const ruth = { ...helen, id: 'w9', name: 'Ruth Jenkins', title: 'Team manager' }
const calendarOf = (worker: typeof helen) => ({
  __typename: 'MyCalendar',
  busyFrom: null,
  busyUntil: null,
  busyCount: 0,
  feedAddress: null,
  away: [],
  sayAwayFor: worker === ruth ? [helen] : [],
})
const held = (workerId: string, startWall: string, endWall: string, meetingId: string | null = null, kind = 'held') => ({
  __typename: 'WeekWorker',
  workerId,
  name: '',
  startWall,
  endWall,
  kind,
  meetingId,
})
const workers = [
  held('w1', '2026-04-07T10:00', '2026-04-07T12:00', 'm7'),
  held('w1', '2026-04-07T09:00', '2026-04-07T17:00', null, 'calendar'),
  held('w1', '2026-04-13T14:00', '2026-04-13T16:30'),
  held('w1', '2026-04-16T10:00', '2026-04-16T12:00'),
  held('w9', '2026-04-08T10:00', '2026-04-08T12:00'),
]

/** Writes down that somebody is away, and gives what is then said of it. */
async function away(
  from: string,
  until: string,
  { worker = helen, other = '', answers = {} }: { worker?: typeof helen; other?: string; answers?: Answers } = {},
) {
  const me = {
    __typename: 'Me',
    council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
    worker,
    person: null,
    viewerCan: worker === ruth ? ['place_manage', 'team_stuck'] : [],
    storyPage: false,
    today: '2026-03-11',
  }
  const edge = answerDocuments({
    Me: () => ({ me }),
    MyCalendar: () => ({ myCalendar: calendarOf(worker) }),
    SayAway: () => ({ sayAway: { __typename: 'SayAwayDone', myCalendar: calendarOf(worker) } }),
    Week: ({ from: first }) => ({
      week: {
        __typename: 'Week',
        from: first,
        days: [],
        meetings: [],
        rooms: [],
        workers: workers.filter(
          ({ startWall }) =>
            startWall >= String(first) && startWall < String(first).replace(/\d\d$/, (day) => String(Number(day) + 7).padStart(2, '0')),
        ),
      },
    }),
    ...answers,
  })
  vi.stubGlobal('fetch', edge.fetch)
  render(
    <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/calendar'] })} />
    </ApolloProvider>,
  )
  if (other) await userEvent.selectOptions(await screen.findByLabelText('Who is away?'), await screen.findByRole('option', { name: other }))
  fireEvent.change(await screen.findByLabelText('First day'), { target: { value: from } })
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: until } })
  await userEvent.click(screen.getByRole('button', { name: 'Write it down' }))
  return { weeks: () => edge.sent.filter(({ operationName }) => operationName === 'Week').map(({ variables }) => variables['from']) }
}

const said = async (words: RegExp | string) => (await screen.findByText(words)).closest('[role=status]') as HTMLElement

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('saying that one is away', () => {
  it('says at once for which meetings one is held in those days, and who sees it', async () => {
    const { weeks } = await away('2026-04-06', '2026-04-13')
    const status = await said(/^You are held for 2 meetings in these days:/)
    expect(
      within(status)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Tuesday 7 April 2026, 10:00 to 12:00', 'Monday 13 April 2026, 14:00 to 16:30'])
    expect(within(status).getByRole('link', { name: 'Tuesday 7 April 2026, 10:00 to 12:00' }).getAttribute('href')).toBe(
      '/meetings/m7/times',
    )
    expect(status.textContent).toContain(
      'Nothing is moved by this. Whoever coordinates the meeting sees on its Times page, under “Things ' +
        'have moved since this was booked”, that you cannot be there. If it is soon, ring them.',
    )
    expect(status.textContent).toContain('Written down: you are away from Monday 6 April 2026 to Monday 13 April 2026.')
    expect(weeks()).toEqual(['2026-04-06', '2026-04-13'])
  })

  it('says that one is held for none', async () => {
    await away('2026-04-20', '2026-04-20')
    expect((await said('You are held for no meeting then.')).textContent).toContain('Written down: you are away on Monday 20 April 2026.')
  })

  it('says it of a worker of the team by name', async () => {
    await away('2026-04-06', '2026-04-08', { worker: ruth, other: 'Helen Okafor, Coordinator' })
    const status = await said(/^Helen Okafor is held for 1 meeting in these days:/)
    expect(status.textContent).toContain('Written down: Helen Okafor is away from Monday 6 April 2026 to Wednesday 8 April 2026.')
    expect(within(status).getAllByRole('listitem')).toHaveLength(1)
  })

  it('says that days have gone by, and looks for nothing', async () => {
    const { weeks } = await away('2026-02-02', '2026-02-06')
    const status = await said(/^Those days have gone by/)
    expect(status.textContent).toContain('Written down: you are away from Monday 2 February 2026 to Friday 6 February 2026.')
    expect(status.textContent).not.toContain('held for no meeting')
    expect(weeks()).toEqual([])
  })

  it('looks only at days to come', async () => {
    const { weeks } = await away('2026-03-02', '2026-03-12')
    await said('You are held for no meeting then.')
    expect(weeks()).toEqual(['2026-03-11'])
  })

  it('says that it could not look where no answer came', async () => {
    await away('2026-04-06', '2026-04-06', {
      answers: {
        Week: () => {
          throw new TypeError('fetch')
        },
      },
    })
    expect((await said(/^Written down:/)).textContent).toContain(
      'Whether you are held for a meeting then could not be looked at. Look at Week.',
    )
  })

  it('says how long one can be away at most', async () => {
    await away('2026-04-06', '2029-04-06', {
      answers: { SayAway: () => ({ sayAway: { __typename: 'Refused', code: 'windowTooLong', field: 'until' } }) },
    })
    expect((await screen.findByRole('alert')).textContent).toContain('Last day: That is more than a year. Write down 366 days at most.')
  })
})
