import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config'
import { embeddedExists } from './embedded'
import { StartFault } from './start-fault'

const keyBytes = 32
const formatVersion = 1
const nonceBytes = 12
const tagBytes = 16
/** Of a token: chance, and after it what shows that it was made with this key. */
const tokenBytes = { chance: 24, mark: 8 } as const

/** What a token is good for; one made for another purpose is none. */
export type TokenPurpose = 'session' | 'signIn' | 'action' | 'device'
/** PKCS #8 of an Ed25519 key, before its 32 bytes (RFC 8410). */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** What is sealed or signed of the access record: fields in a fixed order; null is another field than an empty one. */
export type RecordFields = readonly (string | Uint8Array | null)[]
type RecordUse = 'row' | 'seal' | 'checkpoint'

/** The one key outside the database: seals contact facts, and turns tokens into what is stored of them. */
export interface SealingKey {
  /**
   * AES-256-GCM. `about` says what the fact belongs to (such as table and row id); it is bound in but not kept,
   * so a sealed fact copied to another row does not open. Layout: version 1, nonce 12, tag 16, ciphertext.
   */
  seal(text: string, about: string): Uint8Array<ArrayBuffer>
  /** Throws when the bytes were changed, belong to something else, or were sealed with another key. */
  open(sealed: Uint8Array, about: string): string
  /** HMAC-SHA-256, 32 bytes. `purpose` keeps tokens of different kinds apart. */
  fingerprint(token: string, purpose: string): Uint8Array<ArrayBuffer>
  /** A new token, 32 bytes as base64url: 192 random bits, and 64 by which it is known as made here, without the database. */
  newToken(purpose: TokenPurpose): string
  /** False for what nobody was ever given. That it is, or still is, good for something only the database knows. */
  isToken(token: string, purpose: TokenPurpose): boolean
  /** HMAC-SHA-256 over fields of the access record, 32 bytes. */
  recordMac(fields: RecordFields, use: RecordUse): Uint8Array<ArrayBuffer>
  /** Ed25519, 64 bytes. */
  signCheckpoint(fields: RecordFields): Uint8Array<ArrayBuffer>
  isSignedCheckpoint(fields: RecordFields, signature: Uint8Array): boolean
}

/** The key from the settings, or else from the key file of the data folder, which is made before its database. */
export async function openSealingKey(config: Config): Promise<SealingKey> {
  return sealingKeyFrom(config.key ?? (await keyFile(config.dataFolder)))
}

/** `key` is 32 bytes; each use gets a key of its own derived from it. */
export function sealingKeyFrom(key: Uint8Array): SealingKey {
  if (key.length !== keyBytes) throw new StartFault('The key must be 32 bytes: set KINPLAN_KEY to one made with "openssl rand -base64 32".')
  const factsKey = subkey(key, 'contact facts')
  const tokensKey = subkey(key, 'tokens')
  const markKey = subkey(key, 'marks of tokens')
  const markOf = (chance: Uint8Array, purpose: TokenPurpose) =>
    createHmac('sha256', markKey).update(`${purpose}:`).update(chance).digest().subarray(0, tokenBytes.mark)
  const recordKey = subkey(key, 'record')
  const signingKey = createPrivateKey({
    key: Buffer.concat([ed25519Prefix, subkey(key, 'record checkpoints')]),
    format: 'der',
    type: 'pkcs8',
  })
  const verifyingKey = createPublicKey(signingKey)
  return {
    seal(text, about) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', factsKey, nonce).setAAD(Buffer.from(about))
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return new Uint8Array(Buffer.concat([Buffer.of(formatVersion), nonce, cipher.getAuthTag(), ciphertext]))
    },
    open(sealed, about) {
      const start = 1 + nonceBytes + tagBytes
      if (sealed[0] !== formatVersion || sealed.length < start) throw new Error('Not a sealed fact')
      const decipher = createDecipheriv('aes-256-gcm', factsKey, sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(1 + nonceBytes, start))
      return Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]).toString('utf8')
    },
    fingerprint(token, purpose) {
      // The length keeps "ab" + "c" apart from "a" + "bc".
      return new Uint8Array(createHmac('sha256', tokensKey).update(`${purpose.length}:${purpose}`).update(token).digest())
    },
    newToken(purpose) {
      const chance = randomBytes(tokenBytes.chance)
      return Buffer.concat([chance, markOf(chance, purpose)]).toString('base64url')
    },
    isToken(token, purpose) {
      const bytes = Buffer.from(token.slice(0, 100), 'base64url')
      if (bytes.length !== tokenBytes.chance + tokenBytes.mark || bytes.toString('base64url') !== token) return false
      return timingSafeEqual(bytes.subarray(tokenBytes.chance), markOf(bytes.subarray(0, tokenBytes.chance), purpose))
    },
    recordMac: (fields, use) => new Uint8Array(createHmac('sha256', recordKey).update(bytesOf(fields, use)).digest()),
    signCheckpoint: (fields) => new Uint8Array(sign(null, bytesOf(fields, 'checkpoint'), signingKey)),
    isSignedCheckpoint: (fields, signature) => verify(null, bytesOf(fields, 'checkpoint'), verifyingKey, signature),
  }
}

/** Every field behind its length, so that no other fields make the same bytes. */
function bytesOf(fields: RecordFields, use: RecordUse): Buffer {
  const parts = [use, ...fields].flatMap((field) => {
    if (field === null) return [Buffer.from('-')]
    const bytes = typeof field === 'string' ? Buffer.from(field) : field
    return [Buffer.from(`${bytes.length}:`), bytes]
  })
  return Buffer.concat(parts)
}

/** What a table keeps of a token: the functions that find by it take the fingerprint, which no reader of the table has. */
export const keptOf = (fingerprint: Uint8Array) => new Uint8Array(createHash('sha256').update(fingerprint).digest())

const subkey = (key: Uint8Array, use: string) => new Uint8Array(hkdfSync('sha256', key, 'kinplan', use, keyBytes))

async function keyFile(dataFolder: string): Promise<Uint8Array> {
  const path = join(dataFolder, 'key')
  const held = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (held === undefined) return makeKeyFile(dataFolder, path)
  const key = Buffer.from(held.trim(), 'base64')
  if (key.length !== keyBytes) throw new StartFault(`The key file ${path} is damaged: put back the copy that belongs to this database.`)
  return key
}

async function makeKeyFile(dataFolder: string, path: string): Promise<Uint8Array> {
  if (embeddedExists(dataFolder)) {
    throw new StartFault(
      `The key file ${path} is gone, and without it contact facts cannot be read: put it back, or set KINPLAN_DATA to a new folder.`,
    )
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const key = randomBytes(keyBytes)
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${key.toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return key
}
