import { parseArgs } from 'node:util'
import { countAccess } from '../src/access/check-access'
import { moments } from '../src/access/moments'
import { people } from '../src/access/people'
import { enginesToTest } from '../src/clean-database'

const enoughNoticed = 0.99

/**
 * node scripts/run.mjs packages/testkit/checks/access.ts [--mutants 2000] [--people 24] [--stages 9]
 * Every field, argument, mutation and subscription of the schema, asked by every kind of person at every stage, against the tables of
 * packages/testkit/src/access; again with a lock that allows everything, and as the app's role alone; again without row security, where
 * mutants of the policy have to be noticed. On PostgreSQL where TEST_DATABASE_URL is set, or else on the embedded database. The last line
 * is the counts as JSON; answers 1 when something is not as it should be, a planted fault was not found, or too few mutants were noticed.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      mutants: { type: 'string', default: '2000' },
      people: { type: 'string', default: String(people.length) },
      stages: { type: 'string', default: String(moments.length) },
    },
  })
  const [mutants, who, stages] = [values.mutants, values.people, values.stages].map(Number)
  if (![mutants, who, stages].every((size) => Number.isInteger(size) && Number(size) > 0)) {
    process.stderr.write('Say how many: --mutants 2000 --people 24 --stages 9\n')
    return 2
  }
  const sizes = { mutants: mutants ?? 0, people: spread(people, who ?? 0), moments: spread(moments, stages ?? 0) }
  const counts = await countAccess({ engine: enginesToTest().at(-1) ?? 'embedded', ...sizes }, (line) => process.stderr.write(`${line}\n`))
  console.log(JSON.stringify(counts))
  const { unexpected, rowLeaksAppOff, rowLeaksDbOff, noticed, planted, caught } = counts
  const isRight = unexpected + rowLeaksAppOff + rowLeaksDbOff === 0 && planted > 0 && caught === planted
  return isRight && noticed >= counts.mutants * enoughNoticed ? 0 : 1
}

/** So many of them, from the first to the last. */
function spread<T>(all: readonly T[], count: number): T[] {
  return all.filter((_one, place) => Math.floor((place * count) / all.length) !== Math.floor(((place - 1) * count) / all.length))
}
