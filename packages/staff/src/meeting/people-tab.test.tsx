// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
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

const [first] = meeting.participants
const showPeople = (linkTries: object | null) => {
  const participants = [{ ...first, person: { ...first?.person, linkTries } }]
  const edge = answerDocuments({ Me: () => ({ me }), Meeting: () => ({ meeting: { ...meeting, participants } }) })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/meetings/m1/people'] })} />
    </ApolloProvider>,
  )
}
const tries = { __typename: 'LinkTries', wrongCodes: 0, wrongCodeAt: null, otherDeviceAt: null }

describe('what was tried with a link', () => {
  it('is told on the row of the person: on another device, and when, and what to do', async () => {
    showPeople({ ...tries, otherDeviceAt: '2026-03-10T10:07:00Z' })
    const said = 'Somebody tried Leanne’s link on another phone or computer: Tuesday 10 March 2026, 10:07. It did not open there.'
    expect(await screen.findByText(said)).toBeTruthy()
    expect(screen.getByText(/Ring them and ask\. A new phone, or one that was cleared, needs a new link\./)).toBeTruthy()
    expect(screen.queryByText(/wrong code/)).toBeNull()
  })

  it('is told of wrong codes', async () => {
    showPeople({ ...tries, wrongCodes: 3, wrongCodeAt: '2026-03-10T10:07:00Z' })
    expect(
      await screen.findByText('Somebody typed 3 wrong codes for Leanne’s link, the last one: Tuesday 10 March 2026, 10:07.'),
    ).toBeTruthy()
    expect(screen.queryByText(/another phone/)).toBeNull()
  })
})
