import { describe, expect, it } from 'vitest'
import { circles } from './circles.mjs'
import { deadExports } from './dead-exports.mjs'
import { dependencies } from './dependencies.mjs'
import { findingsOf } from './findings.mjs'
import { houseOf, readHouse, unseen, withPlanted } from './house.mjs'
import { missedByFormatters, missedInFiles } from './plants.mjs'
import { tablesAndTheirWriters } from './tables.mjs'
import { longLines } from './written.mjs'

const house = (files) => houseOf(new Map(Object.entries(files)))
const imports = (specifier) => `import { a } from '${specifier}'\n`

describe('circles of files', () => {
  const found = (files) =>
    circles(house(files)).map(({ says }) =>
      says.slice(says.indexOf(': ') + 2, says.indexOf('. Put')).replaceAll('packages/domain/src/plan/', ''),
    )
  const at = (name) => `packages/domain/src/plan/${name}`

  it('are found however the files import each other, and a row of files is none', () => {
    expect(found({ [at('a.ts')]: imports('./b'), [at('b.ts')]: imports('./c'), [at('c.ts')]: '' })).toEqual([])
    for (const back of [
      "import type { a } from './a'",
      "export * from './a'",
      "const a = import('./a')",
      "type A = import('./a').A",
      "import './a'",
    ]) {
      expect(found({ [at('a.ts')]: imports('./b'), [at('b.ts')]: back }), back).toEqual(['a.ts → b.ts → a.ts'])
    }
  })

  it('count once for all the files that hang together, and show the shortest way round', () => {
    const files = {
      [at('a.ts')]: imports('./b'),
      [at('b.ts')]: imports('./c'),
      [at('c.ts')]: imports('./a') + imports('./d'),
      [at('d.ts')]: imports('./c'),
    }
    expect(found(files)).toEqual(['c.ts → d.ts → c.ts (4 files hang together so)'])
  })

  it('that do not touch each other are two', () => {
    expect(
      circles(
        house({ [at('a.ts')]: imports('./b'), [at('b.ts')]: imports('./a'), [at('c.ts')]: imports('./d'), [at('d.ts')]: imports('./c') }),
      ),
    ).toHaveLength(2)
  })
})

