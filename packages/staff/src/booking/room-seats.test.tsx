// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { comes, foundOf, leftOut, meeting, openTimes, part, proposalAt } from './times-for-tests'

const three = [comes('leanne', 'Leanne'), comes('daniel', 'Daniel'), comes('halina', 'Halina')]
const silent = leftOut('joyce', 'Joyce', 'noAnswerYet')
async function found(more: object) {
  openTimes(meeting, { RankedTimes: () => ({ rankedTimes: foundOf([proposalAt('2027-01-14T14:00', more)]) }) })
  return (await screen.findByRole('list', { name: 'Proposed times, the best first' })).textContent ?? ''
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a room that may be too small', () => {
  it.each([
    ['full', { comes: three, leftOut: [] }, 'Seats 3; 3 come.'],
    [
      'full, with more who may come',
      { comes: three, leftOut: [silent, leftOut('agata', 'Agata', 'noAnswerYet')] },
      'Seats 3; 3 come, and 2 have not said.',
    ],
    [
      'full if one more comes',
      { comes: three.slice(0, 2), leftOut: [silent, leftOut('halina', 'Halina')] },
      'Seats 3; 2 come, and 1 has not said.',
    ],
    [
      'the second room too',
      {
        comes: [...three.slice(0, 1), comes('daniel', 'Daniel', 'secondRoom')],
        leftOut: [],
        roomId: 'quiet',
        roomName: 'the quiet room',
        secondRoomId: 'garden',
        secondRoomName: 'the garden room',
      },
      null,
    ],
    ['not full', { comes: three.slice(0, 2), leftOut: [leftOut('halina', 'Halina')] }, null],
    ['those at a distance sit elsewhere', { comes: [...three.slice(0, 2), comes('halina', 'Halina', 'video')], leftOut: [] }, null],
  ])('is said of a proposal: %s', async (_case, more, said) => {
    const words = await found(more)
    if (said === null) expect(words).not.toContain('Seats')
    else expect(words).toContain(said)
  })

  it('is said of a second room', async () => {
    const inSecond = three.map((one) => ({ ...one, how: 'secondRoom' }))
    expect(
      await found({
        comes: inSecond,
        leftOut: [],
        roomId: 'quiet',
        roomName: 'the quiet room',
        secondRoomId: 'garden',
        secondRoomName: 'the garden room',
      }),
    ).toContain('The second room seats 3; 3 come.')
  })

  it('is not said again where a later time is as the first', async () => {
    const full = { comes: three, leftOut: [] }
    openTimes(meeting, {
      RankedTimes: () => ({
        rankedTimes: foundOf([
          proposalAt('2027-01-14T14:00', full),
          proposalAt('2027-01-15T14:00', full),
          proposalAt('2027-01-16T14:00', { ...full, leftOut: [silent] }),
        ]),
      }),
    })
    await screen.findByText('3 times were found, the best first.')
    // Each is in its own account as well, folded or not.
    expect(screen.getAllByText('Seats 3; 3 come.').map((one) => one.closest('details') === null)).toEqual([true, false])
    expect(screen.getAllByText('Seats 3; 3 come, and 1 has not said.').map((one) => one.closest('details') === null)).toEqual([true, false])
  })

  it('is said of another room that is chosen while booking', async () => {
    openTimes(meeting, {
      RankedTimes: () => ({
        rankedTimes: foundOf([
          proposalAt('2027-01-14T14:00', { comes: three, leftOut: [silent], roomId: 'quiet', roomName: 'the quiet room' }),
        ]),
      }),
    })
    await userEvent.click(await screen.findByRole('button', { name: /^Choose this time/ }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.queryByText(/Seats/)).toBeNull()
    await userEvent.selectOptions(dialog.getByLabelText('Main room'), 'the garden room, for 3')
    dialog.getByText('Seats 3; 3 come, and 1 has not said.')
  })

  it('is said where nothing is known of a time, by what people have answered', async () => {
    const participants = [
      part('leanne', 'Leanne', { state: 'coming', how: 'inRoom' }),
      part('daniel', 'Daniel', { state: 'coming', how: 'video' }),
      part('halina', 'Halina'),
      part('joyce', 'Joyce', { state: 'noAnswerYet' }),
      part('agata', 'Agata', { state: 'notComing' }),
    ]
    openTimes({ ...meeting, participants }, { TimeByHand: () => ({ timeByHand: foundOf([]) }) })
    await userEvent.click(await screen.findByText('Choose a time by hand'))
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2027-01-18' } })
    fireEvent.change(screen.getByLabelText('Begins at'), { target: { value: '16:00' } })
    await userEvent.click(screen.getByRole('button', { name: 'Look at this time' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Book it all the same' }))
    const dialog = within(screen.getByRole('dialog'))
    await userEvent.selectOptions(dialog.getByLabelText('Main room'), 'the garden room, for 3')
    expect(dialog.getByText('Seats 3; 1 comes, and 2 have not said.')).toBeTruthy()
  })
})
