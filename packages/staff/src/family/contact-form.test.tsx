// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { ContactForm } from './contact-form'
import type { FamilyOf } from './family-of'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const person = (id: string, name: string) => ({
  __typename: 'Person' as const,
  id,
  name,
  kind: 'kin' as const,
  bornOn: null,
  zone: 'Europe/London',
  version: 1,
  ended: false,
  saidWhen: false,
  relations: [],
  contactPoints: [],
})
const family: FamilyOf = {
  __typename: 'Family',
  id: 'f1',
  name: 'The Carter family',
  zone: 'Europe/London',
  version: 1,
  team: { __typename: 'Team', id: 't1', name: 'North team' },
  readUntil: null,
  breakGlass: [],
  allocations: [],
  people: [person('dawn', 'Dawn Carter'), person('lee', 'Lee Hughes')],
  parents: [],
  pairs: [],
  pairsKnown: true,
  meetings: [],
  earlierValues: [],
  viewerCan: ['contact_add'],
}

describe('how somebody may be reached', () => {
  it('asks why a number is safe now, and for the day of a talk, only where it was marked as not safe', async () => {
    const edge = answerDocuments({
      AddContactPoint: ({ input }) => {
        const { reason, talkedOn } = input as { reason: string | null; talkedOn: string | null }
        const field = reason === null ? 'reason' : talkedOn === null ? 'talkedOn' : null
        return {
          addContactPoint:
            field === null ? { __typename: 'AddContactPointDone', family } : { __typename: 'Refused', code: 'unsafeBefore', field },
        }
      },
    })
    vi.stubGlobal('fetch', edge.fetch)
    render(
      <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
        <MemoryRouter>
          <ContactForm family={family} />
        </MemoryRouter>
      </ApolloProvider>,
    )
    await userEvent.type(screen.getByLabelText('Number, email or address'), '07700 900001')
    await userEvent.click(screen.getByLabelText('Yes, at any time or as the note says'))
    expect(screen.queryByLabelText('Why is it safe now?')).toBeNull()
    const send = () => userEvent.click(screen.getByRole('button', { name: 'Add this' }))
    await send()
    const reason = await screen.findByLabelText('Why is it safe now?')
    expect(reason.getAttribute('aria-invalid')).toBe('true')
    screen.getByText(/^Somebody of this family has this marked as not safe to use/)
    await userEvent.type(reason, 'He has moved out')
    await send()
    const day = screen.getByLabelText('On what day did you talk about it?')
    await vi.waitFor(() => expect(day.getAttribute('aria-invalid')).toBe('true'))
    await userEvent.type(day, '2026-03-09')
    await send()
    await vi.waitFor(() => expect(screen.queryByLabelText('Why is it safe now?')).toBeNull())
    expect(edge.sent.at(-1)?.variables).toEqual({
      input: {
        personId: 'dawn',
        kind: 'phone',
        value: '07700 900001',
        safeToUse: true,
        note: '',
        reason: 'He has moved out',
        talkedOn: '2026-03-09',
      },
    })
  })
})
