import { expect, it } from 'vitest'
import { caughtFaults } from '../checks/minted-faults'
import { countMinted } from '../checks/minted-orders'

it('who holds a relative’s link takes nothing from private family time, in whatever order, and every planted fault is seen', async () => {
  const { faults, orders, rightfulPlans, ...harm } = await countMinted(40, () => undefined)
  expect(faults).toEqual([])
  expect(rightfulPlans).toBe(orders)
  expect(Object.values(harm).every((count) => count === 0)).toBe(true)
  expect(await caughtFaults()).toMatchObject({ missed: [] })
})
