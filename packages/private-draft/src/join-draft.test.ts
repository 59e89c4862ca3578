import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Bytes, fromBase64Url, toBase64Url } from './bytes'
import { deviceChance } from './chance'
import { answerJoin, joinLifetimeMs, newQrCode, offerJoin } from './join-draft'
import { offerProofKey, replyProofKey, wrapKey } from './join-proofs'
import { joinFragment, takeJoinFragment } from './join-qr-code'
import { offerMessage, transcriptBytes } from './protocol'
import { gcmSeal, hmac, sha256 } from './web-crypto'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const key = deviceChance(32)
const device = deviceChance(16)
const member = 'member-2'

async function bothPhones() {
  const qrCode = newQrCode(deviceChance)
  const offer = await offerJoin({ place, ...qrCode, key, now: 0 }, deviceChance)
  return { ...qrCode, offer, joiner: { place, ...qrCode, offer: offer.offer, device, member } }
}

describe('joining by the square', () => {
  it('hands K to the phone that saw the square', async () => {
    const { offer, joiner } = await bothPhones()
    const answer = await answerJoin(joiner)
    const admitted = await offer.admit({ device: toBase64Url(device), memberId: member, reply: answer?.reply ?? '' }, 1_000)
    expect(admitted.admitted).toBe(true)
    expect(await answer?.openWrap(admitted.admitted ? admitted.wrap : '')).toEqual(key)
  })

  it('tells the joining phone when the secret or the draft is not the one offered', async () => {
    const { joiner } = await bothPhones()
    expect(await answerJoin({ ...joiner, secret: newQrCode(deviceChance).secret })).toBeUndefined()
    expect(await answerJoin({ ...joiner, jid: deviceChance(16) })).toBeUndefined()
    for (const other of [{ meeting: 'meeting-2' }, { draft: 'draft-2' }, { epoch: 2 }]) {
      expect(await answerJoin({ ...joiner, place: { ...place, ...other } })).toBeUndefined()
    }
    expect(await answerJoin({ ...joiner, offer: 'AAAA' })).toBeUndefined()
  })

  it('is refused by the offering phone when the server names another person or device, or answers without the secret', async () => {
    const lies = [{ memberId: 'member-3' }, { device: toBase64Url(deviceChance(16)) }, { device: '=' }, { reply: 'AAAA' }]
    for (const lie of lies) {
      const { offer, joiner } = await bothPhones()
      const answer = await answerJoin(joiner)
      const honest = { device: toBase64Url(device), memberId: member, reply: answer?.reply ?? '' }
      expect(await offer.admit({ ...honest, ...lie }, 0)).toEqual({ admitted: false, why: 'wrongSecret' })
    }
    const { offer } = await bothPhones()
    const stranger = await bothPhones()
    const strangers = await answerJoin(stranger.joiner)
    const reply = { device: toBase64Url(device), memberId: member, reply: strangers?.reply ?? '' }
    expect(await offer.admit(reply, 0)).toEqual({ admitted: false, why: 'wrongSecret' })
  })

  it('admits once, and not after ten minutes', async () => {
    const first = await bothPhones()
    const answer = await answerJoin(first.joiner)
    const reply = { device: toBase64Url(device), memberId: member, reply: answer?.reply ?? '' }
    expect(await first.offer.admit(reply, joinLifetimeMs - 1)).toMatchObject({ admitted: true })
    expect(await first.offer.admit(reply, joinLifetimeMs - 1)).toEqual({ admitted: false, why: 'used' })
    const late = await bothPhones()
    const lateAnswer = await answerJoin(late.joiner)
    const lateReply = { ...reply, reply: lateAnswer?.reply ?? '' }
    expect(await late.offer.admit(lateReply, joinLifetimeMs)).toEqual({ admitted: false, why: 'tooLate' })
  })

  it('gives K to nobody else: every flipped byte of the wrapped key, and the wrap of another joining, stay shut', async () => {
    const { offer, joiner } = await bothPhones()
    const answer = await answerJoin(joiner)
    const bystander = await answerJoin(joiner)
    const admitted = await offer.admit({ device: toBase64Url(device), memberId: member, reply: answer?.reply ?? '' }, 0)
    const wrap = fromBase64Url(admitted.admitted ? admitted.wrap : '')
    for (let at = 0; at < wrap.length; at += 1) {
      const flipped = wrap.map((byte, where) => (where === at ? byte ^ 1 : byte))
      expect(await answer?.openWrap(toBase64Url(flipped))).toBeUndefined()
    }
    expect(await bystander?.openWrap(toBase64Url(wrap))).toBeUndefined()
    expect(await answer?.openWrap('=')).toBeUndefined()
    expect(await answer?.openWrap(toBase64Url(wrap))).toEqual(key)
  })

  it('computes its proofs as fixed once and for all', async () => {
    const fill = (length: number, byte: number): Bytes => new Uint8Array(length).fill(byte)
    const [jid, s, offererKey, joinerKey] = [fill(16, 1), fill(16, 2), fill(65, 3), fill(65, 4)]
    const transcript = transcriptBytes({ place, jid, offererKey, joinerKey, device: fill(16, 5), member })
    const field = (value: string | Uint8Array): Buffer => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(Buffer.from(value).length)
      return Buffer.concat([length, Buffer.from(value)])
    }
    const epoch = Uint8Array.of(0, 0, 0, 1)
    const expected = Buffer.concat(
      ['kinplan/1/join', 'meeting-1', 'draft-1', epoch, jid, offererKey, joinerKey, fill(16, 5), member].map(field),
    )
    expect(Buffer.from(transcript).equals(expected)).toBe(true)
    expect(Buffer.from(await sha256(transcript))).toEqual(createHash('sha256').update(expected).digest())
    const offered = Buffer.concat(['meeting-1', 'draft-1', epoch, jid, offererKey].map(field))
    const offerMac = createHmac('sha256', Buffer.from(hkdfSync('sha256', s, jid, 'kinplan/1/offer', 32))).update(offered)
    expect(toBase64Url(await hmac(await offerProofKey(s, jid), offerMessage(place, jid, offererKey)))).toBe(offerMac.digest('base64url'))
    expect(toBase64Url(await hmac(await offerProofKey(s, jid), offerMessage(place, jid, offererKey)))).toBe(
      'NlQkxLjipVO_EtdkSJgD-3zPGdsYHsMsJ0g_F9xneOc',
    )
    const replyMac = createHmac('sha256', Buffer.from(hkdfSync('sha256', s, jid, 'kinplan/1/reply', 32))).update(expected)
    expect(toBase64Url(await hmac(await replyProofKey(s, jid), transcript))).toBe(replyMac.digest('base64url'))

    const agreed = fill(32, 6)
    const salt = createHash('sha256').update(expected).digest()
    const wrapping = Buffer.from(hkdfSync('sha256', Buffer.concat([agreed, s]), salt, 'kinplan/1/wrap', 32))
    const body = await gcmSeal(await wrapKey(agreed, s, transcript), key, transcript, (length) => fill(length, 7))
    const decipher = createDecipheriv('aes-256-gcm', wrapping, body.slice(0, 12), { authTagLength: 16 })
    decipher.setAAD(expected)
    decipher.setAuthTag(body.slice(-16))
    expect(new Uint8Array(Buffer.concat([decipher.update(body.slice(12, -16)), decipher.final()]))).toEqual(key)
  })
})

describe('the square', () => {
  it('carries the name of the offer and the secret, and is dropped from history when read', () => {
    const { jid, secret } = newQrCode(deviceChance)
    const hash = joinFragment(jid, secret)
    const replaced: string[] = []
    const history = { replaceState: (_data: unknown, _unused: string, url: string) => replaced.push(url) }
    expect(takeJoinFragment({ hash, pathname: '/f/meeting', search: '?a=1' }, history)).toEqual({ jid, secret })
    expect(replaced).toEqual(['/f/meeting?a=1'])
    expect(takeJoinFragment({ hash: '#other', pathname: '/', search: '' }, history)).toBeUndefined()
    expect(replaced).toHaveLength(1)
  })
})
