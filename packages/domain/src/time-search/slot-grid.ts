export const slotMs = 900_000

/**
 * A stretch of instants in quarter hours of UTC: slot i begins at `startMs + i * slotMs`. Bit i of a grid (word i >> 5, lowest bit first)
 * is slot i.
 */
export type Window = { readonly startMs: number; readonly slots: number; readonly words: number }

/** A bit for each slot of a window. Grids may be shared, so once made they are read, never written. */
export type Grid = Int32Array

/** The window of whole quarter hours that covers both instants (ms). */
export function windowOf(fromMs: number, untilMs: number): Window {
  const startMs = Math.floor(fromMs / slotMs) * slotMs
  const slots = Math.max(0, Math.ceil((untilMs - startMs) / slotMs))
  return { startMs, slots, words: (slots + 31) >>> 5 }
}

export function emptyGrid(window: Window): Grid {
  return newGrid(window.words)
}

/** Memory for grids is asked for by the hundred and handed out once, since asking costs more than filling one. */
const gridsAtOnce = 128
let sheet = new Int32Array(0)
let handedOut = 0

function newGrid(words: number): Grid {
  if (handedOut + words > sheet.length) {
    sheet = new Int32Array(words * gridsAtOnce)
    handedOut = 0
  }
  const grid = sheet.subarray(handedOut, handedOut + words)
  handedOut += words
  return grid
}

export function hasSlot(grid: Grid, slot: number): boolean {
  return ((grid[slot >>> 5]! >>> (slot & 31)) & 1) === 1
}

/** Sets the slots from `from` up to, not including, `until`; what lies outside the window is left. */
export function setSlots(grid: Grid, window: Window, from: number, until: number): void {
  const first = from > 0 ? from : 0
  const last = (until < window.slots ? until : window.slots) - 1
  if (last < first) return
  const firstWord = first >>> 5
  const lastWord = last >>> 5
  const head = -1 << (first & 31)
  const tail = -1 >>> (31 - (last & 31))
  if (firstWord === lastWord) {
    grid[firstWord] = grid[firstWord]! | (head & tail)
    return
  }
  grid[firstWord] = grid[firstWord]! | head
  for (let word = firstWord + 1; word < lastWord; word++) grid[word] = -1
  grid[lastWord] = grid[lastWord]! | tail
}

/** Sets every slot that lies in whole between two instants (ms). */
export function setWithin(grid: Grid, window: Window, fromMs: number, untilMs: number): void {
  setSlots(grid, window, Math.ceil((fromMs - window.startMs) / slotMs), Math.floor((untilMs - window.startMs) / slotMs))
}

/** Sets every slot that the time between two instants (ms) touches. */
export function setTouched(grid: Grid, window: Window, fromMs: number, untilMs: number): void {
  if (fromMs >= untilMs) return
  setSlots(grid, window, Math.floor((fromMs - window.startMs) / slotMs), Math.ceil((untilMs - window.startMs) / slotMs))
}

/** Both grids' slots; null is an empty grid. */
export function joined(a: Grid | null, b: Grid | null): Grid | null {
  if (a === null || b === null || a === b) return a ?? b
  const both = newGrid(a.length)
  for (let i = 0; i < both.length; i++) both[i] = a[i]! | b[i]!
  return both
}

/** The slots of both grids at once. */
export function met(a: Grid, b: Grid): Grid {
  const both = newGrid(a.length)
  for (let i = 0; i < both.length; i++) both[i] = a[i]! & b[i]!
  return both
}

/** Adds the slots of `more` to `grid`, which it writes. */
export function addSlots(grid: Grid, more: Grid): void {
  for (let i = 0; i < grid.length; i++) grid[i] = grid[i]! | more[i]!
}

/** Takes the slots of `taken` out of `grid`, which it writes. */
export function takeOut(grid: Grid, taken: Grid): void {
  for (let i = 0; i < grid.length; i++) grid[i] = grid[i]! & ~taken[i]!
}

/** Adds to `changes`, which it writes, every slot of the words `among` at which `grid` differs from the slot before. */
export function markChanges(changes: Grid, grid: Grid, among: Int32Array): void {
  for (let k = 0; k < among.length; k++) {
    const i = among[k]!
    const word = grid[i]!
    changes[i] = changes[i]! | (word ^ ((word << 1) | (i > 0 ? grid[i - 1]! >>> 31 : 0)))
  }
}

/** A run of this many slots, begun anywhere in a word, ends in the next word. */
const longestInTwoWords = 32

/**
 * Where something could begin whose time is free: bit i of the answer is set when the `length` slots (at least 1) from i + `offset` are all
 * set. Only the words `among` of the answer are worked out. What lies outside the window is not free.
 */
export function runStarts(grid: Grid, length: number, offset: number, among: Int32Array): Grid {
  if (length > longestInTwoWords) return longRunStarts(grid, length, offset)
  const run = newGrid(grid.length)
  const words = offset >> 5
  const bits = offset & 31
  for (let n = 0; n < among.length; n++) {
    const i = among[n]!
    const at = i + words
    let low = wordAt(grid, at)
    let high = wordAt(grid, at + 1)
    if (bits !== 0) {
      low = (low >>> bits) | (high << (32 - bits))
      high = (high >>> bits) | (wordAt(grid, at + 2) << (32 - bits))
    }
    for (let have = 1; have < length && low !== 0;) {
      const by = have < length - have ? have : length - have
      low &= (low >>> by) | (high << (32 - by))
      high &= high >>> by
      have += by
    }
    run[i] = low
  }
  return run
}

function wordAt(grid: Grid, at: number): number {
  return at >= 0 && at < grid.length ? grid[at]! : 0
}

function longRunStarts(grid: Grid, length: number, offset: number): Grid {
  const run = newGrid(grid.length)
  run.set(grid)
  let have = 1
  while (have < length) {
    const by = Math.min(have, length - have)
    narrow(run, by)
    have += by
  }
  return offset === 0 ? run : shifted(run, offset)
}

/** Bit i of the answer is bit i + `by`. */
function shifted(grid: Grid, by: number): Grid {
  const moved = newGrid(grid.length)
  const words = by >> 5
  const bits = by & 31
  const count = grid.length
  let low = words >= 0 && words < count ? grid[words]! : 0
  for (let i = 0; i < count; i++) {
    const at = i + words + 1
    const high = at >= 0 && at < count ? grid[at]! : 0
    // Shifting by 32 is shifting by none: the higher word has no part then.
    moved[i] = bits === 0 ? low : (low >>> bits) | (high << (32 - bits))
    low = high
  }
  return moved
}

/** Leaves set in `run` what is set both there and `by` slots later. */
function narrow(run: Grid, by: number): void {
  const words = by >>> 5
  const bits = by & 31
  const count = run.length
  let low = words < count ? run[words]! : 0
  for (let i = 0; i < count; i++) {
    const at = i + words + 1
    const high = at < count ? run[at]! : 0
    run[i] = run[i]! & (bits === 0 ? low : (low >>> bits) | (high << (32 - bits)))
    low = high
  }
}
