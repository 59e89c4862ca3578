// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { comes, foundOf, leftOut, meeting, openTimes, proposalAt } from './times-for-tests'

/** Looks at one start of two hours by hand; what comes back says, in its own words, how that would be. */
async function lookAt(
  date: string,
  start: string,
  { asked = {}, proposal = {}, none = false }: { asked?: object; proposal?: object; none?: boolean } = {},
) {
  openTimes(
    { ...meeting, timeAsk: { ...meeting.timeAsk, ...asked } },
    { TimeByHand: () => ({ timeByHand: foundOf(none ? [] : [proposalAt(`${date}T${start}`, proposal)]) }) },
  )
  await userEvent.click(await screen.findByText('Choose a time by hand'))
  fireEvent.change(screen.getByLabelText('Day'), { target: { value: date } })
  fireEvent.change(screen.getByLabelText('Begins at'), { target: { value: start } })
  await userEvent.click(screen.getByRole('button', { name: 'Look at this time' }))
  return (await screen.findByRole('group', { name: 'This time by hand' })).textContent ?? ''
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a time by hand', () => {
  it.each([
    ['before the notice', '2026-12-10', '16:00', 'This is sooner than the notice you asked for: 14 days.'],
    ['before the weeks', '2026-12-28', '16:00', 'This is before the weeks you asked for.'],
    ['after the weeks', '2027-02-01', '16:00', 'This is after the weeks you asked for.'],
    ['on another weekday', '2027-01-16', '16:00', 'Saturday is not one of the days you asked for.'],
    ['too early', '2027-01-18', '08:00', 'This begins before 09:30, the earliest you asked for.'],
    ['too late', '2027-01-18', '18:30', 'This goes on after 20:00, the latest you asked for.'],
    ['on a bank holiday', '2027-01-01', '16:00', 'This is a bank holiday, which you asked to keep off.'],
    ['in school hours that may be', '2027-01-18', '14:00', 'This is in school hours.'],
  ])('says what is otherwise than was asked: %s', async (_case, date, start, said) => {
    expect(await lookAt(date, start)).toContain(said)
  })

  it('says that school hours were to be kept off, also where no meeting can be made', async () => {
    const said = await lookAt('2027-01-18', '14:00', { asked: { schoolHours: false }, none: true })
    expect(said).toContain('This is in school hours, which you asked to keep off.')
    expect(said).toContain('there is no meeting to be made then')
  })

  it('says nothing of it where all is as asked', async () => {
    expect(await lookAt('2027-01-18', '16:00')).not.toMatch(/you asked for|keep off|school hours|bank holiday/)
    cleanup()
    expect(await lookAt('2027-01-18', '06:00', { asked: { earliest: '06:00' } }), 'over before school begins').not.toMatch(/school hours/)
    cleanup()
    expect(await lookAt('2027-02-15', '14:00', { asked: { until: '2027-02-26' } }), 'half-term').not.toMatch(/school hours/)
  })
})

describe('who is together', () => {
  it.each([
    [
      'everybody in the room',
      { leftOut: [], comes: [comes('leanne', 'Leanne'), comes('daniel', 'Daniel'), comes('halina', 'Halina')] },
      'Everybody can be together.',
    ],
    ['somebody is missing', {}, 'All who come can be together.'],
    [
      'somebody by phone',
      { leftOut: [], comes: [comes('leanne', 'Leanne'), comes('daniel', 'Daniel', 'phone'), comes('halina', 'Halina')] },
      'Nobody has to be kept apart from anybody else who takes part.',
    ],
  ])('is said as it is: %s', async (_case, proposal, said) => {
    const words = await lookAt('2027-01-18', '16:00', { proposal })
    expect(words).toContain(said)
    if (said !== 'Everybody can be together.') expect(words).not.toContain('Everybody can be together')
  })

  it('marks those who must be there and are not', async () => {
    const words = await lookAt('2027-01-18', '16:00', {
      proposal: { comes: [comes('leanne', 'Leanne')], leftOut: [leftOut('daniel', 'Daniel'), leftOut('halina', 'Halina')] },
    })
    expect(words).toContain('Daniel (must be there) and Halina are not free then.')
  })
})
