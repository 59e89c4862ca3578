import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { oneAtATimeHere } from './one-at-a-time'

/** A browser without locks: what its pages keep is shared. */
beforeEach(() => {
  vi.useFakeTimers()
  const kept = new Map<string, string>()
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('one page at a time, in a browser without locks', () => {
  const answered = async <T>(asked: Promise<T>) => {
    await vi.advanceTimersByTimeAsync(6_000)
    return asked
  }

  it('leaves alone what an open page holds, and takes it once that page let go', async () => {
    const letGo = await oneAtATimeHere.hold('page')
    expect(await answered(oneAtATimeHere.holdIfFree('page'))).toBeUndefined()
    letGo()
    expect(await answered(oneAtATimeHere.holdIfFree('page'))).toBeTypeOf('function')
  })

  it('takes what a page held that was killed: it gives no sign of life any more', async () => {
    await oneAtATimeHere.hold('page')
    vi.clearAllTimers()
    expect(await answered(oneAtATimeHere.holdIfFree('page'))).toBeTypeOf('function')
    expect(await answered(oneAtATimeHere.holdIfFree('page'))).toBeUndefined()
  })
})
