import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { stepsNamingNobody, thingsNotAnswered, whoCarriesMost } from './draft-checks'
import {
  addHeading,
  addStep,
  clientOf,
  type DraftDocument,
  openDraftDocument,
  readDraftDocument,
  removeHeading,
  removeStep,
  setField,
  watchDraft,
} from './draft-document'
import { fieldLimit } from './protocol'
import { textDifference } from './text-difference'

const device = new Uint8Array(16).fill(1)
let draft: DraftDocument

beforeEach(async () => {
  draft = await openDraftDocument(device, ['school', 'nights'])
})

describe('the draft document', () => {
  it('holds steps as plain fields under what the plan must make sure of, under own headings, and what we want you to know', () => {
    addStep(draft, 'school', 'a')
    setField(draft, { step: 'a', field: 'what' }, 'Walk Ellie to school')
    setField(draft, { step: 'a', field: 'who' }, 'Gran')
    addHeading(draft, 'h')
    setField(draft, { heading: 'h' }, 'Christmas')
    addStep(draft, 'h', 'b')
    setField(draft, { step: 'b', field: 'ifItDoesNotWork' }, 'Ring Grandad')
    setField(draft, 'weWantYouToKnow', 'We love them both 💛')
    const plan = readDraftDocument(draft)
    expect(plan.things.map(({ id, steps }) => [id, steps.length])).toEqual([
      ['school', 1],
      ['nights', 0],
    ])
    expect(plan.things[0]?.steps[0]).toEqual({
      id: 'a',
      what: 'Walk Ellie to school',
      who: 'Gran',
      byWhen: '',
      howWeWillKnow: '',
      helpNeeded: '',
      ifItDoesNotWork: '',
    })
    expect(plan.headings).toMatchObject([{ id: 'h', title: 'Christmas', steps: [{ id: 'b', ifItDoesNotWork: 'Ring Grandad' }] }])
    expect(plan.weWantYouToKnow).toBe('We love them both 💛')
  })

  it('takes steps and headings away, and says so to somebody still writing in them', () => {
    addStep(draft, 'school', 'a')
    addStep(draft, 'school', 'b')
    addHeading(draft, 'h')
    addStep(draft, 'h', 'c')
    removeStep(draft, 'a')
    removeHeading(draft, 'h')
    expect(readDraftDocument(draft)).toMatchObject({ things: [{ steps: [{ id: 'b' }] }, { steps: [] }], headings: [] })
    expect(setField(draft, { step: 'a', field: 'who' }, 'Dan')).toBe('gone')
    expect(setField(draft, { step: 'c', field: 'who' }, 'Dan')).toBe('gone')
    expect(setField(draft, { heading: 'h' }, 'Dan')).toBe('gone')
    expect(addStep(draft, 'h', 'd')).toBe(false)
  })

  it('keeps emoji, direction marks and 5,000 characters exactly, and never stores NUL or half an emoji', () => {
    const exact = `\u200Fשלום\u200E ${'👩‍👧 '.repeat(800)}`.slice(0, 5_000)
    setField(draft, 'weWantYouToKnow', exact)
    expect(readDraftDocument(draft).weWantYouToKnow).toBe(exact)
    setField(draft, 'weWantYouToKnow', 'a\0b\uD83Dc')
    expect(readDraftDocument(draft).weWantYouToKnow).toBe('ab\uFFFDc')
  })

  it('does not grow a field beyond its limit, and lets a longer one shrink', () => {
    expect(setField(draft, 'weWantYouToKnow', 'x'.repeat(fieldLimit))).toBe('written')
    expect(setField(draft, 'weWantYouToKnow', 'x'.repeat(fieldLimit + 1))).toBe('tooLong')
    draft.doc.getText('weWantYouToKnow').insert(0, 'y'.repeat(20))
    expect(setField(draft, 'weWantYouToKnow', 'x'.repeat(fieldLimit + 5))).toBe('written')
  })

  it('lets two people write in one field, and two start the same section, without losing a word', async () => {
    const other = await openDraftDocument(new Uint8Array(16).fill(2), draft.things)
    const meet = (): void => {
      Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(draft.doc))
      Y.applyUpdate(draft.doc, Y.encodeStateAsUpdate(other.doc))
    }
    addStep(draft, 'school', 'a')
    addStep(other, 'school', 'b')
    meet()
    setField(draft, { step: 'a', field: 'what' }, 'Walk to school')
    meet()
    setField(draft, { step: 'a', field: 'what' }, 'Gran: Walk to school')
    setField(other, { step: 'a', field: 'what' }, 'Walk to school 🏫')
    meet()
    expect(readDraftDocument(draft)).toEqual(readDraftDocument(other))
    const steps = readDraftDocument(draft).things[0]?.steps ?? []
    expect(steps.find(({ id }) => id === 'a')?.what).toBe('Gran: Walk to school 🏫')
    expect(steps.map(({ id }) => id).toSorted()).toEqual(['a', 'b'])
  })

  it('writes as the client that follows from the device, and tells who watches', async () => {
    expect(draft.doc.clientID).toBe(await clientOf(device))
    let changes = 0
    const stop = watchDraft(draft, () => (changes += 1))
    setField(draft, 'weWantYouToKnow', 'a')
    setField(draft, 'weWantYouToKnow', 'a')
    stop()
    setField(draft, 'weWantYouToKnow', 'b')
    expect(changes).toBe(1)
  })

  it('reads only what has the shape of a draft', () => {
    const steps = draft.doc.getArray('steps/school')
    steps.push(['words', 3, new Y.Map([['id', 7]]), new Y.Map([['id', 'x']]), new Y.Map([['id', 'x']])])
    expect(readDraftDocument(draft).things[0]?.steps).toMatchObject([{ id: 'x', what: '' }])
    setField(draft, 'weWantYouToKnow', 'abc')
    draft.doc.getText('weWantYouToKnow').insertEmbed(0, {})
    setField(draft, 'weWantYouToKnow', 'abXc')
    expect(readDraftDocument(draft).weWantYouToKnow).toBe('abXc')
  })
})

