// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const ruth = { __typename: 'Worker', id: 'w9', name: 'Ruth Jenkins', title: 'Team manager', phone: '01632 960109' }
const me = (supervisor: boolean) => ({
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker: ruth,
  person: null,
  viewerCan: supervisor ? ['place_manage', 'team_stuck'] : [],
  storyPage: false,
  today: '2026-03-11',
})
const usual = { nation: 'northernIreland', schoolStart: '08:45', schoolEnd: '15:30' }

/** The page for a supervisor or another worker; an end before noon is refused, anything else comes back set. */
function open(supervisor: boolean) {
  let set = usual
  const setNow = () => ({ __typename: 'HolidaysAndSchool', ...set })
  const edge = answerDocuments({
    Me: () => ({ me: me(supervisor) }),
    Places: () => ({ places: [], schoolTerms: [], holidaysAndSchool: setNow() }),
    KeepHolidaysAndSchool: (variables) => {
      const input = variables['input'] as typeof usual
      if (input.schoolEnd < '12:00') return { keepHolidaysAndSchool: { __typename: 'Refused', code: 'endBeforeStart', field: 'schoolEnd' } }
      set = input
      return { keepHolidaysAndSchool: { __typename: 'KeepHolidaysAndSchoolDone', holidaysAndSchool: setNow() } }
    },
  })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/places'] })} />
    </ApolloProvider>,
  )
  return {
    sent: () =>
      edge.sent.filter(({ operationName }) => operationName === 'KeepHolidaysAndSchool').map(({ variables }) => variables['input']),
  }
}

const heading = 'Bank holidays and school hours'
const typeTime = async (label: string, time: string) => {
  await userEvent.clear(screen.getByLabelText(label))
  await userEvent.type(screen.getByLabelText(label), time)
}
const shown = (label: string) => screen.getByLabelText<HTMLInputElement | HTMLSelectElement>(label).value
const form = () => ['Whose bank holidays', 'School starts at', 'Children are out by'].map(shown)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('bank holidays and school hours', () => {
  it('are a sentence for those who do not keep them', async () => {
    open(false)
    const section = (await screen.findByRole('heading', { name: heading })).closest('section')
    expect(section?.textContent).toBe(
      `${heading}Bank holidays are those of Northern Ireland. On a school day children are at school from ` +
        '08:45 to 15:30. A meeting is kept off both, unless the coordinator says otherwise.',
    )
    expect(screen.queryByLabelText('Whose bank holidays')).toBeNull()
  })

  it('are set by a supervisor, who reads at once what is so now', async () => {
    const { sent } = open(true)
    await userEvent.click(await screen.findByText('Change bank holidays or school hours'))
    expect(form()).toEqual(['northernIreland', '08:45', '15:30'])
    await userEvent.selectOptions(screen.getByLabelText('Whose bank holidays'), 'Scotland')
    await typeTime('School starts at', '09:00')
    await typeTime('Children are out by', '14:45')
    await userEvent.click(screen.getByRole('button', { name: 'Save these days and hours' }))
    expect(
      await screen.findByText(/^Bank holidays are those of Scotland\. On a school day children are at school from 09:00 to 14:45\./),
    ).toBeTruthy()
    expect(sent()).toEqual([{ nation: 'scotland', schoolStart: '09:00', schoolEnd: '14:45' }])
    expect(form()).toEqual(['scotland', '09:00', '14:45'])
  })

  it('stay as they were, and what was typed stays typed, when it cannot be', async () => {
    const { sent } = open(true)
    await userEvent.click(await screen.findByText('Change bank holidays or school hours'))
    await userEvent.selectOptions(screen.getByLabelText('Whose bank holidays'), 'England and Wales')
    await typeTime('Children are out by', '08:15')
    // With the keyboard alone from here on.
    await userEvent.keyboard('{Enter}')
    const toField = await screen.findByRole('link', { name: 'Children are out by: The end has to be after the start.' })
    expect(screen.getByLabelText('Children are out by').getAttribute('aria-invalid')).toBe('true')
    expect(form()).toEqual(['englandAndWales', '08:45', '08:15'])
    expect(screen.getByText(/^Bank holidays are those of Northern Ireland\./)).toBeTruthy()
    expect(sent()).toHaveLength(1)
    toField.focus()
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByLabelText('Children are out by'))
  })

  it('can be used by everybody', async () => {
    open(true)
    await userEvent.click(await screen.findByText('Change bank holidays or school hours'))
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})
