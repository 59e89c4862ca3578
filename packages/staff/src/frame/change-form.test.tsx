// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { TextField } from '@kinplan/ui/text-field'
import { afterEach, describe, expect, it } from 'vitest'
import { ChangeForm } from './change-form'
import type { Troubled } from './refusal-notice'

const calm: Troubled = { trouble: null, shows: () => null, busy: false }
const outOfStep: Troubled = { ...calm, trouble: { kind: 'refused', code: 'changedMeanwhile', field: null } }

afterEach(cleanup)

describe('a form on something that others change too', () => {
  /** The form at a version that shows some words; what was sent is gathered. */
  function formOf() {
    const sent: [string, number][] = []
    const at = (version: number, words: string, change = calm) => (
      <ChangeForm
        change={change}
        version={version}
        keeps
        button="Save"
        onSend={(given, typedAt) => Promise.resolve(void sent.push([given.text('words'), typedAt])).then(() => null)}
      >
        <TextField name="words" label="Words" defaultValue={words} />
      </ChangeForm>
    )
    return { sent, at }
  }

  it('sends what was typed with the version it was typed at, so that nothing newer is written over', async () => {
    const { sent, at } = formOf()
    const { rerender } = render(at(1, 'first'))
    await userEvent.type(screen.getByLabelText('Words'), '!')
    rerender(at(2, 'by somebody else'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    rerender(at(2, 'by somebody else', outOfStep))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(sent).toEqual([
      ['first!', 1],
      ['first!', 2],
    ])
  })

  it('shows the newer words where nothing was typed', async () => {
    const { sent, at } = formOf()
    const { rerender } = render(at(1, 'first'))
    rerender(at(2, 'by somebody else'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(sent).toEqual([['by somebody else', 2]])
  })
})
