import { describe, expect, it } from 'vitest'
import { schoolDays, type Term } from './school-days'

/** 4 January 2027 is a Monday. */
const spring: Term[] = [
  { from: '2027-01-04', until: '2027-02-12' },
  { from: '2027-02-22', until: '2027-03-25' },
]

describe('days on which school is open', () => {
  it.each<[string, Term[], string[], string, string, string[]]>([
    [
      'a week: Monday to Friday',
      spring,
      [],
      '2027-01-04',
      '2027-01-10',
      ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'],
    ],
    ['a term begins and ends on the day it says', spring, [], '2027-01-01', '2027-01-05', ['2027-01-04', '2027-01-05']],
    ['none at half-term', spring, [], '2027-02-12', '2027-02-22', ['2027-02-12', '2027-02-22']],
    ['without training days', spring, ['2027-01-04'], '2027-01-04', '2027-01-05', ['2027-01-05']],
    [
      'without a bank holiday',
      [{ from: '2027-05-01', until: '2027-05-07' }],
      ['2027-05-03'],
      '2027-05-01',
      '2027-05-05',
      ['2027-05-04', '2027-05-05'],
    ],
    [
      'terms that overlap count once',
      [...spring, { from: '2027-01-05', until: '2027-01-06' }],
      [],
      '2027-01-05',
      '2027-01-05',
      ['2027-01-05'],
    ],
    ['without terms', [], [], '2027-01-04', '2027-01-10', []],
    ['a window that ends before it begins', spring, [], '2027-01-05', '2027-01-04', []],
  ])('%s', (_, terms, off, from, until, days) => expect(schoolDays(terms, off, from, until)).toEqual(days))

  it('refuses dates that were not parsed', () =>
    expect(() => schoolDays([{ from: '4/1/2027', until: '2027-02-12' }], [], '2027-01-04', '2027-01-05')).toThrow(RangeError))
})
