import { describe, expect, it } from 'vitest'
import type { Block } from '../clock/block'
import { busyInCalendar, mostCalendarBytes, type CalendarAsk } from './calendar-file'
import { cannedZone } from './samples-for-tests'

const at = (text: string): number => Date.parse(`${text}Z`)
const january: CalendarAsk = { fromMs: at('2027-01-01T00:00'), untilMs: at('2027-02-01T00:00'), zone: 'Europe/London' }
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'UID:one@example.org', 'DTSTAMP:20270101T000000Z', 'SUMMARY:Clinic', ...lines, 'END:VEVENT'].join('\r\n')
const instant = (ms: number): string => new Date(ms).toISOString().slice(0, 16)
const said = (blocks: readonly Block[]): string[] =>
  blocks.map(
    ({ startMs, endMs }) =>
      `${instant(startMs)}/${instant(endMs).slice(startMs - (startMs % 86_400_000) === endMs - (endMs % 86_400_000) ? 11 : 0)}`,
  )
const busyOf = (text: string, ask: CalendarAsk = january): string[] => said(busyInCalendar(text, ask).busy)

describe('one entry', () => {
  const tenToEleven = ['DTSTART:20270104T100000Z', 'DTEND:20270104T110000Z']
  it.each<[string, string[], string[]]>([
    ['UTC', tenToEleven, ['2027-01-04T10:00/11:00']],
    ['a length instead of an end', ['DTSTART:20270104T100000Z', 'DURATION:PT1H30M'], ['2027-01-04T10:00/11:30']],
    ['a length in days and hours', ['DTSTART:20270104T100000Z', 'DURATION:P1DT2H'], ['2027-01-04T10:00/2027-01-05T12:00']],
    ['a time without a zone is on the wall of ours', ['DTSTART:20270104T100000', 'DTEND:20270104T110000'], ['2027-01-04T10:00/11:00']],
    [
      'a zone that the file does not define',
      ['DTSTART;TZID=America/New_York:20270104T100000', 'DTEND;TZID=America/New_York:20270104T110000'],
      ['2027-01-04T15:00/16:00'],
    ],
    [
      'a zone with a program’s own name before it',
      ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20270104T100000', 'DURATION:PT1H'],
      ['2027-01-04T09:00/10:00'],
    ],
    ['a whole day', ['DTSTART;VALUE=DATE:20270104', 'DTEND;VALUE=DATE:20270105'], ['2027-01-04T00:00/2027-01-05T00:00']],
    ['a whole day without an end', ['DTSTART;VALUE=DATE:20270104'], ['2027-01-04T00:00/2027-01-05T00:00']],
    [
      'a whole day that ends when it begins',
      ['DTSTART;VALUE=DATE:20270104', 'DTEND;VALUE=DATE:20270104'],
      ['2027-01-04T00:00/2027-01-05T00:00'],
    ],
    ['a whole day whose kind is not said', ['DTSTART:20270104', 'DTEND:20270106'], ['2027-01-04T00:00/2027-01-06T00:00']],
    [
      'an end that is a day later in the zone',
      ['DTSTART:20270104T233000Z', 'DTEND:20270105T003000Z'],
      ['2027-01-04T23:30/2027-01-05T00:30'],
    ],
    ['a moment takes no time', ['DTSTART:20270104T100000Z'], []],
    ['not in the way', [...tenToEleven, 'TRANSP:TRANSPARENT'], []],
    [
      'in the way, said so',
      [...tenToEleven, 'TRANSP:OPAQUE', 'STATUS:CONFIRMED', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY'],
      ['2027-01-04T10:00/11:00'],
    ],
    ['tentative is busy', [...tenToEleven, 'STATUS:TENTATIVE', 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'], ['2027-01-04T10:00/11:00']],
    ['cancelled', [...tenToEleven, 'STATUS:CANCELLED'], []],
    ['free in Outlook', [...tenToEleven, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'], []],
    ['free in an older Outlook', [...tenToEleven, 'X-MICROSOFT-MSNCALENDAR-BUSYSTATUS:FREE'], []],
    [
      'away, as Outlook says, though not in the way',
      [...tenToEleven, 'TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'],
      ['2027-01-04T10:00/11:00'],
    ],
    ['at work elsewhere', [...tenToEleven, 'TRANSP:OPAQUE', 'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'], []],
    ['with the way there', [...tenToEleven, 'X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT45M'], ['2027-01-04T09:15/11:00']],
    [
      'with a way there of days',
      ['DTSTART:20270203T000000Z', 'DURATION:PT1H', 'X-APPLE-TRAVEL-DURATION:P3D'],
      ['2027-01-31T00:00/2027-02-01T00:00'],
    ],
    [
      'a whole day whatever zone is named beside it',
      ['DTSTART;VALUE=DATE;TZID="Berlin, Paris, Prague":20270104', 'DTEND;VALUE=DATE;TZID="Berlin, Paris, Prague":20270105'],
      ['2027-01-04T00:00/2027-01-05T00:00'],
    ],
    ['a whole day that ends at a time', ['DTSTART;VALUE=DATE:20270104', 'DTEND:20270106T000000Z'], ['2027-01-04T00:00/2027-01-06T00:00']],
    [
      'the length of an alarm is not its own',
      [...tenToEleven, 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT9H', 'REPEAT:2', 'END:VALARM'],
      ['2027-01-04T10:00/11:00'],
    ],
    ['before the stretch asked for', ['DTSTART:20261231T100000Z', 'DURATION:PT1H'], []],
    ['cut to the stretch asked for', ['DTSTART:20261231T230000Z', 'DURATION:PT3H'], ['2027-01-01T00:00/02:00']],
  ])('%s', (_, lines, busy) => {
    const read = busyInCalendar(calendar(event(...lines)), january)
    expect(said(read.busy)).toEqual(busy)
    expect(read).toMatchObject({ isCalendar: true, unreadable: 0 })
  })

  it('puts whole days and times without a zone on the wall of the zone given', () => {
    const summer = { fromMs: at('2027-06-01T00:00'), untilMs: at('2027-07-01T00:00') }
    const text = calendar(
      event('DTSTART;VALUE=DATE:20270610', 'DTEND;VALUE=DATE:20270611'),
      event('DTSTART:20270615T100000', 'DURATION:PT1H'),
    )
    expect(busyOf(text, { ...summer, zone: 'Europe/London' })).toEqual(['2027-06-09T23:00/2027-06-10T23:00', '2027-06-15T09:00/10:00'])
    expect(busyOf(text, { ...summer, zone: 'America/New_York' })).toEqual(['2027-06-10T04:00/2027-06-11T04:00', '2027-06-15T14:00/15:00'])
  })

  it.each<[string, string, string[]]>([
    ['a whole day is 23 hours in March', 'DTSTART;VALUE=DATE:20270328', ['2027-03-28T00:00/23:00']],
    ['and 25 in October', 'DTSTART;VALUE=DATE:20271031', ['2027-10-30T23:00/2027-11-01T00:00']],
    ['a time that the clock skips is read as before the change', 'DTSTART:20270328T013000\r\nDURATION:PT1H', ['2027-03-28T01:30/02:30']],
    ['a time that comes twice is the first', 'DTSTART:20271031T013000\r\nDURATION:PT1H', ['2027-10-31T00:30/01:30']],
    [
      'days of a length follow the wall, hours the stopwatch',
      'DTSTART:20270327T120000\r\nDURATION:P1DT1H',
      ['2027-03-27T12:00/2027-03-28T12:00'],
    ],
  ])('%s', (_, lines, busy) => expect(busyOf(calendar(event(lines)), { ...january, untilMs: at('2028-01-01T00:00') })).toEqual(busy))

  it('joins what touches or overlaps, and puts it in order', () => {
    const times = [
      ['1400', '1500'],
      ['1000', '1100'],
      ['1100', '1200'],
      ['1030', '1045'],
      ['1430', '1600'],
    ]
    const text = calendar(...times.map(([from, until]) => event(`DTSTART:20270104T${from}00Z`, `DTEND:20270104T${until}00Z`)))
    expect(busyOf(text)).toEqual(['2027-01-04T10:00/12:00', '2027-01-04T14:00/16:00'])
  })

  it('reads a list of busy times (VFREEBUSY)', () => {
    const lines = [
      'BEGIN:VFREEBUSY',
      'DTSTART:20270101T000000Z',
      'FREEBUSY;FBTYPE=BUSY:20270104T100000Z/PT2H,20270105T090000Z/20270105T100000Z',
      'FREEBUSY;FBTYPE=FREE:20270106T100000Z/PT2H',
      'END:VFREEBUSY',
    ]
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
    [
      'with a stretch more, of its own length',
      ['RDATE;VALUE=PERIOD:20270113T100000Z/PT3H'],
      [...hours(mondays.slice(0, 2)), '2027-01-13T10:00/13:00', ...hours(mondays.slice(2))],
    ],
  ])('%s', (_, lines, busy) => expect(busyOf(calendar(event(...weekly, ...lines)))).toEqual(busy))

  it.each<[string, string[], string[]]>([
    [
      'moved',
      ['DTSTART;TZID=Europe/London:20270112T140000', 'DTEND;TZID=Europe/London:20270112T150000'],
      ['2027-01-04T10:00/11:00', '2027-01-12T14:00/15:00', '2027-01-18T10:00/11:00', '2027-01-25T10:00/11:00'],
    ],
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
    expect(busyOf(calendar(event(...weekly)), march)).toEqual([
      '2027-03-22T10:00/11:00',
      '2027-03-29T09:00/10:00',
      '2027-04-05T09:00/10:00',
    ])
  })

  it('of nights is busy on the morning after the last before the stretch asked for', () => {
    expect(busyOf(calendar(event('DTSTART:20260101T220000Z', 'DURATION:PT8H', 'RRULE:FREQ=DAILY;UNTIL=20261231T220000Z')))).toEqual([
      '2027-01-01T00:00/06:00',
    ])
  })

  it('of some days each is busy to the end of the last that began before the stretch asked for', () => {
    expect(busyOf(calendar(event('DTSTART:20261201T100000Z', 'DURATION:P5D', 'RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=2')))).toEqual([
      '2027-01-01T00:00/2027-01-03T10:00',
    ])
  })

  it.each([
    ['by its date', 'EXDATE;VALUE=DATE:20270111'],
    ['by its midnight here', 'EXDATE:20270111T000000Z'],
    ['by its midnight elsewhere', 'EXDATE;TZID=W. Europe Standard Time:20270111T000000'],
  ])('of whole days is without one left out %s', (_, line) => {
    expect(busyOf(calendar(event('DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=WEEKLY;COUNT=3', line)))).toEqual([
      '2027-01-04T00:00/2027-01-05T00:00',
      '2027-01-18T00:00/2027-01-19T00:00',
    ])
  })

  it.each([
    [
      'birthdays on 29 February come in leap years only',
      'DTSTART;VALUE=DATE:20240229',
      'FREQ=YEARLY',
      ['2024-02-29', '2028-02-29', '2032-02-29'],
    ],
    [
      'the 31st of each month comes in months that have one',
      'DTSTART;VALUE=DATE:20310131',
      'FREQ=MONTHLY;COUNT=4',
      ['2031-01-31', '2031-03-31', '2031-05-31', '2031-07-31'],
    ],
  ])('%s', (_, start, rule, days) => {
    const years = { fromMs: at('2024-01-01T00:00'), untilMs: at('2034-01-01T00:00'), zone: 'UTC' }
    expect(busyInCalendar(calendar(event(start, `RRULE:${rule}`)), years).busy.map(({ startMs }) => instant(startMs).slice(0, 10))).toEqual(
      days,
    )
  })
})

describe('zones that a file defines', () => {
  const entry = (tzid: string, day: string): string => event(`DTSTART;TZID=${tzid}:${day}T100000`, 'DURATION:PT1H')
  it.each<[string, string, string[]]>([
    ['in winter', '20270104', ['2027-01-04T10:00/11:00']],
    ['in summer', '20270604', ['2027-06-04T09:00/10:00']],
    ['on the day of the change', '20270328', ['2027-03-28T09:00/10:00']],
  ])('are read as defined, %s', (_, day, busy) => {
    expect(
      busyOf(calendar(cannedZone('Our own time'), entry('"Our own time"', day)), { ...january, untilMs: at('2028-01-01T00:00') }),
    ).toEqual(busy)
  })

  it.each<[string, string, string]>([
    ['a blank before its name', 'TZID: 1', ' 1'],
    [
      'commas that are marked in its name',
      String.raw`TZID:(UTC+00:00) Dublin\, Edinburgh\, Lisbon\, London`,
      '"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"',
    ],
    ['a name like an address', 'TZID:tzone://Microsoft/Custom', '"tzone://Microsoft/Custom"'],
  ])('are found under %s', (_, line, tzid) => {
    const zone = cannedZone('One', '+0200', '+0300').replace('TZID:One', line)
    expect(busyOf(calendar(zone, entry(tzid, '20270104')))).toEqual(['2027-01-04T08:00/09:00'])
  })

  it('are defined from year 1 on by some programs, and without a plus by others', () => {
    const zone = cannedZone('Ours').replaceAll('DTSTART:1601', 'DTSTART:0001').replace('TZOFFSETTO:+0100', 'TZOFFSETTO:0100')
    expect(
      busyOf(calendar(zone, entry('Ours', '20270604')), { ...january, fromMs: at('2027-06-01T00:00'), untilMs: at('2027-07-01T00:00') }),
    ).toEqual(['2027-06-04T09:00/10:00'])
  })

  it('stay where their last change left them', () => {
    const ended = cannedZone('Ours')
      .replaceAll('BYMONTH=10', 'BYMONTH=10;UNTIL=20161030T010000Z')
      .replaceAll('BYMONTH=3', 'BYMONTH=3;UNTIL=20170326T010000Z')
    expect(busyOf(calendar(ended, entry('Ours', '20270104')))).toEqual(['2027-01-04T09:00/10:00'])
  })

  it('keep to the later of two rules without an end', () => {
    const part = (kind: string, day: string, rule: string, from: string, to: string): string[] => [
      `BEGIN:${kind}`,
      `DTSTART:${day}T020000`,
      `RRULE:FREQ=YEARLY;${rule}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `END:${kind}`,
    ]
    const standard = (day: string, rule: string): string[] => part('STANDARD', day, rule, '-0400', '-0500')
    const daylight = (day: string, rule: string): string[] => part('DAYLIGHT', day, rule, '-0500', '-0400')
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone 1',
      ...standard('16711029', 'BYDAY=-1SU;BYMONTH=10'),
      ...daylight('16710404', 'BYDAY=1SU;BYMONTH=4'),
      ...standard('20071104', 'BYDAY=1SU;BYMONTH=11'),
      ...daylight('20070311', 'BYDAY=2SU;BYMONTH=3'),
      'END:VTIMEZONE',
    ]
    const text = calendar(...zone, entry('"Customized Time Zone 1"', '20271102'))
    expect(busyOf(text, { ...january, untilMs: at('2028-01-01T00:00') })).toEqual(['2027-11-02T14:00/15:00'])
  })

  it.each<[string, string[]]>([
    ['one that nobody knows', [entry('Nowhere', '20270104')]],
    [
      'one that is defined with a change every second',
      [cannedZone('Mad').replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY'), entry('Mad', '20270104')],
    ],
    ['one that is defined without offsets', [cannedZone('Bare').replace(/TZOFFSETTO:.*\r\n/g, ''), entry('Bare', '20270104')]],
  ])('make their entries unreadable: %s', (_, lines) => {
    expect(busyInCalendar(calendar(...lines, event('DTSTART:20270105T100000Z', 'DURATION:PT1H')), january)).toEqual({
      isCalendar: true,
      unreadable: 1,
      busy: [{ startMs: at('2027-01-05T10:00'), endMs: at('2027-01-05T11:00') }],
    })
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

  it('a calendar without entries is one', () =>
    expect(busyInCalendar(calendar(), january)).toEqual({ isCalendar: true, busy: [], unreadable: 0 }))

  it.each<[string, string[]]>([
    ['no start', ['DTEND:20270104T110000Z']],
    ['a day that there is not', ['DTSTART:20270230T100000Z', 'DURATION:PT1H']],
    ['an hour that there is not', ['DTSTART:20270104T250000Z', 'DURATION:PT1H']],
    ['words for a time', ['DTSTART:next Monday', 'DURATION:PT1H']],
    ['an end before the start', ['DTSTART:20270104T100000Z', 'DTEND:20270104T090000Z']],
    ['a length below nothing', ['DTSTART:20270104T100000Z', 'DURATION:-PT1H']],
    ['a rule that is none', ['DTSTART:20270104T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES']],
    ['an alphabet for an end', ['DTSTART:20270104T100000Z', 'DTEND:']],
  ])('an entry with %s is counted, and the others are read', (_, lines) => {
    expect(busyInCalendar(calendar(event(...lines), good), january)).toEqual({ ...readGood, unreadable: 1 })
  })

  it.each<[string, string[]]>([
    ['a time left out that is none', ['EXDATE:yesterday,20270111T100000Z']],
    ['a time more that is none', ['RDATE:yesterday', 'EXDATE:20270111T100000Z']],
    ['a zone nobody knows for a time left out', ['EXDATE;TZID=Nowhere:20270118T100000', 'EXDATE:20270111T100000Z']],
    ['a way there that is no length', ['X-APPLE-TRAVEL-DURATION:soon', 'EXDATE:20270111T100000Z']],
  ])('a series with %s is counted, and the rest of it read', (_, lines) => {
    const read = busyInCalendar(calendar(event('DTSTART:20270104T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY', ...lines)), january)
    expect([said(read.busy), read.unreadable]).toEqual([['2027-01-04T10:00/11:00', '2027-01-18T10:00/11:00', '2027-01-25T10:00/11:00'], 1])
  })

  it.each<[string, string[], string[]]>([
    ['a last semicolon', ['RRULE:FREQ=WEEKLY;COUNT=2;'], ['04', '11']],
    ['blanks and small letters', ['RRULE:freq=weekly; byday=mo, we;count=3'], ['04', '06', '11']],
    ['an empty list', ['RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:', 'RDATE;VALUE=DATE:'], ['04', '11']],
    ['a last comma', ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20270111T100000Z,'], ['04', '18']],
  ])('means nothing by %s', (_, lines, days) => {
    const read = busyInCalendar(calendar(event('DTSTART:20270104T100000Z', 'DURATION:PT1H', ...lines)), january)
    expect([said(read.busy), read.unreadable]).toEqual([days.map((day) => `2027-01-${day}T10:00/11:00`), 0])
  })

  it('says so of times offered (VAVAILABILITY), whose busy time is all the rest', () => {
    const offered = [
      'BEGIN:VAVAILABILITY',
      'UID:one',
      'DTSTART:20270101T000000Z',
      'BEGIN:AVAILABLE',
      'DTSTART:20270104T090000Z',
      'DTEND:20270104T170000Z',
      'END:AVAILABLE',
      'END:VAVAILABILITY',
    ]
    expect(busyInCalendar(calendar(...offered, good), january)).toEqual({ ...readGood, unreadable: 1 })
  })

  it('leaves no time out of a series for an entry that does not say which series it means', () => {
    const bare = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'DURATION:PT1H', 'END:VEVENT'].join('\r\n')
    const text = calendar(
      bare('DTSTART:20270104T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      bare('RECURRENCE-ID:20270111T100000Z', 'DTSTART:20270112T100000Z'),
    )
    expect(busyOf(text)).toEqual(['2027-01-04T10:00/11:00', '2027-01-11T10:00/11:00', '2027-01-12T10:00/11:00'])
  })

  it('a file that breaks off is read as far as it goes', () => {
    expect(busyInCalendar(`${calendar(good).replace(/END:VCALENDAR\r\n$/, '')}BEGIN:VEVENT\r\nDTSTART:20270104T1000`, january)).toEqual({
      ...readGood,
      unreadable: 1,
    })
  })

  it('an entry that does not end before the next begins is counted', () => {
    expect(busyInCalendar(calendar('BEGIN:VEVENT\r\nDTSTART:20270104T100000Z', good), january)).toEqual({ ...readGood, unreadable: 1 })
  })

  it.each<[string, string]>([
    ['every second', 'FREQ=SECONDLY'],
    ['every second in a month that is far away', 'FREQ=SECONDLY;BYMONTH=11'],
    ['a count without end', 'FREQ=MINUTELY;COUNT=999999999'],
    ['never', 'FREQ=WEEKLY;COUNT=0'],
  ])('what repeats %s does not hang: it is counted, and its first time kept', (_, rule) => {
    const read = busyInCalendar(calendar(event('DTSTART:20261207T100000Z', 'DURATION:PT1H', `RRULE:${rule}`), good), {
      ...january,
      fromMs: at('2026-12-01T00:00'),
    })
    expect(read.unreadable).toBe(1)
    expect(read.busy[0]!.startMs).toBe(at('2026-12-07T10:00'))
    expect(read.busy.some(({ startMs, endMs }) => startMs <= at('2027-01-05T10:00') && endMs >= at('2027-01-05T11:00'))).toBe(true)
  })

  it.each<[string, string]>([
    ['on a day that never comes', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['after ages', 'FREQ=DAILY;INTERVAL=999999999'],
    ['in weeks whose month never comes', 'FREQ=WEEKLY;INTERVAL=4999;BYMONTH=2'],
    ['on a Monday that is never a Tuesday', 'FREQ=DAILY;INTERVAL=7;BYDAY=TU'],
  ])('what repeats %s has its first time only', (_, rule) => {
    const read = busyInCalendar(calendar(event('DTSTART:20261207T100000Z', 'DURATION:PT1H', `RRULE:${rule}`)), {
      ...january,
      fromMs: at('2026-12-01T00:00'),
    })
    expect([said(read.busy), read.unreadable]).toEqual([['2026-12-07T10:00/11:00'], 0])
  })

  it('a thousand that repeat without end do not hang either', () => {
    const read = busyInCalendar(
      calendar(...Array.from({ length: 1000 }, () => event('DTSTART:20270104T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY')), good),
      january,
    )
    expect(read.unreadable).toBe(1000)
  }, 60_000)

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
  const busy = Array.from({ length: 1600 }, (_, index) => ({
    startMs: start + index * 30 * 60_000,
    endMs: start + (index * 30 + 20) * 60_000,
  }))
  expect(read).toEqual({ isCalendar: true, unreadable: 0, busy: busy.filter(({ startMs }) => startMs < january.untilMs) })
})
