import { parseArgs } from 'node:util'
import { enginesToTest } from '../src/clean-database'
import { compareSwap } from '../src/swap/compare-swap'
import { testServer } from '../src/test-server'

/**
 * node scripts/run.mjs packages/testkit/checks/swap.ts [--worlds 100] [--seed 1]
 * Lives made-up lives of a meeting twice: once as it is, once with something that one viewer may not know. Everything that this viewer can
 * ask for has to be the same, and every frame has to come at the same step; what they may know has to differ. On PostgreSQL where
 * TEST_DATABASE_URL is set, or else on the embedded database. The last line is the counts as JSON; answers 1 when anything differs, or a
 * control does not.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { worlds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } })
  const [worlds, seed] = [Number(values.worlds), Number(values.seed)]
  if (!Number.isInteger(worlds) || worlds < 1 || !Number.isInteger(seed)) {
    process.stderr.write('Say how many: --worlds 100 --seed 1\n')
    return 1
  }
  const server = await testServer(enginesToTest().at(-1))
  try {
    const counts = await compareSwap(server, worlds, seed, (line) => process.stderr.write(`${line}\n`))
    console.log(JSON.stringify(counts))
    return counts.different === 0 && counts.controlDiffered === counts.worlds ? 0 : 1
  } finally {
    await server.drop()
  }
}
