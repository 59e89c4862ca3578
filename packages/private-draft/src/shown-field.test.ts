import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { clientOf, type DraftDocument, readDraftDocument, setField } from './draft-document'
import { newDraftDoc } from './draft-shape'
import { fieldLimit } from './protocol'
import { ShownField } from './shown-field'

const place = 'weWantYouToKnow'
const wordsOf = (draft: DraftDocument): string => readDraftDocument(draft).weWantYouToKnow
let clients: number[] = []

beforeAll(async () => {
  clients = await Promise.all([1, 2, 3].map((number) => clientOf(new Uint8Array(16).fill(number))))
})

/** A draft with these words, on as many devices as are needed; the field under test is on the first. */
function devices(words: string): DraftDocument[] {
  const drafts = clients.map((client): DraftDocument => ({ doc: Object.assign(newDraftDoc(), { clientID: client }), things: [] }))
  const [first, ...others] = drafts as [DraftDocument, ...DraftDocument[]]
  setField(first, place, words)
  for (const other of others) carry(first, other)
  return drafts
}

function carry(from: DraftDocument, to: DraftDocument): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))
}

const edit = fc.record({ at: fc.nat(30), remove: fc.constantFrom(0, 0, 0, 1, 2, 9), insert: fc.nat(3) })
/** The writer types, undoes, begins or ends a word; the others write; words go out and come in. */
const kind = fc.constantFrom('type', 'type', 'undo', 'compose', 'second', 'third', 'out', 'in', 'in')
const history = fc.array(fc.record({ kind, edit, which: fc.nat(3) }), { minLength: 8, maxLength: 40 })
type History = typeof history extends fc.Arbitrary<infer T> ? T : never
/** What a field does with its new value. */
type Write = (field: ShownField, value: string, draft: DraftDocument) => void

/** Plays a history, then lets everything arrive everywhere; says what is wrong. */
function wrongAfter(events: History, write: Write) {
  const [first, second, third] = devices('abcdefgh') as [DraftDocument, DraftDocument, DraftDocument]
  const field = new ShownField(first, place)
  field.watch()
  // Every letter is one of a kind, so that it can be told what became of it.
  const [written, taken] = [new Set('abcdefgh'), new Set<string>()]
  let next = 0x4e00
  let { words: shown } = field.show()
  let before = shown
  let [isComposing, undoes, behind] = [false, 0, 0]
  const changed = (text: string, { at, remove, insert }: History[number]['edit']): string => {
    const letters = [...text]
    letters.splice(at % (letters.length + 1), remove, ...Array.from({ length: insert }, () => String.fromCharCode((next += 1))))
    return letters.join('')
  }
  const count = (from: string, to: string): void => {
    for (const letter of to) {
      if (from.includes(letter)) continue
      written.add(letter)
      taken.delete(letter)
    }
    for (const letter of from) if (!to.includes(letter)) taken.add(letter)
  }
  const takeIn = (): void => {
    if (!isComposing) shown = field.show().words
  }
  for (const { kind: what, edit: made, which } of events) {
    const other = which % 2 === 0 ? second : third
    if (what === 'type' || what === 'undo') {
      const after = what === 'undo' ? before : changed(shown, made)
      if (what === 'undo') undoes += 1
      if (shown !== wordsOf(first)) behind += 1
      count(shown, after)
      ;[before, shown] = [shown, after]
      write(field, after, first)
      takeIn()
    } else if (what === 'second' || what === 'third') {
      const draft = what === 'second' ? second : third
      const after = changed(wordsOf(draft), made)
      count(wordsOf(draft), after)
      setField(draft, place, after)
    } else if (what === 'out') {
      carry(first, other)
    } else {
      if (what === 'compose') isComposing = !isComposing
      else carry(other, first)
      takeIn()
      if (!isComposing) before = shown
    }
  }
  isComposing = false
  for (const draft of [second, third]) carry(draft, first)
  for (const draft of [second, third]) carry(first, draft)
  takeIn()
  const words = wordsOf(first)
  return {
    behind,
    different: [shown, wordsOf(second), wordsOf(third)].filter((one) => one !== words).length,
    lost: [...written].filter((letter) => !taken.has(letter) && !words.includes(letter)).length,
    doubled: words.length - new Set(words).size,
    // An undo brings back on purpose what somebody else may be taking away.
    back: undoes > 0 ? 0 : [...taken].filter((letter) => words.includes(letter)).length,
  }
}

