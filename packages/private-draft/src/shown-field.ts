import type * as Y from 'yjs'
import { type DraftDocument, type DraftField, fieldText, keptWords, mostIn, type Written } from './draft-document'
import { cut, inDraft, inField, joined, othersStretch, partOf, type Stretch, sum } from './field-stretches'
import { OwnSteps } from './own-steps'
import { isHighHalf, type TextDifference, textDifference } from './text-difference'

/** What a field shows after others wrote: its words, and where a place of it is by now. */
interface Shown {
  readonly words: string
  readonly moved: (place: number) => number
}

/** A unit of the draft that no field shows: what is no text, or the first half of a Windows line end. */
const hidden = '\0'

/**
 * One field on the screen, beside its words in the draft. What a person did is the difference between the field now and the
 * field before. It is applied where those words stand in the draft by now, so it never touches what the field has not shown.
 * Words that the draft cannot take stay in the field: there are too many, or its step was taken away.
 */
export class ShownField {
  readonly #draft: DraftDocument
  readonly #place: DraftField
  readonly #steps = new OwnSteps()
  #text: Y.Text | undefined
  /** The field as it was when its writer last did something, or it last took in what others wrote. */
  #before = ''
  /** The draft's words as they are now, or were when they were taken away. */
  #known = ''
  /** How the two differ. */
  #stretches: readonly Stretch[] = []

  constructor(draft: DraftDocument, place: DraftField) {
    this.#draft = draft
    this.#place = place
    this.#hold()
    this.show()
  }

  /** What stands in the field. */
  get words(): string {
    return this.#before
  }

  /** Words stand in the field that are not in the draft. */
  get keepsWords(): boolean {
    return this.#text ? this.#waits : this.#before !== ''
  }

  /** So many of its words were taken away by the writer that a way back should be seen. */
  get tookManyAway(): boolean {
    return this.#steps.tookManyAway
  }

  /** The field holds this now, with the caret here. 'tooLong': the draft took what fits, and takes the rest when there is room. */
  typed(now: string, caret?: number): Written {
    this.#hold()
    this.#straighten()
    const change = textDifference(this.#before, now, caret)
    const most = Math.max(mostIn(this.#place), this.#known.length)
    return this.#write(() => {
      if (!change) return this.#fill(mostIn(this.#place))
      const step = this.#steps.stepFor(change)
      this.#change(change, step)
      this.#before = now
      // What is written instead of something goes first: a field that is full can be mended.
      this.#fill(most, step)
      return this.#fill(mostIn(this.#place))
    })
  }

  /** Its first words: no step of the writer that could be taken back. */
  begin(words: string): void {
    this.#before = words
    this.#stretches = [{ of: 'over', length: words.length, words, by: 0, goneBy: 0 }]
    this.#write(() => this.#fill(mostIn(this.#place)))
  }

  /** Takes back what the writer did last, and nothing that others did, and shows it. False when there is nothing. */
  undo(): boolean {
    return this.#turn(() => this.#steps.undo())
  }

  redo(): boolean {
    return this.#turn(() => this.#steps.redo())
  }

  /** The field shows the draft from now on, and the words that it alone has. */
  show(): Shown {
    this.#hold()
    if (sum(this.#stretches, inDraft) !== this.#known.length) this.#readAgain()
    const lengths: (readonly [before: number, shown: number, isGone: boolean])[] = []
    const stretches: Stretch[] = []
    let words = ''
    let at = 0
    for (const stretch of this.#stretches) {
      const start = words.length
      if (inDraft(stretch) > 0) {
        for (const part of this.#known.slice(at, at + stretch.length).split(/(\0+)/)) {
          const isHidden = part.startsWith(hidden)
          if (!isHidden) words += part
          stretches.push({ ...stretch, of: isHidden ? 'draft' : 'both', length: part.length })
        }
        at += stretch.length
      } else if (stretch.of === 'over') words += stretch.words
      if (stretch.of === 'over' || stretch.of === 'gone') stretches.push(stretch)
      lengths.push([inField(stretch), words.length - start, stretch.of === 'field'])
    }
    this.#stretches = joined(stretches)
    this.#before = words
    const moved = (place: number): number => {
      let [left, found] = [place, 0]
      for (const [before, shown, isGone] of lengths) {
        if (left === 0) break
        found += before > left ? (isGone ? 0 : left) : shown
        left -= Math.min(before, left)
      }
      return found
    }
    this.#steps.move(moved)
    return { words, moved }
  }

  #turn(next: () => number | undefined): boolean {
    this.#hold()
    this.#straighten()
    let turned = false
    this.#write(() => {
      for (let step = next(); step !== undefined && !turned; step = turned ? undefined : next()) turned = this.#bringInto(step)
      return this.#fill(mostIn(this.#place))
    })
    if (turned) this.show()
    return turned
  }

