import { needs, ways } from '../meeting/participation';
import { isPresent } from '../meeting/placed-together';
import { mostOpen, openPlainly, presentIn } from './openings';
import type { Openings } from './openings';
import { SlotCounts } from './slot-counts';
import { joined, met } from './slot-grid';
import type { Grid } from './slot-grid';
import type { StandingKeys } from './standing-keys';
import type { TimeSearch } from './time-search';

const welcome = needs.indexOf('welcome');
const present = ways.map(isPresent);
/** The binary digits of the most that one way is worth in `how`. */
const howDigits = 3;

/** Somebody's ways from near to far, without those that are open only when a nearer one is anyway. */
export type NearestFirst = readonly { readonly way: number; readonly starts: Grid }[];

export type Unpaired = { readonly i: number; readonly nearest: NearestFirst };

/** Somebody's ways from near to far. Whoever is kept apart from nobody needs no second room: it is open only when the room is. */
export function nearestFirst(own: Openings): NearestFirst {
  const found: { way: number; starts: Grid }[] = [];
  own.forEach((opening, way) => {
    const starts = opening?.atLeast[0] ?? null;
    if (starts !== null && ways[way] !== 'secondRoom' && !found.some((nearer) => nearer.starts === starts)) found.push({ way, starts });
  });
  return found;
}

/** What the people in no pair add to the two numbers of a standing (`StandingKeys`), added up for all slots at once. */
export class Numbers {
  private readonly counts: readonly SlotCounts[];
  private readonly bothSides: SlotCounts;
  private readonly keys: StandingKeys;

  constructor({ people, window, whoComes: { keys }, among }: TimeSearch, open: readonly Openings[], unpaired: readonly Unpaired[]) {
    this.keys = keys;
    const made = (most: number): SlotCounts => new SlotCounts(window.words, most, among);
    const presents = [0, 1, 2].map(() => made(people.length));
    const [how, near] = [made(people.length * ways.length), made(people.length * ways.length)];
    const [timeOff, preference] = [made(people.length), made(people.length * 2)];
    const adding = new Adding(window.words, among);
    for (const { i, nearest } of unpaired) {
      if (nearest.length === 0) continue;
      adding.read(open[i]!, nearest);
      const need = keys.need(i);
      if (need !== welcome) presents[need]!.add(adding.present);
      for (let digit = 0; digit < howDigits; digit++) (need === welcome ? near : how).add(adding.how[digit]!, digit);
      if (adding.someTimeOff) timeOff.add(adding.timeOff);
      preference.add(adding.possible);
      if (adding.someBetter) preference.add(adding.better, 1);
    }
    this.counts = [...presents, how, near, timeOff, preference];
    this.bothSides = bothSides(keys, open, made(keys.children));
  }

  /** The first number, without the sides of the family. */
  first(slot: number): number {
    const { counts, keys } = this;
    let sum = counts[3]!.at(slot);
    for (let need = 0; need < 3; need++) sum += keys.presentUnits[need]! * counts[need]!.at(slot);
    return sum;
  }

  second(slot: number): number {
    const { counts, keys } = this;
    return keys.welcomeUnit * counts[4]!.at(slot) - keys.timeOffUnit * counts[5]!.at(slot) + counts[6]!.at(slot);
  }

  /** What the sides of the family could add to the first number, if nobody were kept apart. */
  both(slot: number): number {
    return this.keys.bothUnit * this.bothSides.at(slot);
  }
}

/** For how many children somebody of every side could be present. */
function bothSides(keys: StandingKeys, open: readonly Openings[], both: SlotCounts): SlotCounts {
  const sides = new Map<number, Grid | null>();
  open.forEach((own, i) => {
    if (keys.sidesOf[i]!.length === 0) return;
    const here = presentIn(own);
    for (const side of keys.sidesOf[i]!) sides.set(side, joined(sides.get(side) ?? null, here));
  });
  const children = new Map<number, Grid | null>();
  keys.childOfSide.forEach((child, side) => {
    const [before, here] = [children.get(child), sides.get(side) ?? null];
    children.set(child, before === undefined ? here : before && here && met(before, here));
  });
  for (const grid of children.values()) if (grid !== null) both.add(grid);
  return both;
}

/** What one person adds at every slot by their nearest way: kept from person to person, so that nothing is made for each. */
class Adding {
  readonly present: Grid;
  readonly how: readonly Grid[];
  readonly timeOff: Grid;
  /** The lowest and the higher digit of the liking. */
  readonly possible: Grid;
  readonly better: Grid;
  someTimeOff = false;
  someBetter = false;

  constructor(words: number, private readonly among: Int32Array) {
    this.present = new Int32Array(words);
    this.how = [0, 1, 2].map(() => new Int32Array(words));
    this.timeOff = new Int32Array(words);
    this.possible = new Int32Array(words);
    this.better = new Int32Array(words);
  }

  read(own: Openings, nearest: NearestFirst): void {
    const [how0, how1, how2] = this.how as [Grid, Grid, Grid];
    const { present: here, timeOff, possible, better, among } = this;
    this.someTimeOff = false;
    this.someBetter = false;
    for (let k = 0; k < nearest.length; k++) {
      const { way, starts } = nearest[k]!;
      const atLeast = own[way]!.atLeast;
      const worth = ways.length - way;
      const [d0, d1, d2] = [-(worth & 1), -((worth >> 1) & 1), -((worth >> 2) & 1)];
      const isHere = present[way] ? -1 : 0;
      const plain = atLeast[openPlainly - 1] ?? null;
      const needsTimeOff = plain !== starts;
      const [liked, best] = [atLeast[openPlainly] ?? null, atLeast[mostOpen - 1] ?? null];
      const [askedLiked, askedBest] = needsTimeOff ? [atLeast[1] ?? null, atLeast[2] ?? null] : [null, null];
      if (needsTimeOff) this.someTimeOff = true;
      if (best !== null || askedBest !== null) this.someBetter = true;
      for (let n = 0; n < among.length; n++) {
        const i = among[n]!;
        let nearer = 0;
        for (let before = 0; before < k; before++) nearer |= nearest[before]!.starts[i]!;
        const now = starts[i]! & ~nearer;
        const free = plain === null ? 0 : plain[i]!;
        const off = now & ~free;
        const top = (now & (best === null ? 0 : best[i]!)) | (off & (askedBest === null ? 0 : askedBest[i]!));
        const middle = ((now & (liked === null ? 0 : liked[i]!)) | (off & (askedLiked === null ? 0 : askedLiked[i]!))) & ~top;
        if (k === 0) {
          how0[i] = now & d0;
          how1[i] = now & d1;
          how2[i] = now & d2;
          here[i] = now & isHere;
          timeOff[i] = off;
          possible[i] = middle;
          better[i] = top;
        } else {
          how0[i] = how0[i]! | (now & d0);
          how1[i] = how1[i]! | (now & d1);
          how2[i] = how2[i]! | (now & d2);
          here[i] = here[i]! | (now & isHere);
          timeOff[i] = timeOff[i]! | off;
          possible[i] = possible[i]! | middle;
          better[i] = better[i]! | top;
        }
      }
    }
  }
}
