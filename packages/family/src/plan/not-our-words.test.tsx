// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { familyForTests } from '../family-for-tests'
import { DoubtPlanDocument, TakeBackDoubtDocument } from '../generated/graphql'
import { NotOurWords } from './not-our-words'

const family = familyForTests()
const held = { place: { meeting: 'm1', draft: 'd', epoch: 1 }, memberProof: 'p'.repeat(43) }

beforeEach(() => {
  family.network.answer(DoubtPlanDocument, () => ({ doubtPlan: { __typename: 'DoubtPlanDone' as const } }))
  family.network.answer(TakeBackDoubtDocument, () => ({ takeBackDoubt: { __typename: 'TakeBackDoubtDone' as const } }))
})

const shows = (doubted: boolean) =>
  render(
    <main>
      <h1>Your plan is shared</h1>
      <NotOurWords room={{ doubted }} held={held} name="Helen Okafor" phone="01632 960103" />
    </main>,
  )

describe('a shared plan that is not what this phone has', () => {
  it('is told to the coordinator alone, quietly', async () => {
    shows(false)
    expect(screen.getByText(/Nobody of your family, and no other worker/)).toBeTruthy()
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations).toEqual([])
    await family.press('Tell only Helen Okafor: this is not what we wrote')
    const [sent] = family.network.sentFor(DoubtPlanDocument)
    expect(sent?.variables).toEqual({ draftId: 'd', memberProof: held.memberProof })
  })

  it('can be taken back', async () => {
    shows(true)
    expect(screen.getByText(/You told Helen Okafor that this is not what you wrote/)).toBeTruthy()
    await family.press('Take it back')
    expect(family.network.sentFor(TakeBackDoubtDocument)).toHaveLength(1)
  })
})
