/** Replace `remove` units (UTF-16) from `at` by `insert`. */
interface TextDifference {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * The one smallest replacement that turns `from` into `to`; undefined when they are equal.
 * It never cuts a character that is written as two units (an emoji) in half.
 */
export function textDifference(from: string, to: string): TextDifference | undefined {
  if (from === to) return undefined
  const shorter = Math.min(from.length, to.length)
  let before = 0
  while (before < shorter && from[before] === to[before]) before++
  if (before > 0 && isHighHalf(from.charCodeAt(before - 1))) before--
  let after = 0
  while (after < shorter - before && from[from.length - 1 - after] === to[to.length - 1 - after]) after++
  if (after > 0 && isLowHalf(from.charCodeAt(from.length - after))) after--
  return { at: before, remove: from.length - before - after, insert: to.slice(before, to.length - after) }
}

function isHighHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
