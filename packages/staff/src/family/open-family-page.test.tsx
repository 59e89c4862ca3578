// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const priya = { __typename: 'Worker', id: 'w1', name: 'Priya Shah', title: 'Social worker', phone: '01632 960101' }
const me = {
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker: priya,
  person: null,
  viewerCan: [],
  storyPage: false,
  today: '2026-03-10',
}
const teams = [
  { __typename: 'Team', id: 't1', name: 'North team', supervisor: { ...priya, id: 'w9', name: 'Ruth Jenkins' }, workers: [priya] },
]

const signedIn: Answers = { Me: () => ({ me }), Teams: () => ({ teams }) }
const refused = (code: string, field: string | null) => () => ({ openFamily: { __typename: 'Refused', code, field } })

function open(path: string, answers: Answers) {
  const edge = answerDocuments(answers)
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [path] })} />
    </ApolloProvider>,
  )
  return edge
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('opening a family', () => {
  it('says beside the field what the server refused, and keeps what was typed', async () => {
    open('/families/new', { ...signedIn, OpenFamily: refused('wordsMissing', 'name') })
    await userEvent.type(await screen.findByLabelText('Name of child 1'), 'Mia')
    await userEvent.click(screen.getByRole('button', { name: 'Open this family' }))
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringContaining('Please write something here.'))
    expect(screen.getByLabelText('What do you call this family?').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByLabelText('Name of child 1')).toHaveProperty('value', 'Mia')
    expect(document.activeElement).toBe(screen.getByRole('alert'))
  })

  it('keeps the words when the connection is lost, and sends the same again under the same key', async () => {
    let lost = true
    const edge = open('/families/new', {
      ...signedIn,
      OpenFamily: () => {
        if (lost) throw new TypeError('Failed to fetch')
        return refused('notYours', null)()
      },
    })
    await userEvent.type(await screen.findByLabelText('What do you call this family?'), 'The Reeds')
    await userEvent.click(screen.getByRole('button', { name: 'Open this family' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Not connected. What you wrote is still here')
    expect(screen.getByLabelText('What do you call this family?')).toHaveProperty('value', 'The Reeds')
    lost = false
    await userEvent.click(screen.getByRole('button', { name: 'Open this family' }))
    await screen.findByText('You cannot do this, or it is not here any more.')
    const [first, second] = edge.sent.filter(({ operationName }) => operationName === 'OpenFamily')
    expect(first?.once).toMatch(/^[\w-]{8,100}$/)
    expect(second?.once).toBe(first?.once)
  })

  it('sends ids of documents, never their text', async () => {
    const edge = open('/families/new', signedIn)
    await screen.findByLabelText('What do you call this family?')
    expect(edge.sent.length).toBeGreaterThan(1)
    expect(edge.sent.every(({ documentId, hasText }) => typeof documentId === 'string' && documentId.length === 64 && !hasText)).toBe(true)
  })

  it('can be used by everybody', async () => {
    open('/families/new', signedIn)
    await screen.findByLabelText('What do you call this family?')
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})

describe('somebody who is no worker', () => {
  it('reads what to do when nobody is signed in', async () => {
    open('/', { Me: () => ({ me: { ...me, worker: null } }) })
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('You are not signed in')
    expect(screen.queryByRole('link', { name: 'Families' })).toBeNull()
    expect(document.title).toBe('You are not signed in – Kinplan')
  })
})
