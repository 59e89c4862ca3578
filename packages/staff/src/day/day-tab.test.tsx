// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
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
const person = (id: string, name: string) => ({
  __typename: 'Person',
  id,
  name,
  kind: 'kin',
  ended: false,
  saidWhen: true,
  linkTries: null,
  zone: 'Europe/London',
  availabilityVersion: null,
  availability: null,
})
const part = (id: string, name: string, attended: boolean | null) => ({
  __typename: 'Participant',
  id: `p-${id}`,
  name,
  need: 'must',
  state: 'coming',
  how: 'inRoom',
  version: 1,
  invitedAt: null,
  invitation: null,
  arriveAt: '15:45',
  attended,
  person: person(id, name),
  worker: null,
  notPart: null,
  preparation: null,
  partEdge: null,
  partMinutes: null,
  comesWithId: null,
  plannedHow: null,
  travel: null,
})
const meeting = {
  __typename: 'Meeting',
  id: 'm1',
  familyId: 'f1',
  familyName: 'The Reeds',
  kind: 'conference',
  stage: 'information',
  version: 4,
  startWall: '2026-03-10T16:00',
  start: '2026-03-10T16:00:00Z',
  endWall: '2026-03-10T18:30',
  zone: 'Europe/London',
  minutes: 150,
  place: 'Willow Hub',
  coordinator: helen,
  referrer: { ...helen, id: 'w2', name: 'Priya Shah' },
  children: [{ __typename: 'Person', id: 'c1', name: 'Mia', bornOn: null }],
  safety: 'none',
  safetyDecision: null,
  participants: [part('a', 'Leanne', true), part('b', 'Tomasz', null)],
  why: [],
  bottomLines: [],
  plans: [],
  reviewsPlanId: null,
  readers: ['Leanne', 'Helen Okafor'],
  ending: null,
  nextStep: null,
  endedWithoutPlan: null,
  spokenEnd: null,
  placeId: null,
  timeAsk: null,
  roomHolds: [],
  conflicts: null,
  moved: null,
  timeOff: null,
  anotherDays: null,
  withdrawals: null,
  viewerCan: ['meeting_read', 'stage_move', 'meeting_attend', 'meeting_end', 'room_endForFamily'],
}

/** A socket that never opens: these screens are told of nothing. */
class QuietSocket {
  static readonly CONNECTING = 0
  close(): void {
    this.readyState = 3
  }
  readyState = 0
}

function open(path: string, answers: Answers) {
  const edge = answerDocuments({ Me: () => ({ me }), ...answers })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [path] })} />
    </ApolloProvider>,
  )
  return edge
}

