import { ways, type Way } from '../meeting/participation';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { preferences } from './availability-rule';
import type { AvailabilityRule, Preference } from './availability-rule';
import { freeGrid, hasSlot, runStarts, slotMs, windowOf } from './free-grid';
import type { Block, Window } from './free-grid';
import { zoneOffsets } from './zone-offsets';

const london = 'Europe/London';
const utc = (text: string): number => Date.parse(`${text}Z`);

function free(rules: readonly AvailabilityRule[], window: Window, busy: readonly Block[] = [], how: Way = 'inRoom', liking: Preference = 'lastResort'): number[] {
  const offsets = (zone: string) => zoneOffsets(zone, window.startMs, window.startMs + window.slots * slotMs);
  const grid = freeGrid(rules, busy, offsets, window).atLeast[ways.indexOf(how) * 3 + preferences.indexOf(liking)];
  return grid ? Array.from({ length: window.slots }, (_, slot) => slot).filter((slot) => hasSlot(grid, slot)) : [];
}

function stretches(slots: readonly number[], window: Window): string[] {
  const text = (slot: number): string => new Date(window.startMs + slot * slotMs).toISOString().slice(5, 16);
  const starts = slots.filter((slot, i) => slots[i - 1] !== slot - 1);
  const ends = slots.filter((slot, i) => slots[i + 1] !== slot + 1);
  return starts.map((start, i) => `${text(start)} ${text(ends[i]! + 1)}`);
}

const week = (weekdays: number[], start: string, end: string, zone = london): AvailabilityRule => ({
  kind: 'ordinaryWeek',
  weekdays,
  start,
  end,
  zone,
  how: ['inRoom'],
});

describe('the clock changes of 2026 in London', () => {
  it.each<[string, AvailabilityRule, string, string, string[]]>([
    ['a Sunday before and after the clock goes forward', week([7], '15:00', '17:00'), '2026-03-22T00:00', '2026-03-30T00:00', ['03-22T15:00 03-22T17:00', '03-29T14:00 03-29T16:00']],
    ['the whole short day has 23 hours', week([7], '00:00', '24:00'), '2026-03-28T00:00', '2026-03-31T00:00', ['03-29T00:00 03-29T23:00']],
    ['an hour the clock skips is no time', week([7], '01:00', '02:00'), '2026-03-28T00:00', '2026-03-31T00:00', []],
    ['a start in the skipped hour begins when it is over', week([7], '01:30', '03:00'), '2026-03-28T00:00', '2026-03-31T00:00', ['03-29T01:00 03-29T02:00']],
    ['a Sunday after the clock goes back', week([7], '15:00', '17:00'), '2026-10-25T00:00', '2026-10-26T00:00', ['10-25T15:00 10-25T17:00']],
    ['the whole long day has 25 hours', week([7], '00:00', '24:00'), '2026-10-24T00:00', '2026-10-27T00:00', ['10-24T23:00 10-26T00:00']],
    ['an hour shown twice counts twice', week([7], '01:00', '02:00'), '2026-10-24T00:00', '2026-10-27T00:00', ['10-25T00:00 10-25T02:00']],
    ['half of an hour shown twice counts twice too', week([7], '01:30', '02:00'), '2026-10-24T00:00', '2026-10-27T00:00', ['10-25T00:30 10-25T01:00', '10-25T01:30 10-25T02:00']],
  ])('%s', (_, rule, from, until, expected) => {
    const window = windowOf(utc(from), utc(until));
    expect(stretches(free([rule], window), window)).toEqual(expected);
  });
});

describe('a person in another zone', () => {
  it('is asked about her own evening in Sydney, and moves against London when either clock changes', () => {
    const aunt = week([6], '18:00', '22:00', 'Australia/Sydney');
    const window = windowOf(utc('2026-03-27T00:00'), utc('2026-04-12T00:00'));
    expect(stretches(free([aunt], window), window)).toEqual(['03-28T07:00 03-28T11:00', '04-04T07:00 04-04T11:00', '04-11T08:00 04-11T12:00']);
  });
});

