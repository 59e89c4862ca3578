// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
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
  today: '2026-03-10',
}
const families = { __typename: 'FamilyPage', families: [], next: null }
const notSent = (id: string, kind: string, name: string, meetingId: string | null) => ({
  __typename: 'MessageNotSent',
  id,
  kind,
  name,
  familyId: 'f1',
  meetingId,
})

function open(messagesNotSent: object[] | null) {
  const edge = answerDocuments({ Me: () => ({ me }), Families: () => ({ families }), MessagesNotSent: () => ({ messagesNotSent }) })
  vi.stubGlobal('fetch', edge.fetch)
  render(
    <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/'] })} />
    </ApolloProvider>,
  )
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('today', () => {
  it('says how many messages have not gone, to whom, and leads to where something can be done about it', async () => {
    open([notSent('a', 'invitation', 'Lee Hughes', 'm1'), notSent('b', 'promise', 'Joan Carter', 'm2')])
    const notice = (await screen.findByRole('heading', { name: 'Messages not sent: 2' })).closest<HTMLElement>('.notice')
    const links = within(notice ?? document.body).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Lee Hughes', '/meetings/m1/times'],
      ['Joan Carter', '/meetings/m2/promises'],
    ])
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it.each([[[]], [null]])('says nothing of messages where all have gone, or the viewer may not know', async (none) => {
    open(none)
    await screen.findByText(/^Nothing needs you/)
    expect(document.body.textContent).not.toContain('Messages not sent')
  })
})
