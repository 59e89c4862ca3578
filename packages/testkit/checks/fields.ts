import { parseArgs } from 'node:util'
import { openWindows } from './browser-windows'
import { noWrongs, type Wrongs } from './field-intent'
import { serveFieldPage } from './field-page'
import { FieldPerson } from './field-person'
import { playSeed } from './field-seeds'

/** Fields that are wrong on purpose, each in one way; and after how many seeds that is likely to show. */
const faults: readonly (readonly [name: string, after: number])[] = [
  ['writesOver', 0],
  ['writesBeside', 1],
  ['cutsLetters', 1],
  ['ignoresComposing', 3],
  ['undoesEverybody', 1],
  ['writesAllOrNothing', 5],
  ['wipesWhatIsOver', 5],
]
/** A fault that so many seeds more do not show is not caught. */
const mostSeedsForFault = 40

interface FieldCounts {
  readonly seeds: number
  readonly edits: number
  readonly turned: number
  readonly wrongs: Wrongs
  readonly planted: number
  readonly missed: readonly string[]
}

/** Lets two and three people write in one field of the draft in Chromium, as each seed says; then again with each fault. */
export async function tryFields(seeds: number, firstSeed: number, tell: (line: string) => void): Promise<FieldCounts> {
  const page = await serveFieldPage()
  const windows = await openWindows()
  try {
    const people = [await FieldPerson.at(windows, page.address)]
    while (people.length < 3) people.push(await FieldPerson.at(windows, page.address))
    let [edits, turned] = [0, 0]
    const wrongs = noWrongs()
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
      const result = await playSeed(people, seed)
      edits += result.edits
      turned += result.turned
      for (const kind of Object.keys(wrongs) as (keyof Wrongs)[]) wrongs[kind] += result.wrongs[kind]
      if (isWrong(result.wrongs)) tell(`seed ${seed}: ${JSON.stringify(result.wrongs)}`)
    }
    const missed: string[] = []
    for (const [fault, after] of faults) {
      let caught = false
      for (let more = 0; more < mostSeedsForFault && !caught; more++) {
        caught = isWrong((await playSeed(people, firstSeed + after + more, fault)).wrongs)
      }
      if (!caught) missed.push(fault)
    }
    for (const fault of missed) tell(`not caught: ${fault}`)
    return { seeds, edits, turned, wrongs, planted: faults.length, missed }
  } finally {
    await windows.close()
    page.close()
  }
}

function isWrong(wrongs: Wrongs): boolean {
  return Object.values(wrongs).some((count) => count > 0)
}

/**
 * node scripts/run.mjs packages/testkit/checks/fields.ts [--seeds 500] [--seed 1]
 * The last line is the counts as JSON; answers 1 when a letter was lost, doubled, brought back or cut, when somebody's undo touched what
 * others did, when fields end unequal, or when a fault planted in the field was not caught.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { seeds: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  })
  const [seeds, seed] = [Number(values.seeds), Number(values.seed)]
  if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(seed)) {
    process.stderr.write('Say how many: --seeds 500 --seed 1\n')
    return 1
  }
  const { wrongs, missed, planted, edits, turned } = await tryFields(seeds, seed, (line) => process.stderr.write(`${line}\n`))
  console.log(JSON.stringify({ seeds, edits, turned, ...wrongs, planted, caught: planted - missed.length }))
  return isWrong(wrongs) || missed.length > 0 ? 1 : 0
}
