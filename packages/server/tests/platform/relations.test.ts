import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanDatabase, enginesToTest, type CleanDatabase } from '@kinplan/testkit/clean-database'

/** What the database does with a row when the one it refers to goes, as models say it; where it does nothing they say nothing. */
const onDelete = { a: '', c: 'Cascade', n: 'SetNull' } as const

const aModel = /^model (\w+) \{([\s\S]*?)^\}/gm
const aReference = /^ +\w+ +(\w+)\?? +@relation\(.*fields: \[(.+?)\], references: \[(.+?)\](?:, onDelete: (\w+))?\)/gm
const sentence = (table = '', columns = '', other = '', keys = '', deleted = '') =>
  `${table} (${columns}) refers to ${other} (${keys}) ${deleted}`.trim()

async function referencesOfModels(projectRoot: string): Promise<string[]> {
  const folder = join(projectRoot, 'prisma/models')
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  return texts
    .flatMap((text) => [...text.matchAll(aModel)])
    .flatMap(([, model, fields = '']) =>
      [...fields.matchAll(aReference)].map(([, other, columns, keys, deleted]) => sentence(model, columns, other, keys, deleted)),
    )
    .toSorted()
}

describe.each(enginesToTest())('the models on %s', (engine) => {
  let clean: CleanDatabase

  beforeAll(async () => {
    clean = await cleanDatabase(engine)
  })
  afterAll(() => clean?.drop())

  // That the other side says it too, Prisma holds: it generates nothing from half a relation.
  it('say a relation for each foreign key that the migrations make, and no other', async () => {
    const keys = await clean.database.appendConnection<{ from: string; says: string; deleted: keyof typeof onDelete }>(
      {},
      `select conrelid::regclass as "from", pg_get_constraintdef(oid) as says, confdeltype as deleted
         from pg_constraint where contype = 'f'`,
      [],
    )
    const made = keys.map(({ from, says, deleted }) => {
      const [, columns, other, refersTo] = /^FOREIGN KEY \((.+?)\) REFERENCES (.+?)\((.+?)\)/.exec(says.replaceAll('"', '')) ?? []
      return sentence(from.replaceAll('"', ''), columns, other, refersTo, onDelete[deleted])
    })
    // The control: keys are found.
    expect(made).toContain('Envelope (draftId) refers to Draft (id) Cascade')
    expect(await referencesOfModels(clean.config.projectRoot)).toEqual(made.toSorted())
  })

  it('have an index for each foreign key', async () => {
    const withoutIndex = await clean.database.appendConnection<{ key: string }>(
      {},
      `select conname as key from pg_constraint k where contype = 'f' and not exists (
           select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
              and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
      [],
    )
    expect(withoutIndex).toEqual([])
  })
})
