import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg, { type PoolConfig } from 'pg'
import { outliveLostConnection } from './lost-connection'
import { StartFault } from './start-fault'

/** The role that every embedded transaction takes; on PostgreSQL the role of DATABASE_URL stands in its place. */
export const embeddedAppRole = 'kinplan_app'

/**
 * Runs `prisma/grants.sql` as the owner, in one transaction, with `:app`, `:gate` and `:jobs` replaced by quoted role names; gives the
 * name of the jobs' role. The gate is nobody's sign-in: it owns the functions that may do what the app's role may not. Nor is the jobs'
 * role: the owner takes it for what runs by itself. Safe to run at each start.
 */
export async function applyGrants(projectRoot: string, owner: PoolConfig, appRole: string): Promise<string> {
  const grants = await readFile(join(projectRoot, 'prisma', 'grants.sql'), 'utf8')
  return asOwner(owner, async (client) => {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('kinplan grants'))`)
    const roles = { app: appRole, ...(await rolesBeside(client)) }
    if (appRole === embeddedAppRole) await makeRole(client, embeddedAppRole)
    for (const role of [roles.gate, roles.jobs]) {
      await makeRole(client, role)
      await takeMembership(client, role)
    }
    await client.query(grants.replaceAll(/:(app|gate|jobs)\b/g, (_, name: keyof typeof roles) => pg.escapeIdentifier(roles[name])))
    await client.query('commit')
    return roles.jobs
  })
}

/** Throws StartFault unless the owner's role may make roles. */
export async function checkOwnerRole(owner: PoolConfig): Promise<void> {
  await asOwner(owner, async (client) => {
    const { rows } = await client.query<{ able: boolean }>(
      'select rolcreaterole or rolsuper as able from pg_roles where rolname = current_user',
    )
    if (!rows[0]?.able) {
      throw new StartFault('The role of DATABASE_OWNER_URL needs CREATEROLE: let an administrator run ALTER ROLE ... CREATEROLE for it.')
    }
  })
}

/** Throws StartFault when the role of DATABASE_URL could read around row security, by itself or through a role it belongs to. */
export async function checkAppRole(app: PoolConfig, owner: PoolConfig): Promise<string> {
  const ownerRole = await asOwner(owner, (client) => nameOfRole(client))
  const client = outliveLostConnection(new pg.Client(app))
  await connect(client, 'DATABASE_URL')
  try {
    const appRole = await nameOfRole(client)
    const { rows } = await client.query<{ why: string }>(
      `select case
          when r.rolsuper then 'is a superuser'
          when r.rolbypassrls then 'has BYPASSRLS'
          when r.rolname = $1 then 'is the owner of the tables'
          when r.rolcreaterole then 'has CREATEROLE'
          when r.rolreplication then 'has REPLICATION'
          when r.rolname = current_database() || '_gate' then 'belongs to the gate'
          when r.rolname = current_database() || '_jobs' then 'may act as a job'
          when r.rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
            then 'may read the server''s files'
          else 'owns tables'
        end as why
      from pg_roles r
      where pg_has_role(session_user, r.oid, 'member')
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication
          or r.rolname in ($1, current_database() || '_gate', current_database() || '_jobs')
          or r.rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
          or exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p') and c.relpersistence <> 't'))
      order by r.rolname = session_user desc, r.rolsuper desc, r.rolname = $1 desc
      limit 1`,
      [ownerRole],
    )
    const found = rows[0]
    if (found) {
      throw new StartFault(
        `The role of DATABASE_URL could read around row security (it, or a role it belongs to, ${found.why}): use a plain role ` +
          `that only signs in.`,
      )
    }
    return appRole
  } finally {
    await client.end()
  }
}

async function asOwner<T>(owner: PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = outliveLostConnection(new pg.Client(owner))
  await connect(client, 'DATABASE_OWNER_URL')
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function connect(client: pg.Client, setting: string): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    throw new StartFault(
      `No connection to the database of ${setting}: check that it runs and that the address, role and password are right.`,
      {
        cause: error,
      },
    )
  }
}

async function nameOfRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select session_user::text as name')
  if (!rows[0]) throw new Error('PostgreSQL did not say who is signed in')
  return rows[0].name
}

/** Roles belong to the whole PostgreSQL server, so they are named after the database. */
async function rolesBeside(client: pg.Client): Promise<{ gate: string; jobs: string }> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  if (!rows[0]) throw new Error('PostgreSQL did not say which database this is')
  return { gate: `${rows[0].name}_gate`, jobs: `${rows[0].name}_jobs` }
}

async function makeRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${pg.escapeIdentifier(role)} nologin nosuperuser nobypassrls`)
}

/** Giving a function to a role, and acting as it, needs membership in it; from PostgreSQL 16 on, with SET said aloud. */
async function takeMembership(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ version: number; superuser: boolean }>(
    `select current_setting('server_version_num')::int as version, rolsuper as superuser from pg_roles where rolname = current_user`,
  )
  const at = rows[0]
  if (!at || at.superuser) return
  const how = at.version >= 160000 ? ' with set true, inherit true' : ''
  await client.query(`grant ${pg.escapeIdentifier(role)} to current_user${how}`)
}
