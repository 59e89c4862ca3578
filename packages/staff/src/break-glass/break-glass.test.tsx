// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { me, meeting } from '../booking/times-for-tests'
import { routes } from '../routes'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const helen = meeting.coordinator
const family = {
  __typename: 'Family',
  id: 'f1',
  name: 'The Carter family',
  zone: 'Europe/London',
  version: 1,
  team: { __typename: 'Team', id: 't1', name: 'North team' },
  allocations: [],
  people: [],
  parents: [],
  pairs: [],
  pairsKnown: true,
  earlierValues: [],
  meetings: [],
  readUntil: null,
  breakGlass: [],
  viewerCan: ['family_read'],
}
const read = {
  __typename: 'BreakGlass',
  id: 'b1',
  worker: helen,
  reason: 'Police have Mia with them.',
  openedAt: '2026-03-10T22:14:00Z',
  endsAt: '2026-03-10T23:14:00Z',
  finding: null,
  reviewWords: null,
  reviewedAt: null,
  reviewedBy: null,
}

function open(at: string, answers: Parameters<typeof answerDocuments>[0]) {
  const edge = answerDocuments({ Me: () => ({ me }), ...answers })
  vi.stubGlobal('fetch', edge.fetch)
  render(
    <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [at] })} />
    </ApolloProvider>,
  )
  return edge
}
const shows = (change: object) => ({ Family: () => ({ family: { ...family, ...change } }) })

describe('a family that is not one’s own, in an emergency', () => {
  async function asks(found: object | null) {
    const edge = open('/emergency', {
      BreakGlass: () => ({ breakGlass: { __typename: 'BreakGlassDone', family: found } }),
      ...shows({ readUntil: '2026-03-10T23:14:00Z' }),
    })
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('The child’s whole name'), 'Mia Carter')
    await user.type(screen.getByLabelText('Born on'), '2017-05-02')
    await user.type(screen.getByLabelText('Why can it not wait?'), 'Police have her.')
    await user.click(screen.getByRole('button', { name: 'Open it to read' }))
    return edge
  }

  it('is opened by the child’s name and day of birth with a reason, and says until when', async () => {
    const edge = await asks({ ...family, readUntil: '2026-03-10T23:14:00Z' })
    expect(await screen.findByRole('heading', { name: 'You read this in an emergency' })).toBeTruthy()
    expect(screen.getByText(/^Until Tuesday 10 March 2026, 23:14/)).toBeTruthy()
    expect(edge.sent.find(({ operationName }) => operationName === 'BreakGlass')?.variables).toEqual({
      input: { childName: 'Mia Carter', childBornOn: '2017-05-02', reason: 'Police have her.' },
    })
  })

  it('says what to do where no family was opened, and keeps what was typed', async () => {
    await asks(null)
    expect(await screen.findByRole('heading', { name: 'No family was opened' })).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('The child’s whole name').value).toBe('Mia Carter')
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('stands on the family’s page for its workers, and the supervisor says whether it was right', async () => {
    const reviewed = { ...read, finding: 'notRight', reviewWords: 'Ring us.', reviewedAt: '2026-03-11T09:00:00Z', reviewedBy: helen }
    const edge = open('/families/f1', {
      ...shows({ breakGlass: [read], viewerCan: ['family_read', 'breakGlass_review'] }),
      ReviewBreakGlass: () => ({
        reviewBreakGlass: { __typename: 'ReviewBreakGlassDone', family: { ...family, breakGlass: [reviewed] } },
      }),
    })
    expect(await screen.findByText('Police have Mia with them.')).toBeTruthy()
    const user = userEvent.setup()
    await user.click(screen.getByText('Say whether it was right'))
    await user.click(screen.getByRole('radio', { name: 'It was not right' }))
    await user.type(screen.getByLabelText('Why, and what follows from it'), 'Ring us.')
    await user.click(screen.getByRole('button', { name: 'Keep this' }))
    expect(await screen.findByText(/^It was not right: Helen Okafor/)).toBeTruthy()
    expect(edge.sent.find(({ operationName }) => operationName === 'ReviewBreakGlass')?.variables).toEqual({
      input: { id: 'b1', finding: 'notRight', words: 'Ring us.' },
    })
  })
})