describe('what takes time away', () => {
  const window = windowOf(utc('2026-04-06T00:00'), utc('2026-04-13T00:00'));
  const everyDay = week([1, 2, 3, 4, 5, 6, 7], '10:00', '12:00');

  it('is every day of an absence, the first and the last included', () => {
    const away: AvailabilityRule = { kind: 'cannot', from: '2026-04-07', until: '2026-04-11', zone: london };
    expect(stretches(free([away, everyDay], window), window)).toEqual(['04-06T09:00 04-06T11:00', '04-12T09:00 04-12T11:00']);
  });

  it('is the whole quarter hour that something busy touches', () => {
    const busy = [{ startMs: utc('2026-04-06T09:50'), endMs: utc('2026-04-06T10:10') }];
    expect(stretches(free([everyDay], window, busy), window)[0]).toBe('04-06T09:00 04-06T09:45');
    expect(stretches(free([everyDay], window, busy), window)[1]).toBe('04-06T10:15 04-06T11:00');
  });

  it('is the edge of an offer that does not fill its quarter hour', () => {
    expect(stretches(free([week([1], '10:10', '11:20')], window), window)).toEqual(['04-06T09:15 04-06T10:15']);
  });
});

describe('ways and likings', () => {
  it('are kept apart, and a better hour is also a possible one', () => {
    const window = windowOf(utc('2026-04-06T00:00'), utc('2026-04-07T00:00'));
    const rules: AvailabilityRule[] = [
      { kind: 'ordinaryWeek', weekdays: [1], start: '10:00', end: '11:00', zone: london, how: ['inRoom'], preference: 'better' },
      { kind: 'ordinaryWeek', weekdays: [1], start: '11:00', end: '12:00', zone: london, how: ['inRoom', 'phone'] },
      { kind: 'ordinaryWeek', weekdays: [1], start: '12:00', end: '13:00', zone: london, how: ['inRoom'], preference: 'lastResort' },
    ];
    const shown = (how: Way, liking: Preference) => stretches(free(rules, window, [], how, liking), window);
    expect(shown('inRoom', 'better')).toEqual(['04-06T09:00 04-06T10:00']);
    expect(shown('inRoom', 'possible')).toEqual(['04-06T09:00 04-06T11:00']);
    expect(shown('inRoom', 'lastResort')).toEqual(['04-06T09:00 04-06T12:00']);
    expect(shown('phone', 'lastResort')).toEqual(['04-06T10:00 04-06T11:00']);
    expect(shown('video', 'lastResort')).toEqual([]);
  });
});

describe('against a slow calendar', () => {
  it('is free exactly when the wall clock says so, at every clock change from 2025 to 2045 in six zones', () => {
    const zones = [london, 'Australia/Sydney', 'Australia/Lord_Howe', 'America/New_York', 'Africa/Cairo', 'America/Santiago'];
    const minute = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
    const text = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
    for (const zone of zones) {
      const changes = zoneOffsets(zone, utc('2025-01-01T00:00'), utc('2046-01-01T00:00')).starts.slice(1);
      expect(changes.length).toBeGreaterThan(38);
      for (const change of changes) {
        const window = windowOf(change - 30 * 3_600_000, change + 30 * 3_600_000);
        const wall = Array.from({ length: window.slots }, (_, slot) => Temporal.Instant.fromEpochMilliseconds(window.startMs + slot * slotMs).toZonedDateTimeISO(zone));
        fc.assert(
          fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.tuple(minute, minute), (weekdays, [a, b]) => {
            fc.pre(a !== b);
            const [start, end] = [Math.min(a, b), Math.max(a, b)];
            const expected = wall.flatMap((at, slot) => {
              const now = at.hour * 60 + at.minute;
              return weekdays.includes(at.dayOfWeek) && now >= start && now < end ? [slot] : [];
            });
            expect(free([week(weekdays, text(start), text(end), zone)], window)).toEqual(expected);
          }),
          { numRuns: 4 },
        );
      }
    }
  });

  it('finds where a stretch of any length begins', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 12 }), fc.integer({ min: 1, max: 140 }), (lengths, length) => {
        const bits = lengths.flatMap((count, i) => new Array<boolean>(count).fill(i % 2 === 0));
        const grid = new Uint32Array((bits.length + 31) >>> 5);
        bits.forEach((bit, i) => {
          if (bit) grid[i >>> 5] = grid[i >>> 5]! | (1 << (i & 31));
        });
        const run = runStarts(grid, length);
        bits.forEach((_, i) => expect(hasSlot(run, i)).toBe(bits.slice(i, i + length).filter(Boolean).length === length));
      }),
      { numRuns: 300 },
    );
  });
});
