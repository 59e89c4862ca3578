/** Digits of a code that is spoken with a sign-in link. */
export const codeDigits = 8

const minute = 60_000
const day = 24 * 60 * minute
/** How long to wait after so many wrong codes in a row of 24 hours: two cost nothing, and what is misheard costs minutes. */
const waits = [0, 0, 0, minute, 5 * minute, 15 * minute, 60 * minute, 120 * minute, 120 * minute, 120 * minute]
/** Wrong codes in any 24 hours; the next may be tried once the oldest is a day old. */
const mostADay = waits.length

/** Those of the wrong codes that still count: the ones of the last 24 hours, oldest first. */
export function wrongCodesNow(wrongAt: readonly Date[], now: Date): Date[] {
  return wrongAt.filter((at) => now.getTime() - at.getTime() < day)
}

/**
 * From when another code may be tried, or null for at once. Waits grow and decay by themselves, so that nobody's link is closed by somebody
 * else's tries.
 *
 * What guessing is worth: at most 10 wrong codes in any 24 hours are 310 in the 30 days of a link, and 10 more because the count begins
 * anew when the link is bound to a device. 320 of 10^8 codes is a chance of 0.00032 %; five of 10^6, then closed for good, is 0.0005 %.
 */
export function mayTryCodeFrom(wrongAt: readonly Date[], now: Date): Date | null {
  const counted = wrongCodesNow(wrongAt, now)
  const last = counted.at(-1)
  if (last === undefined) return null
  const oldest = counted.at(-mostADay)
  const from = oldest === undefined ? last.getTime() + (waits[counted.length] ?? 0) : oldest.getTime() + day
  return from > now.getTime() ? new Date(from) : null
}
