/** Replace `remove` units (UTF-16) from `at` by `insert`. */
export interface TextDifference {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * The one smallest replacement that turns `from` into `to`; undefined when they are equal. Of several equally small ones it is
 * the one that ends at the caret, if there is one in `to`. It never cuts a character that is written as two units (an emoji) in half.
 */
export function textDifference(from: string, to: string, caret = to.length): TextDifference | undefined {
  if (from === to) return undefined
  const shorter = Math.min(from.length, to.length)
  const behindCaret = same(from, to, Math.min(shorter, to.length - caret), -1)
  let before = same(from, to, shorter - behindCaret, 1)
  if (before > 0 && isHighHalf(from.charCodeAt(before - 1))) before--
  let after = same(from, to, shorter - before, -1)
  if (after > 0 && isLowHalf(from.charCodeAt(from.length - after))) after--
  return { at: before, remove: from.length - before - after, insert: to.slice(before, to.length - after) }
}

/** How many units, at most `most`, are the same from the start (1) or from the end (-1). */
function same(from: string, to: string, most: number, way: 1 | -1): number {
  let count = 0
  const at = (text: string) => (way === 1 ? count : text.length - 1 - count)
  while (count < most && from[at(from)] === to[at(to)]) count++
  return count
}

export function isHighHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
