import { describe, expect, it } from 'vitest'
import { parseNoticeDays, parseTravel } from './parse-counts'

describe('counts as typed', () => {
  it.each([
    ['0', 0],
    [' 45 ', 45],
    ['720', 720],
  ])('minutes to a place: %j', (text, minutes) => expect(parseTravel(text, 'minutes')).toBe(minutes))
  it.each(['', '721', '-5', '7.5', '1e2', 'an hour', '4'.repeat(4)])('no minutes to a place: %j', (text) =>
    expect(() => parseTravel(text, 'minutes')).toThrow('numberImpossible'),
  )
  it.each([
    ['0', 0],
    ['14', 14],
    ['90', 90],
  ])('days of notice: %j', (text, days) => expect(parseNoticeDays(text, 'noticeDays')).toBe(days))
  it.each(['', '91', 'a week'])('no days of notice: %j', (text) =>
    expect(() => parseNoticeDays(text, 'noticeDays')).toThrow('numberImpossible'),
  )
})
