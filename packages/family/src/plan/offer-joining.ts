import type { Bytes } from '@kinplan/private-draft/bytes'
import { deviceChance } from '@kinplan/private-draft/chance'
import { joinLifetimeMs, newQrCode, offerJoin, type JoinReply } from '@kinplan/private-draft/join-draft'
import { joinFragment } from '@kinplan/private-draft/join-qr-code'
import { addressOf } from '../page/address'
import { postHere, type HeldDraft } from './held-draft'

/** One offer to join, from showing or saying it to letting one phone in. */
export interface OfferedJoining {
  /** What is shown as a square, or the words that are said. */
  readonly shown: { readonly address: string } | { readonly words: readonly string[] }
  /** The phone that asks to come in; undefined while none has. Throws when no answer came. */
  asked(): Promise<JoinReply | undefined>
  letIn(reply: JoinReply): Promise<'in' | 'tooOld' | 'wrong'>
}

const pause = 2_000

/** Makes an offer for a camera. Undefined when the server refused; throws when no answer came. */
export function offerQrCode(held: HeldDraft): Promise<OfferedJoining | undefined> {
  const { jid, secret } = newQrCode(deviceChance)
  return offered(held, { jid, secret }, { address: location.origin + addressOf('/join') + joinFragment(jid, secret) })
}

/** Makes an offer for the telephone, as `offerQrCode`. Its code, with the list of words, is fetched when it is first needed. */
export async function offerSpokenWords(held: HeldDraft): Promise<OfferedJoining | undefined> {
  const [{ newSpokenWords }, { joinByWords }] = await Promise.all([
    import('@kinplan/private-draft/spoken-words'),
    import('@kinplan/private-draft/join-words'),
  ])
  const words = newSpokenWords(deviceChance)
  return offered(held, await joinByWords(held.place.meeting, words), { words })
}

/** Tells the server of an offer, without its secret. */
async function offered(
  { place, key, memberProof }: HeldDraft,
  { jid, secret }: { jid: Bytes; secret: Bytes },
  shown: OfferedJoining['shown'],
): Promise<OfferedJoining | undefined> {
  const post = postHere()
  const offer = await offerJoin({ place, jid, secret, key, now: Date.now() }, deviceChance)
  if (!(await post.offerJoin({ draftId: place.draft, memberProof, jid: offer.jid, offer: offer.offer }))) return undefined
  return {
    shown,
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
