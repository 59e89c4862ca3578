import { describe, expect, it } from 'vitest'
import { zoneOfWindows } from './windows-zones'

describe('a zone by the name that Windows has for it', () => {
  it.each<[string, string | null]>([
    ['GMT Standard Time', 'Europe/London'],
    ['Greenwich Standard Time', 'Atlantic/Reykjavik'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Romance Standard Time', 'Europe/Paris'],
    ['Central European Standard Time', 'Europe/Warsaw'],
    ['GTB Standard Time', 'Europe/Bucharest'],
    ['FLE Standard Time', 'Europe/Kiev'],
    ['Eastern Standard Time', 'America/New_York'],
    ['E. Africa Standard Time', 'Africa/Nairobi'],
    ['W. Central Africa Standard Time', 'Africa/Lagos'],
    ['Pakistan Standard Time', 'Asia/Karachi'],
    ['India Standard Time', 'Asia/Calcutta'],
    ['Line Islands Standard Time', 'Pacific/Kiritimati'],
    ['GMT Standard Time 1', 'Europe/London'],
    ['tzone://Microsoft/Utc', 'Etc/UTC'],
    ['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['(UTC) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius', 'Europe/Helsinki'],
    ['(GMT+10:00) Canberra, Melbourne, Sydney', 'Australia/Canberra'],
    ['(UTC+04:00) Abu Dhabi, Muscat', 'Asia/Muscat'],
    ['(UTC-06:00) Guadalajara, Mexico City, Monterrey', 'America/Mexico_City'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US and Canada)', 'America/New_York'],
    ['(UTC+03:00) London', null],
    ['(UTC+01:00) Atlantis', null],
    ['Customized Time Zone', null],
    ['constructor', null],
    ['', null],
  ])('%s', (name, zone) => expect(zoneOfWindows(name)).toBe(zone))
})
