// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
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
const withdrawal = {
  __typename: 'Withdrawal',
  id: 'x1',
  participantId: meeting.participants[0]?.id,
  name: 'Leanne',
  saidAt: '2026-03-10T21:40:00Z',
  writtenDownBy: null,
  waits: 'contact',
  contactOn: '2026-03-11',
  contactPoints: [
    {
      __typename: 'ContactPoint',
      id: 'p1',
      kind: 'phone',
      value: '07700 900123',
      safeToUse: true,
      note: 'Text first. Say it is the dentist.',
      reason: '',
      talkedOn: null,
    },
  ],
  contacts: [],
}

function open(withdrawals: object[] | null) {
  const shown = { ...meeting, withdrawals, viewerCan: [...meeting.viewerCan, 'withdrawal_answer'] }
  const contact = {
    __typename: 'WithdrawalContact',
    id: 'k1',
    at: '2026-03-11T09:00:00Z',
    outcome: 'stays',
    words: 'By phone, then.',
    by: helen,
  }
  const answered = { ...shown, withdrawals: [{ ...withdrawal, waits: null, contacts: [contact] }] }
  const edge = answerDocuments({
    Me: () => ({ me }),
    Meeting: () => ({ meeting: shown }),
    AnswerWithdrawal: () => ({ answerWithdrawal: { __typename: 'AnswerWithdrawalDone', meeting: answered } }),
  })
  vi.stubGlobal('fetch', edge.fetch)
  render(
    <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/meetings/m1/people'] })} />
    </ApolloProvider>,
  )
  return edge
}

describe('somebody who withdrew unseen', () => {
  it('stands above everybody, with the day to get in touch and the notes beside each way', async () => {
    open([withdrawal])
    const heading = await screen.findByRole('heading', { name: 'Told you quietly that they would rather not take part' })
    const notice = within(heading.closest<HTMLElement>('.notice') ?? document.body)
    expect(notice.getByText(/Get in touch on Wednesday 11 March 2026/)).toBeTruthy()
    expect(notice.getByText('Text first. Say it is the dentist.')).toBeTruthy()
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('is answered with what came of it, and does not wait any more', async () => {
    const edge = open([withdrawal])
    const user = userEvent.setup()
    await user.click(await screen.findByText('Write down what came of it'))
    await user.click(screen.getByRole('button', { name: 'Keep this' }))
    expect(edge.sent.some(({ operationName }) => operationName === 'AnswerWithdrawal')).toBe(false)
    await user.click(screen.getByRole('radio', { name: 'They take part as before' }))
    await user.type(screen.getByLabelText('What they said'), 'By phone, then.')
    await user.click(screen.getByRole('button', { name: 'Keep this' }))
    expect(await screen.findByText('You have reached them.')).toBeTruthy()
    expect(screen.getByText('By phone, then.')).toBeTruthy()
    expect(edge.sent.find(({ operationName }) => operationName === 'AnswerWithdrawal')?.variables).toEqual({
      input: { id: 'x1', outcome: 'stays', words: 'By phone, then.' },
    })
  })

  it.each([[[]], [null]])('is not spoken of where there is none, or it is not for the viewer', async (none) => {
    open(none)
    expect(await screen.findByRole('heading', { name: 'Who takes part' })).toBeTruthy()
    expect(screen.queryByText(/quietly/)).toBeNull()
  })
})
