import { type Bytes, concatBytes } from './bytes'
import type { Chance } from './chance'
import { nonceBytes } from './protocol'

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** HKDF-SHA-256 (RFC 5869): 32 bytes. */
export async function hkdf(secret: Bytes, salt: Bytes, info: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, 256))
}

/** PBKDF2-HMAC-SHA-256 (RFC 8018): 32 bytes. */
export async function pbkdf2(secret: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256))
}

export async function hmac(secret: Bytes, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await hmacKey(secret, 'sign'), message))
}

export async function hmacMatches(secret: Bytes, message: Bytes, mac: Bytes): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await hmacKey(secret, 'verify'), mac, message)
}

/** An AES-256-GCM key from 32 bytes; the bytes cannot be read back from it. */
export function gcmKey(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** A fresh nonce, then the sealed bytes with their tag. */
export async function gcmSeal(key: CryptoKey, plain: Bytes, additionalData: Bytes, chance: Chance): Promise<Bytes> {
  const iv = chance(nonceBytes)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  return concatBytes(iv, new Uint8Array(sealed))
}

/** What `gcmSeal` sealed, or undefined when key, bytes or associated data are not the same. */
export async function gcmOpen(key: CryptoKey, body: Bytes, additionalData: Bytes): Promise<Bytes | undefined> {
  const iv = body.slice(0, nonceBytes)
  if (iv.length < nonceBytes) return undefined
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, body.slice(nonceBytes))
    return new Uint8Array(plain)
  } catch (fault) {
    // By name: a test's window has another DOMException than the one WebCrypto throws.
    if (typeof fault === 'object' && fault && 'name' in fault && fault.name === 'OperationError') return undefined
    throw fault
  }
}

function hmacKey(secret: Bytes, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [use])
}
