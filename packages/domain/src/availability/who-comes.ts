import { ways, needs, type Need } from '../meeting/participation';
import { apartLevels, type ApartLevel } from '../family/kept-apart';
import type { AvailabilityRule } from './availability-rule';
import { isPresent, mayMeet } from '../meeting/placed-together';
import type { KeptApart } from '../meeting/placed-together';
import { compareProposals, criteria } from './proposal-order';


/**
 * A person a time is sought for. `sides`: the side of the family they stand on, for each child. Somebody who has
 * not `answered` yet is never counted as a no: whatever rules they began to type are not read.
 */
export type TimePerson = {
  readonly id: string;
  readonly need: Need;
  readonly sides: readonly { readonly childId: string; readonly side: string }[];
  readonly rules: readonly AvailabilityRule[];
  readonly answered: boolean;
};

/** Who takes part at one time: `chosen[i]` is the place in `ways` of person i's way, or -1 for somebody who does not. `standing` lacks the last figure, the start. */
export type Placement = { readonly chosen: Int8Array; readonly standing: readonly number[] };

/** No family comes near this; it keeps dozens of people all kept apart from each other from stopping the server. What was found by then is used, and is as safe. */
const mostSteps = 1000;
const undecided = -2;
const out = -1;
const howAt = criteria.indexOf('how');
const welcomeAt = criteria.indexOf('welcome');
const presentAt = needs.map((need) => criteria.findIndex((criterion) => criterion === need));

