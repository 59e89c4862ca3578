// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { familyForTests, fourNights, weekdayMornings } from '../family-for-tests'

const family = familyForTests()
const saved = () => screen.queryByText('Saved. Only Helen Okafor sees this.')
const isSaved = () => screen.findByText('Saved. Only Helen Okafor sees this.')

describe('“Saved” is said only for what was just saved', () => {
  it('not on the next page, to which it does not belong', async () => {
    family.rules = [fourNights]
    await family.open('/times/hours/shiftCycle')
    await family.user.click(screen.getByText('Change these hours'))
    await family.fill('Not before', '10:00')
    await family.press('Save these hours')
    await isSaved()
    await family.follow('Yes, go on')
    expect(family.title()).toBe('Can you ask for time off work?')
    expect(saved()).toBeNull()
    await family.user.click(screen.getByRole('radio', { name: 'Yes, if I ask 2 weeks before' }))
    await isSaved()
  })

  it('not beside hours that cannot be saved', async () => {
    family.rules = [fourNights]
    await family.open('/times/hours/shiftCycle')
    await family.user.click(screen.getByText('Change these hours'))
    await family.fill('Not before', '10:00')
    await family.press('Save these hours')
    await isSaved()
    await family.fill('I start at', '')
    await family.press('Save these hours')
    expect(screen.getByText('Please write a time, like 14:30.')).toBeTruthy()
    expect(saved()).toBeNull()
    expect(screen.queryByText('Saved.')).toBeNull()
    await family.fill('I start at', '19:00')
    await family.press('Save these hours')
    await isSaved()
    expect(family.sent()?.[0]?.cycle?.[0]).toBe('19:00-06:00')
  })

  it('not beside a number of days that is none', async () => {
    family.rules = [fourNights]
    await family.open('/times/timeOff/shiftCycle')
    await family.user.click(screen.getByRole('radio', { name: 'Yes, with another number of days' }))
    await family.fill(/How many days/, '10')
    await isSaved()
    await family.fill(/How many days/, '100')
    expect(screen.getByText('Please write a number from 0 to 90.')).toBeTruthy()
    await waitFor(() => expect(screen.queryByText('Saving …')).toBeNull())
    expect(saved()).toBeNull()
    await family.fill(/How many days/, '12')
    await isSaved()
  })

  it('not beside the wish to leave one way to join', async () => {
    family.rules = [weekdayMornings]
    await family.open('/times/how')
    await family.user.click(screen.getByRole('checkbox', { name: /By phone/ }))
    await isSaved()
    await family.user.click(screen.getByRole('checkbox', { name: /By phone/ }))
    await isSaved()
    await family.user.click(screen.getByRole('checkbox', { name: /In the room/ }))
    expect(screen.getByText(/Please leave at least one/)).toBeTruthy()
    expect(saved()).toBeNull()
  })

  it('and of days that cannot be: what was added, then what was taken away', async () => {
    await family.open('/times/cannot')
    await family.fill('First day', '2026-12-05')
    await family.press('Add these days')
    expect(screen.getByText('Added: Saturday 5 December.')).toBeTruthy()
    await isSaved()
    await family.press('Add these days')
    expect(screen.getByText('Please choose a day from the calendar.')).toBeTruthy()
    expect(screen.queryByText(/^Added/)).toBeNull()
    expect(saved()).toBeNull()
    await family.press('Take away Saturday 5 December')
    expect(screen.queryByText(/^Added/)).toBeNull()
    const said = screen.getByText('Taken away: Saturday 5 December.')
    expect(document.activeElement?.contains(said)).toBe(true)
    await isSaved()
    expect(family.sent()).toEqual([])
  })
})
