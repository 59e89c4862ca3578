import { describe, expect, it } from 'vitest'
import { cycleOf, shiftPatterns } from '@kinplan/domain/availability/shift-patterns'
import { typedShift } from '@kinplan/domain/availability/typed-shift'
import { cycleText, saidCycle } from './when-form-cycle-days'

const sent = (cycle: ReturnType<typeof cycleOf>) => cycle.map((hours) => (hours === null ? '' : typedShift(hours)))
const named = shiftPatterns.map(({ code }) => code).filter((code) => code !== 'own')

describe('a cycle that was kept is shown as it was said', () => {
  it.each(named)('%s, with its usual hours', (code) => {
    const cycle = sent(cycleOf(code))
    expect(saidCycle(cycle).code).toBe(code)
    expect(cycleText(saidCycle(cycle))).toEqual(cycle)
  })

  it.each([
    ['nights with other hours', sent(cycleOf('fourOnFourOffNights', { night: { start: '19:00', end: '07:00' } })), 'fourOnFourOffNights'],
    ['a pattern begun on another day', ['', '18:00-06:00', '18:00-06:00', '18:00-06:00', '18:00-06:00', '', '', ''], 'own'],
    ['days of their own', ['07:00-15:00', '', '15:00-23:00', '07:00-15:00'], 'own'],
    ['one day off', [''], 'own'],
  ])('%s', (_what, cycle, code) => {
    expect(saidCycle(cycle).code).toBe(code)
    expect(cycleText(saidCycle(cycle))).toEqual(cycle)
  })
})
