import { describe, expect, it } from 'vitest'
import { checkAskWithoutKey, checkStopWithoutKey, checkUndoWithoutKey, undoUntil, type AskedWithoutKey } from './end-without-key'

const at = (time: string) => new Date(`2026-03-12T${time}Z`)
const asked: AskedWithoutKey = { takesEffectAt: at('14:32:00'), stoppedAt: null, tookEffectAt: null, undoneAt: null }
const happened = { ...asked, tookEffectAt: at('14:32:02') }
const since = { now: at('15:00:00'), newerRoom: false, newerWords: false }
const tomorrow = (time: string) => new Date(`2026-03-13T${time}Z`)

/** What is said of it: nothing when it may, or the code of the refusal. */
function said(check: () => unknown): string | null {
  try {
    check()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('private family time when no device holds the key', () => {
  it.each([
    ['a device showed it just now', at('14:29:00'), 'keyStillHere'],
    ['a device showed it almost ten minutes ago', at('14:19:00.001'), 'keyStillHere'],
    ['a device showed it, and its minute is not over', at('14:30:00'), 'keyStillHere'],
    ['ten minutes were quiet', at('14:19:00'), null],
    ['nobody has shown it for an hour', at('13:29:00'), null],
  ])('can be asked to end or start again, or not: %s', (_when, proofShownAt, code) => {
    expect(said(() => checkAskWithoutKey({ proofShownAt, now: at('14:29:00') }))).toBe(code)
  })

  it('ends three minutes after it was asked', () => {
    expect(checkAskWithoutKey({ proofShownAt: at('14:00:00'), now: at('14:29:00') })).toEqual(at('14:32:00'))
  })

  it.each([
    ['at once', asked, at('14:29:00'), null],
    ['in the last moment', asked, at('14:31:59.999'), null],
    ['when the three minutes are over', asked, at('14:32:00'), 'alreadyDone'],
    ['when it was stopped', { ...asked, stoppedAt: at('14:30:00') }, at('14:31:00'), 'alreadyDone'],
    ['when it has taken effect', happened, at('14:31:00'), 'alreadyDone'],
  ])('can be stopped, or not: %s', (_when, one, now, code) => {
    expect(said(() => checkStopWithoutKey(one, now))).toBe(code)
  })

  it.each([
    ['soon after', happened, since, null],
    ['in the last moment of the day', happened, { ...since, now: tomorrow('14:32:01.999') }, null],
    ['a day later', happened, { ...since, now: tomorrow('14:32:02') }, 'notNow'],
    ['before it has taken effect', asked, since, 'notNow'],
    ['when more private time came since', happened, { ...since, newerRoom: true }, 'notNow'],
    ['when somebody has written in the plan that was started again', happened, { ...since, newerWords: true }, 'draftMoved'],
    ['a second time', { ...happened, undoneAt: at('14:40:00') }, since, 'alreadyDone'],
  ])('can be undone, or not: %s', (_when, one, now, code) => {
    expect(said(() => checkUndoWithoutKey(one, now))).toBe(code)
  })

  it('says until when it can be undone', () => {
    expect(undoUntil(happened)).toEqual(tomorrow('14:32:02'))
    expect(undoUntil(asked)).toBeNull()
    expect(undoUntil({ ...happened, undoneAt: at('14:40:00') })).toBeNull()
  })
})
