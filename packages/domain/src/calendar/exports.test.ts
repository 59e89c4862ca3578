import { describe, expect, it } from 'vitest'
import { busyInCalendar, type CalendarAsk, type CalendarBusy } from './calendar-file'
import { exchange, nextcloud, thunderbird } from './more-samples-for-tests'
import { appleTravel, davx5, evolution, googleElsewhere, kerio, rota, zimbra } from './other-samples-for-tests'
import { apple, google, outlook } from './samples-for-tests'

const january: CalendarAsk = { fromMs: Date.UTC(2027, 0, 1), untilMs: Date.UTC(2027, 1, 1), zone: 'Europe/London' }
/** 'DD HH:MM-HH:MM' in January, 'DD HH:MM-DD HH:MM' where another day begins in it. */
function said({ busy }: CalendarBusy): string[] {
  const [day, time] = [(ms: number) => new Date(ms).toISOString().slice(8, 10), (ms: number) => new Date(ms).toISOString().slice(11, 16)]
  return busy.map(
    ({ startMs, endMs }) => `${day(startMs)} ${time(startMs)}-${day(startMs) === day(endMs) ? '' : `${day(endMs)} `}${time(endMs)}`,
  )
}

const exports: readonly [exporter: string, text: string, busy: string[]][] = [
  ['Google Calendar', google, ['05 18:00-19:00', '12 18:00-19:00', '20 19:30-20:30', '22 00:00-24 00:00', '26 18:00-19:00']],
  [
    'Google Calendar, kept for another zone',
    googleElsewhere,
    ['11 13:00-19:30', '19 15:00-15:30', '20 15:30-16:00', '21 15:00-15:30', '25 00:00-26 00:00'],
  ],
  [
    'Apple Calendar',
    apple,
    [
      '04 06:00-18:00',
      '05 06:00-18:00',
      '12 06:00-18:00',
      '13 06:00-18:00',
      '15 14:15-15:00',
      '20 06:00-18:00',
      '21 06:00-18:00',
      '28 06:00-18:00',
      '29 06:00-18:00',
    ],
  ],
  [
    'Apple Calendar, with the way there',
    appleTravel,
    ['06 18:00-19:00', '12 10:15-11:30', '14 19:00-20:00', '27 18:00-19:00', '29 07:00-08:00'],
  ],
  ['Outlook for Windows', outlook, ['06 09:00-09:30', '08 13:00-17:00', '13 09:00-09:30', '20 09:00-09:30', '27 09:00-09:30']],
  [
    'Outlook on the web, Exchange',
    exchange,
    [
      '03 00:00-04 00:00',
      '04 14:00-15:00',
      '07 09:00-09:30',
      '07 16:00-16:30',
      '07 18:00-18:30',
      '07 19:00-19:30',
      '07 21:00-21:30',
      '11 09:00-09:30',
      '12 09:00-09:30',
      '13 09:00-09:30',
      '14 09:00-09:30',
      '15 09:00-09:30',
      '16 00:00-17 00:00',
      '18 09:00-09:30',
      '19 09:00-09:30',
      '20 09:00-09:30',
      '21 09:00-09:30',
      '22 09:00-09:30',
      '24 00:00-25 00:00',
      '25 09:00-09:30',
      '26 09:00-09:30',
      '27 09:00-09:30',
      '28 09:00-09:30',
      '29 09:00-09:30',
      '31 00:00-01 00:00',
    ],
  ],
  ['Thunderbird', thunderbird, ['11 09:00-10:00', '12 11:00-12:00', '14 09:00-10:00']],
  ['Nextcloud', nextcloud, ['15 09:00-10:00', '18 00:00-20 00:00', '22 09:00-10:00']],
  ['DAVx5', davx5, ['12 15:15-16:45', '26 15:15-16:45']],
  ['Evolution', evolution, ['26 13:00-13:30', '28 13:00-13:30']],
  ['Kerio Connect', kerio, ['11 00:00-12 00:00']],
  ['Zimbra', zimbra, ['14 15:15-19:00', '15 19:55-23:15']],
  ['Engelsystem, a rota', rota, ['15 19:00-16 05:00', '17 08:00-12:00']],
]

describe('files in the structure of', () => {
  it.each(exports)('%s', (_, text, busy) => {
    const read = busyInCalendar(text, january)
    expect([said(read), read.unreadable]).toEqual([busy, 0])
  })

  it.each<[string, (text: string) => string]>([
    ['lines that end with LF', (text) => text.replaceAll('\r\n', '\n')],
    ['lines that end with CR', (text) => text.replaceAll('\r\n', '\r')],
    ['a mark of its byte order', (text) => `\u{FEFF}${text.trimStart()}`],
    [
      'lines folded at 30 letters, with a tab',
      (text) =>
        text
          .replaceAll('\r\n ', '')
          .replaceAll('\r\n\t', '')
          .split('\r\n')
          .map((line) => line.match(/.{1,30}/g)?.join('\r\n\t') ?? '')
          .join('\r\n'),
    ],
    ['entries before zones', (text) => text.replaceAll(/((?:BEGIN:VTIMEZONE[^]*?END:VTIMEZONE\r\n)+)([^]*?)(?=END:VCALENDAR)/g, '$2$1')],
  ])('all of them with %s', (_, change) => {
    for (const [exporter, text, busy] of exports) {
      const read = busyInCalendar(change(text), january)
      expect([exporter, said(read), read.unreadable]).toEqual([exporter, busy, 0])
    }
  })

  it('any exporter gives away when and nothing else: no word of any entry is in what comes back', () => {
    for (const [, text] of exports) {
      const read = busyInCalendar(text, january)
      const words = text
        .replaceAll(/\r\n[ \t]/g, '')
        .match(/(?<=^(?:SUMMARY|LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER|UID|CATEGORIES|URL|X-APPLE-TRAVEL-START)[^:]*:).+$/gm)!
      expect(words.length).toBeGreaterThan(0)
      expect(Object.keys(read).toSorted()).toEqual(['busy', 'isCalendar', 'unreadable'])
      for (const block of read.busy)
        expect(Object.entries(block).map(([name, value]) => `${name} ${typeof value}`)).toEqual(['startMs number', 'endMs number'])
      for (const word of words.flatMap((line) => line.split(/[^\p{L}]+/u)).filter((word) => word.length > 2))
        expect(JSON.stringify(read)).not.toContain(`"${word}`)
      expect(JSON.stringify(read).replaceAll(/"(?:isCalendar|busy|unreadable|startMs|endMs)"|true/g, '')).toMatch(/^[\d{}[\],:]*$/)
    }
  })
})
