import type * as Y from 'yjs'
import { type DraftDocument, type DraftField, fieldText, keptWords, mostIn, type Written } from './draft-document'
import { textDifference } from './text-difference'

/**
 * A stretch of a field, in UTF-16 units. 'both': it stands in the field and in the draft. 'draft': others wrote it and the field
 * does not show it yet. 'field': others took it away and the field still shows it.
 */
interface Stretch {
  readonly of: 'both' | 'draft' | 'field'
  readonly length: number
}

type Measure = (stretch: Stretch) => number
const inField: Measure = ({ of, length }) => (of === 'draft' ? 0 : length)
const inDraft: Measure = ({ of, length }) => (of === 'field' ? 0 : length)

/**
 * One field on the screen, beside its words in the draft. What a person did is the difference between the field now and the
 * field before. It is applied where those words stand in the draft by now, so it never touches what the field has not shown.
 */
export class ShownField {
  readonly #draft: DraftDocument
  readonly #place: DraftField
  #text: Y.Text | undefined
  #watches = false
  /** The field as it was when the draft last had all of it. */
  #before = ''
  /** How the draft differs from that by now: others' words alone. */
  #stretches: readonly Stretch[] = []

  constructor(draft: DraftDocument, place: DraftField) {
    this.#draft = draft
    this.#place = place
    this.show()
  }

  /** Follows what others write, until what it returns is called. */
  watch(): () => void {
    this.#watches = true
    this.#text?.observe(this.#follow)
    return () => {
      this.#watches = false
      this.#text?.unobserve(this.#follow)
    }
  }

  /** The field holds this now. 'tooLong' and 'gone': nothing was written, and the next call brings it again. */
  typed(now: string): Written {
    const text = this.#text
    if (!text || fieldText(this.#draft, this.#place) !== text) return 'gone'
    const change = textDifference(this.#before, now)
    if (!change) return 'written'
    this.#straighten(text)
    const { at, remove, insert } = change
    const [front, rest] = cut(this.#stretches, at, inField)
    const [gone, back] = cut(rest, remove, inField)
    const written = keptWords(insert)
    const longer =
      written.length -
      sum(
        gone.filter(({ of }) => of === 'both'),
        inDraft,
      )
    if (longer > 0 && text.length + longer > mostIn(this.#place)) return 'tooLong'
    const start = sum(front, inDraft)
    this.#draft.doc.transact(() => {
      let place = start
      for (const stretch of gone) {
        if (stretch.of === 'both') text.delete(place, stretch.length)
        else place += inDraft(stretch)
      }
      if (written) text.insert(start, written)
    }, this)
    // What is never stored (a NUL) stands in the field alone.
    const typed = insert.split(/(\0+)/).map((part): Stretch => ({ of: part.startsWith('\0') ? 'field' : 'both', length: part.length }))
    this.#stretches = joined([...front, ...typed, ...gone.filter(({ of }) => of === 'draft'), ...back])
    this.#before = now
    return 'written'
  }

  /** The field shows the draft from now on: its words, and where a place of the field is in them. */
  show(): { readonly words: string; readonly moved: (place: number) => number } {
    const before = this.#stretches
    this.#hold(fieldText(this.#draft, this.#place))
    this.#before = ''
    this.#stretches = []
    if (this.#text) this.#read(this.#text)
    const after = this.#stretches
    return {
      words: this.#before,
      moved: (place) => sum(cut(after, sum(cut(before, place, inField)[0], inDraft), inDraft)[0], inField),
    }
  }

  #hold(text: Y.Text | undefined): void {
    if (text === this.#text) return
    if (this.#watches) {
      this.#text?.unobserve(this.#follow)
      text?.observe(this.#follow)
    }
    this.#text = text
  }

  #read(text: Y.Text): void {
    const stretches: Stretch[] = []
    for (const { insert } of text.toDelta() as { insert: unknown }[]) {
      // No field shows what is no text, or the first half of a Windows line end.
      const words = typeof insert === 'string' ? insert.split(/\r(?=\n)/) : ['', '']
      for (const [at, part] of words.entries()) {
        if (at > 0) stretches.push({ of: 'draft', length: 1 })
        this.#before += part.replace(/\r/g, '\n')
        stretches.push({ of: 'both', length: part.length })
      }
    }
    this.#stretches = joined(stretches)
  }

  /** A device of another make may have put something between the letters that has a place and is told to nobody: it goes. */
  #straighten(text: Y.Text): void {
    if (sum(this.#stretches, inDraft) === text.length) return
    const words = text.toString()
    this.#draft.doc.transact(() => {
      text.delete(0, text.length)
      text.insert(0, words)
    }, this)
    const change = textDifference(this.#before, words) ?? { at: words.length, remove: 0, insert: '' }
    this.#stretches = joined([
      { of: 'both', length: change.at },
      { of: 'field', length: change.remove },
      { of: 'draft', length: change.insert.length },
      { of: 'both', length: words.length - change.at - change.insert.length },
    ])
  }

  readonly #follow = (event: Y.YTextEvent): void => {
    if (event.transaction.origin === this) return
    const front: Stretch[] = []
    let back = this.#stretches
    for (const { retain = 0, delete: taken = 0, insert } of event.delta) {
      const [kept, afterKept] = cut(back, retain, inDraft)
      const [gone, afterGone] = cut(afterKept, taken, inDraft)
      front.push(...kept, ...gone.flatMap((stretch): Stretch[] => (stretch.of === 'draft' ? [] : [{ ...stretch, of: 'field' }])))
      if (insert !== undefined) front.push({ of: 'draft', length: typeof insert === 'string' ? insert.length : 1 })
      back = afterGone
    }
    this.#stretches = joined([...front, ...back])
  }
}

function sum(stretches: readonly Stretch[], measure: Measure): number {
  return stretches.reduce((total, stretch) => total + measure(stretch), 0)
}

/** Cuts at a place, as early as it can be: what others wrote at the very place comes behind it. */
function cut(stretches: readonly Stretch[], place: number, measure: Measure): [readonly Stretch[], readonly Stretch[]] {
  const front: Stretch[] = []
  let left = place
  for (const [at, stretch] of stretches.entries()) {
    if (left === 0) return [front, stretches.slice(at)]
    const measured = measure(stretch)
    if (measured > left) {
      return [
        [...front, { ...stretch, length: left }],
        [{ ...stretch, length: stretch.length - left }, ...stretches.slice(at + 1)],
      ]
    }
    front.push(stretch)
    left -= measured
  }
  return [front, []]
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const last = found[found.length - 1]
    if (last?.of === stretch.of) found[found.length - 1] = { of: last.of, length: last.length + stretch.length }
    else if (stretch.length > 0) found.push(stretch)
  }
  return found
}
