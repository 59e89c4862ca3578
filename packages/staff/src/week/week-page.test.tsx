// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const helen = { __typename: 'Worker', id: 'w1', name: 'Helen Okafor', title: 'Coordinator', phone: '01632 960103' }
const me = {
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker: helen,
  person: null,
  viewerCan: [],
  storyPage: false,
  today: '2026-03-11',
}
const hers = {
  __typename: 'WeekMeeting',
  meetingId: 'm1',
  familyName: 'The Reeds',
  placeName: 'Willow Hub',
  startWall: '2026-03-10T16:00',
  endWall: '2026-03-10T18:30',
  zone: 'Europe/London',
  mine: true,
}
const week = {
  __typename: 'Week',
  from: '2026-03-09',
  days: ['09', '10', '11', '12', '13', '14', '15'].map((day) => `2026-03-${day}`),
  meetings: [hers, { ...hers, meetingId: null, familyName: null, startWall: '2026-03-12T10:00', endWall: '2026-03-12T12:00', mine: false }],
  rooms: [
    {
      __typename: 'WeekRoom',
      roomId: 'r1',
      placeName: 'Willow Hub',
      roomName: 'Garden room',
      startWall: '2026-03-10T16:00',
      endWall: '2026-03-10T18:30',
    },
    {
      __typename: 'WeekRoom',
      roomId: 'r1',
      placeName: 'Willow Hub',
      roomName: 'Garden room',
      startWall: '2026-03-10T09:00',
      endWall: '2026-03-10T11:00',
    },
  ],
  workers: [
    {
      __typename: 'WeekWorker',
      workerId: 'w2',
      name: 'Priya Shah',
      startWall: '2026-03-11T00:00',
      endWall: '2026-03-13T00:00',
      kind: 'away',
      meetingId: null,
    },
    {
      __typename: 'WeekWorker',
      workerId: 'w1',
      name: 'Helen Okafor',
      startWall: '2026-03-10T16:00',
      endWall: '2026-03-10T18:30',
      kind: 'held',
      meetingId: 'm1',
    },
  ],
}

function open(path: string) {
  const edge = answerDocuments({ Me: () => ({ me }), Week: () => ({ week }) })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [path] })} />
    </ApolloProvider>,
  )
  return { asked: () => edge.sent.flatMap(({ operationName, variables }) => (operationName === 'Week' ? [variables['from']] : [])) }
}

const dayOf = async (name: RegExp) =>
  within((await screen.findByRole('rowheader', { name })).closest<HTMLElement>('[role=row]') ?? document.body)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the week', () => {
  it.each([
    ['/week', '2026-03-09'],
    ['/week?from=2026-03-26', '2026-03-23'],
    ['/week?from=31%20February', '2026-03-09'],
  ])('%s begins on Monday %s', async (path, monday) => {
    const { asked } = open(path)
    await screen.findByRole('table')
    expect(asked()[0]).toBe(monday)
  })

  it('leads to what is the viewer’s, and says only when of what is not', async () => {
    open('/week')
    const tuesday = await dayOf(/^Tue 10 Mar/)
    expect(tuesday.getAllByRole('link', { name: 'The Reeds' }).map((link) => link.getAttribute('href'))).toEqual([
      '/meetings/m1',
      '/meetings/m1',
    ])
    const thursday = await dayOf(/^Thu 12 Mar/)
    expect(thursday.getByText('10:00 to 12:00').closest('li')?.textContent).toBe('10:00 to 12:00 Another family’s meeting, at Willow Hub')
    expect(thursday.queryByRole('link')).toBeNull()
  })

  it('has a room’s times in order, and people who are away on each of the days', async () => {
    open('/week')
    const tuesday = await dayOf(/^Tue 10 Mar/)
    expect(tuesday.getByText('Garden room').closest('li')?.textContent).toBe('Garden room: 09:00 to 11:00, 16:00 to 18:30')
    for (const day of [/^Wed 11 Mar today/, /^Thu 12 Mar/])
      expect((await dayOf(day)).getByText('Priya Shah').closest('li')?.textContent).toBe('Priya Shah: away all day')
  })

  it('goes to the week after and keeps the place of the keyboard', async () => {
    const { asked } = open('/week')
    const after = await screen.findByRole('link', { name: 'The week after' })
    await userEvent.click(after)
    await screen.findByRole('heading', { name: 'Week of Monday 16 March 2026' })
    expect(asked().at(-1)).toBe('2026-03-16')
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'The week after' }))
  })

  it('can be used by everybody', async () => {
    open('/week')
    await screen.findByRole('table')
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})
