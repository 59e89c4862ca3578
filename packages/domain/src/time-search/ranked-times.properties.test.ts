import { needs, ways, waysToChoose } from '../meeting/participation'
import { apartLevels, type PairApart } from '../family/kept-apart'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preferences } from '../availability/availability-rule'
import type { AvailabilityRule } from '../availability/availability-rule'
import { mayBePlaced } from '../meeting/placed-together'
import { compareProposals } from './proposal-order'
import { proposalAt, rankedTimes } from './ranked-times'
import type { TimeAsk } from './time-ask'
import { TimeSearch } from './time-search'
import { Attendance } from './attendance'
import { inOrder, type TimePerson } from './time-person'

const ask: TimeAsk = {
  fromDate: '2026-03-27',
  untilDate: '2026-04-02',
  zone: 'Europe/London',
  minutes: 90,
  earliest: '08:00',
  latest: '21:00',
  noticeUntil: 0,
  nowMs: 0,
  most: 6,
}
const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const text = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const rule: fc.Arbitrary<AvailabilityRule> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        kind: fc.constant('ordinaryWeek' as const),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        hours: fc.tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 60, max: 700 })),
        zone: fc.constantFrom('Europe/London', 'Australia/Sydney', 'America/New_York'),
        how: fc.subarray(waysToChoose, { minLength: 1 }),
        preference: fc.constantFrom(...preferences),
      })
      .map(({ hours: [start, length], ...rest }) => ({ ...rest, start: text(start), end: text(Math.min(1440, start + length)) })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('cannot' as const),
      from: fc.constant('2026-03-28'),
      until: fc.constantFrom('2026-03-28', '2026-03-30'),
      zone: fc.constant('Europe/London'),
    }),
  },
)
const side = fc.record({ childId: fc.constantFrom('ella', 'sam'), side: fc.constantFrom('mother', 'father') })
const people: fc.Arbitrary<TimePerson[]> = fc.integer({ min: 1, max: ids.length }).chain((count) =>
  fc.tuple(
    ...ids.slice(0, count).map((id) =>
      fc.record({
        id: fc.constant(id),
        need: fc.constantFrom(...needs),
        sides: fc.array(side, { maxLength: 2 }),
        rules: fc.array(rule, { maxLength: 4 }),
        answered: fc.integer({ max: 9, min: 0 }).map((n) => n > 0),
      }),
    ),
  ),
)
const pairs: fc.Arbitrary<PairApart[]> = fc
  .array(
    fc.record({ ends: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }), level: fc.constantFrom(...apartLevels) }),
    { maxLength: 6 },
  )
  .map((rows) => rows.map(({ ends, level }) => ({ oneId: ends[0]!, otherId: ends[1]!, level })))
const busyOf = (who: TimePerson[]) =>
  new Map(who.slice(0, 1).map(({ id }) => [id, [{ startMs: Date.UTC(2026, 2, 29, 10), endMs: Date.UTC(2026, 2, 30, 16) }]]))

