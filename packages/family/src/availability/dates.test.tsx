// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { blank, familyForTests, fourNights, weekdayMornings } from '../family-for-tests'

const family = familyForTests()

/** A date field as a browser has it when somebody types 31 February: nothing in it, and marked. jsdom cannot be typed such a date into. */
function typeNoDay(label: string): void {
  const field = screen.getByLabelText<HTMLInputElement>(label)
  Object.defineProperty(field, 'validity', { value: { badInput: true, valid: false } })
  fireEvent.invalid(field)
}

describe('the day on which a pattern begins', () => {
  it('may have gone by: it says when the next turn begins, and asks whether that is right', async () => {
    await family.open('/times/shifts/fourOnFourOffNights')
    await family.user.click(screen.getByText('Write a date'))
    expect(screen.getByText('A day that has gone by will do too, if your nights started on it.')).toBeTruthy()
    await family.fill('The day', '2020-01-01')
    await family.press('Take this day')
    expect(family.sent()).toBeUndefined()
    const asked = screen.getByText(
      'Wednesday 1 January 2020 has gone by. Counted from there, your next nights start on Wednesday 25 November. Is that right?',
    )
    expect(document.activeElement?.contains(asked)).toBe(true)
    await family.press('Yes, that is right')
    expect(family.title()).toBe('Are these your hours?')
    await waitFor(() => expect(family.sent()?.[0]).toMatchObject({ kind: 'shiftCycle', from: '2020-01-01' }))
  })

  it('can be chosen again when it was not right', async () => {
    await family.open('/times/shifts/fourOnFourOffNights')
    await family.user.click(screen.getByText('Write a date'))
    await family.fill('The day', '2026-11-01')
    await family.press('Take this day')
    await family.press('No, another day')
    expect(screen.queryByText(/Is that right/)).toBeNull()
    expect(document.activeElement).toBe(screen.getByLabelText('The day'))
    await family.fill('The day', '2026-11-30')
    await family.press('Take this day')
    await waitFor(() => expect(family.sent()?.[0]).toMatchObject({ from: '2026-11-30' }))
  })

  it('has to be a day: 31 February is none', async () => {
    await family.open('/times/shifts/fourOnFourOffNights')
    await family.user.click(screen.getByText('Write a date'))
    typeNoDay('The day')
    await family.press('Take this day')
    expect(screen.getByText('There is no such day. Please look at the date again.')).toBeTruthy()
    expect(family.sent()).toBeUndefined()
  })
})

describe('a year of five figures', () => {
  it.each([
    ['/times/shifts/fourOnFourOffNights', 'The day', 'Take this day'],
    ['/times/cannot', 'Last day', 'Add these days'],
  ])('is no year: %s', async (path, label, button) => {
    await family.open(path)
    if (path === '/times/cannot') await family.fill('First day', '2026-12-05')
    else await family.user.click(screen.getByText('Write a date'))
    fireEvent.change(screen.getByLabelText(label), { target: { value: '22027-03-10' } })
    await family.press(button)
    expect(screen.getByText('There is no such day. Please look at the date again.')).toBeTruthy()
    expect(family.sent()).toBeUndefined()
  })
})

describe('days that cannot be', () => {
  it('have to be days, and not gone by', async () => {
    await family.open('/times/cannot')
    typeNoDay('First day')
    await family.press('Add these days')
    expect(screen.getByText('There is no such day. Please look at the date again.')).toBeTruthy()
  })

  it('cannot have gone by', async () => {
    await family.open('/times/cannot')
    await family.fill('First day', '2026-11-20')
    await family.press('Add these days')
    expect(screen.getByText('That day has gone. Please choose a later one.')).toBeTruthy()
    expect(family.sent()).toBeUndefined()
  })

  it('are said in one way, in this year and in the next', async () => {
    family.rules = [
      { ...blank, from: '2026-11-22', until: '2026-11-22' },
      { ...blank, from: '2027-01-16', until: '2027-01-16' },
    ]
    await family.open('/times/cannot')
    expect(screen.getByText('Sunday 22 November')).toBeTruthy()
    expect(screen.getByText('Saturday 16 January 2027')).toBeTruthy()
  })
})

describe('“Back”', () => {
  it('leads from how somebody could join to the question before it', async () => {
    family.rules = [fourNights]
    await family.open('/times/timeOff/shiftCycle')
    await family.follow('Go on')
    expect(family.title()).toBe('How could you join?')
    await family.follow('Back')
    expect(family.title()).toBe('Can you ask for time off work?')
    await family.follow('Back')
    expect(family.title()).toBe('Are these your hours?')
  })

  it('leads through an ordinary week as it was gone', async () => {
    family.rules = [weekdayMornings]
    await family.open('/times/days')
    await family.follow('Say exact times')
    await family.follow('Go on')
    await family.follow('Go on')
    expect(family.title()).toBe('Are there days when you cannot come?')
    await family.follow('Back')
    expect(family.title()).toBe('How could you join?')
    await family.follow('Back')
    expect(family.title()).toBe('Exact times in an ordinary week')
  })

  it('leads to my month when it was changed from there', async () => {
    family.rules = [fourNights]
    await family.open('/times/month')
    await family.follow('Change: How you could join')
    await family.follow('Back')
    expect(family.title()).toBe('My month')
  })

  it('after a reload leads to a question that leads here', async () => {
    family.rules = [fourNights]
    await family.open('/times/how')
    await family.follow('Back')
    expect(family.title()).toBe('Can you ask for time off work?')
  })
})
