import { createClient, type Client } from 'graphql-ws'
import { ask } from '../connection/ask'
import { refusedIn, type Refused } from '../connection/change'
import { livePayload, socketAddress } from '../connection/live'
import {
  AppendEnvelopesDocument,
  ComeBackToDraftDocument,
  EnvelopesDocument,
  JoinOfferDocument,
  KeepKeyShareDocument,
  OfferJoinDocument,
  RelayHeadDocument,
  ReplyToJoinDocument,
  ProposeShareDocument,
  SharePlanDocument,
  StartDraftDocument,
  WrapForJoinDocument,
  type EnvelopeKind,
  type EnvelopesSubscription,
  type JoinOfferQuery,
  type TrustedDocument,
} from '../generated/graphql'
import { concatBytes, fromBase64Url, toBase64Url } from '@kinplan/private-draft/bytes'
import { newOnceKey } from '../connection/once-key'
import { deviceBytes, nonceBytes } from '@kinplan/private-draft/protocol'
import type { DraftPost, EnvelopeListener, ReadFrom, SealedEnvelope, StoredEnvelope } from '@kinplan/private-draft/draft-post'
import { sharedSteps } from './shared-steps'

/** The nonce in base64url, where it has no rest. */
const nonceLetters = (nonceBytes * 4) / 3
const pingMs = 10_000
const retryMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const

interface ServerPostEvents {
  /** Why the server did not do what it was asked; it may have changed its mind about the whole room. */
  refused(refusal: Refused): void
  /** Nothing more comes: the plan was shared, the room has ended, or this person is no longer in it. */
  ended(): void
}

/** The way to the server for the signed-in person of this browser. */
export function serverPost(events: ServerPostEvents): DraftPost {
  /** Each draft's socket, while it is known to be open. */
  const lines = new Map<string, Client>()

  /** Throws when no answer came; undefined when the server refused. */
  async function done<Data extends object, Variables>(document: TrustedDocument<Data, Variables>, variables: Variables, once?: string) {
    const answer = await ask(document, variables, once ? { once } : {})
    if (!answer.ok) throw new Error('No answer')
    return told(answer.data)
  }

  function told<Data extends object>(data: Data) {
    const result = Object.values(data)[0] as Exclude<Data[keyof Data], { readonly __typename: 'Refused' }>
    const refusal = refusedIn(result)
    if (refusal) events.refused(refusal)
    return refusal ? { refusal } : { result }
  }

  async function offered(jid: string): Promise<JoinOfferQuery['joinOffer']> {
    const answer = await ask(JoinOfferDocument, { jid })
    if (!answer.ok) throw new Error('No answer')
    return answer.data.joinOffer
  }

  return {
    async startDraft(input) {
      return (await done(StartDraftDocument, { input }, newOnceKey())).result !== undefined
    },
    async appendEnvelopes({ draftId, memberProof, epoch, writer, envelopes }) {
      const variables = {
        input: {
          draftId,
          memberProof,
          epoch,
          device: writer,
          envelopes: envelopes.map(sent),
        },
      }
      const line = lines.get(draftId)
      const { result, refusal } = line
        ? told(await sendOver(line, AppendEnvelopesDocument, variables))
        : await done(AppendEnvelopesDocument, variables)
      // What is too much at once is sent again later.
      if (refusal?.code === 'envelopesTooMany') throw new Error('Too much at once')
      return result?.stored ?? []
    },
    async relayHead({ draftId, memberProof, epoch, writer, envelope }) {
      const variables = { input: { draftId, memberProof, epoch, device: writer, head: sent(envelope) } }
      const line = lines.get(draftId)
      // Said to those who listen now: without a socket nobody here hears an answer to it either.
      if (!line) throw new Error('Not connected')
      const { result, refusal } = told(await sendOver(line, RelayHeadDocument, variables))
      if (refusal?.code === 'envelopesTooMany') throw new Error('Too much at once')
      return result !== undefined
    },
    envelopes: (read, listener) =>
      listen(read, listener, {
        ...events,
        open: (line) => (line ? lines.set(read.draftId, line) : lines.delete(read.draftId)),
      }),
    async offerJoin(input) {
      return (await done(OfferJoinDocument, { input })).result !== undefined
    },
    async joinOffer(jid) {
      const offer = await offered(jid)
      return offer ?? undefined
    },
    async replyJoin({ jid, device, reply }) {
      const said = toBase64Url(concatBytes(fromBase64Url(device), fromBase64Url(reply)))
      return (await done(ReplyToJoinDocument, { input: { jid, reply: said } })).result !== undefined
    },
    async joinReply(jid) {
      const offer = await offered(jid)
      if (!offer?.reply || !offer.replyBy) return undefined
      const said = readBytes(offer.reply)
      return { device: toBase64Url(said.slice(0, deviceBytes)), memberId: offer.replyBy, reply: toBase64Url(said.slice(deviceBytes)) }
    },
    async wrapJoin({ jid, memberProof, wrap }) {
      return (await done(WrapForJoinDocument, { input: { jid, memberProof, wrapped: wrap } })).result !== undefined
    },
    async joinWrap(jid) {
      return (await offered(jid))?.wrapped ?? undefined
    },
    async releaseDeviceKey(held) {
      return (await done(KeepKeyShareDocument, held)).result?.keyShare
    },
    async comeBackToDraft(held) {
      const { result, refusal } = await done(ComeBackToDraftDocument, held)
      return result ? { released: result.keyShare } : refusal?.code === 'draftClosed' ? 'forgotten' : 'refused'
    },
    async proposeShare(input) {
      const { refusal } = await done(ProposeShareDocument, { input })
      return refusal ? (refusal.code === 'draftMoved' ? 'somebodyHasWrittenMore' : 'refused') : 'shown'
    },
    async sharePlan({ draftId, head, shareProof, plan, digest }) {
      const input = { draftId, head, shareProof, digest, wantYouToKnow: plan.weWantYouToKnow, steps: [...sharedSteps(plan)] }
      const { refusal } = await done(SharePlanDocument, { input }, newOnceKey())
      return refusal ? (refusal.code === 'draftMoved' ? 'somebodyHasWrittenMore' : 'refused') : 'shared'
    },
  }
}

