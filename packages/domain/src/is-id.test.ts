import { expect, it } from 'vitest'
import { isId } from './is-id'

const id = '0b9c7c9e-6a2f-4f0e-9d3a-1c2b3d4e5f60'

it.each([
  [id, true],
  [id.toUpperCase(), false],
  [`${id}0`, false],
  ['', false],
])('knows an id as the database writes them: %s', (text, isOne) => {
  expect(isId(text)).toBe(isOne)
})