/** Everybody in the order in which they are named and, when nothing else tells two apart, kept: need, then id. */
export function inOrder<Person extends { readonly id: string; readonly need: Need }>(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * Makes the function that says who takes part at one time, and how. It is given, for person i and way w, `open[i * 5 + w]`:
 * 0 not open, 1 as a last resort, 2 possible, 3 better. Of all choices that keep every pair apart it finds the one that
 * stands best by `compareProposals`; of several always the same one, by the order of `people` (see `inOrder`).
 */
export function placing(people: readonly TimePerson[], pairs: readonly KeptApart[]): (open: Uint8Array) => Placement {
  const links = linksBetween(people, pairs);
  const apart: Neighbour[][] = people.map(() => []);
  for (const { one, other, level } of links) {
    apart[one]!.push({ other, level });
    apart[other]!.push({ other: one, level });
  }
  const paired = people.flatMap((_, i) => (apart[i]!.length > 0 ? [i] : []));
  const standingOf = standings(people);
  const needOf = people.map(({ need }) => needs.indexOf(need));
  const nobody = new Int8Array(people.length).fill(out);

  const mayTake = (i: number, way: number, taken: Int8Array): boolean =>
    apart[i]!.every(({ other, level }) => taken[other]! < 0 || mayMeet(level, ways[way]!, ways[taken[other]!]!));
  /** How many of the undecided this way would hold back from something. A nearer way holds back all that a farther one does. */
  const reach = (i: number, way: number, fixed: Int8Array): number =>
    apart[i]!.reduce((sum, { other, level }) => sum + (fixed[other] === undecided && !mayMeet(level, ways[way]!, 'inRoom') ? 1 : 0), 0);

  /** The person with the most clashes in `chosen`, or -1; takes from `bound` what every way out of the clashes must cost. */
  const worstClash = (chosen: Int8Array, bound: number[]): number => {
    const clashes = new Uint16Array(chosen.length);
    const counted = new Uint8Array(chosen.length);
    let worst = -1;
    for (const { one, other, level } of links) {
      if (chosen[one]! < 0 || chosen[other]! < 0 || mayMeet(level, ways[chosen[one]!]!, ways[chosen[other]!]!)) continue;
      for (const i of [one, other]) {
        clashes[i] = clashes[i]! + 1;
        if (worst < 0 || clashes[i]! > clashes[worst]! || (clashes[i] === clashes[worst] && i < worst)) worst = i;
      }
      if (counted[one] === 1 || counted[other] === 1) continue;
      counted[one] = counted[other] = 1;
      // One of the two has to step back, at best the less needed; where not even a screen is allowed they are no longer present.
      const need = Math.max(needOf[one]!, needOf[other]!);
      const lowered = need === 3 ? [welcomeAt] : mayMeet(level, 'inRoom', 'video') ? [howAt] : [presentAt[need]!, howAt];
      for (const at of lowered) bound[at] = bound[at]! - 1;
    }
    return worst;
  };

  return (open) => {
    let best: Placement = { chosen: nobody, standing: standingOf(nobody, open) };
    let steps = 0;

    const nearest = (i: number, taken: Int8Array): number => {
      for (let way = 0; way < ways.length; way++) if (open[i * ways.length + way]! > 0 && mayTake(i, way, taken)) return way;
      return out;
    };
    const decide = (i: number, way: number, fixed: Int8Array): void => {
      const next = fixed.slice();
      next[i] = way;
      settle(next);
    };
    const settle = (fixed: Int8Array): void => {
      if (++steps > mostSteps) return;
      // Everybody undecided takes their nearest way, as if no two of the undecided were kept apart: nothing below can stand better.
      const chosen = fixed.slice();
      for (const i of paired) if (fixed[i] === undecided) chosen[i] = nearest(i, fixed);
      const standing = standingOf(chosen, open);
      const bound = standing.slice();
      const clash = worstClash(chosen, bound);
      if (compareProposals({ standing: bound }, best) >= 0) return;
      if (clash < 0) {
        best = { chosen, standing };
        return;
      }
      let last = Infinity;
      for (let way = 0; way < ways.length && last > 0; way++) {
        if (open[clash * ways.length + way] === 0 || !mayTake(clash, way, fixed)) continue;
        const holdsBack = reach(clash, way, fixed);
        // A farther way that frees nobody more is never better.
        if (holdsBack === last) continue;
        last = holdsBack;
        decide(clash, way, fixed);
      }
      if (last > 0) decide(clash, out, fixed);
    };

    const start = nobody.slice();
    for (let i = 0; i < start.length; i++) start[i] = apart[i]!.length > 0 ? undecided : nearest(i, nobody);
    settle(start);
    return best;
  };
}

type Neighbour = { readonly other: number; readonly level: ApartLevel };

/** Each two people who are kept apart, once, by their places in `people` and the strictest of their levels. */
function linksBetween(people: readonly TimePerson[], pairs: readonly KeptApart[]): { one: number; other: number; level: ApartLevel }[] {
  const place = new Map(people.map(({ id }, i) => [id, i]));
  const links = new Map<number, { one: number; other: number; level: ApartLevel }>();
  for (const { a, b, level } of pairs) {
    const i = place.get(a);
    const j = place.get(b);
    if (i === undefined || j === undefined || i === j) continue;
    const [one, other] = [Math.min(i, j), Math.max(i, j)];
    const known = links.get(one * people.length + other);
    if (!known || apartLevels.indexOf(level) > apartLevels.indexOf(known.level)) links.set(one * people.length + other, { one, other, level });
  }
  return [...links.entries()].sort(([a], [b]) => a - b).map(([, link]) => link);
}

function standings(people: readonly TimePerson[]): (chosen: Int8Array, open: Uint8Array) => number[] {
  const sideNumbers = new Map<string, number>();
  const childOfSide: number[] = [];
  const children = new Map<string, number>();
  const needOf = people.map(({ need }) => needs.indexOf(need));
  const present = ways.map(isPresent);
  const sidesOf = people.map(({ sides }) =>
    sides.map(({ childId, side }) => {
      const key = JSON.stringify([childId, side]);
      const known = sideNumbers.get(key);
      if (known !== undefined) return known;
      const child = children.get(childId) ?? children.size;
      children.set(childId, child);
      sideNumbers.set(key, childOfSide.length);
      return childOfSide.push(child) - 1;
    }),
  );
  const seen = new Uint8Array(childOfSide.length);
  const missing = new Uint8Array(children.size);

  return (chosen, open) => {
    const counts = [0, 0, 0, 0];
    let how = 0;
    let welcome = 0;
    let preference = 0;
    seen.fill(0);
    missing.fill(0);
    for (let i = 0; i < chosen.length; i++) {
      const way = chosen[i]!;
      if (way < 0) continue;
      const need = needOf[i]!;
      if (need === 3) welcome += ways.length - way;
      else how += ways.length - way;
      preference += open[i * ways.length + way]! - 1;
      if (!present[way]) continue;
      counts[need] = counts[need]! + 1;
      for (const side of sidesOf[i]!) seen[side] = 1;
    }
    for (let side = 0; side < seen.length; side++) if (seen[side] === 0) missing[childOfSide[side]!] = 1;
    let bothSides = 0;
    for (let child = 0; child < missing.length; child++) if (missing[child] === 0) bothSides++;
    return [counts[0]!, counts[1]!, bothSides, counts[2]!, how, welcome, preference];
  };
}
