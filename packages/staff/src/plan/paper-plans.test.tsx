// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { me, meeting as timesMeeting } from '../booking/times-for-tests'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const line = {
  __typename: 'BottomLine',
  id: 'b1',
  text: 'Mia gets to school',
  childIds: [],
  setBy: null,
  correctedBy: null,
  agreedBy: null,
  givenToFamilyOn: '2026-03-01',
  laterReason: null,
  version: 1,
}
const can = ['paperPlan_read', 'paperPlan_type', 'paperPlan_confirmFor']
const meeting = {
  ...timesMeeting,
  stage: 'agreeing',
  bottomLines: [line, { ...line, id: 'b2', text: 'Not given yet', givenToFamilyOn: null }],
  plans: [],
  viewerCan: [...timesMeeting.viewerCan, ...can],
}
const names = meeting.participants.filter(({ person }) => person !== null).map(({ name }) => name)
const blank = { bottomLineId: 'b1', heading: null, who: '', byWhen: '', howWeWillKnow: '', helpNeeded: '', ifItDoesNotWork: '' }
const paper = (changes: Record<string, unknown> = {}) => ({
  __typename: 'PaperPlan',
  id: 'pp1',
  typing: 1,
  state: 'waiting',
  typedBy: 'Helen Okafor',
  typedAt: '2026-03-10T18:32:00Z',
  readBackTo: ['Leanne'],
  wantYouToKnow: '',
  steps: [{ __typename: 'PaperStep', id: 's1', ...blank, what: 'Gran walks her' }],
  doubts: [],
  ...changes,
})
const withPapers = (...paperPlans: unknown[]) => ({ __typename: 'Meeting', id: meeting.id, plans: [], paperPlans })

function open(papers: unknown[] = [], answers: Answers = {}, tab = 'plan') {
  const edge = answerDocuments({
    Me: () => ({ me }),
    Meeting: () => ({ meeting }),
    PaperPlans: () => ({ meeting: withPapers(...papers) }),
    ...answers,
  })
  vi.stubGlobal('fetch', edge.fetch)
  const client = createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })
  const shown = render(
    <ApolloProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [`/meetings/${meeting.id}/${tab}`] })} />
    </ApolloProvider>,
  )
  return {
    ...shown,
    sent: (name: string) => edge.sent.filter(({ operationName }) => operationName === name).map(({ variables }) => variables),
  }
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const field = (label: string, of: RegExp) => within(screen.getByRole('group', { name: of })).getByLabelText(label)

