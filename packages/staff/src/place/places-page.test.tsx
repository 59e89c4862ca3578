// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const ruth = { __typename: 'Worker', id: 'w9', name: 'Ruth Jenkins', title: 'Team manager', phone: '01632 960109' }
const me = (supervisor: boolean) => ({
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker: ruth,
  person: null,
  viewerCan: supervisor ? ['place_manage', 'team_stuck'] : [],
  storyPage: false,
  today: '2026-03-11',
})
const garden = { __typename: 'Room', id: 'r1', name: 'Garden room', capacity: 12, stepFree: true, twoWaysOut: false }
const willow = { __typename: 'Place', id: 'p1', name: 'Willow Hub', address: '2 Mill Lane', rooms: [garden] }
const spring = { __typename: 'SchoolTerm', id: 't1', name: 'Spring 2026', from: '2026-01-05', until: '2026-03-27' }

/** The page for a supervisor or another worker; what is kept comes back changed. */
function open(supervisor: boolean, answers: Answers = {}) {
  let rooms = [garden]
  const edge = answerDocuments({
    Me: () => ({ me: me(supervisor) }),
    Places: () => ({
      places: [{ ...willow, rooms }],
      schoolTerms: [spring],
      holidaysAndSchool: { __typename: 'HolidaysAndSchool', nation: 'englandAndWales', schoolStart: '08:45', schoolEnd: '15:30' },
    }),
    KeepRoom: () => {
      rooms = [garden, { ...garden, id: 'r2', name: 'Quiet room', capacity: 4 }]
      return { keepRoom: { __typename: 'KeepRoomDone', places: [{ ...willow, rooms }] } }
    },
    EndRoom: () => {
      rooms = []
      return { endRoom: { __typename: 'EndRoomDone', places: [{ ...willow, rooms }] } }
    },
    ...answers,
  })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/places'] })} />
    </ApolloProvider>,
  )
  return { sent: (name: string) => edge.sent.find(({ operationName }) => operationName === name)?.variables }
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const form = (button: string) => within(screen.getByRole('button', { name: button }).closest('form') ?? document.body)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('places and rooms', () => {
  it('are read by every worker, and kept by supervisors', async () => {
    open(false)
    const row = (await screen.findByRole('rowheader', { name: 'Garden room' })).closest('tr')
    expect(Array.from(row?.cells ?? [], ({ textContent }) => textContent)).toEqual(['Garden room', '12', 'Yes', 'No'])
    expect(screen.getByText('Mon 5 Jan 2026')).toBeTruthy()
    const doings = within(screen.getByRole('main'))
    expect([...doings.queryAllByRole('button'), ...doings.queryAllByRole('group')]).toEqual([])
  })

  it('grow by a room, as it was typed', async () => {
    const { sent } = open(true)
    await userEvent.click(await screen.findByText('Add a room'))
    const adding = form('Add this room')
    await userEvent.type(adding.getByLabelText('Name of the room'), 'Quiet room')
    await userEvent.type(adding.getByLabelText('How many people it holds'), '4')
    await userEvent.click(adding.getByRole('checkbox', { name: 'It can be reached without a step' }))
    await press('Add this room')
    expect(await screen.findByRole('rowheader', { name: 'Quiet room' })).toBeTruthy()
    expect(sent('KeepRoom')).toEqual({
      input: { id: null, placeId: 'p1', name: 'Quiet room', capacity: '4', stepFree: true, twoWaysOut: false },
    })
  })

  it('are changed in front of the page, which says what cannot be and closes when it is done', async () => {
    const { sent } = open(true, {
      KeepRoom: ({ input }) => ({
        keepRoom:
          (input as { capacity: string }).capacity === 'many'
            ? { __typename: 'Refused', code: 'choiceUnknown', field: 'capacity' }
            : { __typename: 'KeepRoomDone', places: [willow] },
      }),
    })
    await press('Change Garden room')
    const changing = form('Save this room')
    const capacity = changing.getByLabelText('How many people it holds')
    await userEvent.clear(capacity)
    await userEvent.type(capacity, 'many')
    await press('Save this room')
    await screen.findByRole('alert')
    expect(capacity.getAttribute('aria-invalid')).toBe('true')
    await userEvent.clear(capacity)
    await userEvent.type(capacity, '10')
    await press('Save this room')
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Save this room' })).toBeNull())
    expect(sent('KeepRoom')).toEqual({
      input: { id: 'r1', placeId: 'p1', name: 'Garden room', capacity: 'many', stepFree: true, twoWaysOut: false },
    })
  })

  it('lose a room only after asking once more', async () => {
    const { sent } = open(true)
    await press('Take off: Garden room')
    expect(sent('EndRoom')).toBeUndefined()
    await press('Take it off')
    expect(await screen.findByText(/^No room is written down here yet/)).toBeTruthy()
    expect(sent('EndRoom')).toEqual({ id: 'r1' })
  })

  it('can be used by everybody', async () => {
    open(true)
    await screen.findByRole('rowheader', { name: 'Garden room' })
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})
