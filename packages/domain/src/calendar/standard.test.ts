import { describe, expect, it } from 'vitest'
import { busyInCalendar } from './calendar-file'

const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
const days = (month: string, ...numbers: number[]): string[] => numbers.map((day) => `${month}-${String(day).padStart(2, '0')}`)
const range = (from: number, until: number, step = 1): number[] =>
  Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, index) => from + index * step)
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short' })

/**
 * RFC 5545, 3.8.5.3: each example in its order (both rules where it has two), with the dates listed there. All begin at nine in New York;
 * those "forever" are listed, and cut here, up to a day ('YYYY-MM-DD').
 */
const examples: readonly [name: string, start: string, rule: string, dates: string[], before?: string][] = [
  ['daily for 10 occurrences', '19970902', 'FREQ=DAILY;COUNT=10', days('1997-09', ...range(2, 11))],
  [
    'daily until 24 December 1997',
    '19970902',
    'FREQ=DAILY;UNTIL=19971224T000000Z',
    [
      ...days('1997-09', ...range(2, 30)),
      ...days('1997-10', ...range(1, 31)),
      ...days('1997-11', ...range(1, 30)),
      ...days('1997-12', ...range(1, 23)),
    ],
  ],
  [
    'every other day',
    '19970902',
    'FREQ=DAILY;INTERVAL=2',
    [
      ...days('1997-09', ...range(2, 30, 2)),
      ...days('1997-10', ...range(2, 30, 2)),
      ...days('1997-11', ...range(1, 29, 2)),
      ...days('1997-12', 1, 3),
    ],
    '1997-12-05',
  ],
  [
    'every 10 days, 5 occurrences',
    '19970902',
    'FREQ=DAILY;INTERVAL=10;COUNT=5',
    [...days('1997-09', 2, 12, 22), ...days('1997-10', 2, 12)],
  ],
  [
    'every day in January, for 3 years',
    '19980101',
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    ['1998-01', '1999-01', '2000-01'].flatMap((month) => days(month, ...range(1, 31))),
  ],
  [
    'every day in January, said daily',
    '19980101',
    'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    ['1998-01', '1999-01', '2000-01'].flatMap((month) => days(month, ...range(1, 31))),
  ],
  [
    'weekly for 10 occurrences',
    '19970902',
    'FREQ=WEEKLY;COUNT=10',
    [...days('1997-09', 2, 9, 16, 23, 30), ...days('1997-10', 7, 14, 21, 28), ...days('1997-11', 4)],
  ],
  [
    'weekly until 24 December 1997',
    '19970902',
    'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    [
      ...days('1997-09', 2, 9, 16, 23, 30),
      ...days('1997-10', 7, 14, 21, 28),
      ...days('1997-11', 4, 11, 18, 25),
      ...days('1997-12', 2, 9, 16, 23),
    ],
  ],
  [
    'every other week',
    '19970902',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    [
      ...days('1997-09', 2, 16, 30),
      ...days('1997-10', 14, 28),
      ...days('1997-11', 11, 25),
      ...days('1997-12', 9, 23),
      ...days('1998-01', 6, 20),
      ...days('1998-02', 3, 17),
    ],
    '1998-02-20',
  ],
  [
    'weekly on Tuesday and Thursday for five weeks',
    '19970902',
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    [...days('1997-09', 2, 4, 9, 11, 16, 18, 23, 25, 30), ...days('1997-10', 2)],
  ],
  [
    'weekly on Tuesday and Thursday, counted',
    '19970902',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    [...days('1997-09', 2, 4, 9, 11, 16, 18, 23, 25, 30), ...days('1997-10', 2)],
  ],
  [
    'every other week on Monday, Wednesday and Friday',
    '19970901',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    [
      ...days('1997-09', 1, 3, 5, 15, 17, 19, 29),
      ...days('1997-10', 1, 3, 13, 15, 17, 27, 29, 31),
      ...days('1997-11', 10, 12, 14, 24, 26, 28),
      ...days('1997-12', 8, 10, 12, 22),
    ],
  ],
  [
    'every other week on Tuesday and Thursday, for 8 occurrences',
    '19970902',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    [...days('1997-09', 2, 4, 16, 18, 30), ...days('1997-10', 2, 14, 16)],
  ],
  [
    'monthly on the first Friday for 10 occurrences',
    '19970905',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    [
      '1997-09-05',
      '1997-10-03',
      '1997-11-07',
      '1997-12-05',
      '1998-01-02',
      '1998-02-06',
      '1998-03-06',
      '1998-04-03',
      '1998-05-01',
      '1998-06-05',
    ],
  ],
  [
    'monthly on the first Friday until 24 December 1997',
    '19970905',
    'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR',
    ['1997-09-05', '1997-10-03', '1997-11-07', '1997-12-05'],
  ],
  [
    'every other month on the first and last Sunday',
    '19970907',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    [...days('1997-09', 7, 28), ...days('1997-11', 2, 30), ...days('1998-01', 4, 25), ...days('1998-03', 1, 29), ...days('1998-05', 3, 31)],
  ],
  [
    'monthly on the second-to-last Monday',
    '19970922',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    ['1997-09-22', '1997-10-20', '1997-11-17', '1997-12-22', '1998-01-19', '1998-02-16'],
  ],
  [
    'monthly on the third-to-last day',
    '19970928',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    ['1997-09-28', '1997-10-29', '1997-11-28', '1997-12-29', '1998-01-29', '1998-02-26'],
    '1998-03-01',
  ],
  [
    'monthly on the 2nd and the 15th',
    '19970902',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    ['1997-09', '1997-10', '1997-11', '1997-12', '1998-01'].flatMap((month) => days(month, 2, 15)),
  ],
  [
    'monthly on the first and last day',
    '19970930',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    [
      ...days('1997-09', 30),
      ...days('1997-10', 1, 31),
      ...days('1997-11', 1, 30),
      ...days('1997-12', 1, 31),
      ...days('1998-01', 1, 31),
      ...days('1998-02', 1),
    ],
  ],
  [
    'every 18 months on the 10th to the 15th',
    '19970910',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    [...days('1997-09', ...range(10, 15)), ...days('1999-03', ...range(10, 13))],
  ],
  [
    'every Tuesday, every other month',
    '19970902',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    [
      ...days('1997-09', 2, 9, 16, 23, 30),
      ...days('1997-11', 4, 11, 18, 25),
      ...days('1998-01', 6, 13, 20, 27),
      ...days('1998-03', 3, 10, 17, 24, 31),
    ],
    '1998-05-01',
  ],
  [
    'yearly in June and July for 10 occurrences',
    '19970610',
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    range(1997, 2001).flatMap((year) => [`${year}-06-10`, `${year}-07-10`]),
  ],
  [
    'every other year in January, February and March for 10 occurrences',
    '19970310',
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    ['1997-03-10', ...[1999, 2001, 2003].flatMap((year) => [`${year}-01-10`, `${year}-02-10`, `${year}-03-10`])],
  ],
  [
    'every third year on the 1st, 100th and 200th day for 10 occurrences',
    '19970101',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    [
      '1997-01-01',
      '1997-04-10',
      '1997-07-19',
      '2000-01-01',
      '2000-04-09',
      '2000-07-18',
      '2003-01-01',
      '2003-04-10',
      '2003-07-19',
      '2006-01-01',
    ],
  ],
  ['the twentieth Monday of the year', '19970519', 'FREQ=YEARLY;BYDAY=20MO', ['1997-05-19', '1998-05-18', '1999-05-17'], '2000-01-01'],
  ['Monday of week 20', '19970512', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', ['1997-05-12', '1998-05-11', '1999-05-17'], '2000-01-01'],
  [
    'every Thursday in March',
    '19970313',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    [...days('1997-03', 13, 20, 27), ...days('1998-03', 5, 12, 19, 26), ...days('1999-03', 4, 11, 18, 25)],
    '2000-01-01',
  ],
  [
    'every Thursday, but only in summer',
    '19970605',
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    [
      ...days('1997-06', 5, 12, 19, 26),
      ...days('1997-07', 3, 10, 17, 24, 31),
      ...days('1997-08', 7, 14, 21, 28),
      ...days('1998-06', 4, 11, 18, 25),
      ...days('1998-07', 2, 9, 16, 23, 30),
      ...days('1998-08', 6, 13, 20, 27),
      ...days('1999-06', 3, 10, 17, 24),
      ...days('1999-07', 1, 8, 15, 22, 29),
      ...days('1999-08', 5, 12, 19, 26),
    ],
    '2000-01-01',
  ],
  [
    'every Friday the 13th',
    '19970902',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13\r\nEXDATE;TZID=America/New_York:19970902T090000',
    ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13', '2000-10-13'],
    '2001-01-01',
  ],
  [
    'the first Saturday that follows the first Sunday',
    '19970913',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    [
      '1997-09-13',
      '1997-10-11',
      '1997-11-08',
      '1997-12-13',
      '1998-01-10',
      '1998-02-07',
      '1998-03-07',
      '1998-04-11',
      '1998-05-09',
      '1998-06-13',
    ],
    '1998-07-01',
  ],
  [
    'election day: every four years, the Tuesday after a Monday in November',
    '19961105',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    ['1996-11-05', '2000-11-07', '2004-11-02'],
    '2005-01-01',
  ],
  [
    'the third Tuesday, Wednesday or Thursday of the month',
    '19970904',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    ['1997-09-04', '1997-10-07', '1997-11-06'],
  ],
  [
    'the second-to-last weekday of the month',
    '19970929',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    ['1997-09-29', '1997-10-30', '1997-11-27', '1997-12-30', '1998-01-29', '1998-02-26', '1998-03-30'],
    '1998-04-01',
  ],
  // Listed are 9, 12 and 15; the rule's own end, 17:00 in UTC, is 13:00 in New York.
  [
    'every 3 hours until 17:00 UTC on one day',
    '19970902',
    'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z',
    ['1997-09-02 09:00', '1997-09-02 12:00'],
  ],
  [
    'every 15 minutes for 6 occurrences',
    '19970902',
    'FREQ=MINUTELY;INTERVAL=15;COUNT=6',
    ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15'].map((time) => `1997-09-02 ${time}`),
  ],
  [
    'every hour and a half for 4 occurrences',
    '19970902',
    'FREQ=MINUTELY;INTERVAL=90;COUNT=4',
    ['09:00', '10:30', '12:00', '13:30'].map((time) => `1997-09-02 ${time}`),
  ],
  ...['FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40', 'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16'].map(
    (rule): (typeof examples)[number] => [
      `every 20 minutes from 9 to 16:40 every day, said ${rule.slice(5, 10)}`,
      '19970902',
      rule,
      days('1997-09', 2, 3).flatMap((day) =>
        range(9, 16).flatMap((hour) => ['00', '20', '40'].map((minute) => `${day} ${String(hour).padStart(2, '0')}:${minute}`)),
      ),
      '1997-09-04',
    ],
  ),
  ['the week begins on Monday', '19970805', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', days('1997-08', 5, 10, 19, 24)],
  ['the week begins on Sunday', '19970805', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', days('1997-08', 5, 17, 19, 31)],
  [
    'a day that a month does not have is passed over',
    '20070115',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    [...days('2007-01', 15, 30), ...days('2007-02', 15), ...days('2007-03', 15, 30)],
  ],
]

describe('the standard’s own recurrences', () => {
  it.each(examples)('%s', (_, start, rule, dates, before = '2010-01-01') => {
    const text = calendar([`DTSTART;TZID=America/New_York:${start}T090000`, 'DURATION:PT5M', `RRULE:${rule}`])
    const read = busyInCalendar(text, { fromMs: Date.UTC(1996, 0, 1), untilMs: Date.parse(`${before}T00:00Z`), zone: 'America/New_York' })
    expect(read.busy.map(({ startMs }) => wall.format(startMs))).toEqual(dates.map((date) => (date.length > 10 ? date : `${date} 09:00`)))
    expect(read.unreadable).toBe(0)
  })
})

/** The starts in 2027 ('MM-DDTHH:MM', UTC) of a series that begins then or before, and how many entries could not be read. */
function in2027(...events: string[][]): [string[], number] {
  const read = busyInCalendar(calendar(...events), { fromMs: Date.UTC(2027, 0, 1), untilMs: Date.UTC(2028, 0, 1), zone: 'UTC' })
  return [read.busy.map(({ startMs }) => new Date(startMs).toISOString().slice(5, 16)), read.unreadable]
}
const ruled = (start: string, rule: string, ...more: string[]): string[] => [`DTSTART:${start}`, 'DURATION:PT1M', `RRULE:${rule}`, ...more]

describe('rare rules', () => {
  it.each<[string, string, string, string]>([
    ['at hours of one day in a year', '20220115T093000', 'FREQ=YEARLY;BYHOUR=23,19', '01-15T19:30 01-15T23:30'],
    [
      'numbered weekdays at hours',
      '20240915T090000',
      'FREQ=MONTHLY;BYMONTH=5;BYDAY=4SA,5MO;BYHOUR=16,2',
      '05-22T02:00 05-22T16:00 05-31T02:00 05-31T16:00',
    ],
    [
      'every second month, and only some months',
      '20240913T233000',
      'FREQ=MONTHLY;INTERVAL=2;BYMONTH=12,11,10,1;BYDAY=1MO',
      '01-04T23:30 11-01T23:30',
    ],
    [
      'a day counted from the end of some months',
      '20190701T100000',
      'FREQ=DAILY;BYMONTH=3,7,11;BYMONTHDAY=10,-31',
      '03-01T10:00 03-10T10:00 07-01T10:00 07-10T10:00 11-10T10:00',
    ],
    [
      'days of the month in some months',
      '20240828T233000',
      'FREQ=MONTHLY;BYMONTH=9,1;BYMONTHDAY=15,2',
      '01-02T23:30 01-15T23:30 09-02T23:30 09-15T23:30',
    ],
    ['the last day of the year', '20201231T090000', 'FREQ=YEARLY;BYYEARDAY=-1', '12-31T09:00'],
    [
      'a day of the month in any month, by the year',
      '20260105T090000',
      'FREQ=YEARLY;BYMONTHDAY=31',
      '01-31T09:00 03-31T09:00 05-31T09:00 07-31T09:00 08-31T09:00 10-31T09:00 12-31T09:00',
    ],
    ['the last but one Sunday of the year', '20260101T090000', 'FREQ=YEARLY;BYDAY=-2SU', '12-19T09:00'],
    [
      'the first and last weeks of the year',
      '20260105T090000',
      'FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,SU',
      '01-03T09:00 01-04T09:00 01-10T09:00 12-27T09:00',
    ],
    [
      'the last of some days of the month',
      '20260105T090000',
      'FREQ=MONTHLY;BYMONTH=1,2;BYMONTHDAY=28,29,30;BYSETPOS=-1',
      '01-30T09:00 02-28T09:00',
    ],
    ['the first weekday of the year', '20260101T090000', 'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', '01-01T09:00'],
    [
      'hours of the first day that were before it',
      '20270104T120000',
      'FREQ=DAILY;COUNT=3;BYHOUR=9,12',
      '01-04T12:00 01-05T09:00 01-05T12:00',
    ],
    ['hours in no order, of which one counts', '20270104T080000', 'FREQ=DAILY;COUNT=1;BYHOUR=17,9', '01-04T08:00 01-04T09:00'],
    [
      'the second time of a day',
      '20261231T090000',
      'FREQ=DAILY;UNTIL=20270102T235959;BYHOUR=9,12,17;BYSETPOS=2',
      '01-01T12:00 01-02T12:00',
    ],
  ])('%s', (_, start, rule, times) => expect(in2027(ruled(start, rule))).toEqual([times.split(' '), 0]))

  it('the last weekday of the month, asked for up to the middle of one', () => {
    const text = calendar(ruled('20261231T090000', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'))
    expect(busyInCalendar(text, { fromMs: Date.UTC(2027, 0, 1), untilMs: Date.UTC(2027, 0, 16), zone: 'UTC' })).toEqual({
      isCalendar: true,
      busy: [],
      unreadable: 0,
    })
  })

  it.each([
    ['weeks of the year without weekdays', 'FREQ=YEARLY;BYWEEKNO=20'],
    ['weeks of every second year', 'FREQ=YEARLY;INTERVAL=2;BYWEEKNO=20;BYDAY=MO'],
    ['numbered weekdays by day of the month', 'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1,2,3'],
    ['numbered weekdays of a week', 'FREQ=WEEKLY;BYDAY=1MO'],
    ['days of the year by the month', 'FREQ=MONTHLY;BYYEARDAY=100'],
    ['a calendar of another people', 'RSCALE=CHINESE;FREQ=YEARLY'],
    ['Easter', 'FREQ=YEARLY;BYEASTER=0'],
    ['a place in an hour', 'FREQ=HOURLY;BYMINUTE=0,30;BYSETPOS=2'],
    ['a count of none', 'FREQ=DAILY;COUNT=0'],
  ])('says of %s that it cannot be read to its end, and keeps its first time', (_, rule) => {
    expect(in2027(ruled('20270519T090000', rule))).toEqual([['05-19T09:00'], 1])
  })
})

describe('rules that take times out (EXRULE)', () => {
  it.each<[string, string, string[], string]>([
    ['every second one', 'FREQ=WEEKLY;COUNT=4', ['EXRULE:FREQ=WEEKLY;INTERVAL=2'], '01-11T10:00 01-25T10:00'],
    ['some weekdays', 'FREQ=DAILY;COUNT=5', ['EXRULE:FREQ=WEEKLY;BYDAY=TU,TH'], '01-04T10:00 01-06T10:00 01-08T10:00'],
    ['as many as it counts', 'FREQ=WEEKLY;COUNT=4', ['EXRULE:FREQ=WEEKLY;COUNT=2'], '01-18T10:00 01-25T10:00'],
    ['until a day', 'FREQ=WEEKLY;COUNT=4', ['EXRULE:FREQ=WEEKLY;UNTIL=20270111'], '01-18T10:00 01-25T10:00'],
    [
      'two of them, and a day more',
      'FREQ=WEEKLY;COUNT=4',
      ['EXRULE:FREQ=WEEKLY;INTERVAL=3', 'EXRULE:FREQ=WEEKLY;INTERVAL=2', 'RDATE:20270113T100000Z'],
      '01-11T10:00 01-13T10:00',
    ],
    ['of days added', 'FREQ=WEEKLY;COUNT=1', ['RDATE:20270105T100000Z,20270106T100000Z', 'EXRULE:FREQ=DAILY;INTERVAL=2'], '01-05T10:00'],
    ['at another time of day takes nothing', 'FREQ=WEEKLY;COUNT=2', ['EXRULE:FREQ=WEEKLY;BYHOUR=11'], '01-04T10:00 01-11T10:00'],
  ])('%s', (_, rule, lines, times) => expect(in2027(ruled('20270104T100000Z', rule, ...lines))).toEqual([times.split(' '), 0]))

  it('whole days', () => {
    expect(in2027(['DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXRULE:FREQ=WEEKLY;INTERVAL=2'])).toEqual([
      ['01-11T00:00', '01-25T00:00'],
      0,
    ])
  })

  it('that go on too long are counted, though nothing else of the entry does', () => {
    expect(in2027(['DTSTART:20270104T100000Z', 'DURATION:PT1M', 'RDATE:20270105T100000Z', 'EXRULE:FREQ=SECONDLY;BYMONTH=2'])).toEqual([
      ['01-04T10:00', '01-05T10:00'],
      1,
    ])
  })

  it.each(['FREQ=YEARLY;BYWEEKNO=1', 'FREQ=SECONDLY'])('that cannot be read take nothing out, and are counted: %s', (rule) => {
    expect(in2027(ruled('20270104T100000Z', 'FREQ=WEEKLY;COUNT=1', `EXRULE:${rule}`))[1]).toBe(1)
    expect(in2027(ruled('20270104T100000Z', 'FREQ=WEEKLY;COUNT=1', `EXRULE:${rule}`, 'RDATE:20270301T120000Z'))[0]).toContain('03-01T12:00')
  })
})

describe('a time of a series that stands for all later ones too (RANGE=THISANDFUTURE)', () => {
  const weekly = ['DTSTART:20270104T100000Z', 'DTEND:20270104T110000Z', 'RRULE:FREQ=WEEKLY;COUNT=5']
  const fromThe18th = (...lines: string[]): string[] => ['RECURRENCE-ID;RANGE=THISANDFUTURE:20270118T100000Z', ...lines]
  const blocks = (...events: string[][]): [string[], number] => {
    const read = busyInCalendar(calendar(...events), {
      fromMs: Date.UTC(2027, 0, 1),
      untilMs: Date.UTC(2027, 1, 15),
      zone: 'Europe/London',
    })
    return [
      read.busy.map(({ startMs, endMs }) => `${new Date(startMs).toISOString().slice(5, 16)}+${(endMs - startMs) / 60_000}`),
      read.unreadable,
    ]
  }

  it.each<[string, string[][], string[]]>([
    [
      'later in the day, and longer',
      [weekly, fromThe18th('DTSTART:20270118T133000Z', 'DURATION:PT2H')],
      ['01-04T10:00+60', '01-11T10:00+60', '01-18T13:30+120', '01-25T13:30+120', '02-01T13:30+120'],
    ],
    [
      'days earlier',
      [weekly, fromThe18th('DTSTART:20270116T100000Z', 'DURATION:PT1H')],
      ['01-04T10:00+60', '01-11T10:00+60', '01-16T10:00+60', '01-23T10:00+60', '01-30T10:00+60'],
    ],
    [
      'weeks later',
      [weekly, fromThe18th('DTSTART:20270208T100000Z', 'DURATION:PT1H')],
      ['01-04T10:00+60', '01-11T10:00+60', '02-08T10:00+60'],
    ],
    [
      'changed twice',
      [
        weekly,
        fromThe18th('DTSTART:20270118T120000Z', 'DURATION:PT1H'),
        ['RECURRENCE-ID;RANGE=THISANDFUTURE:20270125T100000Z', 'DTSTART:20270125T150000Z', 'DURATION:PT1H'],
      ],
      ['01-04T10:00+60', '01-11T10:00+60', '01-18T12:00+60', '01-25T15:00+60', '02-01T15:00+60'],
    ],
    [
      'one of them changed by itself',
      [
        ['RECURRENCE-ID:20270125T100000Z', 'DTSTART:20270126T090000Z', 'DURATION:PT30M'],
        fromThe18th('DTSTART:20270118T120000Z', 'DURATION:PT1H'),
        weekly,
      ],
      ['01-04T10:00+60', '01-11T10:00+60', '01-18T12:00+60', '01-26T09:00+30', '02-01T12:00+60'],
    ],
    [
      'cancelled',
      [weekly, fromThe18th('DTSTART:20270118T100000Z', 'DURATION:PT1H', 'STATUS:CANCELLED')],
      ['01-04T10:00+60', '01-11T10:00+60'],
    ],
    [
      'busy, where those before were free',
      [[...weekly, 'TRANSP:TRANSPARENT'], fromThe18th('DTSTART:20270118T100000Z', 'DURATION:PT1H')],
      ['01-18T10:00+60', '01-25T10:00+60', '02-01T10:00+60'],
    ],
    [
      'one of them left out, and one added',
      [[...weekly, 'EXDATE:20270125T100000Z', 'RDATE:20270120T100000Z'], fromThe18th('DTSTART:20270118T110000Z', 'DURATION:PT1H')],
      ['01-04T10:00+60', '01-11T10:00+60', '01-18T11:00+60', '01-20T11:00+60', '02-01T11:00+60'],
    ],
    [
      'with a way there',
      [weekly, fromThe18th('DTSTART:20270118T110000Z', 'DURATION:PT1H', 'X-APPLE-TRAVEL-DURATION:PT30M')],
      ['01-04T10:00+60', '01-11T10:00+60', '01-18T10:30+90', '01-25T10:30+90', '02-01T10:30+90'],
    ],
    [
      'whole days',
      [
        ['DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=WEEKLY;COUNT=3'],
        ['RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20270111', 'DTSTART;VALUE=DATE:20270112', 'DTEND;VALUE=DATE:20270114'],
      ],
      ['01-04T00:00+1440', '01-12T00:00+2880', '01-19T00:00+2880'],
    ],
    [
      'whole days, named by a midnight elsewhere',
      [
        ['DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=WEEKLY;COUNT=3'],
        ['RECURRENCE-ID;TZID=Europe/Berlin;RANGE=THISANDFUTURE:20270111T000000', 'DTSTART;VALUE=DATE:20270112'],
      ],
      ['01-04T00:00+1440', '01-12T00:00+1440', '01-19T00:00+1440'],
    ],
    [
      'named by its date alone',
      [weekly, ['RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20270118', 'DTSTART:20270118T120000Z', 'DURATION:PT1H']],
      ['01-04T10:00+60', '01-11T10:00+60', '01-18T12:00+60', '01-25T12:00+60', '02-01T12:00+60'],
    ],
  ])('%s', (_, events, times) => expect(blocks(...events)).toEqual([times, 0]))

  it.each<[string, string, string, string[]]>([
    ['into the stretch asked for, from before it', '20261130', '20270110', ['01-10T10:00', '01-17T10:00']],
    ['into the stretch asked for, from after it', '20280103', '20271220', ['12-20T10:00', '12-27T10:00']],
  ])('moves %s', (_, first, to, times) => {
    const changed = [`RECURRENCE-ID;RANGE=THISANDFUTURE:${first}T100000Z`, `DTSTART:${to}T100000Z`, 'DURATION:PT1H']
    expect(in2027(ruled(`${first}T100000Z`, 'FREQ=WEEKLY;COUNT=2'), changed)).toEqual([times, 0])
  })

  it('keeps its time on the wall when the clocks change', () => {
    const daily = ['DTSTART;TZID=Europe/London:20270325T100000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=6']
    const later = ['RECURRENCE-ID;RANGE=THISANDFUTURE:20270327T100000Z', 'DTSTART;TZID=Europe/London:20270327T120000', 'DURATION:PT1H']
    expect(in2027(daily, later)).toEqual([['03-25T10:00', '03-26T10:00', '03-27T12:00', '03-28T11:00', '03-29T11:00', '03-30T11:00'], 0])
  })

  it.each<[string, string[][], string[]]>([
    [
      'all earlier ones',
      [weekly, ['RECURRENCE-ID;RANGE=THISANDPRIOR:20270111T100000Z', 'DTSTART:20270111T120000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT']],
      ['01-04T10:00', '01-18T10:00', '01-25T10:00', '02-01T10:00'],
    ],
    [
      'a rule of its own',
      [weekly, ['RECURRENCE-ID:20270118T100000Z', 'DTSTART:20270118T120000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2']],
      ['01-04T10:00', '01-11T10:00', '01-18T12:00', '01-25T10:00', '01-25T12:00', '02-01T10:00'],
    ],
    ['a series that is not in the file', [fromThe18th('DTSTART:20270118T120000Z', 'DURATION:PT1H')], ['01-18T12:00']],
  ])('counts what it does not work out, and leaves nothing free by it: %s', (_, events, times) =>
    expect(in2027(...events)).toEqual([times, 1]),
  )
})
