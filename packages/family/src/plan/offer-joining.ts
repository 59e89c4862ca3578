import { deviceChance } from '@kinplan/private-draft/chance'
import { postHere, type HeldDraft } from './held-draft'
import { joinLifetimeMs, newQrCode, offerJoin, type JoinReply } from '@kinplan/private-draft/join-draft'
import { joinFragment } from '@kinplan/private-draft/join-qr-code'
import { addressOf } from '../page/address'

/** One square, from showing it to letting one phone in. */
export interface OfferedQrCode {
  readonly address: string
  readonly madeAt: number
  /** The phone that asks to come in; undefined while none has. Throws when no answer came. */
  asked(): Promise<JoinReply | undefined>
  letIn(reply: JoinReply): Promise<'in' | 'tooOld' | 'wrong'>
}

const pause = 2_000

/** Makes an offer and tells the server of it, without its secret. Undefined when the server refused; throws when no answer came. */
export async function offerQrCode(held: HeldDraft): Promise<OfferedQrCode | undefined> {
  const { place, key, memberProof } = held
  const post = postHere()
  const { jid, secret } = newQrCode(deviceChance)
  const madeAt = Date.now()
  const offer = await offerJoin({ place, jid, secret, key, now: madeAt }, deviceChance)
  if (!(await post.offerJoin({ draftId: place.draft, memberProof, jid: offer.jid, offer: offer.offer }))) return undefined
  return {
    address: location.origin + addressOf('/join') + joinFragment(jid, secret),
    madeAt,
    asked: () => post.joinReply(offer.jid),
    async letIn(reply) {
      const admitted = await offer.admit(reply, Date.now())
      if (!admitted.admitted) return admitted.why === 'wrongSecret' ? 'wrong' : 'tooOld'
      return (await post.wrapJoin({ jid: offer.jid, memberProof, wrap: admitted.wrap })) ? 'in' : 'tooOld'
    },
  }
}

/** Asks again and again until there is an answer, ten minutes have passed, or `stopped`. */
export async function waitFor<T>(ask: () => Promise<T | undefined>, stopped: () => boolean): Promise<T | undefined> {
  for (const end = Date.now() + joinLifetimeMs; Date.now() < end && !stopped();) {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return undefined
}
