// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LeaveButton } from './leave-button'
import { onThreeEscapes } from './three-escapes'

describe('Escape three times', () => {
  const leave = vi.fn()
  let stop: () => void
  beforeEach(() => {
    leave.mockReset()
    stop = onThreeEscapes(leave)
  })
  afterEach(() => {
    stop()
    cleanup()
  })

  it('is the way out also from inside a field, but not with other keys between', async () => {
    const user = userEvent.setup()
    render(<input aria-label="Name" onKeyDown={(event) => event.stopPropagation()} />)
    await user.click(screen.getByLabelText('Name'))
    await user.keyboard('{Escape}{Escape}a{Escape}{Escape}')
    expect(leave).not.toHaveBeenCalled()
    await user.keyboard('{Escape}')
    expect(leave).toHaveBeenCalledTimes(1)
  })

  it('counts on while one page gives way to the next', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<LeaveButton key="loading" onLeave={leave} />)
    await user.keyboard('{Escape}{Escape}')
    rerender(<LeaveButton key="home" onLeave={leave} />)
    await user.keyboard('{Escape}')
    expect(leave).toHaveBeenCalledTimes(1)
  })

  it('leaves the browser no Escape with which to stop the page that is coming', () => {
    const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }))
    const untouched = [press(), press(), press(), press()]
    expect(untouched).toEqual([true, true, false, false])
    expect(leave).toHaveBeenCalledTimes(1)
  })
})
