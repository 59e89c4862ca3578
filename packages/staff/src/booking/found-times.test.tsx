// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { comes, foundOf, leftOut, meeting, openTimes, proposalAt } from './times-for-tests'

const open = async (...proposals: object[]) => {
  openTimes(meeting, { RankedTimes: () => ({ rankedTimes: foundOf(proposals) }) })
  return within(await screen.findByRole('list', { name: 'Proposed times, the best first' }))
    .getAllByRole('listitem')
    .filter((item) => item.querySelector('.stone-mark'))
}
/** What is read without opening anything. */
const shown = (item: HTMLElement | undefined) => {
  const copy = item?.cloneNode(true) as HTMLElement
  for (const folded of copy.querySelectorAll('details:not([open]) > :not(summary)')) folded.remove()
  return copy.textContent ?? ''
}
const first = proposalAt('2027-01-14T14:00')

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('times that are much alike', () => {
  it('are said in full once, and after that as the first', async () => {
    const [best, next] = await open(first, proposalAt('2027-01-15T14:00'))
    expect(shown(best)).toContain('Can come: Leanne and Daniel in the room.')
    expect(best?.querySelector('details')).toBeNull()
    expect(shown(next)).toContain('Friday 15 January 2027, 14:00 to 16:00')
    expect(shown(next)).toContain('As the first: the same people, in the same way, at the same place.')
    expect(shown(next)).not.toContain('Can come:')
    within(next as HTMLElement).getByRole('button', { name: 'Choose this time: Friday 15 January 2027, 14:00' })
  })

  it.each([
    [
      'in how somebody comes',
      { comes: [comes('leanne', 'Leanne'), comes('daniel', 'Daniel', 'video')] },
      'As the first, but Daniel by video.',
    ],
    [
      'in who is missing',
      { comes: [comes('leanne', 'Leanne')], leftOut: [leftOut('daniel', 'Daniel'), leftOut('halina', 'Halina')] },
      'As the first, but Daniel (must be there) is not free then.',
    ],
    ['in who can come too', { comes: [...first.comes, comes('halina', 'Halina')], leftOut: [] }, 'As the first, but Halina in the room.'],
    ['in the room', { roomId: 'quiet', roomName: 'the quiet room' }, 'As the first, but in the quiet room.'],
    ['in the place', { placeId: 'beech', placeName: 'Beech House', roomId: null, roomName: null }, 'As the first, but at Beech House.'],
    ['in its shape', { shape: 'staggered' }, 'As the first, but people who are kept apart come for different parts'],
  ])('say what is otherwise: %s', async (_case, more, said) => {
    const [, next] = await open(first, proposalAt('2027-01-15T14:00', more))
    expect(shown(next)).toContain(said)
  })

  it('keep days by which somebody has to ask at work in sight', async () => {
    const [, next] = await open(
      first,
      proposalAt('2027-01-15T14:00', { comes: [comes('leanne', 'Leanne'), { ...comes('daniel', 'Daniel'), askBy: '2026-12-31' }] }),
    )
    expect(shown(next)).toContain('Daniel needs time off work, and has to ask for it by Thursday 31 December 2026.')
  })

  it('can each be read in full', async () => {
    const [, next] = await open(first, proposalAt('2027-01-15T14:00'))
    const more = within(next as HTMLElement).getByText(/^Who, how and why/)
    expect(more.textContent).toBe('Who, how and why: Friday 15 January 2027')
    await userEvent.click(more)
    for (const sentence of [
      'At Willow Family Hub, in the garden room.',
      'Can come: Leanne and Daniel in the room.',
      'Halina is not free then.',
      'All who come can be together.',
    ])
      expect(shown(next)).toContain(sentence)
  })
})

describe('the picture of the weeks as a list', () => {
  it('stands right under the picture, a week at a time', async () => {
    await open(first)
    const list = screen.getByText('The same as a list')
    const picture = screen.getByRole('figure', { name: 'When most people can come' })
    expect(picture.contains(list)).toBe(true)
    await userEvent.click(list)
    const weeks = within(picture).getAllByText(/^Week of /)
    expect(weeks.map(({ textContent }) => textContent)).toEqual(['Week of Mon 11 Jan 2027', 'Week of Mon 18 Jan 2027'])
    expect(within(picture).queryByRole('table', { name: /Who can come/ })).toBeNull()
    await userEvent.click(weeks[1] as HTMLElement)
    const table = within(picture).getByRole('table', { name: 'Who can come, by the hour at which we begin: week of Mon 18 Jan 2027' })
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Wed 20 Jan, 15:15'])
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})

describe('a search that was stopped', () => {
  it.each([true, false])('is said to have been: %s', async (stopped) => {
    openTimes(meeting, { RankedTimes: () => ({ rankedTimes: foundOf([first], { stopped }) }) })
    await screen.findByRole('list', { name: 'Proposed times, the best first' })
    expect(screen.queryByText(/^There is a lot to look at here, so we stopped after two seconds/) !== null).toBe(stopped)
  })
})
