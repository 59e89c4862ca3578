import { describe, expect, it } from 'vitest'
import { mostName, mostWords } from '@kinplan/domain/parse-words'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { openDraftDocument, readDraftDocument, writePlan } from '@kinplan/private-draft/draft-document'
import { newDevice } from '@kinplan/private-draft/draft-key'
import type { DraftPlan, DraftStep } from '@kinplan/private-draft/draft-plan'
import { fieldLimit, titleLimit } from '@kinplan/private-draft/protocol'
import { planDigest, planToShare } from '@kinplan/private-draft/share-preview'
import { planOfShared, sharedSteps } from './shared-steps'

const step = (id: string, words: Partial<DraftStep>): DraftStep => ({
  id,
  what: '',
  who: '',
  byWhen: '',
  howWeWillKnow: '',
  helpNeeded: '',
  ifItDoesNotWork: '',
  ...words,
})

const draft: DraftPlan = {
  things: [
    { id: 'school', steps: [step('a', { what: ' Walk there ', who: 'Gran' }), step('b', {})] },
    { id: 'nights', steps: [] },
  ],
  headings: [
    { id: 'h1', title: 'Sundays', steps: [step('c', { what: 'Lunch' })] },
    { id: 'h2', title: '', steps: [step('d', { helpNeeded: 'Bus fares' })] },
    { id: 'h3', title: 'Sundays ', steps: [step('e', { what: 'Football' })] },
    { id: 'h4', title: 'Empty', steps: [] },
  ],
  weWantYouToKnow: 'We love her\n',
}

/** As the server gives the rows back: in order, with ids of its own. */
const rowsOf = (plan: DraftPlan) => sharedSteps(planToShare(plan)).map((row, at) => ({ ...row, id: `row-${at}` }))

describe('the steps as they are shared', () => {
  it('are the same plan again on the other side', async () => {
    const back = planOfShared({ steps: rowsOf(draft), wantYouToKnow: planToShare(draft).weWantYouToKnow })
    expect(await planDigest(back)).toBe(await planDigest(draft))
  })

  it('are another plan when a word, a place or an order differs', async () => {
    const rows = rowsOf(draft)
    const digest = await planDigest(draft)
    const others = [
      rows.map((row) => ({ ...row, who: row.who && 'Mum' })),
      rows.map((row) => ({ ...row, bottomLineId: row.bottomLineId && 'nights' })),
      [...rows].reverse(),
      rows.slice(1),
    ]
    for (const steps of others) expect(await planDigest(planOfShared({ steps, wantYouToKnow: 'We love her' }))).not.toBe(digest)
  })

  it('put headings of one name together, and leave out what holds nothing', () => {
    expect(rowsOf(draft).map(({ heading, what }) => [heading, what])).toEqual([
      [null, 'Walk there'],
      ['Sundays', 'Lunch'],
      ['Sundays', 'Football'],
      [null, ''],
    ])
  })
})

describe('more private time', () => {
  it('starts from the plan that was shared, word for word', async () => {
    const next = await openDraftDocument(newDevice(deviceChance), ['school', 'nights'])
    const before = planOfShared({ steps: rowsOf(draft), wantYouToKnow: 'We love her' })
    writePlan(next, before, () => newUuid(deviceChance))
    expect(await planDigest(readDraftDocument(next))).toBe(await planDigest(draft))
  })
})

it('lets a draft grow as far as a shared plan keeps its words, and no further', () => {
  expect({ fieldLimit, titleLimit }).toEqual({ fieldLimit: mostWords, titleLimit: mostName })
})
