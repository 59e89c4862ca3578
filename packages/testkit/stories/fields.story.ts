import { expect, it } from 'vitest'
import { tryFields } from '../checks/fields'
import { noWrongs } from '../checks/field-intent'

it('people who write in one field at once lose no letter and double none, and every fault planted in the field is seen', async () => {
  const { wrongs, missed, edits, turned } = await tryFields(20, 1, () => undefined)
  expect(wrongs).toEqual(noWrongs())
  expect(missed).toEqual([])
  expect(edits).toBeGreaterThan(300)
  expect(turned).toBeGreaterThan(15)
})
