// Every kind of fault that is found in the files as they stand, without a tool.
import { layoutProblems } from '../layout/check.mjs'
import { circles } from './circles.mjs'
import { deadExports } from './dead-exports.mjs'
import { dependencies } from './dependencies.mjs'
import { finding, unseen } from './house.mjs'
import { tablesAndTheirWriters } from './tables.mjs'
import { longLines } from './written.mjs'

/** By kind: the check that finds it. */
export const checks = {
  unseen,
  circles,
  tables: tablesAndTheirWriters,
  arrows: arrowsBroken,
  unformatted: longLines,
  deadExports,
  unusedDependencies: dependencies,
}

/** What is wrong with a house, of all kinds but what only the formatters know. */
export async function findingsOf(house) {
  return (await Promise.all(Object.values(checks).map((check) => check(house)))).flat()
}

/** The layout's own check (npm run layout), of the same files. */
async function arrowsBroken({ sources, listed }) {
  const files = [...sources.values()].filter(({ path }) => path.startsWith('packages/'))
  const problems = await layoutProblems(
    files,
    listed.filter((path) => sources.has(path) && path.startsWith('packages/')),
  )
  return problems.map(({ path, line, says }) => finding('arrows', path, line, says))
}
