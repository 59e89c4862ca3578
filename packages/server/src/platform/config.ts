import { join, resolve } from 'node:path'
import proxyaddr from 'proxy-addr'
import { findProjectRoot } from './project-root'
import { SettingFault } from './start-fault'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

export interface PostgresAddress {
  /** Who the app signs in as; never able to pass row security. */
  appUrl: string
  /** Who owns the tables and runs the migrations. */
  ownerUrl: string
}

export interface Config {
  /** Folder holding `prisma/`. */
  projectRoot: string
  host: string
  port: number
  /** Public address put into links, without a slash at the end. */
  address: string
  /** Absolute. Holds the embedded database, its lock and backups, the key and the outbox. */
  dataFolder: string
  /** Absent: the embedded database in `dataFolder`. */
  postgres?: PostgresAddress
  /** 32 bytes. Absent: the key file in `dataFolder`. */
  key?: Uint8Array
  demo: boolean
  /** Absolute. */
  outbox: string
  /** Absolute. The folder for the signed checkpoints of the access record; best on other storage than the database. */
  checkpoints: string
  /** Addresses and networks of the proxies in front, whose word on where a request comes from is taken. */
  proxies: string[]
  logLevel: LogLevel
}

type Environment = Record<string, string | undefined>

/**
 * Reads every setting from the environment. Touches no file.
 * Throws SettingFault for the first setting that is missing or broken.
 */
export function readConfig(env: Environment): Config {
  const port = readPort(env)
  const dataFolder = resolve(setting(env, 'KINPLAN_DATA') ?? '.data')
  const postgres = readPostgres(env)
  const key = readKey(env)
  if (postgres && !key) {
    throw new SettingFault(
      'KINPLAN_KEY is needed with DATABASE_URL: make one with "openssl rand -base64 32" and keep it apart from the database.',
    )
  }
  return {
    projectRoot: findProjectRoot(),
    host: setting(env, 'HOST') ?? '127.0.0.1',
    port,
    address: readAddress(env, port),
    dataFolder,
    postgres,
    key,
    demo: readDemo(env, postgres === undefined),
    outbox: resolve(setting(env, 'KINPLAN_OUTBOX') ?? join(dataFolder, 'outbox')),
    checkpoints: resolve(setting(env, 'KINPLAN_CHECKPOINTS') ?? join(dataFolder, 'checkpoints')),
    proxies: readProxies(env),
    logLevel: readLogLevel(env),
  }
}

function setting(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

function readPort(env: Environment): number {
  const text = setting(env, 'PORT') ?? '4000'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new SettingFault('PORT must be a whole number from 1 to 65535: set it to a free port, or leave it out for 4000.')
  }
  return port
}

function readAddress(env: Environment, port: number): string {
  const text = setting(env, 'KINPLAN_ADDRESS') ?? `http://localhost:${port}`
  const url = URL.parse(text)
  const plain = url && (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && !url.search && !url.hash
  if (!plain || url.username) {
    throw new SettingFault(
      'KINPLAN_ADDRESS must be the address people type: set it to something like https://kinplan.example.gov.uk, with nothing after it.',
    )
  }
  return url.origin
}

function readPostgres(env: Environment): PostgresAddress | undefined {
  const appUrl = setting(env, 'DATABASE_URL')
  const ownerUrl = setting(env, 'DATABASE_OWNER_URL')
  if (!appUrl && !ownerUrl) return undefined
  if (!appUrl || !ownerUrl) {
    const [given, missing] = appUrl ? ['DATABASE_URL', 'DATABASE_OWNER_URL'] : ['DATABASE_OWNER_URL', 'DATABASE_URL']
    throw new SettingFault(`${missing} is missing: set it beside ${given}, or set neither to use the embedded database.`)
  }
  for (const [name, text] of [
    ['DATABASE_URL', appUrl],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    const url = URL.parse(text)
    if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.username || url.pathname.length < 2) {
      throw new SettingFault(`${name} must look like postgresql://role:password@host:5432/database: put that in and start again.`)
    }
  }
  return { appUrl, ownerUrl }
}

function readKey(env: Environment): Uint8Array | undefined {
  const text = setting(env, 'KINPLAN_KEY')
  if (!text) return undefined
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32 || !/^[A-Za-z0-9+/]{43}=$/.test(text)) {
    throw new SettingFault('KINPLAN_KEY must be 32 bytes in base64: make one with "openssl rand -base64 32".')
  }
  return key
}

function readDemo(env: Environment, embedded: boolean): boolean {
  const text = setting(env, 'KINPLAN_DEMO') ?? (embedded ? 'yes' : 'no')
  if (text !== 'yes' && text !== 'no') {
    throw new SettingFault('KINPLAN_DEMO must be "yes" or "no": set it to "yes" to load the demo story into an empty database.')
  }
  return text === 'yes'
}

function readProxies(env: Environment): string[] {
  const proxies = (setting(env, 'KINPLAN_PROXIES') ?? '').split(',').flatMap((one) => one.trim() || [])
  try {
    proxyaddr.compile(proxies)
  } catch {
    throw new SettingFault(
      'KINPLAN_PROXIES must be addresses or networks: set it to something like 10.0.0.4, 10.1.0.0/16, or leave it out.',
    )
  }
  return proxies
}

function readLogLevel(env: Environment): LogLevel {
  const text = setting(env, 'LOG_LEVEL') ?? 'info'
  const level = logLevels.find((known) => known === text)
  if (!level) throw new SettingFault(`LOG_LEVEL must be one of ${logLevels.join(', ')}: set it to one of these, or leave it out for info.`)
  return level
}