describe('ranked times, whatever people say', () => {
  it('never place a pair together, in the list or by hand', () => {
    let withPairs = 0
    fc.assert(
      fc.property(people, pairs, fc.integer({ min: 0, max: 671 }), (who, apart, slot) => {
        const picked = proposalAt(Date.UTC(2026, 2, 27) + slot * 900_000, null, ask, who, apart, new Map())
        const all = [...rankedTimes(ask, who, apart, busyOf(who)), ...(picked ? [picked] : [])]
        for (const { comes, leftOut, shape } of all) {
          expect(mayBePlaced(comes, apart, ask.minutes)).toEqual({ ok: true })
          if (shape !== 'together' || leftOut.some(({ why }) => why === 'keptApart')) withPairs++
        }
      }),
      { numRuns: 200 },
    )
    expect(withPairs).toBeGreaterThan(50)
  }, 60_000)

  it('do not get worse when somebody offers more', () => {
    fc.assert(
      fc.property(people, pairs, fc.nat(), rule, (who, apart, at, more) => {
        fc.pre(more.kind === 'ordinaryWeek')
        const [before] = rankedTimes(ask, who, apart, busyOf(who))
        const richer = who.map((one, i) => (i === at % who.length ? { ...one, rules: [...one.rules, more] } : one))
        const [after] = rankedTimes(ask, richer, apart, busyOf(who))
        const worse = before !== undefined && (after === undefined || compareProposals(after, before) > 0)
        expect(worse).toBe(false)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('are the same under other names and in any order of people and pairs', () => {
    fc.assert(
      fc.property(people, pairs, (who, apart) => {
        const renamed = (id: string) => `z${id}${id}`
        const others = who.map((one) => ({ ...one, id: renamed(one.id) })).reverse()
        const otherPairs = apart.map(({ oneId: a, otherId: b, level }) => ({ oneId: renamed(b), otherId: renamed(a), level })).reverse()
        const busy = busyOf(who)
        const expected = rankedTimes(ask, who, apart, busy).map((proposal) => ({
          ...proposal,
          comes: proposal.comes.map((one) => ({ ...one, id: renamed(one.id) })),
          leftOut: proposal.leftOut.map((one) => ({ ...one, id: renamed(one.id) })),
        }))
        expect(rankedTimes(ask, others, otherPairs, new Map([...busy].map(([id, blocks]) => [renamed(id), blocks])))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('account for everybody once, in order, and miss no start that is better', () => {
    fc.assert(
      fc.property(people, pairs, (who, apart) => {
        const listed = rankedTimes(ask, who, apart, new Map())
        for (const { comes, leftOut } of listed) expect([...comes, ...leftOut].map(({ id }) => id).sort()).toEqual(who.map(({ id }) => id))
        listed.slice(1).forEach((next, i) => expect(compareProposals(listed[i]!, next)).toBeLessThan(0))
        const everyStart = Array.from({ length: 7 * 96 }, (_, slot) => Date.UTC(2026, 2, 27) + slot * 900_000)
          .map((ms) => proposalAt(ms, null, ask, who, apart, new Map()))
          .filter(
            (one) =>
              one !== null &&
              one.startWall.slice(11) >= '08:00' &&
              one.endWall.slice(11) <= '21:00' &&
              one.endWall.slice(11) > one.startWall.slice(11),
          )
          .sort((a, b) => compareProposals(a!, b!))
        expect(listed[0]?.startMs).toBe(everyStart[0]?.startMs)
      }),
      { numRuns: 8 },
    )
  }, 60_000)
})

describe('starts asked one after the other', () => {
  const room = fc.record({
    id: fc.constantFrom('hall', 'attic', 'snug'),
    capacity: fc.integer({ min: 1, max: 6 }),
    stepFree: fc.boolean(),
    twoWaysOut: fc.boolean(),
    busy: fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 60 })), { maxLength: 3 }).map((blocks) =>
      blocks.map(([slot, length]) => ({
        startMs: Date.UTC(2026, 2, 27) + slot * 900_000,
        endMs: Date.UTC(2026, 2, 27) + (slot + length) * 900_000,
      })),
    ),
  })
  const places = fc.option(
    fc.uniqueArray(room, { minLength: 1, selector: ({ id }) => id }).map((rooms) => [{ id: 'hub', rooms }]),
    { nil: undefined },
  )

  it('stand as each does alone', () => {
    let [asked, kept] = [0, 0]
    fc.assert(
      fc.property(people, pairs, places, (who, apart, offered) => {
        const search = new TimeSearch(offered ? { ...ask, places: offered } : ask, who, apart, busyOf(who))
        for (const at of search.places) {
          for (const { first, last } of search.starts) {
            let before: object | null = null
            for (let slot = first; slot <= last; slot++) {
              const standing = at.standingAt(slot)
              const chosen = at.chosenAt(slot)
              expect(standing).toEqual({ chosen, ...at.exactly(slot, chosen) })
              asked += 1
              if (standing === before) kept += 1
              before = standing
            }
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(kept).toBeGreaterThan(asked / 2)
    expect(kept).toBeLessThan(asked)
  }, 60_000)
})

describe('who takes part at one time', () => {
  it(
    'is the best of all choices that keep the pairs apart, tried one by one, and of equals the one in which the first named ' +
      'are nearer',
    () => {
      const six = ids
      const minutes = 180
      const part = fc.option(
        fc.record({ edge: fc.constantFrom('beginning' as const, 'end' as const), minutes: fc.constantFrom(60, 75, 120) }),
        { nil: undefined },
      )
      const asked = fc.tuple(
        ...six.map((id) =>
          fc.record({
            id: fc.constant(id),
            need: fc.constantFrom(...needs),
            sides: fc.array(side, { maxLength: 1 }),
            rules: fc.constant([]),
            answered: fc.constant(true),
            part,
          }),
        ),
      )
      const valuesOpen = fc.tuple(
        ...six.map(() => fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 3, 5), fc.integer({ min: 1, max: 6 })), { maxLength: 3 })),
      )
      const apartAt = fc.array(
        fc.record({ oneId: fc.constantFrom(...six), otherId: fc.constantFrom(...six), level: fc.constantFrom(...apartLevels) }),
        { minLength: 3, maxLength: 10 },
      )
      fc.assert(
        fc.property(asked, valuesOpen, apartAt, (unsorted, open, rows) => {
          const who = inOrder(unsorted)
          const apart = rows.filter(({ oneId, otherId }) => oneId !== otherId)
          const values = new Uint8Array(six.length * ways.length)
          open.forEach((list, i) => list.forEach(([way, value]) => (values[i * ways.length + way] = value)))
          const whoComes = new Attendance(who, apart, minutes)
          const all = whoComes.paired
          const alone = Int8Array.from(who, (_, i) =>
            all.includes(i) ? -1 : ways.findIndex((__, way) => values[i * ways.length + way]! > 0),
          )
          let best: { chosen: Int8Array; standing: readonly number[] } | null = null
          const tryAll = (k: number, chosen: Int8Array): void => {
            if (k === all.length) {
              const placed = who.flatMap(({ id, part: own }, i) => (chosen[i]! < 0 ? [] : [{ id, how: ways[chosen[i]!]!, part: own }]))
              const standing = whoComes.keys.figures(chosen, values)
              if (mayBePlaced(placed, apart, minutes).ok && (best === null || compareProposals({ standing }, best) < 0))
                best = { chosen: chosen.slice(), standing }
              return
            }
            const i = all[k]!
            for (const way of [0, 1, 2, 3, 4, 5, -1]) {
              if (way >= 0 && values[i * ways.length + way] === 0) continue
              chosen[i] = way
              tryAll(k + 1, chosen)
            }
            chosen[i] = -1
          }
          tryAll(0, alone.slice())
          const own = new Uint8Array(all.length * ways.length)
          all.forEach((i, k) => own.set(values.subarray(i * ways.length, (i + 1) * ways.length), k * ways.length))
          const found = alone.slice()
          whoComes.place(all, own, alone).chosen.forEach((way, k) => (found[all[k]!] = way))
          expect([...found]).toEqual([...best!.chosen])
        }),
        { numRuns: 250 },
      )
    },
    60_000,
  )
})

describe('sixty people of whom three hundred pairs are kept apart', () => {
  it('are placed apart all the same, in the steps that are allowed', () => {
    const sixty = Array.from({ length: 60 }, (_, i) => ({
      id: `p${String(i).padStart(2, '0')}`,
      need: needs[i % 3]!,
      sides: [],
      answered: true,
      rules: [
        {
          kind: 'ordinaryWeek' as const,
          weekdays: [1 + (i % 5), 2 + (i % 4)],
          start: '08:00',
          end: text(1020 + 15 * (i % 8)),
          zone: 'Europe/London',
          how: ['inRoom' as const, ...(i % 2 ? ['video' as const] : [])],
          preference: 'possible' as const,
        },
      ],
    }))
    const three = Array.from({ length: 300 }, (_, i) => ({
      oneId: sixty[i % 60]!.id,
      otherId: sixty[(i * 7 + 1 + Math.floor(i / 60)) % 60]!.id,
      level: apartLevels[i % 4]!,
    }))
    const found = rankedTimes(ask, sixty, three, new Map())
    expect(found.length).toBeGreaterThan(0)
    for (const { comes } of found) expect(mayBePlaced(comes, three, ask.minutes)).toEqual({ ok: true })
  }, 60_000)
})
