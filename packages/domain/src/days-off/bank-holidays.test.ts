import { describe, expect, it } from 'vitest'
import { bankHolidays, type Nation } from './bank-holidays'
import { dayOfDate, weekdayOfDay } from '../clock/wall-time'

const year = (nation: Nation, one: number): string[] => bankHolidays(nation, `${one}-01-01`, `${one}-12-31`)
const onWeekdays = (dates: string[]): string =>
  dates
    .filter((date) => weekdayOfDay(dayOfDate(date)) <= 5)
    .map((date) => date.slice(5))
    .join(' ')

/**
 * GOV.UK bank holidays, https://www.gov.uk/bank-holidays.json, every date of 2012 to 2028: 2012 to 2018 from the list as the government's
 * own repository has it (alphagov/calendars, lib/data/bank-holidays.json), 2019 to 2028 from public copies of what the address gave: one of
 * 2019 to 2027 made before February 2026, one of 2019 to 2028 with Scotland's 15 June 2026; the same for 2026 and 2027 in a copy of 27
 * September 2026.
 */
describe('the list of gov.uk/bank-holidays.json, which has weekdays only, 2012 to 2028', () => {
  it.each<[Nation, number, string]>([
    ['englandAndWales', 2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    ['englandAndWales', 2013, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    ['englandAndWales', 2014, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    ['englandAndWales', 2015, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['englandAndWales', 2016, '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27'],
    ['englandAndWales', 2017, '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    ['englandAndWales', 2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    ['englandAndWales', 2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    ['englandAndWales', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    ['englandAndWales', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    ['englandAndWales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    ['englandAndWales', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['englandAndWales', 2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    ['englandAndWales', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    ['englandAndWales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['englandAndWales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['englandAndWales', 2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    ['scotland', 2012, '01-02 01-03 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26'],
    ['scotland', 2013, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
    ['scotland', 2014, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
    ['scotland', 2015, '01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28'],
    ['scotland', 2016, '01-01 01-04 03-25 05-02 05-30 08-01 11-30 12-26 12-27'],
    ['scotland', 2017, '01-02 01-03 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
    ['scotland', 2018, '01-01 01-02 03-30 05-07 05-28 08-06 11-30 12-25 12-26'],
    ['scotland', 2019, '01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26'],
    ['scotland', 2020, '01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28'],
    ['scotland', 2021, '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28'],
    ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    ['scotland', 2023, '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
    ['scotland', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
    ['scotland', 2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
    ['scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
    ['scotland', 2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
    ['scotland', 2028, '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
    ['northernIreland', 2012, '01-02 03-19 04-06 04-09 05-07 06-04 06-05 07-12 08-27 12-25 12-26'],
    ['northernIreland', 2013, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    ['northernIreland', 2014, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
    ['northernIreland', 2015, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
    ['northernIreland', 2016, '01-01 03-17 03-25 03-28 05-02 05-30 07-12 08-29 12-26 12-27'],
    ['northernIreland', 2017, '01-02 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26'],
    ['northernIreland', 2018, '01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26'],
    ['northernIreland', 2019, '01-01 03-18 04-19 04-22 05-06 05-27 07-12 08-26 12-25 12-26'],
    ['northernIreland', 2020, '01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28'],
    ['northernIreland', 2021, '01-01 03-17 04-02 04-05 05-03 05-31 07-12 08-30 12-27 12-28'],
    ['northernIreland', 2022, '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27'],
    ['northernIreland', 2023, '01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26'],
    ['northernIreland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    ['northernIreland', 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
    ['northernIreland', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
    ['northernIreland', 2027, '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28'],
    ['northernIreland', 2028, '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26'],
  ])('%s %i', (nation, one, dates) => expect(onWeekdays(year(nation, one))).toBe(dates))
})

describe('a day that falls on a weekend', () => {
  it.each<[string, Nation, string, string, string[]]>([
    [
      'Christmas Day on a Saturday is a holiday too',
      'englandAndWales',
      '2027-12-24',
      '2027-12-31',
      ['2027-12-25', '2027-12-26', '2027-12-27', '2027-12-28'],
    ],
    ['Christmas Day on a Sunday', 'englandAndWales', '2022-12-24', '2022-12-31', ['2022-12-25', '2022-12-26', '2022-12-27']],
    ['Boxing Day on a Saturday', 'scotland', '2026-12-24', '2026-12-31', ['2026-12-25', '2026-12-26', '2026-12-28']],
    [
      'New Year on a Saturday in Scotland',
      'scotland',
      '2028-01-01',
      '2028-01-05',
      ['2028-01-01', '2028-01-02', '2028-01-03', '2028-01-04'],
    ],
    ['12 July on a Saturday', 'northernIreland', '2025-07-01', '2025-07-31', ['2025-07-12', '2025-07-14']],
  ])('%s', (_, nation, from, until, dates) => expect(bankHolidays(nation, from, until)).toEqual(dates))
})

describe('the stretch asked for', () => {
  it.each<[string, string, string, string[]]>([
    ['over the end of a year', '2026-12-27', '2027-01-02', ['2026-12-28', '2027-01-01']],
    ['its first and last day included', '2027-03-26', '2027-03-29', ['2027-03-26', '2027-03-29']],
    ['a day', '2027-08-30', '2027-08-30', ['2027-08-30']],
    ['ends before it begins', '2027-08-30', '2027-08-29', []],
    ['ends a year before it begins', '2027-01-01', '2026-01-01', []],
  ])('%s', (_, from, until, dates) => expect(bankHolidays('englandAndWales', from, until)).toEqual(dates))

  it('refuses dates that were not parsed', () => expect(() => bankHolidays('scotland', '1/1/2027', '2027-12-31')).toThrow(RangeError))
})
