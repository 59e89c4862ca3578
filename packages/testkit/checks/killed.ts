import { parseArgs } from 'node:util'
import { enginesToTest, type Engine } from '../src/clean-database'
import { killWhileTyping } from './killed-while-typing'

/** `npm run check:killed`: the server is killed at any moment while four people type, on each database there is. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { kills: { type: 'string', default: '50' } } })
  const engines = enginesToTest()
  const found: (Awaited<ReturnType<typeof killWhileTyping>> & { engine: Engine })[] = []
  for (const [place, engine] of engines.entries()) {
    const share = Math.floor((Number(values.kills) + place) / engines.length)
    found.push({ engine, ...(await killWhileTyping(engine, share, 'built')) })
    process.stdout.write(`${JSON.stringify(found.at(-1))}\n`)
  }
  const sum = (of: (one: (typeof found)[number]) => number) => found.reduce((all, one) => all + of(one), 0)
  const figures = {
    kills: sum(({ kills }) => kills),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    gaps: sum(({ gaps }) => gaps),
    planted: sum(({ planted }) => planted),
    caught: sum(({ caught }) => caught),
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  const { acknowledged, lost, doubled, gaps, planted, caught } = figures
  return acknowledged > 0 && lost + doubled + gaps === 0 && planted === caught ? 0 : 1
}
