import { describe, expect, it } from 'vitest'
import { parseSchoolHours } from './school-hours'

const hours = (schoolStart: string, schoolEnd: string) => parseSchoolHours({ schoolStart, schoolEnd })

describe('school hours', () => {
  it.each([
    ['as the clock shows them', '08:45', '15:30', '08:45', '15:30'],
    ['as people write them', ' 9.00', '14.45 ', '09:00', '14:45'],
    ['to the minute', '08:52', '08:53', '08:52', '08:53'],
  ])('%s', (_name, start, end, schoolStart, schoolEnd) => expect(hours(start, end)).toEqual({ schoolStart, schoolEnd }))

  it.each([
    ['no start', '', '15:30', 'timeImpossible', 'schoolStart'],
    ['a start in words', 'nine', '15:30', 'timeImpossible', 'schoolStart'],
    ['no end', '08:45', '', 'timeImpossible', 'schoolEnd'],
    ['an end that no clock shows', '08:45', '15:60', 'timeImpossible', 'schoolEnd'],
    ['the end of the day', '08:45', '24:00', 'timeImpossible', 'schoolEnd'],
    ['an end before the start, one digit against two', '10:00', '9:30', 'endBeforeStart', 'schoolEnd'],
    ['an end at the start', '08:45', '08:45', 'endBeforeStart', 'schoolEnd'],
  ])('refuses %s', (_name, start, end, code, field) => expect(() => hours(start, end)).toThrow(expect.objectContaining({ code, field })))
})
