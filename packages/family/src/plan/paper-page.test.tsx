// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { familyForTests } from '../family-for-tests'
import { currentUserAs } from '../fake-network-for-tests'
import {
  ConfirmPaperPlanDocument,
  DoubtPaperPlanDocument,
  MyPaperPlanDocument,
  MyPlanDocument,
  TakeBackPaperDoubtDocument,
  type MyPaperPlanQuery,
  type MyPlanQuery,
} from '../generated/graphql'

const family = familyForTests()
type Paper = NonNullable<NonNullable<MyPaperPlanQuery['myMeeting']>['paperPlan']>
const words = { who: 'Gran', byWhen: 'Monday', howWeWillKnow: '', helpNeeded: 'A bus pass', ifItDoesNotWork: '' }
let paper: Paper

beforeEach(() => {
  paper = {
    id: 'pp1',
    typedBy: 'Helen Okafor',
    typedAt: '2026-11-21T15:00:00Z',
    readBackTo: ['Mum', 'Gran'],
    wantYouToKnow: 'We love her',
    stopped: false,
    doubted: false,
    mayAnswer: true,
    steps: [{ id: 's1', bottomLineId: 'b1', heading: null, what: 'Gran sleeps over', ...words }],
  }
  family.currentUser = () => currentUserAs({ stage: 'agreeing', paperPlan: { id: 'pp1', typedBy: 'Helen Okafor' } })
  family.network.answer(MyPaperPlanDocument, () => ({ myMeeting: { id: 'm1', paperPlan: paper } }))
  family.network.answer(DoubtPaperPlanDocument, () => ({ doubtPaperPlan: { __typename: 'DoubtPaperPlanDone' as const } }))
  family.network.answer(TakeBackPaperDoubtDocument, () => ({ takeBackPaperDoubt: { __typename: 'TakeBackPaperDoubtDone' as const } }))
})

describe('a plan typed in from paper', () => {
  it('stands first at home, and on the pages of the meeting', async () => {
    await family.open('/')
    expect(screen.getByText('Helen Okafor typed in the plan that you wrote on paper. Read it, and say if it is right.')).toBeTruthy()
    await family.follow('Read what was typed in')
    expect(family.title()).toBe('Is this what you wrote?')
    await family.follow('Back')
    expect(screen.getByRole('link', { name: /Your plan from paper/ })).toBeTruthy()
  })

  it('is there after the meeting has ended, too', async () => {
    family.currentUser = () => currentUserAs({ stage: 'ended', paperPlan: { id: 'pp1', typedBy: 'Helen Okafor' } })
    await family.open('/')
    expect(screen.getByRole('link', { name: 'Read what was typed in' })).toBeTruthy()
  })

  it('shows all of it, who typed it in and to whom it was read, and goes on as the plan after a yes', async () => {
    family.network.answer(ConfirmPaperPlanDocument, () => ({
      confirmPaperPlan: { __typename: 'ConfirmPaperPlanDone' as const, myMeeting: { id: 'm1', plans: [{ id: 'plan' }] } },
    }))
    await family.open('/meeting/m1/paper')
    await screen.findByText(/Helen Okafor typed it in on Saturday 21 November, and read it back to Mum and Gran/)
    for (const said of ['Gran sleeps over', 'Ellie is safe at night', 'A bus pass', 'We love her'])
      expect(screen.getByText(said)).toBeTruthy()
    expect(screen.getByText(/This phone signed in by a link that Helen Okafor made. So your yes counts as told/)).toBeTruthy()
    expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([])
    await family.press('Yes, this is what we wrote')
    expect(family.network.sentFor(ConfirmPaperPlanDocument)[0]?.variables).toEqual({ id: 'pp1' })
    expect(location.pathname).toBe('/f/plan/plan')
  })

  it('is told to be wrong, in words for the coordinator alone, which can be taken back', async () => {
    await family.open('/meeting/m1/paper')
    await screen.findByText('Gran sleeps over')
    await family.press('No, this is not what we wrote')
    const wrong = screen.getByLabelText('What is wrong?')
    expect(document.activeElement).toBe(wrong)
    await family.user.type(wrong, 'Tom sleeps over')
    paper = { ...paper, stopped: true, doubted: true }
    await family.press('Send this to Helen Okafor')
    expect(family.network.sentFor(DoubtPaperPlanDocument)[0]?.variables).toEqual({
      input: { paperPlanId: 'pp1', words: 'Tom sleeps over' },
    })
    await screen.findByText(/You told Helen Okafor that this is not what you wrote/)
    expect(screen.queryByRole('button', { name: /^Yes/ })).toBeNull()
    await family.press('Take that back')
    expect(family.network.sentFor(TakeBackPaperDoubtDocument)[0]?.variables).toEqual({ id: 'pp1' })
  })

  it('cannot be said yes to over somebody’s no, and says not whose', async () => {
    paper = { ...paper, stopped: true }
    await family.open('/meeting/m1/paper')
    await screen.findByText(/Somebody in your family says that this is not what you wrote/)
    expect(screen.queryByRole('button', { name: /^Yes/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'No, this is not what we wrote' })).toBeTruthy()
  })

  it('is not the interpreter’s to answer', async () => {
    paper = { ...paper, mayAnswer: false }
    await family.open('/meeting/m1/paper')
    await screen.findByText('Only the family can say if this is right.')
    expect(screen.queryByRole('button', { name: /^Yes|^No/ })).toBeNull()
  })

  it('that is not there any more says so', async () => {
    family.network.answer(MyPaperPlanDocument, () => ({ myMeeting: { id: 'm1', paperPlan: null } }))
    await family.open('/meeting/m1/paper')
    expect(await screen.findByText('No plan from paper waits for you now.')).toBeTruthy()
  })
})

