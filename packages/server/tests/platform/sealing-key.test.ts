import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/platform/config'
import { databaseFolder } from '../../src/platform/embedded'
import { openSealingKey, sealingKeyFrom } from '../../src/platform/sealing-key'
import { StartFault } from '../../src/platform/start-fault'

const key = sealingKeyFrom(Buffer.alloc(32, 1))
const other = sealingKeyFrom(Buffer.alloc(32, 2))

describe('the key outside the database', () => {
  it('opens exactly what it sealed, and never seals the same twice', () => {
    const words = '07700 900123 👵🏽 \u202eمرحبا'
    const sealed = key.seal(words, 'phone of 1')
    expect(key.open(sealed, 'phone of 1')).toBe(words)
    expect(key.open(key.seal('', 'x'), 'x')).toBe('')
    expect(Buffer.from(sealed).includes('900123')).toBe(false)
    expect(key.seal(words, 'phone of 1')).not.toEqual(sealed)
  })

  it('does not open what was moved, changed, cut short or sealed by another key', () => {
    const sealed = key.seal('07700 900123', 'phone of 1')
    expect(() => key.open(sealed, 'phone of 2')).toThrow()
    expect(() => other.open(sealed, 'phone of 1')).toThrow()
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect(() => key.open(changed, 'phone of 1')).toThrow()
      expect(() => key.open(sealed.slice(0, at), 'phone of 1')).toThrow()
    }
  })

  it('knows its own tokens by their mark, for what they were made, and no other', () => {
    const token = key.newToken('session')
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(key.isToken(token, 'session')).toBe(true)
    expect(key.newToken('session')).not.toBe(token)
    for (const none of ['', 'x'.repeat(43), `${token}A`, token.slice(1), `${token} `, 'x'.repeat(100_000)])
      expect(key.isToken(none, 'session')).toBe(false)
    for (let at = 0; at < 43; at++) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      expect(key.isToken(changed, 'session'), `${at}`).toBe(false)
    }
    expect(key.isToken(token, 'signIn')).toBe(false)
    expect(other.isToken(token, 'session')).toBe(false)
  })

  it('makes another MAC of other fields, another use and with another key', () => {
    const made = key.recordMac(['ab', null, 'c'], 'row')
    expect(made).toHaveLength(32)
    expect(key.recordMac(['ab', null, 'c'], 'row')).toEqual(made)
    for (const fields of [
      ['a', null, 'bc'],
      ['ab', '', 'c'],
      ['ab', 'c', null],
      ['ab', null, 'c', null],
      ['ab', '-', 'c'],
    ])
      expect(key.recordMac(fields, 'row'), JSON.stringify(fields)).not.toEqual(made)
    expect(key.recordMac(['ab', null, 'c'], 'seal')).not.toEqual(made)
    expect(other.recordMac(['ab', null, 'c'], 'row')).not.toEqual(made)
  })

  it('signs a checkpoint, and knows its own signature alone', () => {
    const signature = key.signCheckpoint(['1', '20'])
    expect(signature).toHaveLength(64)
    expect(key.isSignedCheckpoint(['1', '20'], signature)).toBe(true)
    expect(key.isSignedCheckpoint(['12', '0'], signature)).toBe(false)
    expect(other.isSignedCheckpoint(['1', '20'], signature)).toBe(false)
    expect(key.isSignedCheckpoint(['1', '20'], signature.slice(1))).toBe(false)
  })

  it('makes the same of the same token, and something else for another purpose or key', () => {
    const made = key.fingerprint('token', 'sign-in')
    expect(made).toHaveLength(32)
    expect(key.fingerprint('token', 'sign-in')).toEqual(made)
    expect(key.fingerprint('token', 'action')).not.toEqual(made)
    expect(key.fingerprint('ntoken', 'sign-i')).not.toEqual(made)
    expect(other.fingerprint('token', 'sign-in')).not.toEqual(made)
  })
})

describe('the key file', () => {
  let folder: string
  const openHere = () => openSealingKey(readConfig({ KINPLAN_DATA: folder }))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kinplan-key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is made once, for its owner alone, and read afterwards', async () => {
    const sealed = (await openHere()).seal('words', 'x')
    expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600)
    expect((await openHere()).open(sealed, 'x')).toBe('words')
    expect(Buffer.from(await readFile(join(folder, 'key'), 'utf8'), 'base64')).toHaveLength(32)
  })

  it('is not made anew beside a database that needs the old one', async () => {
    await mkdir(databaseFolder(folder))
    await writeFile(join(databaseFolder(folder), 'PG_VERSION'), '18\n')
    await expect(openHere()).rejects.toThrow(StartFault)
    await expect(openHere()).rejects.toThrow('is gone')
  })

  it('is refused when damaged, without showing it', async () => {
    await writeFile(join(folder, 'key'), 'broken-secret')
    await expect(openHere()).rejects.toThrow(/is damaged: put back/)
    await expect(openHere()).rejects.not.toThrow('broken-secret')
  })
})