describe('a field, while others write in it', () => {
  const numRuns = Number(process.env['FIELD_SEEDS'] ?? 300)

  it('loses no letter that nobody took away, doubles none and brings none back', () => {
    const noneWrong = (events: History) => {
      const wrong = wrongAfter(events, (field, value) => field.typed(value))
      expect(wrong).toEqual({ ...wrong, different: 0, lost: 0, doubled: 0, back: 0 })
      return wrong.behind
    }
    fc.assert(
      fc.property(history, (events) => void noneWrong(events)),
      { numRuns },
    )
    // The control: people do write in fields that have not shown everything.
    const behind = fc.sample(history, { numRuns: 300, seed: 8 }).map(noneWrong)
    expect(behind.reduce((sum, times) => sum + times, 0)).toBeGreaterThan(150)
  }, 60_000)

  it('would lose letters if it wrote what it holds over what the draft holds', () => {
    const writeOver: Write = (_, value, draft) => setField(draft, place, value)
    const all = fc.sample(history, { numRuns, seed: 8 }).map((events) => wrongAfter(events, writeOver))
    expect(all.filter(({ lost }) => lost > 0).length).toBeGreaterThan(numRuns / 20)
  }, 60_000)

  it('writes nothing beyond the limit, and what there is room for later', () => {
    const [draft, other] = devices('abc') as [DraftDocument, DraftDocument]
    const field = new ShownField(draft, place)
    field.watch()
    const long = `abc${'x'.repeat(fieldLimit - 3)}`
    expect(field.typed(`${long}y`)).toBe('tooLong')
    expect(wordsOf(draft)).toBe('abc')
    setField(other, place, 'c')
    carry(other, draft)
    expect(field.typed(`${long}y`)).toBe('written')
    expect(wordsOf(draft)).toBe(`c${long.slice(3)}y`)
    expect(field.show().words).toBe(wordsOf(draft))
  })

  it('stores no NUL and no half of an emoji, and goes on in the right place', () => {
    const [draft] = devices('ab') as [DraftDocument]
    const field = new ShownField(draft, place)
    field.typed('a\0\0b\uD83D')
    field.typed('a\0\0b\uD83Dc')
    field.typed('a\0\0xb\uD83Dc')
    expect(wordsOf(draft)).toBe('axb\uFFFDc')
    field.typed('a\0\0xb\u{1F600}c')
    expect(wordsOf(draft)).toBe('axb\u{1F600}c')
  })

  it('shows line ends as a browser does, and leaves them as they are', () => {
    const [draft] = devices('one\r\ntwo\rthree') as [DraftDocument]
    const field = new ShownField(draft, place)
    expect(field.show().words).toBe('one\ntwo\nthree')
    field.typed('one\ntwo\nthree, four')
    field.typed('one\nTwo\nthree, four')
    expect(wordsOf(draft)).toBe('one\r\nTwo\rthree, four')
  })

  it('keeps to its letters when another device put something between them that is no text', () => {
    const [draft] = devices('abc') as [DraftDocument]
    const field = new ShownField(draft, place)
    field.watch()
    draft.doc.getText(place).insertEmbed(1, {})
    field.typed('abXc')
    expect(wordsOf(draft)).toBe('abXc')
    // Yjs counts this one and tells nobody of it.
    const { doc } = draft
    doc.transact((transaction) => {
      const text = doc.getText(place)
      const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
      const first = text._start
      new Y.Item(id, null, null, first, first?.id ?? null, text, null, new Y.ContentAny(['any'])).integrate(transaction, 0)
    })
    expect(doc.getText(place).length).toBeGreaterThan('abXc'.length + 1)
    expect(field.typed('abXcd')).toBe('written')
    expect(wordsOf(draft)).toBe('abXcd')
  })
})
