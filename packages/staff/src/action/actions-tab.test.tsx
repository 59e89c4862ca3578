// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { me, meeting as timesMeeting } from '../booking/times-for-tests'
import { routes } from '../routes'

const nearly = { stepId: null, dueOn: '2026-03-20', state: 'promised', late: false, binding: false, version: 1, updates: [] }
const action = (changes: Record<string, unknown>) => ({ __typename: 'Action', ...nearly, ...changes })
const grans = action({
  id: 'a1',
  text: 'Collect Mia',
  owner: 'Gran',
  ownerPersonId: 'p1',
  ownerWorkerId: null,
  ofCouncil: false,
  viewerCan: ['action_read', 'action_accept', 'action_report'],
})
const priyas = action({
  id: 'a2',
  text: 'Pay the bus',
  owner: 'Priya Shah',
  ownerPersonId: null,
  ownerWorkerId: 'w2',
  ofCouncil: true,
  viewerCan: ['action_read', 'action_report'],
})
const plan = {
  __typename: 'Plan',
  id: 'pl1',
  meetingId: 'm1',
  version: 1,
  sharedAt: '2026-03-10T18:32:00Z',
  sharedBy: 'Mum',
  wantYouToKnow: '',
  answered: 0,
  participants: 3,
  viewerCan: ['action_make'],
  steps: [],
  agreements: null,
  council: [],
  actions: [grans, priyas],
  possibleOwners: [
    { __typename: 'PossibleOwner', id: 'p1', name: 'Gran', title: null, ofCouncil: false },
    { __typename: 'PossibleOwner', id: 'w9', name: 'Ruth Jenkins', title: 'Team manager', ofCouncil: true },
  ],
}
const meeting = { ...timesMeeting, plans: [{ __typename: 'PlanRow', id: 'pl1', version: 1, sharedAt: plan.sharedAt }] }

function open(answers: Answers = {}) {
  const edge = answerDocuments({
    Me: () => ({ me }),
    Meeting: () => ({ meeting }),
    Plan: () => ({ plan }),
    FamilyReviews: () => ({ family: { __typename: 'Family', id: 'f1', meetings: [] } }),
    ...answers,
  })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/meetings/m1/promises'] })} />
    </ApolloProvider>,
  )
  return { sent: (name: string) => edge.sent.find(({ operationName }) => operationName === name)?.variables }
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('who may own a promise', () => {
  it('is whom the server names, and nobody else who takes part or has a role in the meeting', async () => {
    open()
    await press('Another promise')
    const owner = await screen.findByLabelText('Who promises')
    expect(
      within(owner)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Choose one person', 'Gran, family', 'Ruth Jenkins, team manager for the council'])
  })

  it('is refused beside the owner, a worker too', async () => {
    const { sent } = open({ MakeAction: () => ({ makeAction: { __typename: 'Refused', code: 'choiceUnknown', field: 'ownerPersonId' } }) })
    await press('Another promise')
    const owner = await screen.findByLabelText('Who promises')
    await userEvent.selectOptions(owner, 'Ruth Jenkins, team manager for the council')
    await press('Make this promise')
    await screen.findByRole('alert')
    expect(owner.getAttribute('aria-invalid')).toBe('true')
    expect(sent('MakeAction')).toMatchObject({ input: { ownerPersonId: null, ownerWorkerId: 'w9' } })
  })
})

describe('what one may do with a promise', () => {
  it('is what the server says of each, whoever looks', async () => {
    // Somebody else than the coordinator the page names: roles are not compared here.
    open({ Me: () => ({ me: { ...me, worker: { ...me.worker, id: 'w7' } } }) })
    expect(await screen.findByRole('button', { name: 'Gran said yes to: Collect Mia' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Say how it goes: Collect Mia' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Say how it goes: Pay the bus' })).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /said yes to|Yes, I promise/ })).toHaveLength(1)
  })
})
