import { describe, expect, it } from 'vitest'
import { afterAsking, afterInviting, mayComeBack, mayKnowPlace, wayHere, wayOf } from './taking-part'
import { participationStates, ways } from './participation'

describe('taking part', () => {
  it('talking with somebody makes "not asked" into "asked" and changes no answer', () => {
    expect(participationStates.map(afterAsking)).toEqual([
      'asked',
      'asked',
      'noAnswerYet',
      'coming',
      'sendingViews',
      'notComing',
      'notPart',
    ])
  })

  it('an invitation awaits an answer from those who gave none, and never brings in who is not part', () => {
    expect(participationStates.map(afterInviting)).toEqual([
      'noAnswerYet',
      'noAnswerYet',
      'noAnswerYet',
      'coming',
      'sendingViews',
      'notComing',
      'notPart',
    ])
  })

  it('whoever is seen here is here, whatever they answered, and whoever is seen not to be is not', () => {
    for (const [state, how, attended, here] of [
      ['coming', 'video', null, 'video'],
      ['coming', 'video', true, 'video'],
      ['coming', 'video', false, null],
      ['coming', 'letter', null, null],
      ['coming', 'letter', true, 'inRoom'],
      ['notComing', null, null, null],
      ['notComing', null, true, 'inRoom'],
      ['sendingViews', 'spokenFor', true, 'inRoom'],
      ['noAnswerYet', null, true, 'inRoom'],
      ['noAnswerYet', null, null, null],
      ['notPart', null, true, null],
    ] as const)
      expect([state, how, attended, wayHere({ state, how, attended })]).toEqual([state, how, attended, here])
  })

  it('coming says how', () => {
    expect(() => wayOf('coming', null)).toThrow('noWayChosen')
    expect(wayOf('coming', 'phone')).toBe('phone')
    expect(wayOf('sendingViews', undefined)).toBeNull()
    expect(wayOf('sendingViews', 'letter')).toBe('letter')
    expect(wayOf('notComing', 'phone')).toBeNull()
  })

  it('whoever comes to one of the rooms knows where, and nobody else', () => {
    expect(ways.filter((how) => mayKnowPlace({ state: 'coming', how }))).toEqual(['inRoom', 'secondRoom'])
    expect(mayKnowPlace({ state: 'coming', how: null })).toBe(false)
    expect(mayKnowPlace({ state: 'asked', how: 'inRoom' })).toBe(false)
  })

  it('who is not part may be asked again on the day that the manager named, not before', () => {
    expect(mayComeBack('2026-04-01', '2026-03-31')).toBe(false)
    expect(mayComeBack('2026-04-01', '2026-04-01')).toBe(true)
  })
})