/** One call over a socket that is open; throws when no answer came. */
function sendOver<Data, Variables extends Record<string, unknown>>(
  line: Client,
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return new Promise((resolve, reject) => {
    const noAnswer = () => reject(new Error('No answer'))
    line.subscribe<Data>(livePayload(document, variables), {
      next: ({ data }) => (data ? resolve(data) : noAnswer()),
      error: noAnswer,
      complete: noAnswer,
    })
  })
}

interface LineEvents extends ServerPostEvents {
  /** The socket over which envelopes come, once it is known to be open; undefined when it is lost. */
  open(line: Client | undefined): void
}

/** Names of what goes over one socket, as short as can be: each is sent with every frame. */
function shortNames(): () => string {
  let last = 0
  return () => (++last).toString(36)
}

/** One socket after another, each asking for what comes after the last that was dealt with. */
function listen(
  read: { draftId: string; memberProof: string; from: () => Promise<ReadFrom> },
  listener: EnvelopeListener,
  events: LineEvents,
): () => void {
  let stopped = false
  let failures = 0
  let closeSocket: () => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function connect(): Promise<void> {
    timer = undefined
    const { after, known } = await read.from()
    if (stopped) return
    const client = createClient({ url: socketAddress(), retryAttempts: 0, keepAlive: pingMs, lazy: true, generateID: shortNames() })
    closeSocket = () => void client.dispose()
    const variables = { draftId: read.draftId, memberProof: read.memberProof, after, known }
    client.subscribe<EnvelopesSubscription>(livePayload(EnvelopesDocument, variables), {
      next({ data }) {
        // The first event may be empty: it says that this phone has caught up.
        failures = 0
        events.open(client)
        for (const envelope of data?.envelopes ?? []) listener.frame(stored(envelope))
        listener.connected(true)
      },
      error: () => lost(false),
      complete: () => lost(true),
    })
  }

  function lost(byServer: boolean): void {
    events.open(undefined)
    closeSocket()
    if (stopped) return
    listener.connected(false)
    if (byServer) events.ended()
    timer = setTimeout(() => void connect(), retryMs[Math.min(failures++, retryMs.length - 1)])
  }

  function hurry(): void {
    // The phone says that it is back: do not wait out the pause.
    if (timer === undefined || stopped) return
    clearTimeout(timer)
    failures = 0
    void connect()
  }

  void connect()
  window.addEventListener('online', hurry)
  return () => {
    stopped = true
    clearTimeout(timer)
    events.open(undefined)
    window.removeEventListener('online', hurry)
    closeSocket()
  }
}

function sent({ id, n, kind, body }: SealedEnvelope) {
  return { id, n: String(n), kind: kind as EnvelopeKind, nonce: body.slice(0, nonceLetters), sealed: body.slice(nonceLetters) }
}

function stored({ id, seq, kind, device, member, n, epoch, nonce, sealed }: EnvelopesSubscription['envelopes'][number]): StoredEnvelope {
  return { id, seq, kind, device, memberId: member, n: Number(n), epoch, body: nonce + sealed }
}

/** What another phone said, opaque to the server: anything that is no base64url is as good as nothing. */
function readBytes(text: string) {
  try {
    return fromBase64Url(text)
  } catch {
    return new Uint8Array()
  }
}
