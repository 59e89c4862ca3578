import { ways, type Way } from '../meeting/participation';
import { mostWindowDays } from './availability-rule';
import { freeGrid, hasSlot, runStarts, slotMs, windowOf } from './free-grid';
import type { Block, Window } from './free-grid';
import { isPresent, meetingShape } from '../meeting/placed-together';
import type { KeptApart, MeetingShape } from '../meeting/placed-together';
import { betterIn, compareProposals } from './proposal-order';
import type { Criterion, Standing } from './proposal-order';
import { usualProposals } from './time-ask';
import type { TimeAsk } from './time-ask';
import { dayMs, dayOfDate, instantToWall, minuteOfTime, wallToInstant, weekdayOfDay } from './wall-time';
import type { ZoneOffsets } from './wall-time';
import { inOrder, placing } from './who-comes';
import type { Placement, TimePerson } from './who-comes';
import { zoneOffsets } from './zone-offsets';

/** Why somebody has no part in a time. For the coordinator only: to everybody else it would tell of a pair. */
export type LeftOutWhy = 'notFree' | 'noAnswerYet' | 'keptApart';

/**
 * One time for a meeting: the instants (ms), the same as wall time 'YYYY-MM-DDTHH:MM' in the meeting's `zone`, how pairs
 * are kept apart, who takes part and how, who does not and why (both by need, then id), its figures for `compareProposals`,
 * and the first thing in which it beats the next proposal of the list (none for the last).
 */
export type Proposal = {
  readonly startMs: number;
  readonly endMs: number;
  readonly startWall: string;
  readonly endWall: string;
  readonly zone: string;
  readonly shape: MeetingShape;
  readonly comes: readonly { readonly id: string; readonly how: Way }[];
  readonly leftOut: readonly { readonly id: string; readonly why: LeftOutWhy }[];
  readonly standing: Standing;
  readonly better?: Criterion;
};

type Candidate = { readonly slot: number; readonly day: number; readonly standing: Standing };

/**
 * The best times for a meeting, the best first, at most `ask.most` (6 when left out). Starts lie on quarter hours.
 * A time at which nobody could be present is none; one that lacks somebody who must be there comes after all that have
 * more of those. Of starts on one day with the same people in the same ways only the best is listed, and none that
 * overlaps a better one without bringing anybody new. The order of `people` and `pairs` changes nothing.
 * `busy` holds times (ms) already taken, by person. Throws RangeError for an ask that `parseTimeAsk` would refuse.
 */
export function rankedTimes(
  ask: TimeAsk,
  people: readonly TimePerson[],
  pairs: readonly KeptApart[],
  busy: ReadonlyMap<string, readonly Block[]>,
): Proposal[] {
  const search = new TimeSearch(ask, people, pairs, busy);
  const listed: Proposal[] = [];
  const placed: { candidate: Candidate; chosen: Int8Array }[] = [];
  for (const candidate of search.candidates().sort(compareProposals)) {
    if (listed.length >= (ask.most ?? usualProposals)) break;
    const { chosen } = search.placeAt(candidate.slot);
    const nothingNew = placed.some((earlier) =>
      Math.abs(earlier.candidate.slot - candidate.slot) < search.length
        ? chosen.every((way, i) => way < 0 || earlier.chosen[i]! >= 0)
        : earlier.candidate.day === candidate.day && chosen.every((way, i) => way === earlier.chosen[i]),
    );
    if (nothingNew) continue;
    placed.push({ candidate, chosen });
    listed.push(search.describe(candidate.slot));
  }
  return listed.map((proposal, i) => {
    const next = listed[i + 1];
    const better = next && betterIn(proposal, next);
    return better ? { ...proposal, better } : proposal;
  });
}

/**
 * The same account of one start (ms) that somebody picked, from the list or by hand. null when it is not on a quarter hour,
 * when the meeting does not lie within the dates asked for, or when nobody could be present. Hours, weekdays and notice are
 * the picker's to decide; pairs kept apart are not.
 */
export function proposalAt(
  startMs: number,
  ask: TimeAsk,
  people: readonly TimePerson[],
  pairs: readonly KeptApart[],
  busy: ReadonlyMap<string, readonly Block[]>,
): Proposal | null {
  const search = new TimeSearch(ask, people, pairs, busy);
  const slot = (startMs - search.window.startMs) / slotMs;
  if (!Number.isInteger(slot) || slot < 0 || slot + search.length > search.window.slots) return null;
  return search.placeAt(slot).chosen.some(comes) ? search.describe(slot) : null;
}

function comes(way: number): boolean {
  return way >= 0 && isPresent(ways[way]!);
}

/** One ask, its people's rules expanded once onto the window's grid. */
class TimeSearch {
  readonly length: number;
  readonly window: Window;
  private readonly firstDay: number;
  private readonly lastDay: number;
  private readonly zones = new Map<string, ZoneOffsets>();
  private readonly people: readonly TimePerson[];
  /** For person i, way w and liking l at (i * 5 + w) * 3 + l: the slots at which the meeting could begin for them. */
  private readonly starts: (Uint32Array | null)[] = [];
  private readonly place: (open: Uint8Array) => Placement;
  private readonly open: Uint8Array;

