import { ways, type Way, needs } from '../meeting/participation';
import { apartLevels } from '../family/kept-apart';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferences } from './availability-rule';
import type { AvailabilityRule } from './availability-rule';
import { mayBePlaced } from '../meeting/placed-together';
import type { KeptApart } from '../meeting/placed-together';
import { compareProposals } from './proposal-order';
import { proposalAt, rankedTimes } from './ranked-times';
import type { TimeAsk } from './time-ask';
import { placing } from './who-comes';
import type { TimePerson } from './who-comes';

const ask: TimeAsk = { fromDate: '2026-03-27', untilDate: '2026-04-02', zone: 'Europe/London', minutes: 90, earliest: '08:00', latest: '21:00', noticeUntil: 0, most: 6 };
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const text = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const rule: fc.Arbitrary<AvailabilityRule> = fc.oneof(
  { weight: 6, arbitrary: fc.record({
    kind: fc.constant('ordinaryWeek' as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    hours: fc.tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 60, max: 700 })),
    zone: fc.constantFrom('Europe/London', 'Australia/Sydney', 'America/New_York'),
    how: fc.subarray([...ways], { minLength: 1 }),
    preference: fc.constantFrom(...preferences),
  }).map(({ hours: [start, length], ...rest }) => ({ ...rest, start: text(start), end: text(Math.min(1440, start + length)) })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cannot' as const), from: fc.constant('2026-03-28'), until: fc.constantFrom('2026-03-28', '2026-03-30'), zone: fc.constant('Europe/London') }) },
);
const side = fc.record({ childId: fc.constantFrom('ella', 'sam'), side: fc.constantFrom('mother', 'father') });
const people: fc.Arbitrary<TimePerson[]> = fc.integer({ min: 1, max: ids.length }).chain((count) =>
  fc.tuple(...ids.slice(0, count).map((id) =>
    fc.record({ id: fc.constant(id), need: fc.constantFrom(...needs), sides: fc.array(side, { maxLength: 2 }), rules: fc.array(rule, { maxLength: 4 }), answered: fc.integer({ max: 9, min: 0 }).map((n) => n > 0) }),
  )),
);
const pairs: fc.Arbitrary<KeptApart[]> = fc.array(
  fc.record({ ends: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }), level: fc.constantFrom(...apartLevels) }),
  { maxLength: 6 },
).map((rows) => rows.map(({ ends, level }) => ({ a: ends[0]!, b: ends[1]!, level })));
const busyOf = (who: TimePerson[]) => new Map(who.slice(0, 1).map(({ id }) => [id, [{ startMs: Date.UTC(2026, 2, 29, 10), endMs: Date.UTC(2026, 2, 30, 16) }]]));

