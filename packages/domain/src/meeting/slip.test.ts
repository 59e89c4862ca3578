import { describe, expect, it } from 'vitest'
import { participationStates, ways, type ParticipationState, type Way } from './participation'
import { slipKind } from './slip'
import { mayKnowPlace } from './taking-part'

describe('the slip for the day', () => {
  it.each<[ParticipationState, Way | null, string | null]>([
    ['coming', 'inRoom', 'come'],
    ['coming', 'secondRoom', 'ownRoom'],
    ['coming', 'video', 'video'],
    ['coming', 'phone', 'phone'],
    ['coming', 'spokenFor', 'spokenFor'],
    ['coming', 'letter', 'views'],
    ['sendingViews', 'letter', 'views'],
    ['sendingViews', 'video', 'views'],
    ['sendingViews', 'spokenFor', 'spokenFor'],
    ['sendingViews', null, 'views'],
    ['asked', null, 'notAnswered'],
    ['noAnswerYet', null, 'notAnswered'],
    ['notAsked', null, null],
    ['notComing', null, null],
    ['notPart', null, null],
  ])('%s, %s: %s', (state, how, kind) => expect(slipKind({ state, how })).toBe(kind))

  it('is one to come for those alone who may know the place', () => {
    for (const state of participationStates) {
      for (const how of [...ways, null])
        expect(['come', 'ownRoom'].includes(slipKind({ state, how }) ?? ''), `${state} ${how}`).toBe(mayKnowPlace({ state, how }))
    }
  })
})
