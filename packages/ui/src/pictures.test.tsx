// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ComponentProps } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CirclePicture, type CircleGroup } from './circle-picture'
import { HeatWeeks } from './heat-weeks'
import { TwoLanes } from './two-lanes'

afterEach(cleanup)

const groups: CircleGroup[] = [
  {
    id: 'school',
    label: 'From school',
    from: 180,
    to: 360,
    people: [
      { id: 'a', name: 'Ada', state: 'full', word: 'Coming' },
      { id: 'b', name: 'Ben', state: 'open', word: 'Not asked yet', note: 'Lives far away' },
    ],
  },
  { id: 'work', label: 'From work', from: 0, to: 90, people: [], question: 'Who from work?' },
  { id: 'club', label: 'From the club', from: 90, to: 180, people: [] },
]

describe('the circle', () => {
  it('says in a list all that it draws', () => {
    render(<CirclePicture label="Sam’s people" centre="Sam" groups={groups} />)
    const picture = screen.getByRole('figure', { name: 'Sam’s people' })
    expect(
      within(picture)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['AdaComing', 'BenNot asked yetLives far away', 'Who from work?'])
  })

  it('shows an empty group only where it asks a question', () => {
    render(<CirclePicture label="Sam’s people" centre="Sam" groups={groups} />)
    expect(screen.getByRole('heading', { name: 'From work' })).toBeDefined()
    expect(screen.queryByRole('heading', { name: 'From the club' })).toBeNull()
  })

  it('tells states apart by shape, not by colour', () => {
    const { container } = render(<CirclePicture label="Sam’s people" centre="Sam" groups={groups} />)
    const [full, open] = [...container.querySelectorAll('.mark-key')].map((mark) => mark.querySelectorAll('.mark-fill').length)
    expect([full, open]).toEqual([1, 0])
  })
})

function Weeks() {
  return (
    <HeatWeeks
      label="When people can come"
      hint="Point at an hour."
      stonesLabel="Good times"
      days={[
        { id: 'mon', label: 'Mon 4 May', weekBegins: true },
        { id: 'tue', label: 'Tue 5 May' },
      ]}
      hours={[
        { id: '10', label: '10' },
        { id: '11', label: '11' },
      ]}
      cell={(day, hour) => ({ level: 2, text: '3', words: `${day} at ${hour}: 3 of 6` })}
      stones={[{ number: 1, day: 'tue', hour: '11', words: 'Tuesday at 11: nearly everyone' }]}
    />
  )
}

describe('the weeks', () => {
  it('are one Tab stop, with arrows inside, and say the hour pointed at', async () => {
    const user = userEvent.setup()
    const { container } = render(<Weeks />)
    expect(container.querySelector('.heat-detail')?.textContent).toBe('Point at an hour.')
    await user.tab()
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '1. tue at 11: 3 of 6' }))
    expect(container.querySelector('.heat-detail')?.textContent).toBe('tue at 11: 3 of 6')
    await user.tab()
    expect(document.activeElement).toBe(document.body)
  })

  it('name their stones in a list as well', () => {
    render(<Weeks />)
    expect(within(screen.getByRole('list', { name: 'Good times' })).getByRole('listitem').textContent).toBe(
      '1Tuesday at 11: nearly everyone',
    )
  })
})

const lanes: ComponentProps<typeof TwoLanes>['lanes'] = [
  {
    label: 'Us',
    empty: 'Nothing yet.',
    items: [
      { id: '2', at: '2026-05-08', when: 'By Friday', what: 'Balloons', who: 'Ada' },
      { id: '1', at: '2026-05-04', when: 'By Monday', what: 'Cake', who: 'Gran' },
    ],
  },
  { label: 'The hall', empty: 'Nothing yet.', items: [{ id: '3', at: '2026-05-08', when: 'By Friday', what: 'Door', who: 'Mr Shah' }] },
]

describe('two lanes', () => {
  it('are two lists in the order of time, the same day on the same row', () => {
    render(<TwoLanes label="Who does what" lanes={lanes} />)
    const ours = within(screen.getByRole('region', { name: 'Us' })).getAllByRole('listitem')
    const theirs = within(screen.getByRole('region', { name: 'The hall' })).getAllByRole('listitem')
    expect(ours.map((item) => item.textContent)).toEqual(['By MondayCakeGran', 'By FridayBalloonsAda'])
    const row = (item?: HTMLElement) => item?.style.getPropertyValue('--lane-row')
    expect([row(ours[0]), row(ours[1]), row(theirs[0])]).toEqual(['2', '3', '3'])
  })

  it('say when one is empty', () => {
    render(<TwoLanes label="Who does what" lanes={[lanes[0], { ...lanes[1], items: [] }]} />)
    expect(within(screen.getByRole('region', { name: 'The hall' })).getByText('Nothing yet.')).toBeDefined()
  })
})

it('the pictures have no fault that axe can find', async () => {
  const { container } = render(
    <main>
      <h1>Pictures</h1>
      <CirclePicture label="Sam’s people" centre="Sam" groups={groups} />
      <Weeks />
      <TwoLanes label="Who does what" lanes={lanes} />
    </main>,
  )
  const { violations, passes } = await axe.run(container)
  expect(passes.length).toBeGreaterThan(5)
  expect(violations.map((one) => one.id)).toEqual([])
})
