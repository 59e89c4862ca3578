// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { blank, familyForTests, fourNights, weekdayMornings } from '../family-for-tests'

const family = familyForTests()
const day = (name: RegExp) => screen.getByRole('button', { name })

describe('my month', () => {
  it('says a shift as it was said, also when time off work can be had for a part of it', async () => {
    family.rules = [{ ...fourNights, timeOffDays: 3 }]
    await family.open('/times/month')
    expect(day(/^Friday 27 November/).textContent).toContain(
      'Friday 27 November: you work at night, from 6 pm. You can come 2 pm to 6 pm. With time off work also 6 pm to 8 pm.',
    )
  })

  it('says a day shift whole, and two on one day both', async () => {
    const list = {
      ...fourNights,
      kind: 'roster',
      cycle: [],
      sleepUntil: null,
      from: '2026-11-26',
      until: '2026-11-27',
      timeOffDays: 1,
    } as const
    family.rules = [{ ...list, shifts: ['2026-11-26 22:00-06:00', '2026-11-27 10:00-12:00', '2026-11-27 16:00-00:00'] }]
    await family.open('/times/month')
    expect(day(/^Thursday 26 November/).textContent).toContain('you work at night, from 10 pm.')
    expect(day(/^Friday 27 November/).textContent).toContain('you work, 10 am to noon and 4 pm to midnight.')
  })

  it('shows in the day of a night that a part of it is free', async () => {
    family.rules = [fourNights]
    await family.open('/times/month')
    const shown = (name: RegExp) =>
      within(day(name))
        .queryAllByText(/^(?:Night|Part|Free)$/)
        .map(({ textContent }) => textContent)
    expect(shown(/^Friday 27 November/)).toEqual(['Night', 'Part'])
    expect(shown(/^Tuesday 1 December/)).toEqual(['Free'])
  })

  it('tells of a pattern that it goes on before its day too', async () => {
    family.rules = [{ ...fourNights, from: '2026-12-04' }]
    await family.open('/times/month')
    expect(day(/^Thursday 26 November/).textContent).toContain('you work at night')
    expect(screen.getByText('My shifts: a turn begins on Friday 4 December')).toBeTruthy()
    expect(screen.getByText('8 days, 4 of them at work, over and over, before that day too')).toBeTruthy()
  })

  it('tells of a pattern that was counted from a day long ago when its next turn begins', async () => {
    family.rules = [{ ...fourNights, from: '2020-01-01' }]
    await family.open('/times/month')
    expect(screen.getByText('My shifts: a turn begins on Wednesday 25 November')).toBeTruthy()
    expect(day(/^Wednesday 25 November/).textContent).toContain('you work at night')
    expect(day(/^Tuesday 24 November/).textContent).not.toContain('you work at night')
  })

  it('tells which hours a day gets that is touched to “can”: those he said himself', async () => {
    family.rules = [{ ...fourNights, start: '10:00', end: '21:00' }]
    await family.open('/times/month')
    expect(
      screen.getByText('Touch a day to change it: first you cannot come, then you can come, 10 am to 9 pm, then as it was.'),
    ).toBeTruthy()
    await family.user.click(day(/^Friday 27 November/))
    await family.user.click(day(/^Friday 27 November/))
    await waitFor(() => expect(family.sent()?.[1]).toMatchObject({ kind: 'oneDay', start: '10:00', end: '21:00' }))
  })

  it('gives a touched day the usual hours where none were said for days as they come', async () => {
    family.rules = [weekdayMornings, { ...blank, from: '2026-11-30', until: '2026-11-30' }]
    await family.open('/times/month')
    expect(screen.getByText(/then you can come, 9 am to 8 pm, then as it was/)).toBeTruthy()
  })

  it('keeps the focus on what says it when something said is taken away', async () => {
    family.rules = [weekdayMornings]
    await family.open('/times/month')
    await family.press('Take away Monday to Friday, 9 am to noon')
    expect(document.activeElement?.textContent).toBe('Taken away: Monday to Friday, 9 am to noon.')
  })
})
