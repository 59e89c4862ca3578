import { dateOfDay, dayOfDate, weekdayOfDay } from '../clock/wall-time'

/** Whose bank holidays: they differ between the nations of the United Kingdom. */
export const nations = ['englandAndWales', 'scotland', 'northernIreland'] as const
export type Nation = (typeof nations)[number]

const everywhere: readonly Nation[] = nations
const notScotland: readonly Nation[] = ['englandAndWales', 'northernIreland']
const scotland: readonly Nation[] = ['scotland']
const northernIreland: readonly Nation[] = ['northernIreland']

/** Days given once, by royal proclamation (s. 1(3) of the Act), as gov.uk lists them from 2012 on. */
const givenOnce: readonly { readonly date: string; readonly in: readonly Nation[] }[] = [
  { date: '2012-06-05', in: everywhere }, // the Diamond Jubilee
  { date: '2022-06-03', in: everywhere }, // the Platinum Jubilee
  { date: '2022-09-19', in: everywhere }, // the funeral of Queen Elizabeth II
  { date: '2023-05-08', in: everywhere }, // the coronation of King Charles III
  { date: '2026-06-15', in: scotland }, // Scotland at the World Cup
]

/** Days moved for one year: the first Monday of May to VE Day, the last to a Jubilee. */
const moved: ReadonlyMap<string, string> = new Map([
  ['2012-05-28', '2012-06-04'],
  ['2020-05-04', '2020-05-08'],
  ['2022-05-30', '2022-06-02'],
])

/**
 * The days from `fromDate` to `untilDate` ('YYYY-MM-DD', both included) that are bank holidays in a nation, or the very day of one that is
 * kept on another because it falls on a weekend: nobody meets on Christmas Day, Saturday or not. In order, once each.
 *
 * Rules: Banking and Financial Dealings Act 1971, schedule 1; the proclamations made under it every year (New Year, the first Monday of
 * May, 12 July in Northern Ireland, and the days kept instead of a weekend); St Andrew's Day Bank Holiday (Scotland) Act 2007; Good Friday
 * and Christmas Day by common law. Days given once as in https://www.gov.uk/bank-holidays.json, compared from 2012 to 2028 as it stood in
 * September 2026: right from 2012 until the next proclamation. Throws RangeError on a date that was not parsed.
 */
export function bankHolidays(nation: Nation, fromDate: string, untilDate: string): string[] {
  const first = dayOfDate(fromDate)
  const last = dayOfDate(untilDate)
  const firstYear = Number(fromDate.slice(0, 4))
  const years = Array.from({ length: Math.max(Number(untilDate.slice(0, 4)) - firstYear + 1, 0) }, (_, index) => firstYear + index)
  const once = givenOnce.filter((day) => day.in.includes(nation)).map(({ date }) => dayOfDate(date))
  const days = new Set([...years.flatMap((year) => daysOf(nation, year)), ...once])
  return [...days]
    .filter((day) => first <= day && day <= last)
    .sort((a, b) => a - b)
    .map(dateOfDay)
}

function daysOf(nation: Nation, year: number): number[] {
  const is = (those: readonly Nation[]): boolean => those.includes(nation)
  const easter = easterOf(year)
  return [
    ...kept(is(scotland) ? [`${year}-01-01`, `${year}-01-02`] : [`${year}-01-01`]),
    ...(is(northernIreland) ? [...kept([`${year}-03-17`]), ...kept([`${year}-07-12`])] : []),
    easter - 2,
    ...(is(notScotland) ? [easter + 1] : []),
    unlessMoved(mondayFrom(`${year}-05-01`)),
    unlessMoved(mondayFrom(`${year}-05-25`)),
    mondayFrom(is(scotland) ? `${year}-08-01` : `${year}-08-25`),
    ...(is(scotland) ? kept([`${year}-11-30`]) : []),
    ...kept([`${year}-12-25`, `${year}-12-26`]),
  ]
}

/** Those days, and for each that falls on a weekend the next weekday that is not one of them. */
function kept(dates: readonly string[]): number[] {
  const days = new Set(dates.map(dayOfDate))
  for (const day of [...days].filter((one) => weekdayOfDay(one) > 5)) {
    let instead = day + 1
    while (weekdayOfDay(instead) > 5 || days.has(instead)) instead++
    days.add(instead)
  }
  return [...days]
}

const unlessMoved = (day: number): number => dayOfDate(moved.get(dateOfDay(day)) ?? dateOfDay(day))

/** The Monday on or after a date. */
function mondayFrom(date: string): number {
  const day = dayOfDate(date)
  return day + ((8 - weekdayOfDay(day)) % 7)
}

/** The day of Easter Sunday (Gregorian), by the rule of the Calendar (New Style) Act 1750 as Meeus/Jones/Butcher reckon it. */
function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return dayOfDate(`${year}-0${month}-${String(day).padStart(2, '0')}`)
}
