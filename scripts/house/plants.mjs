// Each kind of fault, planted in a copy of the house: a check that finds none of them proves nothing by finding none.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../node-24.mjs'
import { checks } from './findings.mjs'
import { houseOf, withPlanted } from './house.mjs'
import { longestLine, modelsNotAsFormatted, notAsFormatted } from './written.mjs'

const migration = 'prisma/migrations/29991231000000_planted/migration.sql'
const writes = (statement) => ({
  'packages/server/src/week/planted.store.ts': `export async function planted({ tx }: Op) { ${statement} }\nplanted\n`,
})
const imports = (specifier, kind = 'import') => `${kind} { one } from '${specifier}'\nexport { one }\n`
const circle = (kind) => ({
  'packages/domain/src/plan/planted-one.ts': imports('./planted-two', kind),
  'packages/domain/src/plan/planted-two.ts': imports('./planted-one', kind),
})
const names = (more) => (text) =>
  JSON.stringify({ ...JSON.parse(text), dependencies: { ...JSON.parse(text).dependencies, ...more } }, null, 2)

/** Faults in files: the kind that has to be found, and where. */
const plants = [
  { name: 'a circle of two files', kind: 'circles', files: circle('import') },
  { name: 'a circle of types alone', kind: 'circles', files: circle('import type') },
  { name: 'a circle by passing on', kind: 'circles', files: circle('export') },
  {
    name: 'a circle through three files, one of them asked for later',
    kind: 'circles',
    files: {
      'packages/staff/src/planted-one.ts': imports('./planted-two'),
      'packages/staff/src/planted-two.ts': "export const two = () => import('./planted-three')\n",
      'packages/staff/src/planted-three.ts': "export type Three = import('./planted-one').One\n",
    },
  },
  {
    name: 'a circle by the name of a package',
    kind: 'circles',
    files: {
      'packages/domain/src/plan/planted-one.ts': imports('@kinplan/domain/plan/planted-two'),
      'packages/domain/src/plan/planted-two.ts': imports('./planted-one'),
    },
  },
  {
    name: 'a circle in the scripts',
    kind: 'circles',
    files: { 'scripts/planted-one.mjs': imports('./planted-two.mjs'), 'scripts/planted-two.mjs': imports('./planted-one.mjs') },
  },
  { name: 'a second writer', kind: 'tables', files: writes('await tx.person.updateMany({ data: {} })') },
  {
    name: 'a second writer with the table in a variable',
    kind: 'tables',
    files: writes('const { person } = tx; await person.create({ data: {} })'),
  },
  { name: 'a table handed on', kind: 'tables', files: writes('return changed(tx.person)') },
  { name: 'a second writer in SQL', kind: 'tables', files: writes('await tx.$executeRaw`UPDATE "Person" SET "name" = ${name}`') },
  {
    name: 'a second writer in SQL that is no template',
    kind: 'tables',
    files: writes(`await tx.$queryRawUnsafe('insert into "Person" ("id") values ($1)')`),
  },
  {
    name: 'a function that writes for another',
    kind: 'tables',
    files: { [migration]: 'CREATE OR REPLACE FUNCTION held_times(bytea) RETURNS void LANGUAGE sql AS $$ DELETE FROM "Person" $$;' },
  },
  {
    name: 'a function of no concept',
    kind: 'tables',
    files: { [migration]: 'CREATE FUNCTION planted() RETURNS void LANGUAGE sql AS $body$ SELECT 1 $body$;' },
  },
  {
    name: 'a trigger that changes a row of another',
    kind: 'tables',
    files: {
      [migration]: `CREATE OR REPLACE FUNCTION room_hold_time() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN NEW."name" := 'a'; RETURN NEW; END $$;
        CREATE TRIGGER "Person_planted" BEFORE UPDATE ON "Person" FOR EACH ROW EXECUTE FUNCTION room_hold_time();`,
    },
  },
  { name: 'a function that is gone', kind: 'tables', files: { [migration]: 'DROP FUNCTION held_times(bytea);' } },
  { name: 'a table of nobody', kind: 'tables', files: { 'prisma/models/planted.prisma': 'model Planted {\n  id String @id\n}\n' } },
  { name: 'a new reader', kind: 'tables', files: writes('await tx.contactPoint.findMany({})') },
  { name: 'a new reader in SQL', kind: 'tables', files: writes('await tx.$queryRaw`SELECT 1 FROM "ContactPoint"`') },
  {
    name: 'a reader and a writer through relations',
    kind: 'tables',
    files: {
      'prisma/models/planted.prisma': 'model Planted {\n  id String @id\n  secrets ContactPoint[]\n}\n',
      ...writes('await tx.planted.update({ where: { id }, data: { secrets: { create: {} } }, include: { secrets: true } })'),
    },
  },
  { name: 'an arrow broken', kind: 'arrows', files: { 'packages/domain/src/plan/planted.ts': imports('@kinplan/server/plan/plan.store') } },
  {
    name: 'an export that nothing uses',
    kind: 'deadExports',
    files: { 'packages/domain/src/plan/planted.ts': 'export const planted = 1\n' },
  },
  {
    name: 'a type that nothing uses',
    kind: 'deadExports',
    files: { 'packages/ui/src/planted.tsx': 'export interface Planted { is: string }\n' },
  },
  {
    name: 'an export that a test alone uses',
    kind: 'deadExports',
    files: {
      'packages/domain/src/plan/planted.ts': 'export const planted = 1\n',
      'packages/domain/src/plan/planted.test.ts': "import { planted } from './planted'\nplanted\n",
    },
  },
  { name: 'an unused package', kind: 'unusedDependencies', files: { 'packages/staff/package.json': names({ planted: '1.0.0' }) } },
  { name: 'an unused package among the tools', kind: 'unusedDependencies', files: { 'package.json': names({ planted: '1.0.0' }) } },
  { name: 'an unlisted package', kind: 'unusedDependencies', files: { 'packages/staff/src/planted.ts': "import 'planted'\n" } },
  { name: 'a long line', kind: 'unformatted', files: { 'packages/staff/src/planted.ts': `// ${'a'.repeat(longestLine)}\n` } },
  { name: 'a long line in a model', kind: 'unformatted', files: { 'prisma/models/planted.prisma': `/// ${'a'.repeat(longestLine)}\n` } },
]

