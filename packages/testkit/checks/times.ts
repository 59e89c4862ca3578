import { parseArgs } from 'node:util'
import { brokenEngine, changesOfWorlds, compareTimes, faultsOf, ourEngine } from '../src/times/compare-times'
import { describeDifference } from '../src/times/smaller-world'

/** Differences shown in full; more would hide the figures. */
const mostShown = 3

/**
 * node scripts/run.mjs packages/testkit/checks/times.ts [--cases 5000] [--seed 1] [--plant]
 * Compares the engine with the slow reference on made-up worlds, every field. With `--plant` the engine's answers are broken on purpose, which has to be seen.
 * The last line is the counts as JSON; answers 1 when anything differs, a kind of world is too rare, or a clock change is left out.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { cases: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' }, plant: { type: 'boolean', default: false } } })
  const [cases, seed] = [Number(values.cases), Number(values.seed)]
  if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
    process.stderr.write('Say how many: --cases 5000 --seed 1\n')
    return 1
  }
  const engine = values.plant ? brokenEngine : ourEngine
  const changes = changesOfWorlds()
  let shown = 0
  const counts = compareTimes(cases, changes, engine, seed, (world) => {
    if (++shown <= mostShown) process.stderr.write(`${describeDifference(world, engine)}\n`)
  })
  const faults = faultsOf(counts, changes)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  console.log(JSON.stringify(counts))
  return faults.length === 0 ? 0 : 1
}
