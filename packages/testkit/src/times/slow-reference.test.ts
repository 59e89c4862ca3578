import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import {
  brokenAnswers,
  brokenAsks,
  brokenEngine,
  changesOfWorlds,
  compareTimes,
  faultsOf,
  ourAnswers,
  ourAsks,
  ourEngine,
  type Comparison,
} from './compare-times'
import { describeDifference } from './smaller-world'
import { quarterMs } from './slow-wall-clock'

const changes = changesOfWorlds()
const folder = fileURLToPath(new URL('.', import.meta.url))

/** Every module that the file asks for when it runs, so not those of which it takes types alone. */
function modulesUsed(file: string): string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(folder + file, 'utf8'), ts.ScriptTarget.ESNext)
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    const typesOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly
    return typesOnly || !statement.moduleSpecifier ? [] : [(statement.moduleSpecifier as ts.StringLiteral).text]
  })
}

/** All that stands behind a file of this folder. */
function allBehind(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  return modulesUsed(file).flatMap((name) => (name.startsWith('./') ? allBehind(`${name.slice(2)}.ts`, seen) : [name]))
}

describe('the reference', () => {
  it.each(['slow-reference.ts', 'slow-answers.ts', 'worlds.ts', 'big-worlds.ts', 'clock-changes.ts'])(
    'shares no code with the engine: behind %s stands luxon alone',
    (file) => {
      expect([...new Set(allBehind(file))]).toEqual(['luxon'])
      expect(readFileSync(folder + file, 'utf8')).not.toMatch(/\b(import|require)\s*\(/)
    },
  )

  it('would be seen to share code', () => {
    expect(allBehind('compare-times.ts')).toContain('@kinplan/domain/time-search/ranked-times')
  })

  it('meets no clock change within a quarter hour', () => {
    expect(changes).toHaveLength(6 * 21 * 2)
    expect(changes.filter(({ ms }) => ms % quarterMs !== 0)).toEqual([])
  })
})

describe('ranked times and what could be asked, against the reference', () => {
  it('are the same in every field, for worlds of every kind', () => {
    const different: string[] = []
    const counts = compareTimes(150, changes, ourAnswers, 1, (world) => different.push(describeDifference(world, ourAnswers)))
    expect(different).toEqual([])
    expect(counts).toMatchObject({ cases: 150, different: 0, differentAsks: 0, transitions: 150 })
    expect(faultsOf(counts, changes)).toEqual([])
    for (const kind of ['withAsksToBeFree', 'withAsksForPart', 'withAsksOfWorkers', 'withSecondMeeting'] as const)
      expect(counts[kind], kind).toBeGreaterThanOrEqual(3)
  }, 120_000)

  it('are seen to differ when the answer is broken on purpose, in a few words without a name', () => {
    let seen = ''
    const counts = compareTimes(30, changes, brokenAnswers, 1, (world) => (seen ||= describeDifference(world, brokenAnswers)))
    expect(faultsOf(counts, changes)).toContain(`${counts.different} differ`)
    expect(seen).toMatch(/^seed \d+, across /)
  }, 60_000)

  it('are seen to differ wherever the times alone are broken, and wherever the asks alone are', () => {
    const timesBroken = compareTimes(
      30,
      changes,
      (world) => ({ times: brokenEngine(world), asks: ourAsks(world) }),
      1,
      () => undefined,
    )
    expect(timesBroken).toMatchObject({ different: timesBroken.withProposals, differentAsks: 0 })
    const asksBroken = compareTimes(
      30,
      changes,
      (world) => ({ times: ourEngine(world), asks: brokenAsks(world) }),
      1,
      () => undefined,
    )
    expect(asksBroken).toMatchObject({ different: asksBroken.withAsks, differentAsks: asksBroken.withAsks })
    expect(asksBroken.withAsks).toBeGreaterThan(5)
  }, 60_000)
})

describe('what counts as a fault', () => {
  const good: Comparison = {
    cases: 1000,
    withProposals: 600,
    withNone: 400,
    withPairs: 300,
    different: 0,
    transitions: 252,
    withAsks: 300,
    differentAsks: 0,
    withAsksToBeFree: 290,
    withAsksForPart: 30,
    withAsksOfWorkers: 100,
    withAsksAndSecondMeeting: 10,
    withSecondMeeting: 40,
  }
  it.each<[string, Partial<Comparison>, string[]]>([
    ['nothing', {}, []],
    ['one that differs', { different: 1 }, ['1 differ']],
    ['too few with proposals', { withProposals: 199 }, ['withProposals is less than 20 in a hundred']],
    ['too few with none', { withNone: 199 }, ['withNone is less than 20 in a hundred']],
    ['too few with pairs', { withPairs: 199 }, ['withPairs is less than 20 in a hundred']],
    ['too few with asks', { withAsks: 199 }, ['withAsks is less than 20 in a hundred']],
    ['too few who are asked to come for a part', { withAsksForPart: 4 }, ['withAsksForPart is less than 0.5 in a hundred']],
    [
      'too few with a second meeting',
      { withSecondMeeting: 4, withAsksAndSecondMeeting: 4 },
      ['withAsksAndSecondMeeting is less than 0.5 in a hundred', 'withSecondMeeting is less than 0.5 in a hundred'],
    ],
    ['a clock change left out', { transitions: 251 }, ['only 251 of 252 clock changes were covered']],
  ])('%s', (_, change, faults) => {
    expect(faultsOf({ ...good, ...change }, changes)).toEqual(faults)
  })
})