/** Which of the plants in files are not found; `before` is what was found without them. */
export async function missedInFiles(house, before) {
  const inWords = ({ path, line, says }) => `${path}:${line} ${says}`
  const known = new Set(before.map(inWords))
  const missed = []
  for (const { name, kind, files } of plants) {
    const found = await checks[kind](withPlanted(house, files))
    if (!found.some((one) => !known.has(inWords(one)))) missed.push(name)
  }
  const [first] = house.sources.keys()
  const without = houseOf(new Map([...house.texts].filter(([path]) => path !== first)), house.listed, house.sources)
  if (!checks.unseen(without).some(({ path }) => path === first)) missed.push('a file not looked at')
  return { planted: plants.length + 1, missed }
}

const badlyWritten = {
  'a.ts': 'export const a = {b: "c"};\n',
  'a.tsx': 'export const A = () => <p   className="b">c</p>;\n',
  'a.mjs': 'const a = "b"\n',
  'a.css': 'p{margin:0}\n',
  'a.graphql': 'query A($a:ID!){a(id:$a){id}}\n',
  'a.json': '{"a":1}\n',
  'a.md': '* a\n* b\n',
  'a.yml': 'a:    "b"\n',
  'a.html': '<p   class="a">b</p>\n',
}

/** Which files badly written, in a folder of their own, the formatters pass over. */
export async function missedByFormatters() {
  const folder = mkdtempSync(join(tmpdir(), 'kinplan-planted-'))
  try {
    for (const [name, text] of Object.entries(badlyWritten)) put(join(folder, name), text)
    const found = await notAsFormatted(folder)
    const missed = Object.keys(badlyWritten).filter((name) => !found.some(({ path }) => path.endsWith(name)))
    cpSync(join(root, 'prisma/schema.prisma'), join(folder, 'prisma/schema.prisma'))
    put(join(folder, 'prisma/a.prisma'), 'model  A {\n id String   @id\n}\n')
    if ((await modelsNotAsFormatted(join(folder, 'prisma'))).length === 0) missed.push('a.prisma')
    return { planted: Object.keys(badlyWritten).length + 1, missed: missed.map((name) => `${name}, badly written`) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
