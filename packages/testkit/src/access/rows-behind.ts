import { holderOf, viewerOfSession } from '@kinplan/server/access/identity.store'
import type { Tx } from '@kinplan/server/platform/database'
import { savepoint } from '@kinplan/server/platform/savepoint'
import { asAdministrator } from '../as-administrator'
import { isGiven } from './judge'
import { isThen, type Moment } from './moments'
import { people, type Person } from './people'
import { Undone, undoneDatabase } from './undone-door'
import { tablesOf } from './walls'
import { councilTables, wallPromises, type WallRow } from './wall-promises'
import type { World } from './world'

/** What the wall let out, or in, at one moment: in words, with how many rows; and how many questions were asked. */
interface Behind {
  asked: number
  leaks: string[]
}

/**
 * Asks every table as the app's role, with statements of its own and everybody's token, as if the app checked nothing: which rows of the
 * family are read, and for whom none is, whether one can be changed or taken away.
 */
export async function rowsBehind(world: World, moment: Moment, who: readonly Person[] = people): Promise<Behind> {
  const found: Behind = { asked: 0, leaks: [] }
  const tables = await tablesOf(world.server)
  for (const { name, walled } of tables)
    if (walled ? wallPromises[name] === undefined : !councilTables.includes(name) && wallPromises[name] === undefined)
      found.leaks.push(`${name} stands in no table of promises`)
  const ids = await idsOf(world)
  const database = undoneDatabase(world.server.database)
  for (const person of who) {
    await database.transaction({}, async (tx) => {
      const me = await become(tx, world, person)
      for (const [table, row] of Object.entries(wallPromises)) {
        const may = isGiven(row.who, person, moment)
        found.asked++
        const reads = may || isGiven(row.reads ?? {}, person, moment)
        const seen = await countRows(tx, table, row, ids, reads ? whoseAre(world, row, me) : null)
        if (seen > 0) found.leaks.push(`${person} reads ${seen} rows of ${table}, ${moment}`)
        if (may) continue
        for (const change of [`delete from "${table}"`, `update "${table}" set ${await anyColumn(tx, table)}`]) {
          found.asked++
          const changed = await countChanged(tx, `${change} where ${whose(row)}`, ids[row.by])
          if (changed > 0) found.leaks.push(`${person} may ${change} (${changed} rows), ${moment}`)
        }
      }
    })
  }
  return found
}

async function become(tx: Tx, { server, sessions, tokens }: World, person: Person): Promise<string | null> {
  const { key } = server.parts
  const now = server.clock.now()
  await tx.$executeRaw`SELECT set_config('app.now', ${now.toISOString()}, true)`
  const viewer =
    person === 'the holder of a promise link'
      ? await holderOf(tx, key, tokens.promise, now)
      : await viewerOfSession(tx, key, sessions[person], now)
  return viewer === null || viewer.kind === 'nobody' ? null : viewer.id
}

const isInFamily = (family: World['people'], id: string | null) => Object.values(family).some((one) => one === id)
const inRoomTogether = ['mum', 'gran', 'aunt', 'mia', 'interpreter'] as const

type Ids = Record<WallRow['by'], string[]>
const column = ({ by }: WallRow) => (by === 'draft' ? 'id' : by)
const whose = (row: WallRow) => (row.by === 'every' ? '$1::uuid[] is not null' : `"${column(row)}" = any($1::uuid[])`)

/** Whose rows somebody may see, of those that are people's own: null for everybody's. */
function whoseAre({ people: family, moment }: World, row: WallRow, me: string | null): string[] | 'everybody' {
  if (row.own === undefined || !isInFamily(family, me)) return 'everybody'
  const mates = inRoomTogether.map((who) => family[who])
  return me !== null && row.ofTheRoomToo === true && isThen('from private family time on', moment) && mates.includes(me)
    ? mates
    : [me ?? '']
}

/** Rows of the family that are not to be seen: all, or those of others than these. */
async function countRows(tx: Tx, table: string, row: WallRow, ids: Ids, may: string[] | 'everybody' | null): Promise<number> {
  if (may === 'everybody') return 0
  const others = may === null || row.own === undefined ? '' : ` and "${row.own}" <> all($2::uuid[])`
  const statement = `select count(*)::int as n from "${table}" where ${whose(row)}${others}`
  try {
    const [found] = await savepoint(tx, (within) =>
      within.$queryRawUnsafe<{ n: number }[]>(statement, ids[row.by], ...(others === '' ? [] : [may])),
    )
    return found?.n ?? 0
  } catch (error) {
    if (String(error).includes('permission denied')) return 0
    throw error
  }
}

/** How many rows a statement changed, which is undone; one where what hangs on them held it back. */
async function countChanged(tx: Tx, statement: string, ids: string[]): Promise<number> {
  const changed: number[] = []
  try {
    await savepoint(tx, async (within) => {
      changed.push(await within.$executeRawUnsafe(statement, ids))
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return changed[0] ?? 0
    if (String(error).includes('foreign key constraint')) return 1
    if (!String(error).includes('permission denied')) throw error
  }
  return 0
}

/** Something that can be set to what it is; for tables of which only some columns may be set, one of those. */
async function anyColumn(tx: Tx, table: string): Promise<string> {
  const [found] = await tx.$queryRawUnsafe<{ name: string }[]>(
    `select attname::text as name from pg_attribute where attrelid = '"${table}"'::regclass and attnum > 0 and not attisdropped
      order by has_column_privilege(attrelid, attnum, 'update') desc, attnum limit 1`,
  )
  return `"${found?.name}" = "${found?.name}"`
}

async function idsOf({ server, familyId, people: family, draft, drafts }: World): Promise<Ids> {
  const persons = Object.values(family)
  const [calendars] = await asAdministrator(server, (ask) =>
    ask<{ ids: string[] }>(`select array_agg("workerId"::text) as ids from "CalendarFeed"`),
  )
  const [room] = await asAdministrator(server, (ask) =>
    ask<{ ids: string[] }>(
      `select coalesce(array_agg("roomId"::text), '{}') as ids from "RoomMember" where "personId" = $1::uuid`,
      family.mum,
    ),
  )
  const ofDrafts = [draft.draftId, drafts.nan.draftId]
  return {
    familyId: [familyId],
    id: [familyId],
    roomId: room?.ids ?? [],
    draftId: ofDrafts,
    draft: ofDrafts,
    personId: persons,
    actorId: persons,
    workerId: calendars?.ids ?? [],
    every: [],
  }
}