describe('ranked times, whatever people say', () => {
  it('never place a pair together, in the list or by hand', () => {
    let withPairs = 0;
    fc.assert(fc.property(people, pairs, fc.integer({ min: 0, max: 671 }), (who, apart, slot) => {
      const picked = proposalAt(Date.UTC(2026, 2, 27) + slot * 900_000, ask, who, apart, new Map());
      const all = [...rankedTimes(ask, who, apart, busyOf(who)), ...(picked ? [picked] : [])];
      for (const { comes, leftOut, shape } of all) {
        expect(mayBePlaced(comes, apart)).toEqual({ ok: true });
        if (shape !== 'together' || leftOut.some(({ why }) => why === 'keptApart')) withPairs++;
      }
    }), { numRuns: 300 });
    expect(withPairs).toBeGreaterThan(50);
  });

  it('do not get worse when somebody offers more', () => {
    fc.assert(fc.property(people, pairs, fc.nat(), rule, (who, apart, at, more) => {
      fc.pre(more.kind === 'ordinaryWeek');
      const [before] = rankedTimes(ask, who, apart, busyOf(who));
      const richer = who.map((one, i) => (i === at % who.length ? { ...one, rules: [...one.rules, more] } : one));
      const [after] = rankedTimes(ask, richer, apart, busyOf(who));
      const worse = before !== undefined && (after === undefined || compareProposals(after, before) > 0);
      expect(worse).toBe(false);
    }), { numRuns: 300 });
  });

  it('are the same under other names and in any order of people and pairs', () => {
    fc.assert(fc.property(people, pairs, (who, apart) => {
      const renamed = (id: string) => `z${id}${id}`;
      const others = who.map((one) => ({ ...one, id: renamed(one.id) })).reverse();
      const otherPairs = apart.map(({ a, b, level }) => ({ a: renamed(b), b: renamed(a), level })).reverse();
      const busy = busyOf(who);
      const expected = rankedTimes(ask, who, apart, busy).map((proposal) => ({
        ...proposal,
        comes: proposal.comes.map((one) => ({ ...one, id: renamed(one.id) })),
        leftOut: proposal.leftOut.map((one) => ({ ...one, id: renamed(one.id) })),
      }));
      expect(rankedTimes(ask, others, otherPairs, new Map([...busy].map(([id, blocks]) => [renamed(id), blocks])))).toEqual(expected);
    }), { numRuns: 200 });
  });

  it('account for everybody once, in order, and miss no start that is better', () => {
    fc.assert(fc.property(people, pairs, (who, apart) => {
      const listed = rankedTimes(ask, who, apart, new Map());
      for (const { comes, leftOut } of listed) expect([...comes, ...leftOut].map(({ id }) => id).sort()).toEqual(who.map(({ id }) => id));
      listed.slice(1).forEach((next, i) => expect(compareProposals(listed[i]!, next)).toBeLessThan(0));
      const everyStart = Array.from({ length: 7 * 96 }, (_, slot) => Date.UTC(2026, 2, 27) + slot * 900_000)
        .map((ms) => proposalAt(ms, ask, who, apart, new Map()))
        .filter((one) => one !== null && one.startWall.slice(11) >= '08:00' && one.endWall.slice(11) <= '21:00' && one.endWall.slice(11) > one.startWall.slice(11))
        .sort((a, b) => compareProposals(a!, b!));
      expect(listed[0]?.startMs).toBe(everyStart[0]?.startMs);
    }), { numRuns: 8 });
  }, 30_000);
});

describe('who takes part at one time', () => {
  it('is the best of all choices that keep the pairs apart, tried one by one', () => {
    const eight = [...ids, 'g', 'h'];
    const asked = fc.tuple(...eight.map((id) => fc.record({ id: fc.constant(id), need: fc.constantFrom(...needs), sides: fc.array(side, { maxLength: 1 }), rules: fc.constant([]), answered: fc.constant(true) })));
    const openWays = fc.tuple(...eight.map(() => fc.oneof(fc.constant([0]), fc.subarray([0, 1, 2, 4], { minLength: 1, maxLength: 2 }))));
    const apartAt = fc.array(fc.record({ a: fc.constantFrom(...eight), b: fc.constantFrom(...eight), level: fc.constantFrom(...apartLevels) }), { minLength: 3, maxLength: 14 });
    fc.assert(fc.property(asked, openWays, apartAt, (who, waysOpen, rows) => {
      const apart = rows.filter(({ a, b }) => a !== b);
      const open = new Uint8Array(40);
      waysOpen.forEach((list, i) => list.forEach((way) => (open[i * 5 + way] = 1 + ((i + way) % 3))));
      const free = placing(who, []);
      let best = free(new Uint8Array(40)).standing;
      const tryAll = (i: number, only: Uint8Array, placed: { id: string; how: Way }[]): void => {
        if (!mayBePlaced(placed, apart).ok) return;
        if (i === eight.length) {
          const { standing } = free(only);
          if (compareProposals({ standing }, { standing: best }) < 0) best = standing;
          return;
        }
        tryAll(i + 1, only, placed);
        for (const way of waysOpen[i]!) {
          const next = only.slice();
          next[i * 5 + way] = open[i * 5 + way]!;
          tryAll(i + 1, next, [...placed, { id: eight[i]!, how: ways[way]! }]);
        }
      };
      tryAll(0, new Uint8Array(40), []);
      expect(placing(who, apart)(open).standing).toEqual(best);
    }), { numRuns: 150 });
  }, 30_000);
});
