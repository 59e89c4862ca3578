/**
 * What a canary can look like: a word of its own, a date, a phone number, hours, a token. Whatever has one of these shapes is looked up; so
 * the search takes the same time however many canaries there are.
 */
const shapes = [
  /canary[0-9a-f]{8}/g,
  /\d{4}-\d\d-\d\d/g,
  /\d{1,2} [A-Z][a-z]+ \d{4}/g,
  /(?:\+44|0)7700 ?\d{6}/g,
  /7700 \d{6}/g,
  /(?<![\d:T])\d\d:\d\d(?![\d:])/g,
  /(?<![\d:T])\d\d:\d\d-\d\d:\d\d(?![\d:])/g,
  /\d{4}-\d\d-\d\d \d\d:\d\d-\d\d:\d\d/g,
  /[\dT:.-]{20,}Z\/[\dT:.-]{20,}Z/g,
  /(?<!\d)\d{8}(?!\d)/g,
  /[\w-]{16,}/g,
]

/** Everything in a text that could be a canary. */
export function needlesIn(text: string): string[] {
  return [...new Set(shapes.flatMap((shape) => text.match(shape) ?? []))]
}
