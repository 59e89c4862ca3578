/** Bytes over an ordinary buffer: what WebCrypto takes and gives. */
export type Bytes = Uint8Array<ArrayBuffer>

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** A copy over a buffer of its own; Yjs and sockets hand out views of larger ones. */
export function ownBytes(source: Uint8Array): Bytes {
  return new Uint8Array(source)
}

export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Four bytes, big-endian. Throws a RangeError outside 0 .. 2^32-1. */
export function u32(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new RangeError('u32')
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** Eight bytes, big-endian. Throws a RangeError outside the safe integers. */
export function u64(value: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('u64')
  return concatBytes(u32(Math.floor(value / 0x1_0000_0000)), u32(value % 0x1_0000_0000))
}

/** The number that `u64` wrote at the beginning of these bytes; undefined when there are fewer, or it is no safe integer. */
export function readU64(bytes: Uint8Array): number | undefined {
  if (bytes.length < 8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8)
  const value = view.getUint32(0) * 0x1_0000_0000 + view.getUint32(4)
  return Number.isSafeInteger(value) ? value : undefined
}

/** Each field prefixed by its length as u32 big-endian; text is UTF-8. No two lists of fields give the same bytes. */
export function lp(...fields: readonly (string | Uint8Array)[]): Bytes {
  return concatBytes(
    ...fields.flatMap((field) => {
      const bytes = typeof field === 'string' ? utf8(field) : field
      return [u32(bytes.length), bytes]
    }),
  )
}

/** Without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Throws when the text is not base64url. */
export function fromBase64Url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new RangeError('base64url')
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
