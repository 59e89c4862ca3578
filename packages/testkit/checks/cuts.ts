import { parseArgs } from 'node:util'
import { cutWhileTyping } from './cut-while-typing'

/** `npm run check:cuts`: connections of two servers are cut at random while four people type. On PostgreSQL alone. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { cuts: { type: 'string', default: '100' } } })
  const figures = await cutWhileTyping(Number(values.cuts))
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  const { serverDied, acknowledgedLost, neverDelivered, deliveredAfterPutOut, deletedWhilePrivate, acknowledged, planted, caught } = figures
  const wrong = serverDied + acknowledgedLost + neverDelivered + deliveredAfterPutOut + deletedWhilePrivate
  return wrong === 0 && acknowledged > 0 && planted === caught ? 0 : 1
}
