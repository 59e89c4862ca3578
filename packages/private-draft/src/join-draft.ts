import { type Bytes, concatBytes, fromBase64Url, toBase64Url } from './bytes'
import type { Chance } from './chance'
import { offerProofKey, replyProofKey, wrapKey } from './join-proofs'
import { type DraftPlace, joinIdBytes, joinMinutes, joinSecretBytes, type JoinTranscript, offerMessage, transcriptBytes } from './protocol'
import { gcmOpen, gcmSeal, hmac, hmacMatches } from './web-crypto'

export const joinLifetimeMs = joinMinutes * 60_000

const pointLength = 65
const macLength = 32
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Who asks to come in, as the server says. `device` and `reply` are base64url. */
export interface JoinReply {
  readonly device: string
  readonly memberId: string
  readonly reply: string
}

type Admitted =
  | { readonly admitted: true; readonly wrap: string }
  | { readonly admitted: false; readonly why: 'tooLate' | 'used' | 'wrongSecret' }

/** The offering phone's half. `jid` and `offer` go to the server, base64url; the secret never does. */
interface JoinOffer {
  readonly jid: string
  readonly offer: string
  /** Checks the one reply and wraps K for it. Whatever the answer, the offer is then used up and its secrets forgotten. */
  admit(reply: JoinReply, now: number): Promise<Admitted>
}

/** The joining phone's half. */
interface JoinAnswer {
  readonly reply: string
  /** K, or undefined when the wrapped key was not made for exactly this joining. */
  openWrap(wrap: string): Promise<Bytes | undefined>
}

/** What the square carries: the name of the offer, and what nobody but the two phones sees. */
export function newQrCode(chance: Chance): { readonly jid: Bytes; readonly secret: Bytes } {
  return { jid: chance(joinIdBytes), secret: chance(joinSecretBytes) }
}

/** `now` in milliseconds since 1970. `key` is K. */
export async function offerJoin(
  join: { place: DraftPlace; jid: Bytes; secret: Bytes; key: Bytes; now: number },
  chance: Chance,
): Promise<JoinOffer> {
  const { place, jid, now: madeAt } = join
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const offererKey = await rawPoint(pair.publicKey)
  const ks = join.secret
  const proof = await hmac(await offerProofKey(ks, jid), offerMessage(place, jid, offererKey))
  let secrets: { ks: Bytes; own: CryptoKey; key: Bytes } | undefined = { ks, own: pair.privateKey, key: join.key }
  return {
    jid: toBase64Url(jid),
    offer: toBase64Url(concatBytes(offererKey, proof)),
    async admit(reply, now) {
      const held = secrets
      secrets = undefined
      if (!held) return { admitted: false, why: 'used' }
      if (now - madeAt >= joinLifetimeMs) return { admitted: false, why: 'tooLate' }
      const read = readPointAndMac(reply.reply)
      const device = readBase64Url(reply.device)
      if (!read || !device) return { admitted: false, why: 'wrongSecret' }
      const transcript = transcriptBytes({
        place,
        jid,
        offererKey,
        joinerKey: read.point,
        device,
        member: reply.memberId,
      })
      if (!(await hmacMatches(await replyProofKey(held.ks, jid), transcript, read.mac))) {
        return { admitted: false, why: 'wrongSecret' }
      }
      const wrapping = await wrapKey(await agree(held.own, read.point), held.ks, transcript)
      return { admitted: true, wrap: toBase64Url(await gcmSeal(wrapping, held.key, transcript, chance)) }
    },
  }
}

/** Undefined when the offer was not made with this secret for this draft: wrong square, or a server that lies. */
export async function answerJoin(join: {
  place: DraftPlace
  jid: Bytes
  secret: Bytes
  offer: string
  device: Bytes
  member: string
}): Promise<JoinAnswer | undefined> {
  const { place, jid, device, member } = join
  const read = readPointAndMac(join.offer)
  const ks = join.secret
  if (!read || !(await hmacMatches(await offerProofKey(ks, jid), offerMessage(place, jid, read.point), read.mac))) {
    return undefined
  }
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const joinerKey = await rawPoint(pair.publicKey)
  const whole: JoinTranscript = { place, jid, offererKey: read.point, joinerKey, device, member }
  const transcript = transcriptBytes(whole)
  const proof = await hmac(await replyProofKey(ks, jid), transcript)
  return {
    reply: toBase64Url(concatBytes(joinerKey, proof)),
    async openWrap(wrap) {
      const body = readBase64Url(wrap)
      return body && gcmOpen(await wrapKey(await agree(pair.privateKey, read.point), ks, transcript), body, transcript)
    },
  }
}

async function rawPoint(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}

/** Only ever called with a point whose proof has been checked. */
async function agree(own: CryptoKey, point: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey('raw', point, curve, false, [])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256))
}

function readPointAndMac(text: string): { point: Bytes; mac: Bytes } | undefined {
  const bytes = readBase64Url(text)
  if (bytes?.length !== pointLength + macLength) return undefined
  return { point: bytes.slice(0, pointLength), mac: bytes.slice(pointLength) }
}

function readBase64Url(text: string): Bytes | undefined {
  try {
    return fromBase64Url(text)
  } catch {
    return undefined
  }
}
