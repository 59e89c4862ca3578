// npm run check:house: no circle of files, one writer a table, no arrow broken, everything as the formatter writes it, no dead export, no
// unused dependency. The last line is the counts as JSON; answers 1 unless all are zero and every planted fault was found.
import { continueOnNode24 } from '../node-24.mjs'
import { endWith } from '../steps.mjs'

async function main() {
  const { readHouse } = await import('./house.mjs')
  const { findingsOf } = await import('./findings.mjs')
  const { modelsNotAsFormatted, notAsFormatted } = await import('./written.mjs')
  const { missedByFormatters, missedInFiles } = await import('./plants.mjs')
  const house = readHouse()
  const inFiles = await findingsOf(house)
  const found = [...inFiles, ...(await notAsFormatted()), ...(await modelsNotAsFormatted())]
  for (const { path, line, says } of found) console.log(`${path}:${line} ${says}`)
  const plants = [await missedInFiles(house, inFiles), await missedByFormatters()]
  const missed = plants.flatMap((one) => one.missed)
  for (const name of missed) console.log(`Planted and not found: ${name}.`)
  const count = (kind) => new Set(found.filter((one) => one.kind === kind).map(({ about }) => about)).size
  const counts = {
    circles: count('circles'),
    tablesWithTwoWriters: count('tables'),
    arrowsBroken: count('arrows'),
    unformatted: count('unformatted'),
    deadExports: count('deadExports'),
    unusedDependencies: count('unusedDependencies'),
  }
  const planted = plants.reduce((sum, one) => sum + one.planted, 0)
  console.log(JSON.stringify({ files: house.sources.size, ...counts, planted, caught: planted - missed.length }))
  return found.length === 0 && missed.length === 0 ? 0 : 1
}

await continueOnNode24(import.meta.url)
endWith(main())
