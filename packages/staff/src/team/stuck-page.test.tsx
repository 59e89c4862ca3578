// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const worker = (id: string, name: string) => ({ __typename: 'Worker', id, name, title: 'Social worker', phone: '01632 960101' })
const me = {
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker: worker('w9', 'Ruth Jenkins'),
  person: null,
  viewerCan: ['place_manage', 'team_stuck'],
  storyPage: false,
  today: '2026-03-10',
}
const item = {
  __typename: 'StuckItem',
  familyId: 'f1',
  familyName: 'The Reeds',
  meetingId: 'm1',
  actionId: null,
  dueOn: null,
  onlyYou: false,
  since: '2026-03-01',
}
const stuck = [
  {
    __typename: 'WorkerStuck',
    worker: worker('w1', 'Helen Okafor'),
    items: [
      { ...item, kind: 'familyActionLate', subject: 'Gran rings', actionId: 'a1', since: '2026-03-02', dueOn: '2026-03-02' },
      { ...item, kind: 'parentNotFound', subject: 'Dad', meetingId: null },
    ],
  },
  {
    __typename: 'WorkerStuck',
    worker: worker('w9', 'Ruth Jenkins'),
    items: [{ ...item, kind: 'safetyDecision', subject: 'Mia', onlyYou: true }],
  },
]

function open(answer: unknown) {
  vi.stubGlobal('fetch', answerDocuments({ Me: () => ({ me }), Stuck: () => ({ stuck: answer }) }).fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/team'] })} />
    </ApolloProvider>,
  )
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the supervisor’s page', () => {
  it('begins with what only they can decide, each with a way to it', async () => {
    open(stuck)
    const heading = await screen.findByRole('heading', { name: 'Only you can decide' })
    const first = within(heading.parentElement ?? document.body)
    expect(first.getByText('Mia')).toBeTruthy()
    expect(first.getByRole('link', { name: 'The Reeds' }).getAttribute('href')).toBe('/meetings/m1/why')
    expect(screen.queryByRole('heading', { name: /Ruth Jenkins/ })).toBeNull()
  })

  it('says of a family’s promise that it is past its day, and since when, never that it is late', async () => {
    open(stuck)
    const row = (await screen.findByText('Gran rings')).closest('li')
    expect(row?.textContent).toContain('Past its day')
    expect(row?.textContent).toContain('since Monday 2 March 2026')
    expect(row?.textContent?.toLowerCase()).not.toMatch(/late|overdue/)
  })

  it.each([
    [
      'a hand needed after its day',
      { kind: 'familyActionNeedsHand', since: '2026-03-08', dueOn: '2026-03-03' },
      'needs a hand since Sunday 8 March 2026; its day was Tuesday 3 March 2026',
    ],
    [
      'a hand needed before its day',
      { kind: 'councilActionNeedsHand', since: '2026-03-08', dueOn: '2026-03-20' },
      'needs a hand since Sunday 8 March 2026; to be done by Friday 20 March 2026',
    ],
    [
      'a decision that is due',
      { kind: 'councilDecision', since: '2026-03-08', dueOn: '2026-03-12' },
      'waiting since Sunday 8 March 2026; to be decided by Thursday 12 March 2026',
    ],
    [
      'a decision past its day',
      { kind: 'councilDecision', since: '2026-03-08', dueOn: '2026-03-03' },
      'waiting since Sunday 8 March 2026; it was to be decided by Tuesday 3 March 2026',
    ],
    [
      'a review that is booked',
      { kind: 'reviewDue', since: '2026-01-08', dueOn: '2026-03-12' },
      'the meeting ended on Thursday 8 January 2026; the review is booked for Thursday 12 March 2026',
    ],
    [
      'a review whose day went by',
      { kind: 'reviewDue', since: '2026-01-08', dueOn: '2026-03-03' },
      'the meeting ended on Thursday 8 January 2026; the review was booked for Tuesday 3 March 2026',
    ],
    [
      'a review that is not booked',
      { kind: 'reviewDue', since: '2026-01-08', dueOn: null },
      'the meeting ended on Thursday 8 January 2026; no review is booked',
    ],
    [
      'a date on the day itself',
      { kind: 'councilActionNeedsHand', since: '2026-03-08', dueOn: '2026-03-10' },
      'needs a hand since Sunday 8 March 2026; to be done by Tuesday 10 March 2026',
    ],
  ])('says what each of its days is: %s', async (_case, more, said) => {
    open([{ __typename: 'WorkerStuck', worker: worker('w1', 'Helen Okafor'), items: [{ ...item, subject: 'This one', ...more }] }])
    const row = (await screen.findByText('This one')).closest('li')
    expect(row?.textContent).toContain(`The Reeds, ${said}`)
    expect(row?.textContent).not.toMatch(/since .*, by /)
  })

  it('leads to the family where there is no meeting', async () => {
    open(stuck)
    const row = (await screen.findByText('Dad')).closest('li') ?? document.body
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/families/f1')
  })

  it('says that it is not theirs to somebody who supervises nobody', async () => {
    open(null)
    expect(await screen.findByText('This page is for supervisors of a team.')).toBeTruthy()
  })
})
