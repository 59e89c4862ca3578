import { Refusal, type RefusalCode } from '@kinplan/domain/refusal'

/** Bytes as they travel: base64url without padding. Refuses with `code` anything else. */
export function parseBytes(text: string, field: string, code: RefusalCode): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new Refusal(code, field)
  return new Uint8Array(Buffer.from(text, 'base64url'))
}

export function bytesSent(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
}
