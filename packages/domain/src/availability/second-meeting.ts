import { ways } from '../meeting/participation';
import { apartGapMinutes } from '../meeting/placed-together';
import { presentIn } from './openings';
import type { PlaceSearch } from './place-search';
import type { SecondMeeting } from './ranked-times';
import { hasSlot, met, slotMs } from './slot-grid';
import type { Grid } from './slot-grid';
import { comes, type TimeSearch } from './time-search';

const wayCount = ways.length;

/**
 * The first time the ask allows, at least an hour before or after the meeting at `slot`, at which all who were kept out of it (by id) can be present together with
 * a worker who must be there, in a room that holds them; null when there is none.
 */
export function secondMeeting(search: TimeSearch, slot: number, keptOut: readonly string[]): SecondMeeting | null {
  const gap = search.length + (apartGapMinutes * 60_000) / slotMs;
  const members = search.people.flatMap(({ id }, i) => (keptOut.includes(id) ? [i] : []));
  const workers = search.people.flatMap(({ worker, need }, i) => (worker && need === 'must' && !members.includes(i) ? [i] : []));
  const together = workers.flatMap((worker) =>
    search.places.map((at) => ({ at, ids: [...members, worker].sort((a, b) => a - b), starts: [...members, worker].reduce<Grid | null | undefined>((all, i) => bothPresent(all, at, i), undefined) ?? null })),
  );
  if (together.every(({ starts }) => starts === null)) return null;
  for (const { first, last } of search.starts) {
    for (let start = first; start <= last; start++) {
      if (Math.abs(start - slot) < gap) continue;
      const found = together.find(({ at, ids, starts }) => starts !== null && hasSlot(starts, start) && meets(search, at, ids, start));
      if (!found) continue;
      const startMs = search.msOf(start);
      return { startMs, startWall: search.wall(startMs), endWall: search.wall(startMs + search.length * slotMs), ids: found.ids.map((i) => search.people[i]!.id) };
    }
  }
  return null;
}

function bothPresent(all: Grid | null | undefined, at: PlaceSearch, i: number): Grid | null {
  const own = presentIn(at.open[i]!);
  return all === undefined ? own : all && own && met(all, own);
}

/** Whether these people, and nobody else, would all be present, whoever of them is kept apart from whom. */
function meets(search: TimeSearch, at: PlaceSearch, members: readonly number[], slot: number): boolean {
  const values = new Uint8Array(search.people.length * wayCount);
  for (const i of members) ways.forEach((_, way) => (values[i * wayCount + way] = at.valueOf(i, way, slot)));
  const chosen = at.chosenWith(values);
  if (!members.every((i) => comes(chosen[i]!))) return false;
  const sitting = (room: string): number => members.filter((i) => ways[chosen[i]!] === room).length;
  return at.rooms === null || at.rooms.choose(slot, sitting('inRoom'), sitting('secondRoom')) !== null;
}
