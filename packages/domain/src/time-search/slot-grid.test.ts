import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SlotCounts } from './slot-counts'
import { hasSlot, markChanges, runStarts, setSlots, setTouched, setWithin, slotMs, windowOf } from './slot-grid'
import type { Grid } from './slot-grid'

const everyWord = (words: number): Int32Array => Int32Array.from({ length: words }, (_, i) => i)
const bitsOf = (grid: Grid, slots: number): boolean[] => Array.from({ length: slots }, (_, slot) => hasSlot(grid, slot))
const gridOf = (bits: readonly boolean[]): Grid => {
  const grid = new Int32Array((bits.length + 31) >>> 5)
  bits.forEach((bit, i) => {
    if (bit) grid[i >>> 5] = grid[i >>> 5]! | (1 << (i & 31))
  })
  return grid
}
const stretchesOfBits = fc
  .array(fc.integer({ min: 0, max: 150 }), { maxLength: 12 })
  .map((lengths) => lengths.flatMap((count, i) => new Array<boolean>(count).fill(i % 2 === 0)))

describe('a grid of slots', () => {
  it('finds where a stretch of any length begins, as far off as it may be', () => {
    fc.assert(
      fc.property(
        stretchesOfBits,
        fc.oneof(fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 140 })),
        fc.integer({ min: -70, max: 70 }),
        (bits, length, offset) => {
          const expected = bits.map((_, i) => Array.from({ length }, (__, k) => bits[i + offset + k] ?? false).every(Boolean))
          const grid = gridOf(bits)
          expect(bitsOf(runStarts(grid, length, offset, everyWord(grid.length)), bits.length)).toEqual(expected)
        },
      ),
      { numRuns: 200 },
    )
  }, 60_000)

  it('sets from one slot to another, whatever words they lie in, and nothing outside the window', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 140 }), fc.integer({ min: -40, max: 140 }), (from, until) => {
        const window = windowOf(0, 100 * slotMs)
        const grid = new Int32Array(window.words)
        setSlots(grid, window, from, until)
        expect(bitsOf(grid, 128)).toEqual(Array.from({ length: 128 }, (_, slot) => slot >= from && slot < until && slot < 100))
      }),
    )
  })

  it('holds a slot when all of it is within, and when any of it is touched', () => {
    const window = windowOf(0, 10 * slotMs)
    const made = (set: typeof setWithin, fromMs: number, untilMs: number): number[] => {
      const grid = new Int32Array(1)
      set(grid, window, fromMs, untilMs)
      return bitsOf(grid, 10).flatMap((bit, i) => (bit ? [i] : []))
    }
    expect(made(setWithin, slotMs + 1, 4 * slotMs)).toEqual([2, 3])
    expect(made(setTouched, slotMs + 1, 4 * slotMs + 1)).toEqual([1, 2, 3, 4])
    expect(made(setTouched, slotMs, slotMs)).toEqual([])
  })

  it('knows where it differs from the slot before', () => {
    fc.assert(
      fc.property(stretchesOfBits, (bits) => {
        const changes = new Int32Array((bits.length + 31) >>> 5)
        markChanges(changes, gridOf(bits), everyWord(changes.length))
        expect(bitsOf(changes, bits.length)).toEqual(bits.map((bit, i) => bit !== (bits[i - 1] ?? false)))
      }),
    )
  })
})

describe('counts of slots', () => {
  it('are the sums of what was added, each times its weight', () => {
    const added = fc.array(fc.tuple(fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }), fc.integer({ min: 0, max: 2 })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(added, (rows) => {
        const counts = new SlotCounts(3, 160, everyWord(3))
        for (const [bits, weight] of rows) counts.add(gridOf(bits), weight)
        for (let slot = 0; slot < 70; slot++)
          expect(counts.at(slot)).toBe(rows.reduce((sum, [bits, weight]) => sum + (bits[slot] ? 2 ** weight : 0), 0))
      }),
      { numRuns: 100 },
    )
  })
})
