import { parseArgs } from 'node:util'
import { enginesToTest } from '../src/clean-database'
import { countTampered } from '../src/tamper/count-tampered'
import { unsealedWindow } from '../src/tamper/unsealed-window'

/**
 * node scripts/run.mjs packages/testkit/checks/tamper.ts [--tries 300] [--seed 1] [--seconds 15]
 * Seals a record, tampers with it, its seals and its checkpoints in every way we know of, and looks whether it is found; looks at the
 * untouched record between. Then counts, while operations go on for so many seconds, how long a row stands behind no checkpoint. On
 * PostgreSQL where TEST_DATABASE_URL is set, or else on the embedded database. The last line is JSON; answers 1 when anything was not
 * found, or something was where nothing is.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      tries: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '15' },
    },
  })
  const [tries, seed, seconds] = [Number(values.tries), Number(values.seed), Number(values.seconds)]
  if (!Number.isInteger(tries) || tries < 1 || !Number.isInteger(seed) || !(seconds > 0)) {
    process.stderr.write('Say how many: --tries 300 --seed 1 --seconds 15\n')
    return 2
  }
  const engine = enginesToTest().at(-1) ?? 'embedded'
  const counts = await countTampered(engine, tries, seed, (line) => process.stderr.write(`${line}\n`))
  const window = await unsealedWindow(engine, seconds * 1_000)
  process.stdout.write(`${JSON.stringify({ ...counts, ...window })}\n`)
  const { found, cutOffTries, cutOffFound, falseAlarms } = counts
  return found === tries && cutOffFound === cutOffTries && falseAlarms === 0 && Number.isFinite(window.unsealedWindowMs) ? 0 : 1
}
