import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { macOfRow, sealOfRow, signedCheckpoint, hex, type Checkpoint, type RecordText } from '@kinplan/server/access/record-chain'
import { recordColumns } from '@kinplan/server/access/record-seal.store'
import type { RecordFinding } from '@kinplan/server/access/verify-record'
import { sealingKeyFrom } from '@kinplan/server/platform/sealing-key'
import type { Question } from '../as-administrator'

/** What somebody with the whole database, and some with the other place too, but without the key, has to work on. */
interface Tampering {
  ask: Question
  /** The folder of the checkpoints. */
  folder: string
  /** A whole number from 0 to below `below`. */
  chance(below: number): number
}

interface Way {
  /** What has to be found, one of them. */
  finds: readonly RecordFinding[]
  /** The end of the record, or of the checkpoints, is gone. */
  isCutOff?: true
  /** Nothing of the record is gone, so that a server which goes on makes it whole again. */
  isMended?: true
  do(tampering: Tampering): Promise<unknown>
}

const otherKey = sealingKeyFrom(new Uint8Array(32).fill(9))
const someRow = async ({ ask, chance }: Tampering): Promise<string> => {
  const rows = await ask<{ id: string }>('select "recordId"::text as id from "RecordSeal" order by "n"')
  return rows[chance(rows.length)]!.id
}
const lastSeal = async ({ ask }: Tampering): Promise<number> =>
  (await ask<{ n: number }>('select max("n")::int as n from "RecordSeal"'))[0]!.n

/** The row with another value in one column. */
const edits = (set: string): Way => ({
  finds: ['edited'],
  do: async (it) => it.ask(`update "AccessRecord" set ${set} where "id" = $1::bigint`, await someRow(it)),
})
const copy = (columns: Record<string, string>) => {
  const all = ['at', 'personId', 'workerId', 'job', 'action', 'subjectId', 'familyId', 'allowed', 'reason', 'look', 'nonce', 'mac']
  return `insert into "AccessRecord" (${all.map((name) => `"${name}"`).join(', ')})
    select ${all.map((name) => columns[name] ?? `"${name}"`).join(', ')} from "AccessRecord" where "id" = $1::bigint`
}
const inserts = (columns: Record<string, string>): Way => ({
  finds: ['inserted'],
  do: async (it) => it.ask(copy(columns), await someRow(it)),
})

async function cutAfter(it: Tampering, n: number, tables: readonly ('AccessRecord' | 'RecordSeal')[]): Promise<void> {
  if (tables.includes('AccessRecord'))
    await it.ask('delete from "AccessRecord" where "id" in (select "recordId" from "RecordSeal" where "n" > $1::bigint)', String(n))
  if (tables.includes('RecordSeal')) await it.ask('delete from "RecordSeal" where "n" > $1::bigint', String(n))
}
const cuts = (
  tables: readonly ('AccessRecord' | 'RecordSeal')[],
  finds: Way['finds'],
  also?: (it: Tampering, n: number) => Promise<unknown>,
): Way => ({
  finds,
  isCutOff: true,
  do: async (it) => {
    const n = it.chance(await lastSeal(it))
    await cutAfter(it, n, tables)
    await also?.(it, n)
  },
})

const path = (folder: string) => join(folder, 'record.jsonl')
async function changeLines({ folder }: Tampering, change: (lines: string[]) => string[]): Promise<void> {
  const lines = (await readFile(path(folder), 'utf8')).trimEnd().split('\n')
  await writeFile(path(folder), `${change(lines).join('\n')}\n`)
}
const files = (finds: Way['finds'], change: (lines: string[], chance: Tampering['chance']) => string[], isCutOff?: true): Way => ({
  finds,
  ...(isCutOff ? { isCutOff } : {}),
  do: (it) => changeLines(it, (lines) => change(lines, it.chance)),
})
const said = (line: string, change: Partial<Checkpoint>) => JSON.stringify({ ...(JSON.parse(line) as Checkpoint), ...change })

/** Seals everything anew from one place on, with a key that is not ours. */
async function sealAnew({ ask }: Tampering, from: number): Promise<void> {
  const rows = await ask<RecordText & { n: string }>(
    `select s."n"::text as "n", ${recordColumns} from "RecordSeal" s join "AccessRecord" r on r."id" = s."recordId" order by s."n"`,
  )
  let before: Uint8Array | null = null
  for (const { n, ...row } of rows) {
    const mac = macOfRow(otherKey, row)
    const seal: Uint8Array = sealOfRow(otherKey, BigInt(n), before, { ...row, mac }, true)
    before = seal
    if (Number(n) < from) continue
    await ask('update "AccessRecord" set "mac" = decode($2, \'hex\') where "id" = $1::bigint', row.id, mac)
    await ask('update "RecordSeal" set "seal" = decode($2, \'hex\') where "n" = $1::bigint', n, hex(seal))
  }
}

