// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from './answer-documents-for-tests'
import { createApollo } from './apollo'
import { meeting, openTimes } from '../booking/times-for-tests'
import { ApartSection } from '../family/apart-section'
import type { FamilyOf } from '../family/family-of'
import { routes } from '../routes'

const refused = (name: string, code: string, field: string) => () => ({ [name]: { __typename: 'Refused', code, field } })
const alerts = async () => (await screen.findByRole('alert')).textContent ?? ''

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a refusal in the ask for times', () => {
  async function look(code: string, field: string) {
    openTimes({ ...meeting, timeAsk: null }, { SaveTimeAsk: refused('saveTimeAsk', code, field) })
    await userEvent.click(await screen.findByRole('button', { name: 'Look for times' }))
    return alerts()
  }

  it.each([
    [
      'timeImpossible',
      'minutes',
      'How long, in minutes: Write how long in whole minutes, in quarters of an hour, from 15 ' +
        'to 720: 90 or 120, say. It has to fit between “Not before” and “Over by”.',
    ],
    ['numberImpossible', 'noticeDays', 'Days of notice people need: Write a whole number of days, from 0 to 90.'],
    ['windowTooLong', 'until', 'To this day: That is too many weeks to look through at once. Choose 26 weeks or fewer.'],
    ['endBeforeStart', 'latest', 'Over by: “Over by” has to be later than “Not before”.'],
    ['noDayChosen', 'weekdays', 'On these days: Please choose at least one day of the week.'],
  ])('names the field and its limits: %s of %s', async (code, field, said) => {
    const words = await look(code, field)
    expect(words).toContain(said)
    expect(words).not.toMatch(/time of day/)
    const own = said.slice(said.indexOf(': ') + 2)
    expect(screen.getByText(own, { selector: '.field-error' }).id).toBeTruthy()
  })

  it('does not say that nothing was saved, but that no times were looked for', async () => {
    expect(await look('timeImpossible', 'minutes')).toContain('No times were looked for')
  })

  it('tells the minutes of a part, and of travel, with whose they are', async () => {
    openTimes({ ...meeting, timeAsk: null }, { SetNeed: refused('setNeed', 'timeImpossible', 'partMinutes') })
    await userEvent.selectOptions(await screen.findByLabelText('For how much of it: Leanne'), 'The end')
    await userEvent.type(screen.getByLabelText('Minutes: Leanne'), '0')
    await userEvent.click(screen.getByRole('button', { name: 'Look for times' }))
    const said = 'Write how long in whole minutes, in quarters of an hour, from 15 to 720: 90 or 120, say.'
    expect(await alerts()).toContain(`Minutes: Leanne: ${said}`)
    screen.getByText(said, { selector: '.field-error' })
    cleanup()
    openTimes(meeting, { SetNeed: refused('setNeed', 'numberImpossible', 'travel.0.minutes') })
    await screen.findByText('One time was found.')
    await userEvent.click(screen.getByText('Change what you look for, and who is needed'))
    await userEvent.type(screen.getByLabelText(/Willow Family Hub: Leanne$/), '2 hours')
    await userEvent.click(screen.getByRole('button', { name: 'Look for times' }))
    expect(await alerts()).toContain('Leanne: Write the minutes it takes, from 0 to 720, or nothing.')
  })
})

describe('a time by hand that cannot be looked at', () => {
  it('says that it could not be looked at, not that it was not saved, and what to write', async () => {
    openTimes(meeting, {
      TimeByHand: () => ({ timeByHand: { __typename: 'RankedTimes', refused: 'timeImpossible', field: 'start', proposals: [] } }),
    })
    await userEvent.click(await screen.findByText('Choose a time by hand'))
    fireEvent.change(screen.getByLabelText('Begins at'), { target: { value: '10:07' } })
    await userEvent.click(screen.getByRole('button', { name: 'Look at this time' }))
    const words = await alerts()
    expect(words).toContain('This time could not be looked at')
    expect(words).toContain('Begins at: Write a time of day on a quarter of an hour, like 16:30.')
    expect(words).not.toContain('Not saved')
  })
})

describe('a refusal about a room', () => {
  it('says how many people there can be', async () => {
    const ruth = { __typename: 'Worker', id: 'w9', name: 'Ruth Jenkins', title: 'Team manager', phone: '01632 960109' }
    const me = {
      __typename: 'Me',
      council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
      worker: ruth,
      person: null,
      viewerCan: ['place_manage', 'team_stuck'],
      storyPage: false,
      today: '2026-03-11',
    }
    const willow = { __typename: 'Place', id: 'p1', name: 'Willow Hub', address: '1 Willow Lane', rooms: [] }
    const holidaysAndSchool = { __typename: 'HolidaysAndSchool', nation: 'scotland', schoolStart: '08:45', schoolEnd: '15:30' }
    vi.stubGlobal(
      'fetch',
      answerDocuments({
        Me: () => ({ me }),
        Places: () => ({ places: [willow], schoolTerms: [], holidaysAndSchool }),
        KeepRoom: refused('keepRoom', 'numberImpossible', 'capacity'),
      }).fetch,
    )
    render(
      <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
        <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/places'] })} />
      </ApolloProvider>,
    )
    await userEvent.click(await screen.findByText('Add a room'))
    await userEvent.click(screen.getByRole('button', { name: 'Add this room' }))
    expect(await alerts()).toContain('How many people it holds: Write a whole number of people, from 1 to 500.')
  })
})

describe('marking a pair', () => {
  const family = {
    id: 'f1',
    pairsKnown: true,
    pairs: [],
    viewerCan: ['pair_mark'],
    people: [
      ['ann', 'Ann'],
      ['bob', 'Bob'],
      ['cat', 'Cat'],
    ].map(([id, name]) => ({ id, name })),
  } as unknown as FamilyOf

  async function mark(one: string, other: string, atRisk = '') {
    const edge = answerDocuments({ MarkApart: refused('markApart', 'choiceUnknown', 'levels') })
    vi.stubGlobal('fetch', edge.fetch)
    render(
      <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
        <ApartSection family={family} />
      </ApolloProvider>,
    )
    await userEvent.selectOptions(screen.getByLabelText('One person'), one)
    await userEvent.selectOptions(screen.getByLabelText('The other person'), other)
    await userEvent.selectOptions(screen.getByLabelText('Who is at risk?'), atRisk)
    await userEvent.click(screen.getByRole('button', { name: 'Keep them apart' }))
    const said = await screen.findByRole('alert')
    return { link: within(said).getByRole('link').textContent, sent: edge.sent.length }
  }

  it.each([
    ['nobody chosen', '', '', '', 'One person: Please choose a person.'],
    ['one chosen', 'ann', '', '', 'The other person: Please choose a person.'],
    ['the same twice', 'ann', 'ann', '', 'The other person: That is the same person twice. Please choose somebody else.'],
    ['a third at risk', 'ann', 'bob', 'cat', 'Who is at risk? The person at risk has to be one of the two.'],
  ])('says what is missing at its own field, without asking: %s', async (_case, one, other, atRisk, said) => {
    expect(await mark(one, other, atRisk)).toEqual({ link: said, sent: 0 })
  })

  it('asks once the two are chosen', async () => {
    expect(await mark('ann', 'bob', 'bob')).toEqual({ link: 'What must not happen? Please choose one of the answers.', sent: 1 })
  })
})