beforeEach(() => window.sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a plan that the family wrote on paper', () => {
  it('is typed in on the sheets of the pack, read back one thing at a time, and sent with to whom', async () => {
    const { sent } = open([], {
      TypePaperPlan: () => ({ typePaperPlan: { __typename: 'TypePaperPlanDone', meeting: withPapers(paper()) } }),
    })
    await press('Type in a plan from paper')
    expect(screen.queryByText('Not given yet')).toBeNull()
    const first = /^Step 1: Mia gets to school/
    await userEvent.type(field('What we will do', first), 'Gran walks her')
    await press('Add a step: Mia gets to school')
    await userEvent.type(field('What we will do', /^Step 2: Mia/), 'Never sent')
    await press('Take step 2 away')
    await userEvent.type(field('What this is about', /^Step 1: Something else/), 'Tea')
    await userEvent.type(field('Who does it', /^Step 1: Something else/), 'All of us')
    await userEvent.type(screen.getByLabelText('Anything else we want you to know'), 'We love her')
    await press('Read it back to them')
    const heading = await screen.findByRole('heading', { name: 'Read it back' })
    expect(document.activeElement).toBe(heading)
    expect(screen.getByText('1 of 3')).toBeTruthy()
    expect(screen.getByText('Gran walks her')).toBeTruthy()
    expect(screen.queryByText('All of us')).toBeNull()
    expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([])
    await press('Next')
    expect(screen.getByText('All of us')).toBeTruthy()
    await press('Next')
    expect(screen.getByText('We love her')).toBeTruthy()
    await press('Next')
    await press(/^I read it back to them word for word/)
    expect(screen.getByText('Tick at least one person.')).toBeTruthy()
    expect(sent('TypePaperPlan')).toEqual([])
    await userEvent.click(screen.getByRole('checkbox', { name: names[0] }))
    await press(/^I read it back to them word for word/)
    await screen.findByText('Sent to the family. It waits for their yes.')
    expect(sent('TypePaperPlan')).toEqual([
      {
        input: {
          meetingId: meeting.id,
          replacesId: null,
          readBackTo: [meeting.participants.find(({ name }) => name === names[0])?.id],
          wantYouToKnow: 'We love her',
          steps: [
            { ...blank, what: 'Gran walks her' },
            { ...blank, bottomLineId: null, heading: 'Tea', what: '', who: 'All of us' },
          ],
        },
      },
    ])
    expect(window.sessionStorage.length).toBe(0)
    expect(screen.getByText('Waits for the family’s yes')).toBeTruthy()
  })

  it('is typed in under the words that the pack prints, sheet by sheet', async () => {
    const shown = open()
    await press('Type in a plan from paper')
    const typedUnder = [...shown.container.querySelectorAll('.paper-form .sheet')].map((sheet) =>
      [...sheet.querySelectorAll('label')].map((label) => label.textContent),
    )
    shown.unmount()
    const pack = open([], { Slips: () => ({ meeting: null }) }, 'pack')
    await screen.findByText('Plan sheet 1 of 1')
    const printed = [...pack.container.querySelectorAll('.sheet')]
      .filter((sheet) => sheet.textContent.includes('This page is the family’s.'))
      .map((sheet) => [...sheet.querySelectorAll('h3')].map((line) => line.textContent))
    expect(printed.map((lines) => lines.length)).toEqual([6, 7, 0])
    expect(typedUnder).toEqual([printed[0], printed[1], ['Anything else we want you to know']])
  })

  it('is still there when the page is loaded again, until it is thrown away', async () => {
    const { unmount } = open()
    await press('Type in a plan from paper')
    await press('Read it back to them')
    expect(screen.getByText('Nothing is typed in yet.')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Anything else we want you to know'), 'We love her')
    unmount()
    open()
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Anything else we want you to know')).value).toBe('We love her')
    await press('Throw away what I typed')
    expect(window.sessionStorage.length).toBe(0)
    expect(await screen.findByRole('button', { name: 'Type in a plan from paper' })).toBeTruthy()
  })

  it('shows a no with what is wrong, and is typed in again from what stood there', async () => {
    const doubts = [{ __typename: 'PaperDoubt', name: 'Leanne', words: 'Not Gran: Tomasz.', saidAt: '2026-03-10T18:40:00Z' }]
    const { sent } = open([paper({ state: 'stopped', doubts })], {
      TypePaperPlan: () => ({ typePaperPlan: { __typename: 'Refused', code: 'choiceUnknown', field: 'readBackTo' } }),
    })
    await screen.findByText('Not Gran: Tomasz.')
    expect(screen.queryByText('They said yes to me')).toBeNull()
    await press('Type it in again')
    const what = field('What we will do', /^Step 1: Mia/)
    expect((what as HTMLTextAreaElement).value).toBe('Gran walks her')
    await userEvent.clear(what)
    await userEvent.type(what, 'Tomasz walks her')
    await press('Read it back to them')
    await press('Next')
    await userEvent.click(screen.getByRole('checkbox', { name: names[0] }))
    await press(/^I read it back to them word for word/)
    expect(await screen.findAllByText(/were not in private family time together/)).not.toEqual([])
    expect(sent('TypePaperPlan')).toMatchObject([{ input: { replacesId: 'pp1', steps: [{ what: 'Tomasz walks her' }] } }])
  })

  it('is taken back, or a yes to it is written down', async () => {
    const { sent } = open([paper()], {
      ConfirmPaperPlanFor: () => ({ confirmPaperPlanFor: { __typename: 'Refused', code: 'paperStopped', field: null } }),
      TakeBackPaperPlan: () => ({
        takeBackPaperPlan: { __typename: 'TakeBackPaperPlanDone', meeting: withPapers(paper({ state: 'takenBack' })) },
      }),
    })
    await userEvent.click(await screen.findByText('They said yes to me'))
    await userEvent.selectOptions(screen.getByLabelText('Whose yes'), names[0] ?? '')
    await userEvent.click(screen.getByRole('radio', { name: 'On a slip of paper' }))
    await press('Save this yes')
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody says that this is not what they wrote.')
    expect(sent('ConfirmPaperPlanFor')).toEqual([
      {
        input: {
          paperPlanId: 'pp1',
          participantId: meeting.participants.find(({ name }) => name === names[0])?.id,
          givenTo: 'slip',
        },
      },
    ])
    await press('Take it back')
    expect(await screen.findByText('Earlier typings')).toBeTruthy()
    expect(await screen.findByRole('button', { name: 'Type in a plan from paper' })).toBeTruthy()
  })

  it('is nowhere in private family time, nor for anybody but the coordinator', async () => {
    const { sent, unmount } = open([paper()], { Meeting: () => ({ meeting: { ...meeting, stage: 'privateTime' } }) })
    await screen.findByText(/Nobody of the council can read a word/)
    unmount()
    const others = open([paper()], { Meeting: () => ({ meeting: { ...meeting, viewerCan: timesMeeting.viewerCan } }) })
    await screen.findByText('No plan has been shared yet.')
    expect([...sent('PaperPlans'), ...others.sent('PaperPlans')]).toEqual([])
    expect(screen.queryByRole('button', { name: 'Type in a plan from paper' })).toBeNull()
  })
})
