import type { Grid } from './slot-grid'

/**
 * A number for each slot, to which whole grids of slots are added at once: the numbers stand upright in `planes` (bit k of the 32 slots of
 * word i is word i * depth + k), so that adding a grid is a few steps of carrying a word.
 */
export class SlotCounts {
  private readonly planes: Int32Array
  private readonly depth: number

  /** For numbers up to `most`, of the slots in the words `among`. */
  constructor(
    words: number,
    most: number,
    private readonly among: Int32Array,
  ) {
    this.depth = Math.max(1, 32 - Math.clz32(most))
    this.planes = new Int32Array(words * this.depth)
  }

  /** Adds 2 to the power of `weight` to every slot of the grid that is set in `only` too. */
  add(grid: Grid, weight = 0, only: Grid = grid): void {
    const { planes, depth, among } = this
    for (let n = 0; n < among.length; n++) {
      const i = among[n]!
      let carry = grid[i]! & only[i]!
      for (let k = i * depth + weight; carry !== 0; k++) {
        const plane = planes[k]!
        planes[k] = plane ^ carry
        carry &= plane
      }
    }
  }

  at(slot: number): number {
    const from = (slot >>> 5) * this.depth
    const bit = slot & 31
    let count = 0
    for (let k = 0; k < this.depth; k++) count |= ((this.planes[from + k]! >>> bit) & 1) << k
    return count
  }
}