describe('the plan that came of it', () => {
  const plan: NonNullable<MyPlanQuery['myPlan']> = {
    id: 'plan',
    meetingId: 'm1',
    version: 1,
    sharedAt: '2026-11-21T16:00:00Z',
    wantYouToKnow: '',
    sharedThrough: null,
    answeredByLink: 0,
    steps: [],
    council: [],
    myAnswer: null,
    actions: [],
    viewerCan: [],
    paperMark: null,
  }
  const mark = { typedBy: 'Helen Okafor', typedAt: '2026-11-21T15:00:00Z', readBackTo: ['Mum'], yesBy: 'Mum', mine: true }

  it('names nobody of whom its reader must not know', async () => {
    const unnamed = { ...mark, readBackTo: [], yesBy: null, yesGivenTo: 'ownScreen' as const, yesSaidTo: null, mine: false }
    family.network.answer(MyPlanDocument, () => ({ myPlan: { ...plan, paperMark: unnamed } }))
    await family.open('/plan/plan')
    expect(await screen.findByText(/and read it back word for word to your family\./)).toBeTruthy()
    expect(screen.getByText('Somebody in your family said that it is what you wrote.')).toBeTruthy()
  })

  it.each([
    ['ownScreen', null, /Mum said that it is what you wrote\./, false],
    ['coordinator', null, /^Mum said yes to it\.$/, false],
    ['slip', 'Helen Okafor', /Mum said yes to it on paper, and Helen Okafor wrote that down\./, true],
    ['coordinator', 'Helen Okafor', /Mum said yes to it, and Helen Okafor wrote that down\./, true],
  ] as const)('says how the yes was given: %s, written down by %s', async (yesGivenTo, yesSaidTo, said, asks) => {
    family.network.answer(MyPlanDocument, () => ({ myPlan: { ...plan, paperMark: { ...mark, yesGivenTo, yesSaidTo } } }))
    await family.open('/plan/plan')
    await screen.findByText(
      /wrote this plan on paper. Helen Okafor typed it in on Saturday 21 November, and read it back word for word to Mum/,
    )
    expect(screen.getByText(said)).toBeTruthy()
    expect(screen.queryByText('Did you not say yes? Then ring:') !== null).toBe(asks)
  })
})
