import { describe, expect, it } from 'vitest'
import { dayInRow, dayInShort, dayInWords, monthInWords, wallInWords } from './when'

describe('a day in words', () => {
  it('is said with its weekday', () => {
    expect([dayInWords('2027-12-07'), dayInShort('2027-12-07'), dayInRow('2027-12-07'), monthInWords('2027-12-07')]).toEqual([
      'Tuesday 7 December 2027',
      'Tue 7 Dec 2027',
      'Tue 7 Dec',
      'December 2027',
    ])
    expect(wallInWords('2027-12-07T16:30', '2027-12-07T18:00')).toBe('Tuesday 7 December 2027, 16:30 to 18:00')
  })

  it.each(['', '2027-02-31', '0002-12-07', '12027-12-0', 'soon'])('stays as it was typed where it is no day: "%s"', (typed) => {
    for (const inWords of [dayInWords, dayInShort, dayInRow, monthInWords]) expect(inWords(typed)).toBe(typed)
  })
})
