import { lettersIn } from './field-letters'

/** What is wrong with a draft, counted in letters. */
export interface Wrongs {
  /** Nobody took them away, and they are nowhere. */
  lost: number
  /** They stand more often than people wrote them. */
  doubled: number
  /** Taken away, and there again. */
  back: number
  /** Somebody's undo took away what others wrote, or brought back what others took away. */
  ofOthers: number
  /** Fields or drafts that end with other words than the first. */
  unequal: number
  /** Letters cut in half. */
  cut: number
}

export function noWrongs(): Wrongs {
  return { lost: 0, doubled: 0, back: 0, ofOthers: 0, unequal: 0, cut: 0 }
}

/** All of it stands there in its order, with more between. */
function isWithin(part: string, all: string): boolean {
  let found = 0
  for (const unit of all) if (part.startsWith(unit, found)) found += unit.length
  return found === part.length
}

const isHalf = (text: string): boolean => text.includes('\uFFFD') || !text.isWellFormed()

/** What each person meant to write and to take away, letter by letter. It knows nothing of places or of the order in which words arrive. */
export class Intent {
  readonly wrongs = noWrongs()
  readonly #writers = new Map<string, number>()
  readonly #takers = new Map<string, Set<number>>()
  readonly #restorers = new Map<string, Set<number>>()

  /** Somebody wrote and took away: what they see must be what they meant. */
  did(person: number, before: string, meant: string, after: string): void {
    this.meant(person, before, meant)
    const is = lettersIn(after)
    this.wrongs.lost += lettersIn(meant).filter((letter) => !is.includes(letter)).length
    this.wrongs.doubled += this.#doubledIn(is)
    if (meant !== after) this.wrongs.unequal += 1
  }

  /** As `did`, when others' words come into sight at the same moment. */
  meant(person: number, before: string, meant: string): void {
    const [was, will] = [lettersIn(before), lettersIn(meant)]
    for (const letter of will) if (!was.includes(letter)) this.#write(person, letter)
    for (const letter of was) if (!will.includes(letter)) this.#setOf(this.#takers, letter).add(person)
  }

  /** Somebody took back what they had done last, or did it again. */
  turned(person: number, before: string, after: string): boolean {
    const [was, is] = [lettersIn(before), lettersIn(after)]
    const gone = was.filter((letter) => !is.includes(letter))
    const back = is.filter((letter) => !was.includes(letter))
    for (const letter of gone) {
      if (this.#writers.get(letter) !== person && !this.#restorers.get(letter)?.has(person)) this.wrongs.ofOthers += 1
      this.#setOf(this.#takers, letter).add(person)
    }
    for (const letter of back) {
      if (!this.#takers.get(letter)?.delete(person)) this.wrongs.ofOthers += 1
      this.#setOf(this.#restorers, letter).add(person)
    }
    this.wrongs.doubled += this.#doubledIn(is)
    return gone.length + back.length > 0
  }

  /** All has arrived everywhere. `fields`: what each person sees. `most`: how much the draft takes. */
  end(fields: readonly { value: string; draft: string }[], most: number): void {
    const [first = { value: '', draft: '' }] = fields
    const drafted = lettersIn(first.draft)
    // A letter and what belongs to it are not parted: the last few units may stay empty.
    const isFull = first.draft.length > most - 12
    for (const { value, draft } of fields) {
      if (draft !== first.draft) this.wrongs.unequal += 1
      if (value !== draft && !(isFull && isWithin(draft, value))) this.wrongs.unequal += 1
      if (isHalf(value) || isHalf(draft)) this.wrongs.cut += 1
    }
    this.wrongs.doubled += this.#doubledIn(drafted)
    for (const [letter, writer] of this.#writers) {
      const takers = this.#takers.get(letter)?.size ?? 0
      const restorers = this.#restorers.get(letter)?.size ?? 0
      const waits = isFull && fields[writer] !== undefined && lettersIn(fields[writer].value).includes(letter)
      const count = drafted.filter((one) => one === letter).length
      if (count === 0 && takers === 0 && !waits) this.wrongs.lost += 1
      if (count > 0 && takers > 0 && restorers === 0) this.wrongs.back += 1
    }
  }

  /** What two people took away at the same moment, and both put back, may stand twice: each of them wrote it again. */
  #doubledIn(letters: readonly string[]): number {
    const mostOf = (letter: string) => Math.max(1, this.#restorers.get(letter)?.size ?? 0)
    return [...new Set(letters)].filter((letter) => letters.filter((one) => one === letter).length > mostOf(letter)).length
  }

  #write(person: number, letter: string): void {
    this.#writers.set(letter, person)
    this.#takers.get(letter)?.delete(person)
  }

  #setOf(sets: Map<string, Set<number>>, letter: string): Set<number> {
    const set = sets.get(letter) ?? new Set()
    sets.set(letter, set)
    return set
  }
}
