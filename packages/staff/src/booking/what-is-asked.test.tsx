// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { meeting, openTimes } from './times-for-tests'

const opened = async () => {
  await screen.findByText('One time was found.')
  await userEvent.click(screen.getByText('Change what you look for, and who is needed'))
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('changing what is looked for', () => {
  it.each([
    ['From this day', 'emptied by Backspace', ''],
    ['To this day', 'a day that does not exist', '2027-02-31'],
    ['From this day', 'the year half typed', '0002-12-07'],
  ])('keeps the page, and what was typed elsewhere, with %s: %s', async (label, _case, typed) => {
    openTimes()
    await opened()
    const minutes = screen.getByLabelText<HTMLInputElement>('How long, in minutes')
    await userEvent.clear(minutes)
    await userEvent.type(minutes, '90')
    fireEvent.change(screen.getByLabelText(label), { target: { value: typed } })
    expect(screen.queryByText('Something went wrong on our side')).toBeNull()
    expect(minutes.value).toBe('90')
    expect(document.body.contains(minutes)).toBe(true)
  })

  it('says over the times what was asked for them, whatever is typed since', async () => {
    openTimes()
    await opened()
    const sentence = () => screen.getByText('From Monday 4 January 2027 to Friday 29 January 2027').parentElement?.textContent
    expect(sentence()).toContain('120 minutes, between 09:30 and 20:00')
    await userEvent.clear(screen.getByLabelText('How long, in minutes'))
    await userEvent.type(screen.getByLabelText('How long, in minutes'), '400')
    fireEvent.change(screen.getByLabelText('From this day'), { target: { value: '2027-01-11' } })
    expect(sentence()).toContain('120 minutes, between 09:30 and 20:00')
    expect(screen.queryByText(/400 minutes/)).toBeNull()
  })

  it('books and looks at a time by hand for as long as the times shown were found for', async () => {
    const { sentTo } = openTimes(meeting, {
      TimeByHand: () => ({ timeByHand: { __typename: 'RankedTimes', refused: null, field: null, proposals: [] } }),
    })
    await opened()
    await userEvent.clear(screen.getByLabelText('How long, in minutes'))
    await userEvent.click(screen.getByText('Choose a time by hand'))
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2027-01-18' } })
    fireEvent.change(screen.getByLabelText('Begins at'), { target: { value: '10:00' } })
    await userEvent.click(screen.getByRole('button', { name: 'Look at this time' }))
    await screen.findByRole('heading', { name: 'If we begin on Monday 18 January 2027, 10:00' })
    expect(sentTo('TimeByHand')).toMatchObject([{ ask: { minutes: '120' } }])
    await userEvent.click(screen.getByRole('button', { name: 'Book it all the same' }))
    expect(screen.getByLabelText<HTMLInputElement>('How long, in minutes', { selector: 'dialog input' }).value).toBe('120')
  })
})
