import { beforeEach, describe, expect, it } from 'vitest'
import {
  addHeading,
  addStep,
  type DraftDocument,
  openDraftDocument,
  readDraftDocument,
  removeHeading,
  removeStep,
  setField,
} from './draft-document'
import { DraftFields } from './draft-fields'
import { exchange } from './exchange-for-tests'
import { fieldLimit } from './protocol'
import { TakenAwayWords } from './taken-away'

/** Ama has the steps on her screen; Efua takes away and puts back on another phone. */
let [ama, efua]: DraftDocument[] = []
let fields: DraftFields
let words: TakenAwayWords
let told = 0
let newest = 0
const newId = () => `new${(newest += 1)}`
const what = { step: 'b', field: 'what' } as const

const draftOf = (draft: DraftDocument | undefined): DraftDocument => {
  if (!draft) throw new Error('No draft')
  return draft
}
const stepsOf = (draft: DraftDocument | undefined) => readDraftDocument(draftOf(draft)).things[0]?.steps.map((step) => step.what)
const meet = () => exchange(draftOf(ama), draftOf(efua))
const only = () => {
  const [taken, ...more] = words.all
  if (!taken || more.length > 0) throw new Error(`${words.all.length} were taken away`)
  return taken
}

beforeEach(async () => {
  ama = await openDraftDocument(new Uint8Array(16).fill(1), ['school'])
  efua = await openDraftDocument(new Uint8Array(16).fill(2), ['school'])
  for (const [id, said] of [
    ['a', 'Gran walks.'],
    ['b', 'Dan drives.'],
    ['c', 'Tom waits.'],
  ] as const) {
    addStep(ama, 'school', id)
    setField(ama, { step: id, field: 'what' }, said)
  }
  meet()
  ;[told, newest] = [0, 0]
  fields = new DraftFields(ama)
  words = new TakenAwayWords(ama, fields, () => (told += 1))
})

describe('what somebody else takes away', () => {
  it('stays with whoever has it on the screen, with what they are writing in it, and goes back where it was', () => {
    words.watch('school')
    const field = fields.fieldAt(what)
    field.typed('Dan drives on Monday.')
    removeStep(draftOf(efua), 'b')
    meet()
    expect(stepsOf(ama)).toEqual(['Gran walks.', 'Tom waits.'])
    expect(field.typed('Dan drives on Mondays.')).toBe('gone')
    expect(field.show().words).toBe('Dan drives on Mondays.')
    expect(fields.keepWords).toBe(true)
    expect(field.undo() && field.words).toBe('Dan drives on Monday.')
    expect(field.redo() && field.words).toBe('Dan drives on Mondays.')
    expect(only()).toMatchObject({ kind: 'step', here: false, section: 'school', place: 1 })
    expect(words.putBack(only(), newId)).toBe('new1')
    meet()
    expect(stepsOf(efua)).toEqual(['Gran walks.', 'Dan drives on Mondays.', 'Tom waits.'])
    expect(words.all).toEqual([])
    expect(fields.keepWords).toBe(false)
  })

  it('keeps what somebody else had written in it and this field had not shown', () => {
    words.watch('school')
    const field = fields.fieldAt(what)
    setField(draftOf(efua), what, 'Dan drives slowly.')
    meet()
    removeStep(draftOf(efua), 'b')
    meet()
    field.typed('Dan always drives.')
    expect(field.show().words).toBe('Dan always drives slowly.')
  })

  it('goes when it is let go, when nothing was written in it, and without a word when it was not on the screen', () => {
    removeStep(draftOf(efua), 'a')
    meet()
    expect(words.all).toEqual([])
    const stop = words.watch('school')
    removeStep(draftOf(efua), 'b')
    addStep(draftOf(efua), 'school', 'empty')
    meet()
    removeStep(draftOf(efua), 'empty')
    meet()
    const before = told
    words.letGo(only())
    expect([words.all, told - before]).toEqual([[], 1])
    stop()
    removeStep(draftOf(efua), 'c')
    meet()
    expect(words.all).toEqual([])
  })

  it('stays, wherever one looks, when some of its words are nowhere else', () => {
    fields.fieldAt(what).typed('x'.repeat(fieldLimit + 1))
    meet()
    expect(words.waits).toBe(false)
    removeStep(draftOf(efua), 'b')
    meet()
    expect([words.waits, only().here]).toEqual([true, false])
  })

  it('goes by itself when somebody has put the same words back, and stays when more was written here', () => {
    words.watch('school')
    const putBack = () => {
      addStep(draftOf(efua), 'school', 'again')
      setField(draftOf(efua), { step: 'again', field: 'what' }, 'Dan drives.')
      meet()
    }
    removeStep(draftOf(efua), 'b')
    meet()
    fields.fieldAt(what).typed('Dan drives. Or Tom.')
    putBack()
    expect(words.all).toHaveLength(1)
    fields.fieldAt(what).typed('Dan drives.')
    setField(draftOf(efua), 'weWantYouToKnow', 'Hello')
    meet()
    expect(words.all).toEqual([])
  })

  it('keeps a heading with its steps, and words that were too many for their field', () => {
    addHeading(draftOf(ama), 'h')
    setField(draftOf(ama), { heading: 'h' }, 'Christmas')
    addStep(draftOf(ama), 'h', 'tree')
    setField(draftOf(ama), { step: 'tree', field: 'who' }, 'Gran')
    meet()
    words.watch('h')
    const long = 'x'.repeat(fieldLimit + 7)
    fields.fieldAt({ step: 'tree', field: 'what' }).typed(long)
    removeHeading(draftOf(efua), 'h')
    meet()
    words.putBack(only(), newId)
    meet()
    const [heading] = readDraftDocument(draftOf(efua)).headings
    expect(heading).toMatchObject({ id: 'new1', title: 'Christmas', steps: [{ who: 'Gran' }] })
    expect(heading?.steps[0]?.what).toHaveLength(fieldLimit)
    expect(fields.fieldAt({ step: 'new2', field: 'what' }).words).toHaveLength(fieldLimit + 7)
    expect(readDraftDocument(draftOf(efua)).headings).toHaveLength(1)
  })
})

describe('what is taken away here', () => {
  it('can be put back, the last of them', () => {
    words.watch('school')
    removeStep(draftOf(ama), 'a')
    removeStep(draftOf(ama), 'b')
    expect(only()).toMatchObject({ here: true, step: { what: 'Dan drives.' } })
    words.putBack(only(), newId)
    expect(stepsOf(ama)).toEqual(['Dan drives.', 'Tom waits.'])
  })
})
