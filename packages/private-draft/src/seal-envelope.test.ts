import { createDecipheriv, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Bytes, toBase64Url, utf8 } from './bytes'
import { openDraftKeys, proofHash } from './draft-key'
import { associatedData, type EnvelopeStamp } from './protocol'
import { openEnvelope, sealEnvelope } from './seal-envelope'

const key = Uint8Array.from({ length: 32 }, (_, at) => at)
const device = Uint8Array.from({ length: 16 }, (_, at) => 0xa0 + at)
const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const stamp: EnvelopeStamp = { kind: 'update', device, member: 'member-1', n: 1 }
const words = utf8('Gran takes Ellie to school')
const fixedChance = (length: number): Bytes => new Uint8Array(length).fill(7)

/** The format is final: a phone and a stored draft of another day must still agree on every byte. */
const golden = {
  memberProof: 'z2dHXwq0SOGlIVxk1Sg6firzzaiedPMTWRP0hgQ1x8s',
  shareProof: 't5www64kCuIVftTBgRTBdCmVe7y4rMq6OZ-HjZ9-kR0',
  memberProofHash: 'f4sNbNjScR5TOG6APwt24iXnLr8N6LTyYrQzSXGlzZc',
  associatedData:
    'AAAACWtpbnBsYW4vMQAAAAZ1cGRhdGUAAAAJbWVldGluZy0xAAAAB2RyYWZ0LTEAAAAEAAAAAQAAABCgoaKjpKWmp6ipqqusra6vAAAACG1lbWJlci0xAAAACAAAAAAAAAAB',
  body: 'BwcHBwcHBwcHBwcHEgZ2e68VBFFlZcQpeB_PDIm54erFQbvh_PJcKkIEjKR7JZ7SwDY_MJX9',
}

describe('sealing an envelope', () => {
  it('gives the bytes that were fixed once and for all', async () => {
    const keys = await openDraftKeys(key, place)
    expect({
      memberProof: toBase64Url(keys.memberProof),
      shareProof: toBase64Url(keys.shareProof),
      memberProofHash: toBase64Url(await proofHash(keys.memberProof)),
      associatedData: toBase64Url(associatedData(place, stamp)),
      body: toBase64Url(await sealEnvelope(keys, stamp, words, fixedChance)),
    }).toEqual(golden)
  })

  it('opens with another implementation that was written from the design alone', () => {
    const salt = Buffer.concat([Buffer.from('draft-1'), Buffer.from([0, 0, 0, 1])])
    const info = Buffer.concat([Buffer.from('kinplan/1/envelope'), device])
    const subkey = Buffer.from(hkdfSync('sha256', key, salt, info, 32))
    const fields = ['kinplan/1', 'update', 'meeting-1', 'draft-1', [0, 0, 0, 1], device, 'member-1', [0, 0, 0, 0, 0, 0, 0, 1]]
    const data = Buffer.concat(
      fields.flatMap((field) => {
        const bytes = typeof field === 'string' ? Buffer.from(field) : Uint8Array.from(field)
        const length = Buffer.alloc(4)
        length.writeUInt32BE(bytes.length)
        return [length, bytes]
      }),
    )
    const body = Buffer.from(golden.body, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', subkey, body.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(data)
    decipher.setAuthTag(body.subarray(-16))
    expect(Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]).toString()).toBe('Gran takes Ellie to school')
    expect(Buffer.from(hkdfSync('sha256', key, salt, 'kinplan/1/member', 32)).toString('base64url')).toBe(golden.memberProof)
    expect(Buffer.from(hkdfSync('sha256', key, salt, 'kinplan/1/share', 32)).toString('base64url')).toBe(golden.shareProof)
  })

  it('opens what was sealed, and nothing of it once any bit of the sealed bytes is flipped', async () => {
    const keys = await openDraftKeys(key, place)
    const body = await sealEnvelope(keys, stamp, words, fixedChance)
    expect(await openEnvelope(keys, stamp, body)).toEqual(words)
    for (let at = 0; at < body.length; at += 1) {
      const flipped = body.map((byte, where) => (where === at ? byte ^ 1 : byte))
      expect(await openEnvelope(keys, stamp, flipped)).toBeUndefined()
    }
    expect(await openEnvelope(keys, stamp, body.slice(0, 11))).toBeUndefined()
    expect(await openEnvelope(keys, stamp, body.slice(0, 20))).toBeUndefined()
  })

  it('is refused when any byte of what the server stamps differs', async () => {
    const keys = await openDraftKeys(key, place)
    const body = await sealEnvelope(keys, stamp, words, fixedChance)
    const others: EnvelopeStamp[] = [
      ...flippedTexts(stamp.kind).map((kind) => ({ ...stamp, kind })),
      ...flippedTexts(stamp.member).map((member) => ({ ...stamp, member })),
      ...Array.from(device, (_, at) => ({ ...stamp, device: device.map((byte, where) => (where === at ? byte ^ 1 : byte)) })),
      ...Array.from({ length: 53 }, (_, bit) => ({ ...stamp, n: Number(BigInt(stamp.n) ^ (1n << BigInt(bit))) })),
    ]
    for (const other of others) expect(await openEnvelope(keys, other, body)).toBeUndefined()
    const places = [
      ...flippedTexts(place.meeting).map((meeting) => ({ ...place, meeting })),
      ...flippedTexts(place.draft).map((draft) => ({ ...place, draft })),
      ...Array.from({ length: 32 }, (_, bit) => ({ ...place, epoch: (place.epoch ^ (1 << bit)) >>> 0 })),
    ]
    for (const other of places) {
      expect(await openEnvelope(await openDraftKeys(key, other), stamp, body)).toBeUndefined()
      // The same subkey under another place: the associated data alone must refuse it.
      expect(await openEnvelope({ ...keys, place: other }, stamp, body)).toBeUndefined()
    }
    const sameSubkey = { ...keys, envelopeKey: () => keys.envelopeKey(device) }
    for (const other of others) expect(await openEnvelope(sameSubkey, other, body)).toBeUndefined()
    expect(await openEnvelope(sameSubkey, stamp, body)).toEqual(words)
  })

  it('gives each draft, epoch and device a key of its own', async () => {
    const keys = await openDraftKeys(key, place)
    const later = await openDraftKeys(key, { ...place, epoch: 2 })
    const proofs = [keys.memberProof, keys.shareProof, later.memberProof, later.shareProof].map(toBase64Url)
    expect(new Set(proofs).size).toBe(4)
    expect(await keys.envelopeKey(device)).toBe(await keys.envelopeKey(device.slice()))
  })
})

function flippedTexts(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1))
}
