// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { MonthPicture, type MonthDay } from './month-picture'

afterEach(cleanup)

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((long) => ({
  short: long.slice(0, 2),
  long,
}))
const lengths: Record<string, number> = { '2027-02': 28, '2027-03': 31 }
const today = '2027-02-10'

function daysOf(month: string, cannot: readonly string[]): MonthDay[] {
  return Array.from({ length: lengths[month] ?? 0 }, (_day, at) => {
    const date = `${month}-${String(at + 1).padStart(2, '0')}`
    const isOut = cannot.includes(date)
    return {
      date,
      look: isOut ? 'cannot' : 'can',
      word: isOut ? 'No' : 'Yes',
      also: date === '2027-02-11' ? { look: 'part', word: 'Some' } : undefined,
      words: `${date} ${isOut ? 'no' : 'yes'}`,
      isToday: date === today,
      isGone: date < today,
    }
  })
}

function Diary() {
  const [month, setMonth] = useState('2027-02')
  const [out, setOut] = useState<string[]>([])
  return (
    <main>
      <h1>Diary</h1>
      <MonthPicture
        label={month}
        weekdays={weekdays}
        days={daysOf(month, out)}
        before={month === '2027-03' ? { label: 'To February', onGo: () => setMonth('2027-02') } : undefined}
        after={month === '2027-02' ? { label: 'To March', onGo: () => setMonth('2027-03') } : undefined}
        onTouch={(date) => setOut([...out, date])}
        hint="Touch a day."
        said={out.join()}
        lines={[{ id: 'a', look: 'can', when: 'All month:', words: 'yes.' }]}
        linesLabel="As a list"
      />
    </main>
  )
}

const focused = () => document.activeElement?.getAttribute('data-date')

describe('the month', () => {
  it('puts each day under its weekday', () => {
    render(<Diary />)
    const [head, first] = screen.getAllByRole('row')
    expect(
      within(head as HTMLElement)
        .getAllByRole('columnheader')
        .map((one) => one.getAttribute('abbr')),
    ).toEqual(weekdays.map(({ long }) => long))
    // 1 February 2027 is a Monday.
    expect(within(first as HTMLElement).getAllByRole('button')).toHaveLength(7)
  })

  it('shows what else is so on a day, for the eye alone', () => {
    render(<Diary />)
    const shown = (date: string) =>
      within(screen.getByRole('button', { name: `${date} yes` }))
        .queryAllByText(/^(?:Yes|Some)$/)
        .map(({ textContent }) => textContent)
    expect(shown('2027-02-11')).toEqual(['Yes', 'Some'])
    expect(shown('2027-02-12')).toEqual(['Yes'])
  })

  it('is one Tab stop, beginning with today', async () => {
    const user = userEvent.setup()
    render(<Diary />)
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'To March' }))
    await user.tab()
    expect(focused()).toBe(today)
    await user.tab()
    expect(focused()).toBeNull()
  })

  it.each([
    ['{ArrowRight}', '2027-02-11'],
    ['{ArrowLeft}', '2027-02-09'],
    ['{ArrowDown}', '2027-02-17'],
    ['{ArrowUp}{ArrowUp}', '2027-02-03'],
    ['{ArrowDown}{ArrowDown}{ArrowDown}', '2027-03-03'],
    ['{ArrowDown}{ArrowDown}{ArrowDown}{ArrowLeft}{ArrowLeft}{ArrowLeft}', '2027-02-28'],
  ])('goes with %s to %s', async (keys, date) => {
    const user = userEvent.setup()
    render(<Diary />)
    screen.getByRole('button', { name: `${today} yes` }).focus()
    await user.keyboard(keys)
    expect(focused()).toBe(date)
  })

  it('tells which day is touched and reads out what that did; a day gone by stays', async () => {
    const user = userEvent.setup()
    render(<Diary />)
    await user.click(screen.getByRole('button', { name: '2027-02-09 yes' }))
    expect(screen.getByRole('status').textContent).toBe('')
    await user.click(screen.getByRole('button', { name: '2027-02-12 yes' }))
    expect(screen.getByRole('status').textContent).toBe('2027-02-12')
    expect(screen.getByRole('button', { name: '2027-02-12 no' })).toBeTruthy()
  })

  it('says the same in a list, and has no fault that axe finds', async () => {
    const user = userEvent.setup()
    const { container } = render(<Diary />)
    await user.click(screen.getByText('As a list'))
    expect(screen.getByText('All month:').closest('li')?.textContent).toBe('All month: yes.')
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map((one) => one.id)).toEqual([])
  })
})
