import { createHash, randomBytes } from 'node:crypto'
import { outliveLostConnection } from '@kinplan/server/platform/lost-connection'
import pg from 'pg'

interface PostgresCopy {
  /** DATABASE_URL and DATABASE_OWNER_URL. */
  environment: Record<string, string>
  /** What was said of the template when it was made. */
  said: string
  remove(): Promise<void>
}

export interface Template {
  name: string
  /** The template to begin from; absent for one made out of nothing. */
  from?: Template
  /** Brings the new database to where it is to be copied from, leaves it closed, and says what the copies have to know. */
  make(environment: Record<string, string>): Promise<string>
}

/** All databases of a run have one owner and one app's role; the gate and the jobs' role, named after the database, are each one's own. */
const rolesOf = (run: string) => ({ owner: `kinplan_run_${run}_owner`, app: `kinplan_run_${run}_app` })
const templatesOf = (run: string) => `kinplan_template_${run}`

/** A new database, copied from a template that the first who asks for it makes: migrating takes seconds and copying does not. */
export async function copyTemplate(administrator: string, run: string, template: Template): Promise<PostgresCopy> {
  const name = `kinplan_test_${randomBytes(6).toString('hex')}`
  const said = await administer(administrator, async (client) => {
    const made = await readyTemplate(client, administrator, run, template)
    await client.query(`create database ${name} owner ${rolesOf(run).owner} template ${made.database}`)
    return made.said
  })
  const remove = () =>
    administer(administrator, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`)
      await client.query(`drop role if exists ${name}_gate, ${name}_jobs`)
    })
  return { environment: environmentOf(administrator, run, name), said, remove }
}

/** Removes every template of a run, and its roles. */
export function removeTemplates(administrator: string, run: string): Promise<void> {
  const { owner, app } = rolesOf(run)
  return administer(administrator, async (client) => {
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
      templatesOf(run),
    ])
    for (const { name } of rows) {
      await client.query(`alter database ${name} is_template false`)
      await client.query(`drop database ${name} with (force)`)
    }
    // A copy's tables still name the gate of what it was copied from, so roles go last.
    for (const role of [...rows.flatMap(({ name }) => [`${name}_gate`, `${name}_jobs`]), app, owner])
      await client.query(`drop role if exists ${role}`)
  })
}

/** Connects as the administrator for some work. */
export async function administer<T>(administrator: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = outliveLostConnection(new pg.Client(administrator))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The address of a database for a role. */
export function addressFor(administrator: string, database: string, role: string, password: string): string {
  const url = new URL(administrator)
  url.username = role
  url.password = password
  url.pathname = `/${database}`
  return url.href
}

async function readyTemplate(client: pg.Client, administrator: string, run: string, template: Template) {
  const database = `${templatesOf(run)}_${template.name}`
  const ready = async () => {
    const { rows } = await client.query<{ said: string }>(
      `select coalesce(shobj_description(oid, 'pg_database'), '') as said from pg_database where datname = $1 and datistemplate`,
      [database],
    )
    return rows[0] && { database, said: rows[0].said }
  }
  const before = await ready()
  if (before) return before
  const from = template.from && (await readyTemplate(client, administrator, run, template.from)).database
  // Other workers wait here for the one that makes it.
  await client.query('select pg_advisory_lock(hashtext($1))', [database])
  try {
    const meanwhile = await ready()
    if (meanwhile) return meanwhile
    const { owner, app } = rolesOf(run)
    await makeRole(client, owner, `createrole password '${passwordOf(run)}'`)
    await makeRole(client, app, `password '${passwordOf(run)}'`)
    await client.query(`create database ${database} owner ${owner} ${from ? `template ${from}` : ''}`)
    try {
      const said = await template.make(environmentOf(administrator, run, database))
      await client.query(`comment on database ${database} is ${pg.escapeLiteral(said)}`)
      await client.query(`alter database ${database} is_template true allow_connections false`)
      return { database, said }
    } catch (error) {
      await client.query(`drop database ${database} with (force)`)
      throw error
    }
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [database])
  }
}

async function makeRole(client: pg.Client, role: string, how: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${role} login ${how}`)
}

/** Every worker of the run has to know it. */
const passwordOf = (run: string) => createHash('sha256').update(`password of run ${run}`).digest('hex').slice(0, 24)

function environmentOf(administrator: string, run: string, database: string): Record<string, string> {
  const { owner, app } = rolesOf(run)
  return {
    DATABASE_URL: addressFor(administrator, database, app, passwordOf(run)),
    DATABASE_OWNER_URL: addressFor(administrator, database, owner, passwordOf(run)),
  }
}
