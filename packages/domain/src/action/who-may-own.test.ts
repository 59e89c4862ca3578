import { describe, expect, it } from 'vitest'
import { mayOwn } from './who-may-own'

type MaybeOwner = Parameters<typeof mayOwn>[0]

const person = (takesPart: boolean, accessEnded: boolean): MaybeOwner => ({ kind: 'person', takesPart, accessEnded })
const worker = (allocatedNow: boolean, supervisesTeam: boolean): MaybeOwner => ({ kind: 'worker', allocatedNow, supervisesTeam })

describe('who may own a promise', () => {
  it.each([
    ['somebody who takes part', person(true, false), true],
    ['somebody who takes part, whose access has ended', person(true, true), false],
    ['somebody of the family who is not part', person(false, false), false],
    ['somebody who is not part, whose access has ended', person(false, true), false],
    ['a worker who is allocated to the family now', worker(true, false), true],
    ['the supervisor of its team', worker(false, true), true],
    ['a supervisor who is allocated too', worker(true, true), true],
    ['a worker who was allocated once, or only takes part', worker(false, false), false],
  ])('%s', (_who, somebody, may) => expect(mayOwn(somebody)).toBe(may))
})
