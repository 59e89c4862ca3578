// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from './button'
import { Card } from './card'
import { DataTable, type Column } from './data-table'
import { Dialog } from './dialog'
import { LeaveButton } from './leave-button'
import { Meter } from './meter'
import { Notice } from './notice'
import { PrivateBand } from './private-band'
import { Sheet } from './sheet'
import { SkipLink } from './skip-link'
import { Spinner } from './spinner'
import { StatusWord } from './status-word'
import { SteppingStones } from './stepping-stones'

afterEach(() => {
  cleanup()
  window.sessionStorage.clear()
})

type Guest = { id: string; name: string; chairs: number }
const guests: Guest[] = [
  { id: '1', name: 'Cy', chairs: 10 },
  { id: '2', name: 'Ada', chairs: 9 },
  { id: '3', name: '=Ben', chairs: 2 },
]
const columns: Column<Guest>[] = [
  { id: 'name', heading: 'Name', text: (row) => row.name },
  { id: 'chairs', heading: 'Chairs', text: (row) => String(row.chairs), sortBy: (row) => row.chairs, number: true },
]

function Guests() {
  return <DataTable caption="Guests" columns={columns} rows={guests} rowKey={(row) => row.id} empty="Nobody yet." keepAs="guests" filter />
}

function names(): (string | null)[] {
  return screen.getAllByRole('rowheader').map((cell) => cell.textContent)
}

describe('a table', () => {
  it('sorts by a heading, numbers as numbers, and turns round on the second press', async () => {
    const user = userEvent.setup()
    render(<Guests />)
    await user.click(screen.getByRole('button', { name: 'Chairs' }))
    expect(names()).toEqual(['=Ben', 'Ada', 'Cy'])
    expect(screen.getByRole('columnheader', { name: 'Chairs' }).getAttribute('aria-sort')).toBe('ascending')
    await user.keyboard('{Enter}')
    expect(names()).toEqual(['Cy', 'Ada', '=Ben'])
  })

  it('keeps its order when one comes back', async () => {
    const user = userEvent.setup()
    const { unmount } = render(<Guests />)
    await user.click(screen.getByRole('button', { name: 'Chairs' }))
    unmount()
    render(<Guests />)
    expect(names()).toEqual(['=Ben', 'Ada', 'Cy'])
  })

  it('shows only rows with the words asked for, and says when there are none', async () => {
    const user = userEvent.setup()
    render(<Guests />)
    await user.type(screen.getByLabelText('Show only rows with'), 'ad')
    expect(names()).toEqual(['Ada'])
    await user.type(screen.getByLabelText('Show only rows with'), 'zzz')
    expect(screen.getByText('Nothing here has those words.')).toBeDefined()
  })

  it('copies for a spreadsheet what is shown, formulas as words', async () => {
    const user = userEvent.setup()
    render(<Guests />)
    await user.click(screen.getByRole('button', { name: 'Copy for a spreadsheet' }))
    expect(await window.navigator.clipboard.readText()).toBe("Name\tChairs\nCy\t10\nAda\t9\n'=Ben\t2")
    expect(screen.getByText('Copied. You can paste it into a spreadsheet.')).toBeDefined()
  })

  it('says kindly that it is empty', () => {
    render(<DataTable caption="Guests" columns={columns} rows={[]} rowKey={(row) => row.id} empty="Nobody yet." />)
    expect(screen.getByText('Nobody yet.')).toBeDefined()
    expect(screen.queryByRole('table')).toBeNull()
  })
})

describe('the way out', () => {
  it('is a button', async () => {
    const leave = vi.fn()
    render(<LeaveButton onLeave={leave} />)
    await userEvent.setup().click(screen.getByRole('button', { name: /Leave this site/ }))
    expect(leave).toHaveBeenCalledTimes(1)
  })
})

describe('a dialog', () => {
  function Asking() {
    const [open, setOpen] = useState(false)
    return (
      <>
        <Button onClick={() => setOpen(true)}>Take Ben off</Button>
        <Dialog
          open={open}
          heading="Take Ben off?"
          onClose={() => setOpen(false)}
          actions={<Button onClick={() => setOpen(false)}>Keep Ben</Button>}
        >
          <p>You can put him back.</p>
        </Dialog>
      </>
    )
  }

  it('opens in front with its heading as name, and closes', async () => {
    const user = userEvent.setup()
    render(<Asking />)
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Take Ben off' }))
    const dialog = screen.getByRole('dialog', { name: 'Take Ben off?' })
    expect(document.activeElement?.textContent).toBe('Take Ben off?')
    await user.click(within(dialog).getByRole('button', { name: 'Keep Ben' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('stepping stones', () => {
  const stones = [
    { id: 'a', label: 'Welcome' },
    { id: 'b', label: 'Just us', tone: 'plum' as const },
    { id: 'c', label: 'Home' },
  ]

  it('are a list that says what is done and where we are', () => {
    render(<SteppingStones label="The day" stones={stones} current="b" />)
    const list = screen.getByRole('list', { name: 'The day' })
    const items = within(list).getAllByRole('listitem')
    expect(items.map((item) => item.querySelector('.stone-word')?.textContent)).toEqual(['Welcome, done', 'Just us, now', 'Home, later'])
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null])
  })
})

it('words that appear are read out', () => {
  render(
    <>
      <Spinner>Looking for a hall</Spinner>
      <Notice live="alert" tone="coral">
        The hall has rung
      </Notice>
    </>,
  )
  expect(screen.getByRole('status').textContent).toBe('Looking for a hall')
  expect(screen.getByRole('alert').textContent).toBe('The hall has rung')
})

it('the plum band is a named place with the names in it', () => {
  render(<PrivateBand heading="Just us">Only Gran and Tom can read this.</PrivateBand>)
  expect(screen.getByRole('region', { name: 'Just us' }).textContent).toContain('Only Gran and Tom can read this.')
})

it('a page of all of them has no fault that axe can find', async () => {
  const { container } = render(
    <>
      <SkipLink />
      <header>
        <LeaveButton onLeave={() => undefined} />
      </header>
      <main id="main">
        <h1>Sam’s birthday</h1>
        <SteppingStones label="The day" stones={[{ id: 'a', label: 'Welcome' }]} current="a" />
        <PrivateBand heading="Just us">Only Gran can read this.</PrivateBand>
        <Notice heading="Saved">With Jo.</Notice>
        <Meter label="Chairs" filled={1} outOf={2} words={<StatusWord kind="waiting">1 of 2</StatusWord>} />
        <Card>
          <StatusWord kind="needs-you">Needs you</StatusWord>
        </Card>
        <Sheet>
          <h2>A sheet</h2>
        </Sheet>
        <Guests />
        <Spinner>Looking</Spinner>
      </main>
    </>,
  )
  const { violations, passes } = await axe.run(container)
  expect(passes.length).toBeGreaterThan(5)
  expect(violations.map((one) => one.id)).toEqual([])
})
