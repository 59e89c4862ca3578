import { describe, expect, it } from 'vitest'
import { parseDueDay, parseOwner } from './parse-action'
import { isLate, isOpen } from './action-states'

describe('the owner of a promise', () => {
  it('is one person, or one worker', () => {
    expect(parseOwner('gran', null)).toEqual({ personId: 'gran', workerId: null })
    expect(parseOwner(undefined, 'priya')).toEqual({ personId: null, workerId: 'priya' })
  })

  it.each([
    ['nobody', null, undefined],
    ['a person and a worker', 'gran', 'priya'],
    ['empty words', '', ''],
  ])('is not %s', (_, person, worker) => {
    expect(() => parseOwner(person, worker)).toThrow(expect.objectContaining({ code: 'choiceUnknown', field: 'ownerPersonId' }))
  })
})

describe('the day of a promise', () => {
  it('may be the day of the meeting or later', () => {
    expect(parseDueDay('2026-03-17', '2026-03-17')).toBe('2026-03-17')
    expect(parseDueDay('1/4/2026', '2026-03-17')).toBe('2026-04-01')
  })

  it.each([
    ['2026-03-16', 'dateGone'],
    ['31/02/2026', 'dateImpossible'],
    ['soon', 'dateImpossible'],
  ])('is not %s', (text, code) => {
    expect(() => parseDueDay(text, '2026-03-17')).toThrow(expect.objectContaining({ code, field: 'dueOn' }))
  })
})

describe('a promise whose day has passed', () => {
  it.each([
    ['promised', '2026-03-16', true],
    ['doing', '2026-03-16', true],
    ['needsHand', '2026-03-16', true],
    ['done', '2026-03-16', false],
    ['noLongerNeeded', '2026-03-16', false],
    ['promised', '2026-03-17', false],
    ['promised', '2026-03-18', false],
  ] as const)('%s by %s, seen on 17 March, is late: %s', (state, dueOn, late) => {
    expect(isLate({ state, dueOn }, '2026-03-17')).toBe(late)
  })

  it('is open until it is done or no longer needed', () => {
    expect((['promised', 'doing', 'needsHand', 'done', 'noLongerNeeded'] as const).filter(isOpen)).toEqual([
      'promised',
      'doing',
      'needsHand',
    ])
  })
})
