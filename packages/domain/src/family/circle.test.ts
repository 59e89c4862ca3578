import { describe, expect, it } from 'vitest'
import { sideOf, type RelationLink } from './circle'

const link = (personId: string, throughId: string | null, childId = 'mia'): RelationLink => ({ personId, childId, throughId })

// Mia and Leo have the same mother and different fathers.
const relations = [
  link('mum', null),
  link('dan', null),
  link('nan', 'mum'),
  link('uncle', 'nan'),
  link('grandad', 'dan'),
  link('friend', null),
  link('mum', null, 'leo'),
  link('kofi', null, 'leo'),
  link('nan', 'mum', 'leo'),
  link('grandad', null, 'leo'),
]
const parentsOf = { mia: new Set(['mum', 'dan']), leo: new Set(['mum', 'kofi']) }

describe('the side a person is on', () => {
  it.each([
    ['a parent', 'mum', 'mia', 'mum'],
    ['a grandparent, through their child', 'nan', 'mia', 'mum'],
    ['an uncle, through two people', 'uncle', 'mia', 'mum'],
    ["a grandfather on the father's side", 'grandad', 'mia', 'dan'],
    ['the same grandmother for the other child', 'nan', 'leo', 'mum'],
    ["a half-sibling's grandfather: on no side of this child", 'grandad', 'leo', null],
    ["a father who is not this child's", 'dan', 'leo', null],
    ['a friend of nobody in particular', 'friend', 'mia', null],
    ['somebody without a relation', 'stranger', 'mia', null],
  ] as const)('is counted for each child: %s', (_, person, child, side) => {
    expect(sideOf(person, child, relations, parentsOf[child])).toBe(side)
  })

  it('is none, and does not loop, where two people belong through each other', () => {
    expect(sideOf('a', 'mia', [link('a', 'b'), link('b', 'a')], parentsOf.mia)).toBeNull()
  })
})