  get #waits(): boolean {
    return this.#stretches.some(({ of }) => of === 'over')
  }

  /** Makes what a step wrote or took away stand as the steps say now. False when that changes nothing. */
  #bringInto(step: number): boolean {
    let changed = false
    let place = 0
    this.#each((stretch, words) => {
      const mayStand = !this.#steps.isUndone(stretch.by) && (stretch.goneBy === 0 || this.#steps.isUndone(stretch.goneBy))
      const isOf = stretch.by === step || stretch.goneBy === step
      if (isOf && mayStand && stretch.of === 'gone') {
        changed = true
        return { ...stretch, of: 'over' }
      }
      if (isOf && !mayStand && (stretch.of === 'both' || stretch.of === 'over')) {
        changed = true
        if (stretch.of === 'both') this.#take(place, stretch.length)
        return { ...stretch, of: 'gone', words }
      }
      place += inDraft(stretch)
      return stretch
    })
    return changed
  }

  /** Replaces each stretch; `words` are those of the field. */
  #each(change: (stretch: Stretch, words: string) => Stretch): void {
    let at = 0
    this.#stretches = joined(
      this.#stretches.map((stretch) => {
        const words = this.#before.slice(at, at + inField(stretch))
        at += inField(stretch)
        return change(stretch, stretch.words || words)
      }),
    )
  }

  #change({ at, remove, insert }: TextDifference, step: number): void {
    const [front, rest] = cut(this.#stretches, at, inField)
    const [taken, back] = cut(rest, remove, inField)
    let [place, shown] = [sum(front, inDraft), at]
    const left = taken.flatMap((stretch): Stretch[] => {
      const words = this.#before.slice(shown, shown + inField(stretch))
      shown += inField(stretch)
      if (inField(stretch) === 0) {
        place += inDraft(stretch)
        return [stretch]
      }
      if (stretch.of === 'both') this.#take(place, stretch.length)
      return stretch.of === 'field' ? [] : [{ ...stretch, of: 'gone', words, goneBy: step }]
    })
    // What is never stored (a NUL) stands in the field alone.
    const written = insert.split(/(\0+)/).map((words): Stretch => {
      const isStored = !words.startsWith('\0')
      return { of: isStored ? 'over' : 'field', length: words.length, words: isStored ? words : '', by: isStored ? step : 0, goneBy: 0 }
    })
    this.#stretches = joined([...front, ...written, ...left, ...back])
  }

  /** Puts words that the field alone has into the draft, as far as there is room; of this step only, if one is given. */
  #fill(most: number, step?: number): Written {
    let room = most - (this.#text?.length ?? this.#known.length)
    let at = 0
    this.#stretches = joined(
      this.#stretches.flatMap((stretch): Stretch[] => {
        const fits = stretch.of === 'over' && (step === undefined || stretch.by === step) ? wholeUpTo(stretch.words, room) : 0
        if (fits > 0) this.#put(at, keptWords(stretch.words.slice(0, fits)))
        room -= fits
        at += inDraft(stretch) + fits
        return fits > 0 ? [{ ...stretch, of: 'both', length: fits, words: '' }, partOf(stretch, fits, stretch.length)] : [stretch]
      }),
    )
    if (!this.#text) return 'gone'
    return this.#waits ? 'tooLong' : 'written'
  }

  #put(at: number, words: string): void {
    if (this.#text) this.#text.insert(at, words)
    else this.#known = this.#known.slice(0, at) + words + this.#known.slice(at)
  }

  #take(at: number, length: number): void {
    if (this.#text) this.#text.delete(at, length)
    else this.#known = this.#known.slice(0, at) + this.#known.slice(at + length)
  }

  /** Everything in it is one change of this field's. */
  #write<T>(change: () => T): T {
    const done = this.#draft.doc.transact(change, this)
    if (this.#text) this.#known = draftWords(this.#text)
    return done
  }

  /** Notices when its step or heading was taken away: from then on the field writes in what it knew of the draft, here alone. */
  #hold(): void {
    const text = fieldText(this.#draft, this.#place)
    if (text === this.#text) return
    this.#text?.unobserve(this.#follow)
    text?.observe(this.#follow)
    this.#text = text
    if (text) this.#readAgain()
  }

  /** The draft as it is, and what stands here alone behind it. */
  #readAgain(): void {
    this.#known = this.#text ? draftWords(this.#text) : ''
    const alone = this.#stretches.filter(({ of }) => of === 'over')
    this.#stretches = joined([othersStretch('draft', this.#known.length), ...alone])
  }

  /** A device of another make may have put something between the letters that has a place and is told to nobody: it goes. */
  #straighten(): void {
    const text = this.#text
    if (!text || sum(this.#stretches, inDraft) === text.length) return
    const words = text.toString()
    this.#draft.doc.transact(() => {
      text.delete(0, text.length)
      text.insert(0, words)
    }, this)
    this.#known = draftWords(text)
    const change = textDifference(this.#before, words) ?? { at: words.length, remove: 0, insert: '' }
    this.#stretches = joined([
      othersStretch('both', change.at),
      othersStretch('field', change.remove),
      othersStretch('draft', change.insert.length),
      othersStretch('both', words.length - change.at - change.insert.length),
    ])
  }

  readonly #follow = (event: Y.YTextEvent): void => {
    if (event.transaction.origin === this) return
    const front: Stretch[] = []
    let back = this.#stretches
    for (const { retain = 0, delete: taken = 0, insert } of event.delta) {
      const [kept, afterKept] = cut(back, retain, inDraft)
      const [gone, afterGone] = cut(afterKept, taken, inDraft)
      front.push(
        ...kept,
        ...gone.flatMap((stretch): Stretch[] =>
          stretch.of === 'draft' ? [] : [inDraft(stretch) > 0 ? { ...stretch, of: 'field' } : stretch],
        ),
      )
      back = afterGone
      if (insert === undefined) continue
      // What others wrote comes in around words that wait for room, and not between them.
      const waiting = back.findIndex(({ of }) => of !== 'over' && of !== 'gone')
      const end = waiting < 0 ? back.length : waiting
      front.push(...back.slice(0, end), othersStretch('draft', typeof insert === 'string' ? insert.length : 1))
      back = back.slice(end)
    }
    this.#stretches = joined([...front, ...back])
    if (this.#text) this.#known = draftWords(this.#text)
  }
}

/** The words of the draft, unit by unit, with what no field shows as NULs. */
function draftWords(text: Y.Text): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert.replace(/\r(?=\n)/g, hidden).replace(/\r/g, '\n') : hidden))
    .join('')
}

/** How many units of the words fit, without cutting a character, or what belongs to it, in half. */
function wholeUpTo(words: string, room: number): number {
  if (words.length <= room) return words.length
  let end = Math.max(room, 0)
  while (
    end > 0 &&
    (isHighHalf(words.charCodeAt(end - 1)) || /^[\p{M}\p{Emoji_Modifier}\u200D]/u.test(words.slice(end)) || words[end - 1] === '\u200D')
  )
    end--
  return end
}
