// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SaidAloud } from './said-aloud'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('is said at most every ten seconds, however often it changes, and the truth at last', () => {
  const heard: string[] = []
  const { rerender } = render(<SaidAloud words="Saved" />)
  const pass = (ms: number) => {
    act(() => void vi.advanceTimersByTime(ms))
    const now = screen.getByRole('status').textContent
    if (now !== (heard.at(-1) ?? '')) heard.push(now)
  }
  pass(0)
  expect(heard).toEqual(['Saved'])
  for (let letter = 1; letter <= 47; letter++) {
    rerender(<SaidAloud words={letter % 2 === 1 ? 'On this phone only' : 'Saved'} />)
    pass(200)
  }
  expect(heard).toEqual(['Saved'])
  pass(10_000)
  expect(heard).toEqual(['Saved', 'On this phone only'])
  rerender(<SaidAloud words="Saved" />)
  pass(400)
  expect(heard).toHaveLength(2)
  pass(300)
  expect(heard.at(-1)).toBe('Saved')
})
