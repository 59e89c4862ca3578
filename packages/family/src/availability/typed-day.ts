import { readDate } from '@kinplan/domain/clock/wall-time'
import { timesWords } from './times.copy'

/**
 * What is wrong with what stands in a date field: a day that no calendar has, as 31 February, which the browser gives as none; a
 * year of five figures; or no day.
 */
export function dayMissing(field: HTMLInputElement | null): string | undefined {
  if (field?.validity.badInput) return timesWords.noSuchDay
  if (!field?.value) return timesWords.needDay
  return readDate(field.value) === null ? timesWords.noSuchDay : undefined
}
