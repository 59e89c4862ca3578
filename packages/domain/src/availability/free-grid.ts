import { ways } from '../meeting/participation';
import { preferences } from './availability-rule';
import type { AvailabilityRule } from './availability-rule';
import { dayMs, dayOfDate, minuteOfTime, weekdayOfDay } from './wall-time';
import type { ZoneOffsets } from './wall-time';

export const slotMs = 900_000;

/** A stretch of instants in quarter hours of UTC: slot i begins at `startMs + i * slotMs`. Bit i of a grid (word i >> 5, lowest bit first) is slot i. */
export type Window = { readonly startMs: number; readonly slots: number; readonly words: number };

/** A stretch of instants in ms, the end not included. */
export type Block = { readonly startMs: number; readonly endMs: number };

/**
 * When one person is free, for each way and each liking of it: `atLeast[way * 3 + liking]` has the slots that they
 * offered in `ways[way]` with `preferences[liking]` or better; null where there are none. Grids may be
 * shared between entries, so they are read, never written.
 */
export type FreeGrid = { readonly atLeast: readonly (Uint32Array | null)[] };

/** The window of whole quarter hours that covers both instants (ms). */
export function windowOf(fromMs: number, untilMs: number): Window {
  const startMs = Math.floor(fromMs / slotMs) * slotMs;
  const slots = Math.max(0, Math.ceil((untilMs - startMs) / slotMs));
  return { startMs, slots, words: (slots + 31) >>> 5 };
}

export function hasSlot(grid: Uint32Array, slot: number): boolean {
  return ((grid[slot >>> 5]! >>> (slot & 31)) & 1) === 1;
}

/** Sets (or with `on` false clears) the slots from `from` up to, not including, `until`; what lies outside the window is left. */
export function markSlots(grid: Uint32Array, window: Window, from: number, until: number, on: boolean): void {
  const first = Math.max(0, from);
  const last = Math.min(window.slots, until) - 1;
  if (last < first) return;
  const firstWord = first >>> 5;
  const lastWord = last >>> 5;
  for (let word = firstWord; word <= lastWord; word++) {
    let mask = 0xffffffff;
    if (word === firstWord) mask &= 0xffffffff << (first & 31);
    if (word === lastWord) mask &= 0xffffffff >>> (31 - (last & 31));
    grid[word] = on ? grid[word]! | mask : grid[word]! & ~mask;
  }
}

/** The slots at which a stretch of `length` set slots (at least 1) begins: bit i of the answer is the AND of bits i to i + length - 1. */
export function runStarts(grid: Uint32Array, length: number): Uint32Array {
  const run = grid.slice();
  let have = 1;
  while (have < length) {
    const shift = Math.min(have, length - have);
    const words = shift >>> 5;
    const bits = shift & 31;
    for (let i = 0; i < run.length; i++) {
      const low = run[i + words] ?? 0;
      const high = run[i + words + 1] ?? 0;
      run[i] = run[i]! & (bits === 0 ? low : (low >>> bits) | (high << (32 - bits)));
    }
    have += shift;
  }
  return run;
}

/** Calls `each` with the instants (ms) at which the wall clock of the zone shows a time from wall `from` to wall `until` (ms read as if in UTC), one call a stretch of one offset. */
function eachStretch(at: ZoneOffsets, from: number, until: number, each: (fromMs: number, untilMs: number) => void): void {
  for (let i = 0; i < at.starts.length; i++) {
    const offset = at.offsets[i]!;
    const fromMs = Math.max(at.starts[i]!, from - offset);
    const untilMs = Math.min(at.starts[i + 1] ?? at.endMs, until - offset);
    if (fromMs < untilMs) each(fromMs, untilMs);
  }
}

function addOrdinaryWeek(rule: AvailabilityRule & { kind: 'ordinaryWeek' }, at: ZoneOffsets, window: Window): Uint32Array {
  const grid = new Uint32Array(window.words);
  const start = minuteOfTime(rule.start) * 60_000;
  const end = minuteOfTime(rule.end) * 60_000;
  for (let i = 0; i < at.starts.length; i++) {
    const offset = at.offsets[i]!;
    const segmentStart = at.starts[i]!;
    const segmentEnd = at.starts[i + 1] ?? at.endMs;
    const lastDay = Math.floor((segmentEnd - 1 + offset) / dayMs);
    for (let day = Math.floor((segmentStart + offset) / dayMs); day <= lastDay; day++) {
      if (!rule.weekdays.includes(weekdayOfDay(day))) continue;
      const fromMs = Math.max(segmentStart, day * dayMs + start - offset);
      const untilMs = Math.min(segmentEnd, day * dayMs + end - offset);
      // A slot counts only when all of it is free, so the edges round inwards.
      markSlots(grid, window, Math.ceil((fromMs - window.startMs) / slotMs), Math.floor((untilMs - window.startMs) / slotMs), true);
    }
  }
  return grid;
}

function joined(a: Uint32Array | null, b: Uint32Array | null): Uint32Array | null {
  if (a === null || b === null) return a ?? b;
  return a.map((word, i) => word | b[i]!);
}

function taken(rules: readonly AvailabilityRule[], busy: readonly Block[], offsets: (zone: string) => ZoneOffsets, window: Window): Uint32Array | null {
  const grid = new Uint32Array(window.words);
  let any = false;
  // What takes time away rounds outwards: a slot that is partly taken is not free.
  const take = (fromMs: number, untilMs: number): void => {
    any = true;
    markSlots(grid, window, Math.floor((fromMs - window.startMs) / slotMs), Math.ceil((untilMs - window.startMs) / slotMs), true);
  };
  for (const rule of rules) {
    if (rule.kind !== 'cannot') continue;
    eachStretch(offsets(rule.zone), dayOfDate(rule.from) * dayMs, (dayOfDate(rule.until) + 1) * dayMs, take);
  }
  for (const block of busy) if (block.startMs < block.endMs) take(block.startMs, block.endMs);
  return any ? grid : null;
}

/**
 * Expands one person's rules and busy blocks over a window, each rule once. A quarter hour is free when one rule
 * offers all of it, and no 'cannot' and no busy block touches it. `offsets` gives a zone's offsets over exactly the window.
 */
export function freeGrid(
  rules: readonly AvailabilityRule[],
  busy: readonly Block[],
  offsets: (zone: string) => ZoneOffsets,
  window: Window,
): FreeGrid {
  const liked: (Uint32Array | null)[] = new Array<Uint32Array | null>(ways.length * 3).fill(null);
  const away = taken(rules, busy, offsets, window);
  for (const rule of rules) {
    if (rule.kind !== 'ordinaryWeek') continue;
    const grid = addOrdinaryWeek(rule, offsets(rule.zone), window);
    if (away !== null) for (let i = 0; i < grid.length; i++) grid[i] = grid[i]! & ~away[i]!;
    const liking = preferences.indexOf(rule.preference ?? 'possible');
    for (const how of rule.how) {
      const at = ways.indexOf(how) * 3 + liking;
      liked[at] = joined(liked[at] ?? null, grid);
    }
  }
  for (let way = 0; way < ways.length; way++) {
    liked[way * 3 + 1] = joined(liked[way * 3 + 1] ?? null, liked[way * 3 + 2] ?? null);
    liked[way * 3] = joined(liked[way * 3] ?? null, liked[way * 3 + 1] ?? null);
  }
  return { atLeast: liked };
}
