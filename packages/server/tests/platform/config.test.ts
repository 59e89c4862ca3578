import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/platform/config'
import { SettingFault } from '../../src/platform/start-fault'

const key = Buffer.alloc(32, 1).toString('base64')
const urls = { DATABASE_URL: 'postgresql://app@127.0.0.1:5432/kinplan', DATABASE_OWNER_URL: 'postgresql://owner@127.0.0.1:5432/kinplan' }

describe('settings', () => {
  it('has an answer for everything when nothing is set', () => {
    expect(readConfig({})).toEqual({
      projectRoot: resolve(import.meta.dirname, '../../../..'),
      host: '127.0.0.1',
      port: 4000,
      address: 'http://localhost:4000',
      dataFolder: resolve('.data'),
      postgres: undefined,
      key: undefined,
      demo: true,
      outbox: resolve('.data/outbox'),
      checkpoints: resolve('.data/checkpoints'),
      proxies: [],
      logLevel: 'info',
    })
  })

  it('takes what is set, and loads no story on PostgreSQL unless asked', () => {
    const config = readConfig({
      ...urls,
      KINPLAN_KEY: key,
      PORT: '5001',
      KINPLAN_DATA: '/srv/kinplan',
      KINPLAN_ADDRESS: 'https://kinplan.example/',
    })
    expect(config).toMatchObject({ port: 5001, address: 'https://kinplan.example', demo: false, outbox: join('/srv/kinplan', 'outbox') })
    expect(config.postgres).toEqual({ appUrl: urls.DATABASE_URL, ownerUrl: urls.DATABASE_OWNER_URL })
    expect(config.key).toHaveLength(32)
    expect(readConfig({ ...urls, KINPLAN_KEY: key, KINPLAN_DEMO: 'yes' }).demo).toBe(true)
  })

  it.each([
    ['PORT', { PORT: 'four thousand' }],
    ['PORT', { PORT: '70000' }],
    ['KINPLAN_ADDRESS', { KINPLAN_ADDRESS: 'kinplan.example' }],
    ['KINPLAN_ADDRESS', { KINPLAN_ADDRESS: 'https://example.org/kinplan' }],
    ['DATABASE_OWNER_URL', { DATABASE_URL: urls.DATABASE_URL }],
    ['DATABASE_URL', { DATABASE_OWNER_URL: urls.DATABASE_OWNER_URL }],
    ['DATABASE_URL', { ...urls, DATABASE_URL: 'mysql://app:secret@127.0.0.1/kinplan', KINPLAN_KEY: key }],
    ['KINPLAN_KEY', urls],
    ['KINPLAN_KEY', { KINPLAN_KEY: 'secret' }],
    ['KINPLAN_DEMO', { KINPLAN_DEMO: 'true' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['KINPLAN_PROXIES', { KINPLAN_PROXIES: '10.0.0.4, the load balancer' }],
  ])('says in one sentence what to do about %s', (name, env) => {
    let fault: unknown
    try {
      readConfig(env)
    } catch (error) {
      fault = error
    }
    expect(fault).toBeInstanceOf(SettingFault)
    const message = fault instanceof Error ? fault.message : ''
    expect(message).toMatch(new RegExp(`^${name} .*: .*\\.$`))
    expect(message).not.toContain('secret')
  })
})
