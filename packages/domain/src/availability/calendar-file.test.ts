import { describe, expect, it } from 'vitest'
import type { Block } from './availability-rule'
import { busyInCalendar, mostCalendarBytes, type CalendarAsk, type CalendarBusy } from './calendar-file'
import { apple, cannedZone, google, outlook } from './calendar-samples-for-tests'

const at = (text: string): number => Date.parse(`${text}Z`)
const january: CalendarAsk = { fromMs: at('2027-01-01T00:00'), untilMs: at('2027-02-01T00:00'), zone: 'Europe/London' }
const calendar = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]): string => ['BEGIN:VEVENT', 'UID:one@example.org', 'DTSTAMP:20270101T000000Z', 'SUMMARY:Clinic', ...lines, 'END:VEVENT'].join('\r\n')
const instant = (ms: number): string => new Date(ms).toISOString().slice(0, 16)
const said = (blocks: readonly Block[]): string[] => blocks.map(({ startMs, endMs }) => `${instant(startMs)}/${instant(endMs).slice(startMs - (startMs % 86_400_000) === endMs - (endMs % 86_400_000) ? 11 : 0)}`)
const busyOf = (text: string, ask: CalendarAsk = january): string[] => said(busyInCalendar(text, ask).busy)

describe('one entry', () => {
  const tenToEleven = ['DTSTART:20270104T100000Z', 'DTEND:20270104T110000Z']
  it.each<[string, string[], string[]]>([
    ['UTC', tenToEleven, ['2027-01-04T10:00/11:00']],
    ['a length instead of an end', ['DTSTART:20270104T100000Z', 'DURATION:PT1H30M'], ['2027-01-04T10:00/11:30']],
    ['a length in days and hours', ['DTSTART:20270104T100000Z', 'DURATION:P1DT2H'], ['2027-01-04T10:00/2027-01-05T12:00']],
    ['a time without a zone is on the wall of ours', ['DTSTART:20270104T100000', 'DTEND:20270104T110000'], ['2027-01-04T10:00/11:00']],
    ['a zone that the file does not define', ['DTSTART;TZID=America/New_York:20270104T100000', 'DTEND;TZID=America/New_York:20270104T110000'], ['2027-01-04T15:00/16:00']],
    ['a zone with a program’s own name before it', ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20270104T100000', 'DURATION:PT1H'], ['2027-01-04T09:00/10:00']],
    ['a whole day', ['DTSTART;VALUE=DATE:20270104', 'DTEND;VALUE=DATE:20270105'], ['2027-01-04T00:00/2027-01-05T00:00']],
    ['a whole day without an end', ['DTSTART;VALUE=DATE:20270104'], ['2027-01-04T00:00/2027-01-05T00:00']],
    ['a whole day that ends when it begins', ['DTSTART;VALUE=DATE:20270104', 'DTEND;VALUE=DATE:20270104'], ['2027-01-04T00:00/2027-01-05T00:00']],
    ['a whole day whose kind is not said', ['DTSTART:20270104', 'DTEND:20270106'], ['2027-01-04T00:00/2027-01-06T00:00']],
    ['an end that is a day later in the zone', ['DTSTART:20270104T233000Z', 'DTEND:20270105T003000Z'], ['2027-01-04T23:30/2027-01-05T00:30']],
    ['a moment takes no time', ['DTSTART:20270104T100000Z'], []],
    ['not in the way', [...tenToEleven, 'TRANSP:TRANSPARENT'], []],
    ['in the way, said so', [...tenToEleven, 'TRANSP:OPAQUE', 'STATUS:CONFIRMED', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY'], ['2027-01-04T10:00/11:00']],
    ['tentative is busy', [...tenToEleven, 'STATUS:TENTATIVE', 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'], ['2027-01-04T10:00/11:00']],
    ['cancelled', [...tenToEleven, 'STATUS:CANCELLED'], []],
    ['free in Outlook', [...tenToEleven, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'], []],
    ['the length of an alarm is not its own', [...tenToEleven, 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT9H', 'REPEAT:2', 'END:VALARM'], ['2027-01-04T10:00/11:00']],
    ['before the stretch asked for', ['DTSTART:20261231T100000Z', 'DURATION:PT1H'], []],
    ['cut to the stretch asked for', ['DTSTART:20261231T230000Z', 'DURATION:PT3H'], ['2027-01-01T00:00/02:00']],
  ])('%s', (_, lines, busy) => {
    const read = busyInCalendar(calendar(event(...lines)), january)
    expect(said(read.busy)).toEqual(busy)
    expect(read).toMatchObject({ isCalendar: true, unreadable: 0 })
  })

  it('puts whole days and times without a zone on the wall of the zone given', () => {
    const summer = { fromMs: at('2027-06-01T00:00'), untilMs: at('2027-07-01T00:00') }
    const text = calendar(event('DTSTART;VALUE=DATE:20270610', 'DTEND;VALUE=DATE:20270611'), event('DTSTART:20270615T100000', 'DURATION:PT1H'))
    expect(busyOf(text, { ...summer, zone: 'Europe/London' })).toEqual(['2027-06-09T23:00/2027-06-10T23:00', '2027-06-15T09:00/10:00'])
    expect(busyOf(text, { ...summer, zone: 'America/New_York' })).toEqual(['2027-06-10T04:00/2027-06-11T04:00', '2027-06-15T14:00/15:00'])
  })

  it.each<[string, string, string[]]>([
    ['a whole day is 23 hours in March', 'DTSTART;VALUE=DATE:20270328', ['2027-03-28T00:00/23:00']],
    ['and 25 in October', 'DTSTART;VALUE=DATE:20271031', ['2027-10-30T23:00/2027-11-01T00:00']],
    ['a time that the clock skips is read as before the change', 'DTSTART:20270328T013000\r\nDURATION:PT1H', ['2027-03-28T01:30/02:30']],
    ['a time that comes twice is the first', 'DTSTART:20271031T013000\r\nDURATION:PT1H', ['2027-10-31T00:30/01:30']],
    ['days of a length follow the wall, hours the stopwatch', 'DTSTART:20270327T120000\r\nDURATION:P1DT1H', ['2027-03-27T12:00/2027-03-28T12:00']],
  ])('%s', (_, lines, busy) => expect(busyOf(calendar(event(lines)), { ...january, untilMs: at('2028-01-01T00:00') })).toEqual(busy))

  it('joins what touches or overlaps, and puts it in order', () => {
    const times = [['1400', '1500'], ['1000', '1100'], ['1100', '1200'], ['1030', '1045'], ['1430', '1600']]
    const text = calendar(...times.map(([from, until]) => event(`DTSTART:20270104T${from}00Z`, `DTEND:20270104T${until}00Z`)))
    expect(busyOf(text)).toEqual(['2027-01-04T10:00/12:00', '2027-01-04T14:00/16:00'])
  })

  it('reads a list of busy times (VFREEBUSY)', () => {
    const lines = ['BEGIN:VFREEBUSY', 'DTSTART:20270101T000000Z', 'FREEBUSY;FBTYPE=BUSY:20270104T100000Z/PT2H,20270105T090000Z/20270105T100000Z', 'FREEBUSY;FBTYPE=FREE:20270106T100000Z/PT2H', 'END:VFREEBUSY']
    expect(busyOf(calendar(...lines))).toEqual(['2027-01-04T10:00/12:00', '2027-01-05T09:00/10:00'])
  })
})

describe('a series', () => {
  const weekly = ['DTSTART;TZID=Europe/London:20270104T100000', 'DTEND;TZID=Europe/London:20270104T110000', 'RRULE:FREQ=WEEKLY']
  const mondays = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25']
  const hours = (days: string[], time = '10:00/11:00'): string[] => days.map((day) => `${day}T${time}`)

  it.each<[string, string[], string[]]>([
    ['without an end stops where the asking stops', [], hours(mondays)],
    ['without a day left out by its time', ['EXDATE;TZID=Europe/London:20270111T100000'], hours(mondays.toSpliced(1, 1))],
    ['without a day left out in UTC', ['EXDATE:20270111T100000Z,20270118T100000Z'], hours(['2027-01-04', '2027-01-25'])],
    ['without a day left out by its date', ['EXDATE;VALUE=DATE:20270111'], hours(mondays.toSpliced(1, 1))],
    ['a time left out that is not in it changes nothing', ['EXDATE:20270111T103000Z'], hours(mondays)],
    ['with a day more', ['RDATE;TZID=Europe/London:20270113T100000'], hours(mondays.toSpliced(2, 0, '2027-01-13'))],
    ['with a stretch more, of its own length', ['RDATE;VALUE=PERIOD:20270113T100000Z/PT3H'], [...hours(mondays.slice(0, 2)), '2027-01-13T10:00/13:00', ...hours(mondays.slice(2))]],
  ])('%s', (_, lines, busy) => expect(busyOf(calendar(event(...weekly, ...lines)))).toEqual(busy))

  it.each<[string, string[], string[]]>([
    ['moved', ['DTSTART;TZID=Europe/London:20270112T140000', 'DTEND;TZID=Europe/London:20270112T150000'], ['2027-01-04T10:00/11:00', '2027-01-12T14:00/15:00', '2027-01-18T10:00/11:00', '2027-01-25T10:00/11:00']],
    ['cancelled', ['DTSTART;TZID=Europe/London:20270111T100000', 'DURATION:PT1H', 'STATUS:CANCELLED'], hours(mondays.toSpliced(1, 1))],
    ['made free', ['DTSTART;TZID=Europe/London:20270111T100000', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'], hours(mondays.toSpliced(1, 1))],
    ['moved out of what is asked', ['DTSTART;TZID=Europe/London:20270311T100000', 'DURATION:PT1H'], hours(mondays.toSpliced(1, 1))],
  ])('of which one time is %s', (_, lines, busy) => {
    const one = event('RECURRENCE-ID;TZID=Europe/London:20270111T100000', ...lines)
    expect(busyOf(calendar(event(...weekly), one))).toEqual(busy)
    expect(busyOf(calendar(one, event(...weekly)))).toEqual(busy)
  })

  it('keeps its time on the wall when the clocks change', () => {
    const march = { ...january, fromMs: at('2027-03-20T00:00'), untilMs: at('2027-04-06T00:00') }
    expect(busyOf(calendar(event(...weekly)), march)).toEqual(['2027-03-22T10:00/11:00', '2027-03-29T09:00/10:00', '2027-04-05T09:00/10:00'])
  })

  it('of nights is busy on the morning after the last before the stretch asked for', () => {
    expect(busyOf(calendar(event('DTSTART:20260101T220000Z', 'DURATION:PT8H', 'RRULE:FREQ=DAILY;UNTIL=20261231T220000Z')))).toEqual(['2027-01-01T00:00/06:00'])
  })

  it.each([
    ['birthdays on 29 February come in leap years only', 'DTSTART;VALUE=DATE:20240229', 'FREQ=YEARLY', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['the 31st of each month comes in months that have one', 'DTSTART;VALUE=DATE:20310131', 'FREQ=MONTHLY;COUNT=4', ['2031-01-31', '2031-03-31', '2031-05-31', '2031-07-31']],
  ])('%s', (_, start, rule, days) => {
    const years = { fromMs: at('2024-01-01T00:00'), untilMs: at('2034-01-01T00:00'), zone: 'UTC' }
    expect(busyInCalendar(calendar(event(start, `RRULE:${rule}`)), years).busy.map(({ startMs }) => instant(startMs).slice(0, 10))).toEqual(days)
  })
})

/** RFC 5545, 3.8.5.3: each rule with the dates listed there; all begin at nine in New York unless said. */
describe('the standard’s own recurrences', () => {
  const listed: CalendarAsk = { fromMs: at('1997-01-01T00:00'), untilMs: at('2001-01-01T00:00'), zone: 'America/New_York' }
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short' })
  const days = (month: string, ...numbers: number[]): string[] => numbers.map((day) => `${month}-${String(day).padStart(2, '0')} 09:00`)
  const range = (from: number, until: number, step = 1): number[] => Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, index) => from + index * step)
  it.each<[string, string, string, string[]]>([
    ['daily for 10 occurrences', '19970902T090000', 'FREQ=DAILY;COUNT=10', days('1997-09', ...range(2, 11))],
    ['daily until 24 December 1997', '19970902T090000', 'FREQ=DAILY;UNTIL=19971224T000000Z', [...days('1997-09', ...range(2, 30)), ...days('1997-10', ...range(1, 31)), ...days('1997-11', ...range(1, 30)), ...days('1997-12', ...range(1, 23))]],
    ['every 10 days, 5 occurrences', '19970902T090000', 'FREQ=DAILY;INTERVAL=10;COUNT=5', [...days('1997-09', 2, 12, 22), ...days('1997-10', 2, 12)]],
    ['every day in January, for 3 years', '19980101T090000', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', ['1998-01', '1999-01', '2000-01'].flatMap((month) => days(month, ...range(1, 31)))],
    ['weekly until 24 December 1997', '19970902T090000', 'FREQ=WEEKLY;UNTIL=19971224T000000Z', [...days('1997-09', 2, 9, 16, 23, 30), ...days('1997-10', 7, 14, 21, 28), ...days('1997-11', 4, 11, 18, 25), ...days('1997-12', 2, 9, 16, 23)]],
    ['every other week on Tuesday and Thursday, for 8 occurrences', '19970902T090000', 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', [...days('1997-09', 2, 4, 16, 18, 30), ...days('1997-10', 2, 14, 16)]],
    ['every other week on Monday, Wednesday and Friday', '19970901T090000', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR', [...days('1997-09', 1, 3, 5, 15, 17, 19, 29), ...days('1997-10', 1, 3, 13, 15, 17, 27, 29, 31), ...days('1997-11', 10, 12, 14, 24, 26, 28), ...days('1997-12', 8, 10, 12, 22)]],
    ['monthly on the first Friday for 10 occurrences', '19970905T090000', 'FREQ=MONTHLY;COUNT=10;BYDAY=1FR', ['1997-09-05', '1997-10-03', '1997-11-07', '1997-12-05', '1998-01-02', '1998-02-06', '1998-03-06', '1998-04-03', '1998-05-01', '1998-06-05'].map((day) => `${day} 09:00`)],
    ['every other month on the first and last Sunday', '19970907T090000', 'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU', [...days('1997-09', 7, 28), ...days('1997-11', 2, 30), ...days('1998-01', 4, 25), ...days('1998-03', 1, 29), ...days('1998-05', 3, 31)]],
    ['monthly on the second-to-last Monday', '19970922T090000', 'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', ['1997-09-22', '1997-10-20', '1997-11-17', '1997-12-22', '1998-01-19', '1998-02-16'].map((day) => `${day} 09:00`)],
    ['monthly on the 2nd and the 15th', '19970902T090000', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', ['1997-09', '1997-10', '1997-11', '1997-12', '1998-01'].flatMap((month) => days(month, 2, 15))],
    ['monthly on the first and last day', '19970930T090000', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', [...days('1997-09', 30), ...days('1997-10', 1, 31), ...days('1997-11', 1, 30), ...days('1997-12', 1, 31), ...days('1998-01', 1, 31), ...days('1998-02', 1)]],
    ['every 18 months on the 10th to the 15th', '19970910T090000', 'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15', [...days('1997-09', ...range(10, 15)), ...days('1999-03', ...range(10, 13))]],
    ['yearly in June and July', '19970610T090000', 'FREQ=YEARLY;COUNT=8;BYMONTH=6,7', ['1997', '1998', '1999', '2000'].flatMap((year) => [...days(`${year}-06`, 10), ...days(`${year}-07`, 10)])],
    ['every third year on the 1st, 100th and 200th day', '19970101T090000', 'FREQ=YEARLY;INTERVAL=3;COUNT=6;BYYEARDAY=1,100,200', ['1997-01-01', '1997-04-10', '1997-07-19', '2000-01-01', '2000-04-09', '2000-07-18'].map((day) => `${day} 09:00`)],
    ['every Thursday in March', '19970313T090000', 'FREQ=YEARLY;UNTIL=19990401T000000Z;BYMONTH=3;BYDAY=TH', [...days('1997-03', 13, 20, 27), ...days('1998-03', 5, 12, 19, 26), ...days('1999-03', 4, 11, 18, 25)]],
    ['every Friday the 13th', '19970902T090000', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13\r\nEXDATE;TZID=America/New_York:19970902T090000', ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13', '2000-10-13'].map((day) => `${day} 09:00`)],
    ['the first Saturday that follows the first Sunday', '19970913T090000', 'FREQ=MONTHLY;COUNT=10;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13', ['1997-09-13', '1997-10-11', '1997-11-08', '1997-12-13', '1998-01-10', '1998-02-07', '1998-03-07', '1998-04-11', '1998-05-09', '1998-06-13'].map((day) => `${day} 09:00`)],
    ['election day: every four years, the Tuesday after a Monday in November', '19961105T090000', 'FREQ=YEARLY;INTERVAL=4;COUNT=3;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', ['2000-11-07 09:00']],
    ['the third Tuesday, Wednesday or Thursday of the month', '19970904T090000', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', ['1997-09-04 09:00', '1997-10-07 09:00', '1997-11-06 09:00']],
    ['the second-to-last weekday of the month', '19970929T090000', 'FREQ=MONTHLY;COUNT=7;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', ['1997-09-29', '1997-10-30', '1997-11-27', '1997-12-30', '1998-01-29', '1998-02-26', '1998-03-30'].map((day) => `${day} 09:00`)],
    ['every 3 hours from 9 to 17 on one day', '19970902T090000', 'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z', ['09:00', '12:00', '15:00'].map((time) => `1997-09-02 ${time}`)],
    ['every 15 minutes for 6 occurrences', '19970902T090000', 'FREQ=MINUTELY;INTERVAL=15;COUNT=6', ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15'].map((time) => `1997-09-02 ${time}`)],
    ['the week begins on Monday', '19970805T090000', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', days('1997-08', 5, 10, 19, 24)],
    ['the week begins on Sunday', '19970805T090000', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', days('1997-08', 5, 17, 19, 31)],
    ['a day that a month does not have is passed over', '20000115T090000', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', [...days('2000-01', 15, 30), ...days('2000-02', 15), ...days('2000-03', 15, 30)]],
  ])('%s', (_, start, rule, dates) => {
    const read = busyInCalendar(calendar(event(`DTSTART;TZID=America/New_York:${start}`, 'DURATION:PT5M', `RRULE:${rule}`)), listed)
    expect(read.busy.map(({ startMs }) => wall.format(startMs))).toEqual(dates)
    expect(read.unreadable).toBe(0)
  })

  it.each([
    ['the twentieth Monday of the year', 'FREQ=YEARLY;BYDAY=20MO'],
    ['Monday of week 20', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
    ['a calendar of another people', 'RSCALE=CHINESE;FREQ=YEARLY'],
    ['a place among days of the month', 'FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=2'],
  ])('says of %s that it cannot be read to its end, and keeps its first time', (_, rule) => {
    const read = busyInCalendar(calendar(event('DTSTART:19970519T090000Z', 'DURATION:PT1H', `RRULE:${rule}`)), listed)
    expect([said(read.busy), read.unreadable]).toEqual([['1997-05-19T09:00/10:00'], 1])
  })
})

describe('zones that a file defines', () => {
  const entry = (tzid: string, day: string): string => event(`DTSTART;TZID=${tzid}:${day}T100000`, 'DURATION:PT1H')
  it.each<[string, string, string[]]>([
    ['in winter', '20270104', ['2027-01-04T10:00/11:00']],
    ['in summer', '20270604', ['2027-06-04T09:00/10:00']],
    ['on the day of the change', '20270328', ['2027-03-28T09:00/10:00']],
  ])('are read as defined, %s', (_, day, busy) => {
    expect(busyOf(calendar(cannedZone('Our own time'), entry('"Our own time"', day)), { ...january, untilMs: at('2028-01-01T00:00') })).toEqual(busy)
  })

  it.each<[string, string[]]>([
    ['one that nobody knows', [entry('Nowhere', '20270104')]],
    ['one that is defined with a change every second', [cannedZone('Mad').replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY'), entry('Mad', '20270104')]],
    ['one that is defined without offsets', [cannedZone('Bare').replace(/TZOFFSETTO:.*\r\n/g, ''), entry('Bare', '20270104')]],
  ])('make their entries unreadable: %s', (_, lines) => {
    expect(busyInCalendar(calendar(...lines, event('DTSTART:20270105T100000Z', 'DURATION:PT1H')), january)).toEqual({
      isCalendar: true, unreadable: 1, busy: [{ startMs: at('2027-01-05T10:00'), endMs: at('2027-01-05T11:00') }],
    })
  })
})

describe('files as calendars export them', () => {
  it.each<[string, string, string[]]>([
    ['Google', google, ['2027-01-05T18:00/19:00', '2027-01-12T18:00/19:00', '2027-01-20T19:30/20:30', '2027-01-22T00:00/2027-01-24T00:00', '2027-01-26T18:00/19:00']],
    ['Apple', apple, ['2027-01-04T06:00/18:00', '2027-01-05T06:00/18:00', '2027-01-12T06:00/18:00', '2027-01-13T06:00/18:00', '2027-01-15T14:15/15:00', '2027-01-20T06:00/18:00', '2027-01-21T06:00/18:00', '2027-01-28T06:00/18:00', '2027-01-29T06:00/18:00']],
    ['Outlook', outlook, ['2027-01-06T09:00/09:30', '2027-01-08T13:00/17:00', '2027-01-13T09:00/09:30', '2027-01-20T09:00/09:30', '2027-01-27T09:00/09:30']],
  ])('%s', (_, text, busy) => {
    for (const lineEnds of ['\r\n', '\n']) {
      const read = busyInCalendar(text.replaceAll('\r\n', lineEnds), january)
      expect(said(read.busy)).toEqual(busy)
      expect(read.unreadable).toBe(0)
    }
  })

  it('keeps nothing but when: no word of any entry is in what comes back', () => {
    for (const text of [google, apple, outlook]) {
      const read: CalendarBusy = busyInCalendar(text, january)
      const words = text.replaceAll(/\r\n[ \t]/g, '').match(/(?<=^(?:SUMMARY|LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER|UID|CATEGORIES|URL)[^:]*:).+$/gm)!
      expect(words.length).toBeGreaterThan(5)
      expect(Object.keys(read).toSorted()).toEqual(['busy', 'isCalendar', 'unreadable'])
      for (const block of read.busy) expect(Object.entries(block).map(([name, value]) => `${name} ${typeof value}`)).toEqual(['startMs number', 'endMs number'])
      for (const word of words.flatMap((line) => line.split(/[^\p{L}]+/u)).filter((word) => word.length > 2)) expect(JSON.stringify(read)).not.toContain(`"${word}`)
      expect(JSON.stringify(read).replaceAll(/"(?:isCalendar|busy|unreadable|startMs|endMs)"|true/g, '')).toMatch(/^[\d{}[\],:]*$/)
    }
  })
})

describe('bad files', () => {
  const good = event('DTSTART:20270105T100000Z', 'DURATION:PT1H')
  const readGood = { isCalendar: true, busy: [{ startMs: at('2027-01-05T10:00'), endMs: at('2027-01-05T11:00') }] }

  it.each<[string, string]>([
    ['empty', ''],
    ['words', 'Dear Sir, my shifts are nights until Friday.'],
    ['a web page', '<!doctype html><title>BEGIN:VCALENDAR</title>'],
    ['another kind of card', 'BEGIN:VCARD\r\nFN:Marcus\r\nEND:VCARD\r\n'],
    ['not text', '\u0000\u0001\uFFFD'.repeat(100)],
  ])('%s is no calendar', (_, text) => expect(busyInCalendar(text, january)).toEqual({ isCalendar: false, busy: [], unreadable: 0 }))

  it('a calendar without entries is one', () => expect(busyInCalendar(calendar(), january)).toEqual({ isCalendar: true, busy: [], unreadable: 0 }))

  it.each<[string, string[]]>([
    ['no start', ['DTEND:20270104T110000Z']],
    ['a day that there is not', ['DTSTART:20270230T100000Z', 'DURATION:PT1H']],
    ['an hour that there is not', ['DTSTART:20270104T250000Z', 'DURATION:PT1H']],
    ['words for a time', ['DTSTART:next Monday', 'DURATION:PT1H']],
    ['an end before the start', ['DTSTART:20270104T100000Z', 'DTEND:20270104T090000Z']],
    ['a length below nothing', ['DTSTART:20270104T100000Z', 'DURATION:-PT1H']],
    ['a rule that is none', ['DTSTART:20270104T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES']],
    ['a time left out that is none', ['DTSTART:20270104T100000Z', 'DURATION:PT1H', 'EXDATE:yesterday']],
  ])('an entry with %s is counted, and the others are read', (_, lines) => {
    expect(busyInCalendar(calendar(event(...lines), good), january)).toEqual({ ...readGood, unreadable: 1 })
  })

  it('a file that breaks off is read as far as it goes', () => {
    expect(busyInCalendar(`${calendar(good).replace(/END:VCALENDAR\r\n$/, '')}BEGIN:VEVENT\r\nDTSTART:20270104T1000`, january)).toEqual({ ...readGood, unreadable: 1 })
  })

  it('an entry that does not end before the next begins is counted', () => {
    expect(busyInCalendar(calendar('BEGIN:VEVENT\r\nDTSTART:20270104T100000Z', good), january)).toEqual({ ...readGood, unreadable: 1 })
  })

  it.each<[string, string]>([
    ['every second', 'FREQ=SECONDLY'],
    ['every second in a month that is far away', 'FREQ=SECONDLY;BYMONTH=12'],
    ['a day that never comes', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['an interval of ages', 'FREQ=DAILY;INTERVAL=999999999'],
    ['weeks whose month never comes', 'FREQ=WEEKLY;INTERVAL=4999;BYMONTH=2'],
    ['a Monday that is never a Tuesday', 'FREQ=DAILY;INTERVAL=7;BYDAY=TU'],
    ['a count without end', 'FREQ=MINUTELY;COUNT=999999999'],
  ])('what repeats %s does not hang: it is counted, and its first time kept', (_, rule) => {
    const read = busyInCalendar(calendar(event('DTSTART:20261207T100000Z', 'DURATION:PT1H', `RRULE:${rule}`), good), { ...january, fromMs: at('2026-12-01T00:00') })
    expect(read.unreadable).toBe(1)
    expect(read.busy[0]!.startMs).toBe(at('2026-12-07T10:00'))
    expect(read.busy.some(({ startMs, endMs }) => startMs <= at('2027-01-05T10:00') && endMs >= at('2027-01-05T11:00'))).toBe(true)
  })

  it('a thousand that repeat without end do not hang either', () => {
    const read = busyInCalendar(calendar(...Array.from({ length: 1000 }, () => event('DTSTART:20270104T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY')), good), january)
    expect(read.unreadable).toBe(1000)
  }, 60_000)

  it('says so when a time of a series stands for all later ones too, or rules take days out', () => {
    const series = ['DTSTART:20270104T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY']
    expect(busyInCalendar(calendar(event(...series), event('RECURRENCE-ID;RANGE=THISANDFUTURE:20270111T100000Z', 'DTSTART:20270111T120000Z', 'DURATION:PT1H')), january).unreadable).toBe(1)
    expect(busyInCalendar(calendar(event(...series, 'EXRULE:FREQ=WEEKLY;INTERVAL=2')), january).unreadable).toBe(1)
  })

  it('refuses a text that is longer than any file it reads', () => {
    expect(() => busyInCalendar('x'.repeat(mostCalendarBytes + 1), january)).toThrow(RangeError)
  })
})

it('reads a file of five megabytes whole', () => {
  const words = 'Remember the forms, the keys and the other phone; ask for Dana at the desk. '
  const description = `DESCRIPTION:${words.repeat(40)}`.match(/.{1,74}/g)!.join('\r\n ')
  const start = at('2027-01-01T08:00')
  const entries = Array.from({ length: 1600 }, (_, index) => {
    const from = new Date(start + index * 30 * 60_000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
    return event(`UID:${index}`, description, `DTSTART:${from}`, 'DURATION:PT20M', 'LOCATION:Hub')
  })
  const text = calendar(...entries)
  expect(text.length).toBeGreaterThan(5 * 1024 * 1024)
  const read = busyInCalendar(text, january)
  const busy = Array.from({ length: 1600 }, (_, index) => ({ startMs: start + index * 30 * 60_000, endMs: start + (index * 30 + 20) * 60_000 }))
  expect(read).toEqual({ isCalendar: true, unreadable: 0, busy: busy.filter(({ startMs }) => startMs < january.untilMs) })
})
