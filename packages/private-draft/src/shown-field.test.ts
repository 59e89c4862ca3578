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
/** The writer types, undoes as a browser would, takes back, does again, composes; the others write; words go out and come in. */
const kind = fc.constantFrom('type', 'type', 'type', 'undo', 'takeBack', 'again', 'compose', 'second', 'third', 'out', 'in', 'in')
const history = fc.array(fc.record({ kind, edit, which: fc.nat(3) }), { minLength: 8, maxLength: 40 })
type History = typeof history extends fc.Arbitrary<infer T> ? T : never
/** What a field does with its new value. */
type Write = (field: ShownField, value: string, draft: DraftDocument) => void

/** Plays a history, then lets everything arrive everywhere; says what is wrong. */
function wrongAfter(events: History, write: Write) {
  const [first, second, third] = devices('abcdefgh') as [DraftDocument, DraftDocument, DraftDocument]
  const field = new ShownField(first, place)
  // Every letter is one of a kind, so that it can be told what became of it.
  const [written, taken] = [new Set('abcdefgh'), new Set<string>()]
  const [mine, takenByMe] = [new Set<string>(), new Set<string>()]
  let [turns, ofOthers] = [0, 0]
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
  const countMine = (from: string, to: string): void => {
    for (const letter of to) if (!from.includes(letter)) mine.add(letter)
    for (const letter of from) if (!to.includes(letter)) takenByMe.add(letter)
    count(from, to)
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
      countMine(shown, after)
      ;[before, shown] = [shown, after]
      write(field, after, first)
      takeIn()
    } else if (what === 'takeBack' || what === 'again') {
      if (isComposing) continue
      takeIn()
      const from = shown
      if (what === 'takeBack' ? field.undo() : field.redo()) turns += 1
      shown = field.words
      ofOthers += [...from].filter((letter) => !shown.includes(letter) && !mine.has(letter)).length
      ofOthers += [...shown].filter((letter) => !from.includes(letter) && !takenByMe.has(letter)).length
      countMine(from, shown)
      before = shown
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
    turns,
    ofOthers,
    different: [shown, wordsOf(second), wordsOf(third)].filter((one) => one !== words).length,
    lost: [...written].filter((letter) => !taken.has(letter) && !words.includes(letter)).length,
    doubled: words.length - new Set(words).size,
    // An undo brings back on purpose what somebody else may be taking away.
    back: undoes + turns > 0 ? 0 : [...taken].filter((letter) => words.includes(letter)).length,
  }
}

describe('a field, while others write in it', () => {
  const numRuns = Number(process.env['FIELD_SEEDS'] ?? 300)

  it('loses no letter that nobody took away, doubles none and brings none back', () => {
    const noneWrong = (events: History) => {
      const wrong = wrongAfter(events, (field, value) => field.typed(value))
      expect(wrong).toEqual({ ...wrong, ofOthers: 0, different: 0, lost: 0, doubled: 0, back: 0 })
      return wrong
    }
    fc.assert(
      fc.property(history, (events) => void noneWrong(events)),
      { numRuns },
    )
    // The control: people do write in fields that have not shown everything.
    const tried = fc.sample(history, { numRuns: 300, seed: 8 }).map(noneWrong)
    expect(tried.reduce((sum, { behind }) => sum + behind, 0)).toBeGreaterThan(100)
    expect(tried.reduce((sum, { turns }) => sum + turns, 0)).toBeGreaterThan(150)
  }, 60_000)

  it('would lose letters if it wrote what it holds over what the draft holds', () => {
    const writeOver: Write = (_, value, draft) => setField(draft, place, value)
    const all = fc.sample(history, { numRuns, seed: 8 }).map((events) => wrongAfter(events, writeOver))
    expect(all.filter(({ lost }) => lost > 0).length).toBeGreaterThan(numRuns / 20)
  }, 60_000)

  it('writes what fits, keeps the rest in the field, and writes it when there is room', () => {
    const [draft, other] = devices('abc') as [DraftDocument, DraftDocument]
    const field = new ShownField(draft, place)
    const long = `abc${'x'.repeat(fieldLimit - 3)}`
    expect(field.typed(`${long}y`)).toBe('tooLong')
    expect(wordsOf(draft)).toBe(long)
    expect(field.show().words).toBe(`${long}y`)
    expect(field.keepsWords).toBe(true)
    setField(other, place, 'cd')
    carry(other, draft)
    const around = `cd${long.slice(3)}y`
    expect(field.show().words).toBe(around)
    expect(field.typed(around)).toBe('written')
    expect(wordsOf(draft)).toBe(around)
    expect(field.show().words).toBe(around)
    expect(field.keepsWords).toBe(false)
  })

  it('cuts nothing in half where the room ends, and what belongs together stays together', () => {
    const full = 'x'.repeat(fieldLimit - 3)
    for (const [words, fits] of [
      ['ab\u{1F600}', 'ab'],
      ['a\u{1F469}\u200D\u{1F467}b', 'a'],
      ['abe\u0301\u0301', 'ab'],
      ['a\u{1F44D}\u{1F3FD}', 'a'],
    ] as const) {
      const [draft] = devices(full) as [DraftDocument]
      const field = new ShownField(draft, place)
      expect(field.typed(full + words)).toBe('tooLong')
      expect(wordsOf(draft).slice(full.length)).toBe(fits)
      field.typed(full.slice(9) + words, 0)
      expect(wordsOf(draft) === full.slice(9) + words).toBe(true)
    }
  })

  it('mends a word in a field that is full, and keeps more words waiting', () => {
    const [draft] = devices(`the ${'x'.repeat(fieldLimit)}`.slice(0, fieldLimit)) as [DraftDocument]
    const field = new ShownField(draft, place)
    field.typed(`${field.words} and more`)
    expect(field.typed(field.words.replace('the', 'The'), 3)).toBe('tooLong')
    expect(wordsOf(draft).startsWith('The xxx')).toBe(true)
    expect(field.words.endsWith('x and more')).toBe(true)
    field.undo()
    field.undo()
    expect([wordsOf(draft).slice(0, 5), field.words.length, field.keepsWords]).toEqual(['the x', fieldLimit, false])
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
