// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { me, meeting } from '../booking/times-for-tests'
import { routes } from '../routes'

const entry = {
  __typename: 'WhyEntry',
  id: 'y1',
  kind: 'worry',
  text: 'Mia misses school.',
  by: 'Priya Shah',
  correctedBy: null,
  version: 1,
}
const line = {
  __typename: 'BottomLine',
  id: 'b1',
  text: 'Mia sleeps somewhere safe.',
  childIds: [],
  setBy: meeting.referrer,
  correctedBy: meeting.coordinator,
  agreedBy: null,
  givenToFamilyOn: null,
  laterReason: null,
  version: 1,
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('who wrote why we are meeting', () => {
  it('is said with who corrected it, where somebody else did', async () => {
    const why = [entry, { ...entry, id: 'y2', text: 'She is often late.', correctedBy: 'Helen Okafor' }]
    const edge = answerDocuments({ Me: () => ({ me }), Meeting: () => ({ meeting: { ...meeting, why, bottomLines: [line] } }) })
    vi.stubGlobal('fetch', edge.fetch)
    const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
    render(
      <ApolloProvider client={client}>
        <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/meetings/m1/why'] })} />
      </ApolloProvider>,
    )
    expect(await screen.findByText('written by Priya Shah')).toBeTruthy()
    expect(screen.getByText('written by Priya Shah, corrected by Helen Okafor')).toBeTruthy()
    expect(screen.getByText('set by Priya Shah, corrected by Helen Okafor')).toBeTruthy()
  })
})