/** Every way to tamper with the record that we know of, and what must be found of it. */
export const tamperWays: Record<string, Way> = {
  'a row edited: at, by a day': edits(`"at" = "at" - interval '1 day'`),
  'a row edited: at, by a millisecond': edits(`"at" = "at" + interval '1 millisecond'`),
  'a row edited: id': { ...edits('"id" = "id" + 1000000'), finds: ['deleted'] },
  'a row edited: personId': edits('"personId" = gen_random_uuid()'),
  'a row edited: workerId': edits('"workerId" = gen_random_uuid()'),
  'a row edited: job': edits(`"job" = 'outbox'`),
  'a row edited: right': edits(`"action" = 'me:read'`),
  'a row edited: subjectId': edits('"subjectId" = gen_random_uuid()'),
  'a row edited: familyId': edits('"familyId" = gen_random_uuid()'),
  'a row edited: allowed': edits('"allowed" = not "allowed"'),
  'a row edited: reason': edits(`"reason" = 'kin'`),
  'a row edited: look': edits('"look" = not "look"'),
  'a row edited: nonce': edits('"nonce" = gen_random_uuid()'),
  'a row edited: mac': edits(`"mac" = sha256('x')`),
  'a row edited: who, so that it is nobody': edits('"personId" = null, "workerId" = null, "job" = \'x\''),
  'a row deleted': {
    finds: ['deleted'],
    do: async (it) => it.ask('delete from "AccessRecord" where "id" = $1::bigint', await someRow(it)),
  },
  'a row deleted with its seal': {
    finds: ['sealMissing', 'cutOff'],
    do: async (it) => {
      const id = await someRow(it)
      await it.ask('delete from "AccessRecord" where "id" = $1::bigint', id)
      await it.ask('delete from "RecordSeal" where "recordId" = $1::bigint', id)
    },
  },
  'a row deleted with its seal, and the later ones moved up': {
    finds: ['edited', 'cutOff', 'contradicted'],
    do: async (it) => {
      const id = await someRow(it)
      const [gone] = await it.ask<{ n: string }>('delete from "RecordSeal" where "recordId" = $1::bigint returning "n"::text as n', id)
      await it.ask('delete from "AccessRecord" where "id" = $1::bigint', id)
      await it.ask('update "RecordSeal" set "n" = -"n" where "n" > $1::bigint', gone!.n)
      await it.ask('update "RecordSeal" set "n" = -"n" - 1 where "n" < 0')
    },
  },
  'two rows that have changed their contents': {
    finds: ['edited'],
    do: async (it) => {
      const one = await someRow(it)
      let other = one
      while (other === one) other = await someRow(it)
      await it.ask(
        `update "AccessRecord" r set "at" = o."at", "workerId" = o."workerId", "personId" = o."personId", "action" = o."action",
          "subjectId" = o."subjectId", "nonce" = o."nonce", "mac" = o."mac"
          from "AccessRecord" o where (r."id" = $1::bigint and o."id" = $2::bigint) or (r."id" = $2::bigint and o."id" = $1::bigint)`,
        one,
        other,
      )
    },
  },
  'two seals that have changed places': {
    finds: ['edited'],
    do: async (it) => {
      const n = it.chance((await lastSeal(it)) - 1) + 1
      await it.ask('update "RecordSeal" set "n" = -"n" where "n" in ($1::bigint, $1::bigint + 1)', String(n))
      await it.ask(
        'update "RecordSeal" set "n" = case when -"n" = $1::bigint then $1::bigint + 1 else $1::bigint end where "n" < 0',
        String(n),
      )
    },
  },
  'a row inserted without a MAC': inserts({ nonce: 'null', mac: 'null' }),
  'a row inserted with a made-up MAC': inserts({ nonce: 'gen_random_uuid()', mac: `sha256('x')` }),
  'a row inserted with the MAC of another': inserts({ workerId: 'gen_random_uuid()', nonce: 'gen_random_uuid()' }),
  'a row inserted as a whole copy of another': inserts({}),
  'a row inserted and dated back': inserts({ at: `"at" - interval '30 days'`, nonce: 'gen_random_uuid()' }),
  'a row inserted with a made-up seal': {
    finds: ['edited'],
    do: async (it) => {
      await it.ask(copy({ nonce: 'gen_random_uuid()', mac: `sha256('x')` }), await someRow(it))
      await it.ask(
        `insert into "RecordSeal" select (select max("n") + 1 from "RecordSeal"), max("id"), true, sha256('seal') from "AccessRecord"`,
      )
    },
  },
  'a row inserted with a made-up seal in the middle': {
    finds: ['edited'],
    do: async (it) => {
      const n = String(it.chance(await lastSeal(it)) + 1)
      await it.ask(copy({ nonce: 'gen_random_uuid()', mac: `sha256('x')` }), await someRow(it))
      await it.ask('update "RecordSeal" set "n" = -"n" where "n" >= $1::bigint', n)
      await it.ask('update "RecordSeal" set "n" = -"n" + 1 where "n" < 0')
      await it.ask(`insert into "RecordSeal" select $1::bigint, max("id"), true, sha256('seal') from "AccessRecord"`, n)
    },
  },
  'everything sealed anew with another key': {
    finds: ['edited', 'contradicted'],
    do: async (it) => sealAnew(it, it.chance(await lastSeal(it)) + 1),
  },
  'a seal that says its row is genuine': {
    finds: ['edited'],
    do: async (it) => it.ask('update "RecordSeal" set "genuine" = not "genuine" where "recordId" = $1::bigint', await someRow(it)),
  },
  'the end cut off, rows and seals': cuts(['AccessRecord', 'RecordSeal'], ['cutOff']),
  'the end cut off, rows, seals and the memory of checkpoints': cuts(['AccessRecord', 'RecordSeal'], ['cutOff'], (it, n) =>
    it.ask('update "RecordCheckpoint" set "number" = greatest("number" - 1, 1), "n" = $1::bigint', String(n)),
  ),
  'the end cut off, rows alone': cuts(['AccessRecord'], ['deleted']),
  'the end cut off, seals alone: the head rolled back': { ...cuts(['RecordSeal'], ['cutOff']), isMended: true },
  'the end cut off, and other rows in its place': cuts(['AccessRecord', 'RecordSeal'], ['cutOff', 'contradicted'], async (it, n) => {
    if (n === 0) return
    await it.ask(copy({ nonce: 'gen_random_uuid()', mac: `sha256('x')` }), await someRow(it))
    await it.ask(`insert into "RecordSeal" select $1::bigint, max("id"), true, sha256('seal') from "AccessRecord"`, String(n + 1))
  }),
  'all of it gone': cuts(['AccessRecord', 'RecordSeal'], ['cutOff'], async (it) => {
    await it.ask('delete from "AccessRecord"')
    await it.ask('delete from "RecordSeal"')
    await it.ask('delete from "RecordCheckpoint"')
  }),
  'the memory of checkpoints rolled back': {
    finds: ['checkpointForgotten'],
    isMended: true,
    do: async (it) => it.ask('update "RecordCheckpoint" set "number" = 1, "n" = 1'),
  },
  'the last checkpoint cut off': files(['checkpointMissing'], (lines) => lines.slice(0, -1), true),
  'the checkpoints cut off in their middle': files(
    ['checkpointMissing'],
    (lines, chance) => lines.slice(0, chance(lines.length - 1) + 1),
    true,
  ),
  'a checkpoint taken out': files(['checkpointMissing'], (lines, chance) => lines.toSpliced(chance(lines.length - 1), 1)),
  'a checkpoint edited: the seal': files(['checkpointBroken'], (lines, chance) => {
    const place = chance(lines.length)
    return lines.with(place, said(lines[place]!, { seal: Buffer.alloc(32, 1).toString('base64') }))
  }),
  'a checkpoint edited: how far': files(['checkpointBroken'], (lines, chance) => {
    const place = chance(lines.length)
    return lines.with(place, said(lines[place]!, { n: '1000000' }))
  }),
  'a checkpoint edited: its time': files(['checkpointBroken'], (lines, chance) => {
    const place = chance(lines.length)
    return lines.with(place, said(lines[place]!, { at: '2020-01-01T00:00:00.000Z' }))
  }),
  'a checkpoint signed with another key': files(['checkpointBroken'], (lines, chance) => {
    const place = chance(lines.length)
    return lines.with(place, JSON.stringify(signedCheckpoint(otherKey, JSON.parse(lines[place]!) as Checkpoint)))
  }),
  'a checkpoint that is no longer to be read': files(['checkpointMissing'], (lines, chance) => lines.with(chance(lines.length), '{')),
  'the checkpoints gone': { finds: ['checkpointMissing'], isCutOff: true, do: ({ folder }) => rm(folder, { recursive: true }) },
}
