import { dayInShort, dayInWords } from '../frame/when'
import type { TypedRule } from './when-form-rows'
import { keptWords as words } from './when-form.copy'

/** A rule that this form does not write, in words: it was said day by day, or comes from a calendar. */
export function keptInWords({ kind, from, until, start, end, busy }: TypedRule): string {
  if (kind === 'oneDay') return words.oneDay(dayInWords(from ?? ''), start ?? '', end ?? '')
  return words.calendar(busy?.length ?? 0, dayInShort(from ?? ''), dayInShort(until ?? ''))
}
