import { parseArgs } from 'node:util'
import { brokenAnswers, changesOfWorlds, compareTimes, faultsOf, ourAnswers } from '../src/times/compare-times'
import { describeDifference } from '../src/times/smaller-world'

/** Differences shown in full; more would hide the figures. */
const mostShown = 3

/**
 * node scripts/run.mjs packages/testkit/checks/times.ts [--cases 5000] [--seed 1] [--plant]
 * Compares the engine with the slow reference on made-up worlds: the best times, their second meetings and what could be asked for a better
 * one, every field, in every case. With `--plant` the engine's times and its asks are broken on purpose, which has to be seen in every case
 * that has any. The last line is the counts as JSON; answers 1 when anything differs, a kind of world is too rare, or a clock change is
 * left out.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      plant: { type: 'boolean', default: false },
    },
  })
  const [cases, seed] = [Number(values.cases), Number(values.seed)]
  if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
    process.stderr.write('Say how many: --cases 5000 --seed 1\n')
    return 1
  }
  const answering = values.plant ? brokenAnswers : ourAnswers
  const changes = changesOfWorlds()
  let shown = 0
  const counts = compareTimes(cases, changes, answering, seed, (world) => {
    if (++shown <= mostShown) process.stderr.write(`${describeDifference(world, answering)}\n`)
  })
  const faults = faultsOf(counts, changes)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  console.log(JSON.stringify(counts))
  return faults.length === 0 ? 0 : 1
}
