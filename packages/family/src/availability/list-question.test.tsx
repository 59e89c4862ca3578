// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { familyForTests, fourNights } from '../family-for-tests'

const family = familyForTests()

async function paste(...lines: string[]): Promise<void> {
  await family.user.click(screen.getByRole('textbox', { name: /My shifts/ }))
  await family.user.paste(lines.join('\n'))
  await family.press('Read my shifts')
}

/** Each line that could not be read, as it is shown. */
const reasons = () =>
  within(screen.getByRole('list', { name: 'Why we could not read them' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('a list of shifts of which some lines cannot be read', () => {
  it('says of each line why, in a box that shows them all, and what it did read', async () => {
    await family.open('/times/list')
    await paste(
      'Mon 7 Dec 22-06',
      'Mon 8 Dec 22-06',
      '31 Feb 9-5',
      '9 Dec nights',
      'nights all week',
      '10 Dec 9-17 with Dave',
      '11/12/2062 9-17',
      '11/12 18:00 10/12 06:00',
      'Sat 12 Dec off',
    )
    expect(reasons()).toEqual([
      'Mon 8 Dec 22-06: 8 December is a Tuesday.',
      '31 Feb 9-5: There is no such day.',
      '9 Dec nights: When does it start, and when does it finish?',
      'nights all week: Which day is it?',
      '10 Dec 9-17 with Dave: Please write only the day and the times.',
      '11/12/2062 9-17: That day is too far away. Is the year right?',
      '11/12 18:00 10/12 06:00: It has to finish after it starts, and within a day.',
    ])
    expect(screen.getByText(/We could read 1 shift and 1 day off\./)).toBeTruthy()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Lines to mend/ }).rows).toBeGreaterThanOrEqual(7)
    await family.user.click(screen.getByText('See what we could read'))
    expect(screen.getByText('Monday 7 December, 10 pm to 6 am')).toBeTruthy()
    expect(screen.getByText('Saturday 12 December, off')).toBeTruthy()
  })

  it('takes the focus to what it says', async () => {
    await family.open('/times/list')
    await paste('Mon 7 Dec 22-06', 'Mon 8 Dec 22-06')
    expect(document.activeElement?.textContent).toMatch(/^We could read 1 shift\./)
    await family.press('Read these again')
    expect(document.activeElement?.textContent).toMatch(/^We could read 1 shift\./)
  })

  it('takes the focus to the box when there is nothing to read', async () => {
    await family.open('/times/list')
    await family.press('Read my shifts')
    expect(screen.getByText('Please write at least one shift.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /My shifts/ }))
  })
})

describe('a list of shifts beside a pattern', () => {
  it('keeps the sleep, the hours and the time off that were said for the pattern', async () => {
    family.rules = [{ ...fourNights, sleepUntil: '15:00', start: '10:00', end: '21:00', timeOffDays: 10, preference: 'better' }]
    await family.open('/times/list')
    await paste('Mon 7 Dec 22-06', 'Tue 8 Dec off')
    await waitFor(() =>
      expect(family.sent()?.[1]).toMatchObject({
        kind: 'roster',
        sleepUntil: '15:00',
        start: '10:00',
        end: '21:00',
        timeOffDays: 10,
        preference: 'better',
      }),
    )
    expect(screen.getByText('After a night I need to sleep until 3 pm.')).toBeTruthy()
    expect(screen.getByText('When I am not at work or asleep I could come, 10 am to 9 pm.')).toBeTruthy()
  })

  it('says no sleep that would end before a night does', async () => {
    family.rules = [{ ...fourNights, sleepUntil: '07:00' }]
    await family.open('/times/list')
    await paste('Mon 7 Dec 22:00-08:00')
    expect(family.title()).toBe('Are these your hours?')
    await waitFor(() => expect(family.sent()?.[1]).toMatchObject({ kind: 'roster', shifts: ['2026-12-07 22:00-08:00'] }))
    expect(family.sent()?.[1]?.sleepUntil ?? null).toBeNull()
  })

  it('counts in its days and the pattern does not, as it says', async () => {
    family.rules = [fourNights]
    await family.open('/times/list')
    expect(
      screen.getByText(
        'From the first to the last day of this list only the list counts, not your pattern. A day that you leave out counts as a day off.',
      ),
    ).toBeTruthy()
    await paste('Fri 4 Dec off', 'Mon 7 Dec 9-17')
    await waitFor(() => expect(family.sent()).toHaveLength(2))
    await family.follow('Yes, go on')
    await family.follow('Go on')
    await family.follow('See my month')
    const said = (day: string) => screen.getByRole('button', { name: new RegExp(`^${day}`) }).textContent
    // His pattern has nights from Friday 4 to Monday 7 December.
    expect(said('Friday 4 December')).toContain('you can come, 9 am to 8 pm')
    expect(said('Saturday 5 December')).toContain('you can come, 9 am to 8 pm')
    expect(said('Monday 7 December')).toContain('you work, 9 am to 5 pm')
    expect(said('Saturday 12 December')).toContain('you work at night, from 6 pm')
  })
})
