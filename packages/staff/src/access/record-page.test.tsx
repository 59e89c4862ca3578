// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { me } from '../booking/times-for-tests'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const row = {
  __typename: 'AccessRow',
  id: 'r1',
  at: '2026-03-10T10:00:00Z',
  who: 'Helen Okafor',
  right: 'family:read',
  allowed: true,
  reason: 'coordinator',
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('who has looked at a family', () => {
  it('is not shown in a zone that was guessed, nor below a link without a name, where the family does not come', async () => {
    const edge = answerDocuments({
      Me: () => ({ me }),
      AccessRecord: () => ({ accessRecord: { __typename: 'AccessRecord', rows: [row], next: null } }),
      Family: () => {
        throw new TypeError('lost')
      },
    })
    vi.stubGlobal('fetch', edge.fetch)
    const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
    render(
      <ApolloProvider client={client}>
        <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/families/f1/record'] })} />
      </ApolloProvider>,
    )
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Who has looked')
    expect(screen.getAllByRole('link').filter((link) => link.textContent === '')).toEqual([])
    expect(screen.queryByText(/London time/)).toBeNull()
    expect(screen.queryByText('Helen Okafor', { selector: 'td' })).toBeNull()
  })
})
