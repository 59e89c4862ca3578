import { parseArgs } from 'node:util'
import { compareApart } from '../src/apart/compare-apart'
import { cleanDatabase, enginesToTest } from '../src/clean-database'

/**
 * node scripts/run.mjs packages/testkit/checks/apart.ts [--worlds 5000] [--seed 1]
 * Asks the rule of pairs kept apart in TypeScript, and the database's, for the same made-up worlds: whom each meeting brings together, and
 * whether it may be booked. Then gets the database's wrong on purpose in many ways, each of which has to be seen. On PostgreSQL where
 * TEST_DATABASE_URL is set, or else on the embedded database. The last line is the counts as JSON; answers 1 when anything differs or a
 * plant is not caught.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { worlds: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } } })
  const [worlds, seed] = [Number(values.worlds), Number(values.seed)]
  if (!Number.isInteger(worlds) || worlds < 1 || !Number.isInteger(seed)) {
    process.stderr.write('Say how many: --worlds 5000 --seed 1\n')
    return 1
  }
  const clean = await cleanDatabase(enginesToTest().at(-1))
  try {
    const counts = await compareApart(clean, worlds, seed, (line) => process.stderr.write(`${line}\n`))
    console.log(JSON.stringify(counts))
    return counts.different === 0 && counts.caught === counts.planted ? 0 : 1
  } finally {
    await clean.drop()
  }
}
