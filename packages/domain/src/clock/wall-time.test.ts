import { describe, expect, it } from 'vitest'
import { dateOfDay, dayOfDate, minuteOfTime, readDate, readEndTime, readTime, wallToInstant, weekdayOfDay, zoneKnown } from './wall-time'
import { instantOfWall, wallOfInstant, zoneOffsets } from './zone-offsets'

const utc = (text: string): number => Date.parse(`${text}Z`)

describe('what a person types', () => {
  it.each([
    ['2026-03-29', '2026-03-29'],
    [' 2026-3-9 ', '2026-03-09'],
    ['2026.03.09', '2026-03-09'],
    ['9/3/2026', '2026-03-09'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', null],
    ['2026-02-31', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-04-00', null],
    ['0026-04-10', null],
    ['2026-04/10', null],
    ['10/4/26', null],
    ['1900-01-01', '1900-01-01'],
    ['1899-12-31', null],
    ['2099-12-31', '2099-12-31'],
    ['2100-01-01', null],
    ['tomorrow', null],
    ['', null],
  ])('reads the date %j as %j', (typed, date) => expect(readDate(typed)).toBe(date))

  it.each([
    ['15:30', '15:30'],
    ['9:05', '09:05'],
    ['9.05', '09:05'],
    ['00:00', '00:00'],
    ['25:00', null],
    ['24:00', null],
    ['12:60', null],
    ['9', null],
    ['9:5', null],
    ['-1:00', null],
    ['half past three', null],
  ])('reads the time %j as %j', (typed, time) => expect(readTime(typed)).toBe(time))

  it('knows 24:00 as the end of a day only', () => {
    expect(readEndTime('24:00')).toBe('24:00')
    expect(readEndTime('24:15')).toBeNull()
    expect(minuteOfTime('24:00')).toBe(1440)
  })

  it.each([
    ['Europe/London', true],
    ['America/Argentina/Buenos_Aires', true],
    ['UTC', true],
    ['Europe/Atlantis', false],
    ['+01:00', false],
    ['', false],
  ])('says of the zone %j whether it is known: %j', (zone, known) => expect(zoneKnown(zone)).toBe(known))
})

describe('the calendar', () => {
  it('counts every day from 1900 to 2100 as the machine does', () => {
    for (let day = dayOfDate('1900-01-01'); day <= dayOfDate('2100-12-31'); day++) {
      const date = new Date(day * 86_400_000)
      const text = date.toISOString().slice(0, 10)
      if (dateOfDay(day) !== text || dayOfDate(text) !== day || weekdayOfDay(day) !== (date.getUTCDay() || 7)) {
        expect.fail(`${text} is counted wrongly`)
      }
    }
  })

  it('reads the days after the last that can be typed', () => {
    expect(dayOfDate('2100-01-31')).toBe(dayOfDate('2099-12-31') + 31)
    expect(() => dayOfDate('2100-02-29')).toThrow(RangeError)
    expect(() => dayOfDate('2101-01-01')).toThrow(RangeError)
  })

  it('refuses a date or a time that nobody parsed', () => {
    expect(() => dayOfDate('2026-2-3')).toThrow(RangeError)
    expect(() => minuteOfTime('9:00')).toThrow(RangeError)
  })
})

describe('wall time and instants', () => {
  it.each([
    ['Europe/London', '2026-03-29', '00:59', { code: 'once', ms: utc('2026-03-29T00:59') }],
    ['Europe/London', '2026-03-29', '01:30', { code: 'doesNotExist', before: utc('2026-03-29T00:30'), after: utc('2026-03-29T01:30') }],
    ['Europe/London', '2026-03-29', '02:00', { code: 'once', ms: utc('2026-03-29T01:00') }],
    ['Europe/London', '2026-10-25', '01:30', { code: 'existsTwice', earlier: utc('2026-10-25T00:30'), later: utc('2026-10-25T01:30') }],
    ['Europe/London', '2026-10-25', '02:00', { code: 'once', ms: utc('2026-10-25T02:00') }],
    ['Atlantic/Azores', '2026-03-29', '00:30', { code: 'doesNotExist', before: utc('2026-03-29T00:30'), after: utc('2026-03-29T01:30') }],
    [
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:45',
      { code: 'existsTwice', earlier: utc('2026-04-04T14:45'), later: utc('2026-04-04T15:15') },
    ],
    ['Australia/Sydney', '2026-10-04', '02:30', { code: 'doesNotExist', before: utc('2026-10-03T15:30'), after: utc('2026-10-03T16:30') }],
    ['Asia/Kolkata', '2026-07-01', '09:15', { code: 'once', ms: utc('2026-07-01T03:45') }],
  ])('in %s %s %s is %j', (zone, date, time, instant) => expect(instantOfWall(zone, date, time)).toEqual(instant))

  it.each([
    ['Europe/London', '2026-03-29T00:59', { date: '2026-03-29', time: '00:59', weekday: 7 }],
    ['Europe/London', '2026-03-29T01:00', { date: '2026-03-29', time: '02:00', weekday: 7 }],
    ['Europe/London', '2026-10-25T00:30', { date: '2026-10-25', time: '01:30', weekday: 7 }],
    ['Europe/London', '2026-10-25T01:30', { date: '2026-10-25', time: '01:30', weekday: 7 }],
    ['Australia/Sydney', '2026-03-15T18:00', { date: '2026-03-16', time: '05:00', weekday: 1 }],
  ])('in %s the wall shows at %s UTC %j', (zone, instant, wall) => expect(wallOfInstant(zone, utc(instant))).toEqual(wall))

  it('are read by the change they lie at, however many lie around it', () => {
    const years = zoneOffsets('Europe/London', utc('2024-01-01T00:00'), utc('2029-01-01T00:00'))
    expect(wallToInstant(years, dayOfDate('2026-03-29'), 90)).toEqual(instantOfWall('Europe/London', '2026-03-29', '01:30'))
    expect(wallToInstant(years, dayOfDate('2026-10-25'), 90)).toEqual(instantOfWall('Europe/London', '2026-10-25', '01:30'))
    const britishStandardTime = zoneOffsets('Europe/London', utc('1970-01-01T00:00'), utc('1973-01-01T00:00'))
    expect(wallToInstant(britishStandardTime, dayOfDate('1972-03-19'), 150)).toEqual({
      code: 'doesNotExist',
      before: utc('1972-03-19T01:30'),
      after: utc('1972-03-19T02:30'),
    })
    expect(() => wallToInstant(years, dayOfDate('2029-01-01'), 0)).toThrow(RangeError)
  })

  it('finds both clock changes of a year and no others', () => {
    const { starts, offsets } = zoneOffsets('Europe/London', utc('2026-01-01T00:00'), utc('2027-01-01T00:00'))
    expect(starts).toEqual([utc('2026-01-01T00:00'), utc('2026-03-29T01:00'), utc('2026-10-25T01:00')])
    expect(offsets).toEqual([0, 3_600_000, 0])
  })
})