describe('writers and readers of a table', () => {
  const models = { 'prisma/models/a.prisma': 'model Person {\n  id String\n  notes Note[]\n}\nmodel Note {\n  id String\n}\n' }
  const owners = { Person: { owner: 'family' }, Note: { owner: 'meeting', mayRead: ['week'] } }
  const found = (files, functions = {}) =>
    tablesAndTheirWriters(
      house({ ...models, 'packages/server/src/week/may-read.store.ts': 'op.tx.note.findMany()', ...files }),
      owners,
      functions,
    ).map(({ says }) => says.replace(/[:,(].*/, '').trim())
  const store = (concept, text) => ({ [`packages/server/src/${concept}/a.store.ts`]: text })

  it('are the owner alone, by whatever way it writes', () => {
    expect(found(store('family', 'op.tx.person.create(); op.tx.$executeRaw`DELETE FROM "Person"`'))).toEqual([])
    for (const text of [
      'op.tx.person.deleteMany()',
      'tx.person.upsert()',
      'const { person } = tx; person.update()',
      'const { person: rows } = op.tx',
      'use(tx.person)',
      'sql`INSERT  INTO "Person"`',
      '"update \\"Person\\" set"',
      '`a ${b} MERGE INTO "Person"`',
    ]) {
      expect(found(store('week', text)), text).toEqual(['week writes Person'])
    }
  })

  it('are found behind relations', () => {
    expect(found(store('family', 'tx.person.update({ data: { notes: { create: {} } } })'))).toEqual(['family writes Note'])
    for (const text of [
      'tx.person.findMany({ include: { notes: true } })',
      'tx.person.count({ where: { notes: { some: { id } } } })',
      'const notes = { some: { id } }; tx.person.count({ where: { id, notes } })',
      'const columns = { id: true, notes: true } as const; tx.person.findMany({ select: { ...columns } })',
      'const withNote = id === null ? {} : { notes: { some: { id } } }; tx.person.count({ where: { ...withNote } })',
    ]) {
      expect(found(store('family', text)), text).toEqual(['family reads Note'])
    }
    expect(found(store('family', 'const where = { ...where, id: notes.id }; tx.person.count({ where })'))).toEqual([])
    expect(found(store('family', 'const data = { notes: { create: {} } }; tx.person.update({ data })'))).toEqual(['family writes Note'])
  })

  it('are written down where they read across, as long as they do', () => {
    expect(found(store('plan', 'tx.note.count()'))).toEqual(['plan reads Note'])
    expect(found({ 'packages/server/src/week/may-read.store.ts': '' })).toEqual(['week may read Note and does not'])
  })

  it('are functions of the database as the last migration leaves them', () => {
    const at = (day, text) => ({ [`prisma/migrations/2026${day}/migration.sql`]: text })
    const first = at('0101', 'CREATE FUNCTION note() RETURNS void LANGUAGE sql AS $$ UPDATE "Person" SET "id" = 1 $$;')
    expect(found(first)).toEqual(['the function note writes Person', 'the function note belongs to no concept'])
    expect(found(first, { note: 'week' })).toEqual(['week writes Person'])
    expect(found(first, { note: 'family' })).toEqual([])
    expect(
      found(
        {
          ...first,
          ...at('0102', 'CREATE OR REPLACE FUNCTION note() RETURNS void LANGUAGE sql AS $$ SELECT 1 FROM "Person" FOR UPDATE $$;'),
        },
        { note: 'week' },
      ),
    ).toEqual([])
    expect(found({ ...first, ...at('0102', 'DROP FUNCTION note();') }, { note: 'week' })).toEqual(['note is no function of the database'])
    expect(found(at('0101', '-- CREATE FUNCTION note() AS $$ UPDATE "Person" $$'))).toEqual([])
  })
})

describe('dead exports', () => {
  const at = 'packages/domain/src/plan/a.ts'
  const found = (files) => deadExports(house(files), []).map(({ says }) => /exports (\w+)/.exec(says)?.[1])

  it.each([
    ['a value', 'export const one = 1', "import { one } from './a'"],
    ['a function', 'export function one() {}', "import { one as other } from './a'"],
    ['a type', 'export type one = string', "import type { one } from './a'"],
    ['a part of a pattern', 'export const { one } = two', "import { one } from './a'"],
    ['a name given at the end', 'const two = 1\nexport { two as one }', "export { one } from './a'"],
  ])('of %s are those that nobody imports by name', (_name, text, use) => {
    expect(found({ [at]: text })).toEqual(['one'])
    const user = { 'packages/domain/src/plan/b.ts': `${use.replace('export', 'import')}\n` }
    expect(found({ [at]: text, ...user })).toEqual([])
  })

  it.each([
    "import * as all from './a'",
    "const { one } = await import('./a')",
    "import('./a').then((part) => part.one)",
    "type One = import('./a').one",
  ])('are not what is used by %s', (use) => {
    expect(found({ [at]: 'export const one = 1', 'packages/domain/src/plan/b.ts': use })).toEqual([])
  })

  it('are what a test alone uses, but for what is there for tests', () => {
    const test = { 'packages/domain/src/plan/a.test.ts': "import { one } from './a'\nimport { two } from './two-for-tests'" }
    expect(found({ [at]: 'export const one = 1', 'packages/domain/src/plan/two-for-tests.ts': 'export const two = 1', ...test })).toEqual([
      'one',
    ])
  })
})

describe('dependencies', () => {
  const manifests = {
    'package.json': '{ "devDependencies": { "tool": "1" } }',
    'packages/staff/package.json': '{ "name": "@kinplan/staff", "dependencies": { "one": "1" } }',
  }
  const found = (files) =>
    dependencies(house({ ...manifests, ...files }))
      .map(({ path, says }) => `${path} ${/(?:names|imports) (\S+?),/.exec(says)?.[1]}`)
      .filter((line) => !line.includes('undefined'))

  it('are named where they are used, and used where they are named', () => {
    expect(found({})).toEqual(['package.json tool', 'packages/staff/package.json one'])
    expect(found({ 'packages/staff/src/a.ts': "import { a } from 'one/part'", 'packages/staff/src/a.test.ts': "import 'tool'" })).toEqual(
      [],
    )
    expect(found({ 'packages/staff/src/a.ts': "import 'one'\nimport 'tool'" })).toEqual(['packages/staff/src/a.ts tool'])
    expect(found({ 'packages/staff/src/a.css': "@import 'one/a.css'", 'scripts/a.mjs': "run('node_modules/tool/bin')" })).toEqual([])
  })
})

it('counts a line that is too long, but in what is generated', () => {
  const long = `// ${'a'.repeat(138)}`
  expect(
    longLines(house({ 'packages/a/src/a.ts': long, 'packages/a/src/b.ts': long.slice(1), 'packages/a/src/generated/a.ts': long })).map(
      ({ path }) => path,
    ),
  ).toEqual(['packages/a/src/a.ts'])
})

it('says which file it did not look at', () => {
  expect(unseen(houseOf(new Map(), ['a.ts', 'a.png'])).map(({ path }) => path)).toEqual(['a.ts'])
})

describe('in this repository', () => {
  const here = readHouse()

  it('looks at every source that git lists', () => {
    expect(unseen(here)).toEqual([])
    expect(here.sources.size).toBeGreaterThan(500)
  })

  it('reads a changed file anew and no other', () => {
    const [path] = here.sources.keys()
    const planted = withPlanted(here, { [path]: 'export {}' })
    expect([...planted.sources].filter(([one, file]) => file !== here.sources.get(one)).map(([one]) => one)).toEqual([path])
  })

  it('finds each planted fault', async () => {
    const missed = [await missedInFiles(here, await findingsOf(here)), await missedByFormatters()].flatMap((one) => one.missed)
    expect(missed).toEqual([])
  }, 180_000)
})
