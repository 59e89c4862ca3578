/**
 * What makes one time better than another, the weightiest first (the order of design/times.md; safety
 * is not in it, because a time that is not safe is never a proposal):
 * - `must`, `askedByChild`, `hoped`: how many of those people are present (in the room, by video, by phone)
 * - `bothSides`: for how many children every side of the family that was asked is present
 * - `how`: how near those three kinds of people are, added up: in the room 6, second room 5, video 4, phone 3, spoken for 2, letter 1
 * - `welcome`: the same sum for people who are welcome
 * - `timeOff`: how many need time off work to take part, negative
 * - `preference`: better 2, possible 1, last resort 0, added up over everybody who takes part
 * - `sooner`: the start in ms, negative
 * - `place`: how far down the coordinator's list the place is, negative
 */
export const criteria = [
  'must',
  'askedByChild',
  'bothSides',
  'hoped',
  'how',
  'welcome',
  'timeOff',
  'preference',
  'sooner',
  'place',
] as const
export type Criterion = (typeof criteria)[number]

/** A time's figure for each of `criteria`, in that order; more is better. */
export type Score = readonly number[]

function firstDifference(a: Score, b: Score): number {
  let i = 0
  while (i < criteria.length && a[i] === b[i]) i++
  return i
}

/** Less than 0 when `a` is the better time, more than 0 when `b` is, 0 when nothing tells them apart. The one order of times. */
export function compareProposals(a: { readonly standing: Score }, b: { readonly standing: Score }): number {
  const i = firstDifference(a.standing, b.standing)
  return i === criteria.length ? 0 : b.standing[i]! - a.standing[i]!
}

/** The first criterion in which `a` beats `b`; undefined when it does not. */
export function betterIn(a: { readonly standing: Score }, b: { readonly standing: Score }): Criterion | undefined {
  return compareProposals(a, b) < 0 ? criteria[firstDifference(a.standing, b.standing)] : undefined
}
