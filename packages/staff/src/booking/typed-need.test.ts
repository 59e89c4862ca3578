import { describe, expect, it } from 'vitest'
import { needFieldOf, needInput, sameNeed, type TypedNeed } from './typed-need'

const plain: TypedNeed = { need: 'must', partEdge: '', partMinutes: '', comesWithId: '', travel: { willow: '45', beech: '' } }

describe('how much somebody is needed, as typed', () => {
  it.each([
    ['nothing typed', plain, true],
    ['minutes of a part that was taken back', { ...plain, partMinutes: '45' }, true],
    ['a way that was emptied', { ...plain, travel: { willow: '45' } }, true],
    ['another need', { ...plain, need: 'hoped' }, false],
    ['a part without minutes yet', { ...plain, partEdge: 'beginning' }, false],
    ['another way', { ...plain, travel: { willow: '30', beech: '' } }, false],
  ] as [string, TypedNeed, boolean][])('%s', (_case, typed, same) => {
    expect(sameNeed(plain, typed)).toBe(same)
  })

  it('is sent whole, without ways to places that are no more', () => {
    const typed = {
      ...plain,
      partEdge: 'end' as const,
      partMinutes: '60',
      comesWithId: 'agata',
      travel: { willow: '45', gone: '10', beech: ' ' },
    }
    expect(needInput('p1', 3, typed, ['willow', 'beech'])).toEqual({
      participantId: 'p1',
      version: 3,
      need: 'must',
      partEdge: 'end',
      partMinutes: '60',
      comesWithId: 'agata',
      travel: [{ placeId: 'willow', minutes: '45' }],
    })
    expect(needInput('p1', 3, plain, [])).toMatchObject({ partEdge: null, partMinutes: null, comesWithId: null, travel: [] })
  })

  it('knows the control a refusal is about', () => {
    const sent = needInput('p1', 1, { ...plain, travel: { beech: '7', willow: 'far' } }, ['willow', 'beech'])
    expect(needFieldOf('travel.1.minutes', sent)).toBe('travel.willow')
    expect(needFieldOf('partMinutes', sent)).toBe('partMinutes')
    expect(needFieldOf('version', sent)).toBeNull()
  })
})
