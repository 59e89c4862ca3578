// node scripts/layout/check.mjs: holds the arrows, the names and the words of the architecture. See docs and README for the map.
import { pathToFileURL } from 'node:url'
import { continueOnNode24 } from '../node-24.mjs'

/** The list of exceptions, which only shrinks: { rule, path, because }. One that no longer holds is itself a problem. */
const exceptions = []

/**
 * What is wrong with the files, as { rule, path, line, says }. `listed` are the paths that git lists:
 * a check that looked past some of them proves nothing.
 */
export async function layoutProblems(files, listed, excused = exceptions) {
  const { againstTheArrows, ringsOfConcepts, temporalInFamily } = await import('./arrows.mjs')
  const { badName, castToProof, leftAndRight, wordsForFamilies } = await import('./words-and-names.mjs')
  const seen = new Set(files.map((file) => file.path))
  const unseen = listed.filter((path) => !seen.has(path))
  const each = [againstTheArrows, badName, castToProof, leftAndRight, wordsForFamilies]
  const found = [
    ...unseen.map((path) => ({
      rule: 'unseen',
      path,
      line: 1,
      says: 'git lists this file and the check did not look at it: mend scripts/layout/source.mjs.',
    })),
    ...(files.length === 0 ? [{ rule: 'unseen', path: 'packages', line: 1, says: 'the check looked at no files.' }] : []),
    ...files.flatMap((file) => each.flatMap((rule) => rule(file))),
    ...temporalInFamily(files),
    ...ringsOfConcepts(files),
  ]
  const isExcused = (one) => excused.some((exception) => exception.rule === one.rule && exception.path === one.path)
  const stale = excused.filter((exception) => !found.some((one) => one.rule === exception.rule && one.path === exception.path))
  return [
    ...found.filter((one) => !isExcused(one)),
    ...stale.map(({ rule, path }) => ({
      rule: 'stale-exception',
      path,
      line: 1,
      says: `the exception for "${rule}" is not needed any more: take it out of scripts/layout/check.mjs.`,
    })),
  ]
}

async function main() {
  const { filesGitLists, readSources } = await import('./source.mjs')
  const files = readSources()
  const problems = await layoutProblems(files, filesGitLists())
  for (const { path, line, says } of problems) console.log(`${path}:${line} ${says}`)
  console.log(
    problems.length === 0
      ? `Layout: ${files.length} files stand where they belong.`
      : `Layout: ${problems.length} problems in ${files.length} files.`,
  )
  return problems.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await continueOnNode24(import.meta.url)
  process.exit(await main())
}