  constructor(
    private readonly ask: TimeAsk,
    people: readonly TimePerson[],
    private readonly pairs: readonly KeptApart[],
    busy: ReadonlyMap<string, readonly Block[]>,
  ) {
    this.firstDay = dayOfDate(ask.fromDate);
    this.lastDay = dayOfDate(ask.untilDate);
    this.length = (ask.minutes * 60_000) / slotMs;
    const days = this.lastDay - this.firstDay + 1;
    if (days < 1 || days > mostWindowDays || !Number.isInteger(this.length) || this.length < 1) {
      throw new RangeError('An ask for a time has to be parsed before it is used.');
    }
    this.window = windowOf(this.wallMs(this.firstDay, 0, 'later'), this.wallMs(this.lastDay, 1440, 'earlier'));
    this.people = inOrder(people);
    for (const person of this.people) {
      const { atLeast } = freeGrid(person.answered ? person.rules : [], busy.get(person.id) ?? [], this.offsets, this.window);
      const runs = new Map<Uint32Array, Uint32Array>();
      for (const grid of atLeast) {
        if (grid !== null && !runs.has(grid)) runs.set(grid, runStarts(grid, this.length));
        this.starts.push(grid && (runs.get(grid) ?? null));
      }
    }
    this.place = placing(this.people, pairs);
    this.open = new Uint8Array(this.people.length * ways.length);
  }

  /** The starts that the ask allows and at which something changes: between two changes of one day the first start is the best. */
  candidates(): Candidate[] {
    const changes = this.changes();
    const found: Candidate[] = [];
    for (let day = this.firstDay; day <= this.lastDay; day++) {
      if (this.ask.weekdays && !this.ask.weekdays.includes(weekdayOfDay(day))) continue;
      const opens = this.wallMs(day, minuteOfTime(this.ask.earliest), 'later');
      const closes = this.wallMs(day, minuteOfTime(this.ask.latest), 'earlier');
      const first = Math.ceil((Math.max(opens, this.ask.noticeUntil) - this.window.startMs) / slotMs);
      const last = Math.floor((closes - this.window.startMs) / slotMs) - this.length;
      for (let slot = first; slot <= last; slot++) {
        if (slot > first && !hasSlot(changes, slot)) continue;
        const { chosen, standing } = this.placeAt(slot);
        if (chosen.some(comes)) found.push({ slot, day, standing: [...standing, -this.msOf(slot)] });
      }
    }
    return found;
  }

  /** Who takes part in a meeting that begins at this slot. */
  placeAt(slot: number): Placement {
    for (let i = 0; i < this.open.length; i++) {
      let liking = 0;
      while (liking < 3) {
        const grid = this.starts[i * 3 + liking];
        if (!grid || !hasSlot(grid, slot)) break;
        liking++;
      }
      this.open[i] = liking;
    }
    return this.place(this.open);
  }

  describe(slot: number): Proposal {
    const { chosen, standing } = this.placeAt(slot);
    const present: { id: string; how: Way }[] = [];
    const leftOut: { id: string; why: LeftOutWhy }[] = [];
    this.people.forEach(({ id, answered }, i) => {
      const how = ways[chosen[i]!];
      if (how) present.push({ id, how });
      else leftOut.push({ id, why: answered ? this.whyLeftOut(i) : 'noAnswerYet' });
    });
    const startMs = this.msOf(slot);
    const endMs = startMs + this.length * slotMs;
    const { zone } = this.ask;
    return {
      startMs,
      endMs,
      startWall: this.wall(startMs),
      endWall: this.wall(endMs),
      zone,
      shape: meetingShape(present, this.pairs),
      comes: present,
      leftOut,
      standing: [...standing, -startMs],
    };
  }

  private whyLeftOut(person: number): LeftOutWhy {
    const at = person * ways.length;
    return this.open.subarray(at, at + ways.length).some((liking) => liking > 0) ? 'keptApart' : 'notFree';
  }

  private changes(): Uint32Array {
    const changes = new Uint32Array(this.window.words);
    for (const grid of new Set(this.starts)) {
      if (!grid) continue;
      let carry = 0;
      for (let i = 0; i < changes.length; i++) {
        const word = grid[i]!;
        changes[i] = changes[i]! | (word ^ ((word << 1) | carry));
        carry = word >>> 31;
      }
    }
    return changes;
  }

  private readonly offsets = (zone: string): ZoneOffsets => {
    const known = this.zones.get(zone);
    if (known) return known;
    const made = zoneOffsets(zone, (this.firstDay - 2) * dayMs, (this.lastDay + 3) * dayMs);
    this.zones.set(zone, made);
    return made;
  };

  /** An edge of the meeting's day. Where the clock skips it or shows it twice, the reading that makes the day shorter. */
  private wallMs(day: number, minute: number, reading: 'earlier' | 'later'): number {
    const found = wallToInstant(this.offsets(this.ask.zone), day, minute);
    if (found.code === 'once') return found.ms;
    if (found.code === 'existsTwice') return found[reading];
    return reading === 'later' ? found.after : found.before;
  }

  private wall(ms: number): string {
    const { date, time } = instantToWall(this.offsets(this.ask.zone), ms);
    return `${date}T${time}`;
  }

  private msOf(slot: number): number {
    return this.window.startMs + slot * slotMs;
  }
}
