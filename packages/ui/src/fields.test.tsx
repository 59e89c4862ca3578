// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Button } from './button'
import { ChoiceList } from './choice-list'
import { Disclosure } from './disclosure'
import { ErrorSummary } from './error-summary'
import { TextArea } from './text-area'
import { TextField } from './text-field'

afterEach(cleanup)

const days = [
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday', more: <TextField label="From what time?" type="time" /> },
  { value: 'sun', label: 'Sunday', hint: 'The hall is ours until four.' },
]

function Days({ kind, error }: { kind: 'one' | 'many'; error?: string }) {
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <>
      <ChoiceList id="days" kind={kind} name="days" label="Which days?" error={error} choices={days} chosen={chosen} onChoose={setChosen} />
      <output>{chosen.join(' ')}</output>
    </>
  )
}

function described(element: HTMLElement): string {
  return (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' | ')
}

describe('a text field', () => {
  it('is found by its label and read with its hint and its error', () => {
    render(<TextField label="Your name" hint="A first name is enough." error="Tell us what to call you" />)
    const field = screen.getByRole('textbox', { name: 'Your name' })
    expect(described(field)).toBe('A first name is enough. | Tell us what to call you')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field.getAttribute('dir')).toBe('auto')
  })

  it('can be the question of its page', () => {
    render(<TextField asQuestion label="What is your name?" />)
    expect(screen.getByRole('heading', { level: 1, name: 'What is your name?' })).toBeDefined()
    expect(screen.getByRole('textbox', { name: 'What is your name?' })).toBeDefined()
  })
})

describe('a text area', () => {
  it('speaks of its budget only when that is near, and never cuts words off', async () => {
    const user = userEvent.setup()
    render(<TextArea label="A few words" budget={10} />)
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'A few words' })
    await user.type(area, 'seven..')
    expect(screen.queryByText(/letter/)).toBeNull()
    await user.type(area, 'ab')
    expect(screen.getByText('Room for 1 more letter')).toBeDefined()
    await user.type(area, 'cde')
    expect(screen.getByText('2 letters too long')).toBeDefined()
    expect(area.value).toBe('seven..abcde')
  })

  it('counts a face as one letter', async () => {
    render(<TextArea label="A few words" budget={2} value="👵🏾" readOnly />)
    expect(screen.getByText('Room for 0 more letters')).toBeDefined()
  })
})

describe('a list of choices', () => {
  it('keeps one with radios, by the keyboard', async () => {
    const user = userEvent.setup()
    render(<Days kind="one" />)
    await user.tab()
    await user.keyboard(' ')
    await user.keyboard('{ArrowDown}')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Saturday' }).checked).toBe(true)
    expect(screen.getByRole('status').textContent).toBe('sat')
    expect(screen.getByLabelText('From what time?')).toBeDefined()
  })

  it('keeps several with checkboxes, in the order they stand in', async () => {
    const user = userEvent.setup()
    render(<Days kind="many" />)
    await user.click(screen.getByLabelText(/Sunday/))
    await user.click(screen.getByLabelText('Friday'))
    expect(screen.getByRole('status').textContent).toBe('fri sun')
    await user.click(screen.getByLabelText('Friday'))
    expect(screen.getByRole('status').textContent).toBe('sun')
  })

  it('is a group with a name, its error read with it', () => {
    render(<Days kind="many" error="Choose a day" />)
    expect(described(screen.getByRole('group', { name: 'Which days?' }))).toBe('Choose a day')
  })
})

describe('a summary of what to put right', () => {
  const problems = [{ fieldId: 'days', message: 'Choose a day' }]

  it('takes the focus, and leads to the field', async () => {
    const user = userEvent.setup()
    render(
      <>
        <ErrorSummary problems={problems} />
        <Days kind="one" />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    await user.click(screen.getByRole('link', { name: 'Choose a day' }))
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Friday' }))
  })

  it('is not there when nothing is wrong', () => {
    render(<ErrorSummary problems={[]} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

it('a form of all of them has no fault that axe can find', async () => {
  const { container } = render(
    <main>
      <h1>Coming</h1>
      <form>
        <ErrorSummary problems={[{ fieldId: 'days', message: 'Choose a day' }]} />
        <TextField label="Your name" hint="A first name." error="Tell us" />
        <TextArea label="A few words" budget={3} defaultValue="abc" />
        <Days kind="many" error="Choose a day" />
        <Disclosure label="Who sees this?">Jo.</Disclosure>
        <Button type="submit">Keep this</Button>
        <Button look="danger">Take my name off</Button>
      </form>
    </main>,
  )
  expect(screen.getByRole('button', { name: 'Take my name off' }).getAttribute('type')).toBe('button')
  const { violations, passes } = await axe.run(container)
  expect(passes.length).toBeGreaterThan(5)
  expect(violations.map((one) => one.id)).toEqual([])
})