beforeEach(() => {
  vi.stubGlobal('WebSocket', QuietSocket)
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the day', () => {
  it('asks before private family time begins, and only then moves, expecting the version it shows', async () => {
    const edge = open('/meetings/m1/day', {
      Meeting: () => ({ meeting }),
      MoveStage: () => ({ moveStage: { __typename: 'MoveStageDone', meeting: { ...meeting, stage: 'privateTime', version: 5 } } }),
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Begin private family time' }))
    const dialog = screen.getByRole('dialog')
    expect(dialog.textContent).toContain('Every worker leaves now; nobody of the council can read what the family writes.')
    expect(edge.sent.some(({ operationName }) => operationName === 'MoveStage')).toBe(false)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Every worker is leaving' }))
    expect((await screen.findByText('No worker can read what the family writes. Knock if you must.')).tagName).toBe('P')
    expect(edge.sent.find(({ operationName }) => operationName === 'MoveStage')?.variables).toEqual({
      meetingId: 'm1',
      to: 'privateTime',
      version: 4,
    })
  })

  it('says in private family time only that, on a plum page', async () => {
    open('/meetings/m1/day', { Meeting: () => ({ meeting: { ...meeting, stage: 'privateTime', readers: [] } }) })
    await screen.findByText('No worker can read what the family writes. Knock if you must.')
    expect(document.body.classList.contains('plum-page')).toBe(true)
    expect(screen.queryByText('Leanne')).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Who is here' })).toBeNull()
    cleanup()
    expect(document.body.classList.contains('plum-page')).toBe(false)
  })

  it('says why the meeting does not go on while the family is still private', async () => {
    open('/meetings/m1/day', {
      Meeting: () => ({ meeting: { ...meeting, stage: 'privateTime' } }),
      MoveStage: () => ({ moveStage: { __typename: 'Refused', code: 'stillPrivate', field: 'to' } }),
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Go on to agreeing the plan' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Only the family ends it.')
  })

  it('writes down the word of a family whose device is gone, and says what comes of it', async () => {
    const alone = { ...meeting, stage: 'privateTime', readers: [], viewerCan: [...meeting.viewerCan, 'room_endSpoken'] }
    let refusing = true
    const edge = open('/meetings/m1/day', {
      Meeting: () => ({ meeting: alone }),
      EndOnSpokenWord: () => ({
        endOnSpokenWord: refusing
          ? { __typename: 'Refused', code: 'keyStillHere', field: null }
          : {
              __typename: 'EndOnSpokenWordDone',
              meeting: {
                ...alone,
                spokenEnd: { __typename: 'SpokenEnd', saidBy: 'Gran', state: 'waiting', takesEffectWall: '2026-03-10T18:32' },
              },
            },
      }),
    })
    const label = 'The family has finished and nobody has the plan open'
    await userEvent.click(await screen.findByRole('button', { name: label }))
    const dialog = screen.getByRole('dialog', { name: label })
    await userEvent.type(within(dialog).getByLabelText('Who told you'), 'Gran')
    await userEvent.click(within(dialog).getByRole('button', { name: 'End it in 3 minutes, without a plan' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain(
      'A device of the family had the plan open in the last ten minutes.',
    )
    refusing = false
    await userEvent.click(within(dialog).getByRole('button', { name: 'End it in 3 minutes, without a plan' }))
    await screen.findByText(/You wrote down that Gran told you\. Private family time ends at 18:32 without a plan/)
    expect(screen.queryByRole('button', { name: label })).toBeNull()
    expect(edge.sent.filter(({ operationName }) => operationName === 'EndOnSpokenWord').map(({ variables }) => variables)).toEqual([
      { meetingId: 'm1', saidBy: 'Gran' },
      { meetingId: 'm1', saidBy: 'Gran' },
    ])
  })

  it('says in plain words that no plan was shared, and nothing of safety', async () => {
    open('/meetings/m1/day', { Meeting: () => ({ meeting: { ...meeting, stage: 'agreeing', endedWithoutPlan: '2026-03-10T18:32' } }) })
    const notice = (await screen.findByRole('heading', { name: 'No plan was shared' })).closest('.notice')
    expect(notice?.textContent).toContain('Private family time ended at 18:32')
    expect(notice?.textContent).not.toMatch(/safe/)
  })

  it('shows who is marked as here, and can be used by everybody', async () => {
    open('/meetings/m1/day', { Meeting: () => ({ meeting }) })
    expect((await screen.findByRole('button', { name: 'Leanne is here' })).getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByRole('button', { name: 'Tomasz is here' }).getAttribute('aria-pressed')).toBe('false')
    expect(screen.getByRole('button', { name: 'Tomasz is not here' }).getAttribute('aria-pressed')).toBe('false')
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})

describe('the pack', () => {
  const slip = (kind: string, more: object = {}) => ({
    __typename: 'Slip',
    kind,
    startWall: '2026-03-10T16:00',
    place: null,
    arriveAt: null,
    ...more,
  })
  const openPack = (participants: object[], slips: Record<string, object | null>) =>
    open('/meetings/m1/pack', {
      Meeting: () => ({ meeting: { ...meeting, participants } }),
      Slips: () => ({
        meeting: {
          __typename: 'Meeting',
          id: 'm1',
          participants: Object.entries(slips).map(([id, one]) => ({ __typename: 'Participant', id: `p-${id}`, slip: one })),
        },
      }),
    })

  it('puts no arrival time on the day sheet, and each person’s own on their own slip', async () => {
    const comes = slip('come', { place: 'Willow Hub', arriveAt: '15:45' })
    openPack([...meeting.participants, { ...part('c', 'Uncle Joe', null), state: 'notPart' }], { a: comes, b: comes, c: null })
    const sheet = (await screen.findByRole('heading', { name: 'Day sheet: The Reeds' })).closest('section')
    expect(sheet?.textContent).toContain('Tomasz')
    expect(sheet?.textContent).not.toContain('15:45')
    expect(document.body.textContent).not.toContain('Uncle Joe')
    const own = (await screen.findByRole('heading', { name: 'When to come: Tomasz' })).closest('.slip')
    expect(own?.textContent).toContain('Please come at 15:45.')
    expect(own?.textContent).toContain('Willow Hub')
    expect(own?.textContent).not.toContain('Leanne')
  })

  const ways: [string, Record<string, string | null>, object, string][] = [
    [
      'by video',
      { state: 'coming', how: 'video' },
      slip('video'),
      'You join by video, from your own phone, tablet or computer. It begins at 16:00.',
    ],
    [
      'by phone',
      { state: 'coming', how: 'phone' },
      slip('phone'),
      'You join by phone. Helen Okafor rings you at 16:00 on the number you gave.',
    ],
    ['with somebody who speaks for them', { state: 'coming', how: 'spokenFor' }, slip('spokenFor'), 'The person you chose speaks for you.'],
    ['by letter', { state: 'sendingViews', how: 'letter' }, slip('views'), 'What you want to say is read out at the meeting.'],
    [
      'in a way they have not said yet',
      { state: 'noAnswerYet', how: null },
      slip('notAnswered'),
      'You have not said yet how you take part.',
    ],
  ]
  it.each(ways)('tells somebody who takes part %s of their own way, and of no place and no arrival', async (_, stands, own, words) => {
    openPack([{ ...part('a', 'Leanne', null), ...stands }], { a: own })
    const said = (await screen.findByRole('heading', { name: 'How you take part: Leanne' })).closest('.slip')?.textContent
    expect(said).toContain(words)
    expect(said).toContain('Tuesday 10 March 2026')
    expect(said).not.toMatch(/Willow|15:45|Please come/)
  })

  it('tells somebody in the second room of a room of their own', async () => {
    openPack([{ ...part('a', 'Leanne', null), how: 'secondRoom' }], {
      a: slip('ownRoom', { place: 'Willow Hub, 1 Willow Lane', arriveAt: '15:30' }),
    })
    const said = (await screen.findByRole('heading', { name: 'When to come: Leanne' })).closest('.slip')?.textContent
    for (const words of ['Please come at 15:30.', 'You are in a room of your own there.', 'Willow Hub, 1 Willow Lane'])
      expect(said).toContain(words)
  })

  it('has a blank card for rescue words, to be kept away from workers', async () => {
    openPack(meeting.participants, { a: null, b: null })
    const card = (await screen.findByRole('heading', { name: 'Rescue words' })).closest('section')
    const places = [...(card?.querySelectorAll('li') ?? [])]
    expect(places).toHaveLength(6)
    expect(places.map(({ textContent }) => textContent).join('')).toBe('')
    expect(card?.textContent).toContain('keep it away from workers')
  })

  it('prints no slip for whom the server gives none', async () => {
    openPack(meeting.participants, { a: null, b: null })
    expect((await screen.findByText(/^There are no slips/)).className).toContain('no-print')
    expect(document.body.textContent).not.toContain('15:45')
  })
})