describe('the smallest change of a text', () => {
  it('turns any text into any other without cutting a character in half', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\u{1F600}', '\u{1F601}', '\u{1FA00}'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, fc.nat(20), (from, to, caret) => {
        const change = textDifference(from, to, Math.min(caret, to.length))
        if (!change) return from === to
        const { at, remove, insert } = change
        const parts = [from.slice(0, at), from.slice(at, at + remove), from.slice(at + remove), insert]
        return from.slice(0, at) + insert + from.slice(at + remove) === to && parts.every((part) => part.isWellFormed())
      }),
      { numRuns: 2_000 },
    )
    expect(textDifference('book', 'bok', 1)).toEqual({ at: 1, remove: 1, insert: '' })
    expect(textDifference('bok', 'book', 2)).toEqual({ at: 1, remove: 0, insert: 'o' })
    expect(textDifference('bok', 'book', 3)).toEqual({ at: 2, remove: 0, insert: 'o' })
    expect(textDifference('Walk to school', 'Walk Ellie to school')).toEqual({ at: 5, remove: 0, insert: 'Ellie ' })
  })
})

describe('what the page kindly shows', () => {
  const plan = (...who: string[]) => ({
    things: [
      { id: 'school', steps: who.map((name, at) => step(`s${at}`, 'Something', name)) },
      { id: 'nights', steps: [step('blank', ' ', '')] },
    ],
    headings: [],
    weWantYouToKnow: '',
  })
  const step = (id: string, what: string, who: string) => ({
    id,
    what,
    who,
    byWhen: '',
    howWeWillKnow: '',
    helpNeeded: '',
    ifItDoesNotWork: '',
  })

  it('names the things not answered and the steps that name nobody', () => {
    expect(thingsNotAnswered(plan('Gran'))).toEqual(['nights'])
    expect(stepsNamingNobody(plan('Gran', ' '))).toEqual(['s1'])
  })

  it.each([
    [['Gran', 'gran ', 'Dan'], { name: 'Gran', steps: 2, of: 3 }],
    [['Gran', 'Dan', 'Gran', 'Dan'], undefined],
    [['Gran', 'Gran'], undefined],
    [['Gran and Dan', 'Gran & Dan', 'Dan, Gran'], undefined],
    [['Gran and Dan', 'Gran', 'Gran'], { name: 'Gran', steps: 3, of: 3 }],
    [['Everyone', 'everybody', 'all of us', 'Gran'], undefined],
    [['Rosie', 'Rosie/Gran', '', 'Rosie', 'Alexandra'], { name: 'Rosie', steps: 3, of: 4 }],
  ])('asks who carries too much from the words under who: %j', (who, answer) => {
    expect(whoCarriesMost(plan(...who))).toEqual(answer)
  })
})
