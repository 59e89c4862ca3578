import { parseArgs } from 'node:util'
import { countMinted } from './minted-orders'
import { caughtFaults } from './minted-faults'

/**
 * A worker who holds a relative's link tries everything in every order, with the family's phones vouched for and not. The last line it
 * prints is JSON; answers 1 when anything was taken, not told, or kept from the family, or a planted fault was not caught.
 *
 * node scripts/run.mjs packages/testkit/checks/minted.ts [--every 1]
 *
 * `every`: 10 goes through each tenth order.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { every: { type: 'string', default: '1' } } })
  const every = Number(values.every)
  if (!Number.isInteger(every) || every < 1) {
    process.stderr.write('Say which: --every 10\n')
    return 2
  }
  const { faults, ...counts } = await countMinted(every, (line) => void process.stderr.write(`${line}\n`))
  for (const line of faults) process.stderr.write(`${line}\n`)
  const plants = await caughtFaults()
  for (const name of plants.missed) process.stderr.write(`not caught: ${name}\n`)
  process.stdout.write(`${JSON.stringify({ ...counts, planted: plants.planted, caught: plants.caught })}\n`)
  const { orders, rightfulPlans, ...harm } = counts
  return Object.values(harm).every((count) => count === 0) && rightfulPlans === orders && plants.caught === plants.planted ? 0 : 1
}
