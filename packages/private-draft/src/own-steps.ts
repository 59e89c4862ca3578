import type { TextDifference } from './text-difference'

interface Step {
  readonly id: number
  /** Units that it took away. */
  readonly removed: number
}

/** As much as this taken away in one step is worth a way back that can be seen. */
const manyLetters = 10

/** What one writer did in one field, step by step: a word, a run of letters rubbed out, a paste. Each can be taken back and done again. */
export class OwnSteps {
  #done: readonly Step[] = []
  #undone: readonly Step[] = []
  /** Also of those that can no longer be done again. */
  readonly #everUndone = new Set<number>()
  #newest = 0
  /** The newest step goes on here: its words stand between `from` and `to`, or what it took away stood at `to`. */
  #open: { readonly from: number; readonly to: number; readonly writes: boolean; readonly blank: boolean } | undefined

  /** The step that this change belongs to: the newest, if it goes on with it. */
  stepFor(change: TextDifference): number {
    const { at, remove, insert } = change
    const goesOn = this.#goesOn(change)
    const writes = insert !== ''
    const isPaste = writes && remove === 0 && [...insert].length > 1
    this.#undone = []
    if (goesOn) {
      const last = this.#done[this.#done.length - 1]
      this.#done = [...this.#done.slice(0, -1), { id: this.#newest, removed: (last?.removed ?? 0) + (writes ? 0 : remove) }]
    } else this.#done = [...this.#done, { id: (this.#newest += 1), removed: remove }]
    const from = goesOn && this.#open ? Math.min(this.#open.from, at) : at
    this.#open = isPaste ? undefined : { from, to: at + insert.length, writes, blank: /\s$/.test(insert) }
    return this.#newest
  }

  /** Whether what this step wrote, or took away, stands as it left it. */
  isUndone(step: number): boolean {
    return this.#everUndone.has(step)
  }

  undo(): number | undefined {
    const step = this.#done[this.#done.length - 1]
    if (!step) return undefined
    this.#open = undefined
    this.#done = this.#done.slice(0, -1)
    this.#undone = [...this.#undone, step]
    this.#everUndone.add(step.id)
    return step.id
  }

  redo(): number | undefined {
    const step = this.#undone[this.#undone.length - 1]
    if (!step) return undefined
    this.#open = undefined
    this.#undone = this.#undone.slice(0, -1)
    this.#done = [...this.#done, step]
    this.#everUndone.delete(step.id)
    return step.id
  }

  /** Many letters were taken away, and could come back. */
  get tookManyAway(): boolean {
    return this.#done.some(({ removed }) => removed >= manyLetters)
  }

  /** Others' words moved what stands in the field. */
  move(moved: (place: number) => number): void {
    if (this.#open) this.#open = { ...this.#open, from: moved(this.#open.from), to: moved(this.#open.to) }
  }

  #goesOn({ at, remove, insert }: TextDifference): boolean {
    const open = this.#open
    if (!open) return false
    if (!open.writes) return !insert && (at === open.to || at + remove === open.to)
    if (!insert || at < open.from || at + remove !== open.to) return false
    return remove > 0 || ([...insert].length === 1 && !(open.blank && /^\S/.test(insert)))
  }
}
