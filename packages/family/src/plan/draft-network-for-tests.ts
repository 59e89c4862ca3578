import { nonceBytes } from '@kinplan/private-draft/protocol'
import { TestLine, type HonestServer } from '@kinplan/private-draft/post-for-tests'
import type { StoredEnvelope } from '@kinplan/private-draft/draft-post'
import { vi } from 'vitest'
import type { FakeNetwork } from '../fake-network-for-tests'
import {
  AppendEnvelopesDocument,
  KeepKeyShareDocument,
  ProposeShareDocument,
  RelayHeadDocument,
  SharePlanDocument,
} from '../generated/graphql'

const nonceLetters = (nonceBytes * 4) / 3

/** The line of the app's page to an honest server: its documents and its socket. A test delivers what flies to it. */
export function draftOverNetwork(network: FakeNetwork, server: HonestServer, member: string): TestLine {
  const line = new TestLine()
  const post = server.post(member, line)
  network.answer(AppendEnvelopesDocument, async ({ input: { draftId, memberProof, epoch, device, envelopes } }) => {
    const sealed = envelopes.map(({ id, n, kind, nonce, sealed: rest }) => ({ id, n: Number(n), kind, body: nonce + rest }))
    const stored = await post.appendEnvelopes({ draftId, memberProof, epoch, writer: device, envelopes: sealed })
    return { appendEnvelopes: { __typename: 'AppendEnvelopesDone' as const, stored } }
  })
  network.answer(RelayHeadDocument, async ({ input: { draftId, memberProof, epoch, device, head } }) => {
    const envelope = { id: head.id, n: Number(head.n), kind: head.kind, body: head.nonce + head.sealed }
    await post.relayHead({ draftId, memberProof, epoch, writer: device, envelope })
    return { relayHead: { __typename: 'RelayHeadDone' as const, relayed: true } }
  })
  network.answer(KeepKeyShareDocument, async (held) => ({
    keepKeyShare: { __typename: 'KeepKeyShareDone' as const, keyShare: (await post.releaseDeviceKey(held)) ?? '' },
  }))
  network.answer(ProposeShareDocument, async ({ input }) => {
    const done = await post.proposeShare(input)
    return { proposeShare: done === 'shown' ? { __typename: 'ProposeShareDone' as const } : refusedAs(done) }
  })
  network.answer(SharePlanDocument, async ({ input: { wantYouToKnow, ...input } }) => {
    const done = await post.sharePlan({ ...input, plan: { things: [], headings: [], weWantYouToKnow: wantYouToKnow } })
    return { sharePlan: done === 'shared' ? { __typename: 'SharePlanDone' as const } : refusedAs(done) }
  })
  vi.stubGlobal('WebSocket', socketTo(post))
  return line
}

function refusedAs(done: 'refused' | 'somebodyHasWrittenMore') {
  return { __typename: 'Refused' as const, code: done === 'refused' ? ('draftClosed' as const) : ('draftMoved' as const), field: null }
}

interface Asked {
  id?: string
  type: string
  payload?: { variables?: { draftId?: string; memberProof?: string; after?: number; known?: string | null } }
}

/** A socket that speaks graphql-transport-ws, and knows of envelopes alone. */
function socketTo(post: ReturnType<HonestServer['post']>) {
  return class {
    static readonly OPEN = 1
    readyState = 1
    onopen: (() => void) | null = null
    onmessage: ((event: { data: string }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null

    constructor() {
      setTimeout(() => this.onopen?.())
    }

    send(words: string): void {
      const { id, type, payload } = JSON.parse(words) as Asked
      if (type === 'connection_init') setTimeout(() => this.#tell({ type: 'connection_ack' }))
      if (type === 'ping') this.#tell({ type: 'pong' })
      const { draftId, memberProof = '', after = 0, known = null } = payload?.variables ?? {}
      if (type !== 'subscribe' || draftId === undefined) return
      const next = (envelopes: object[]) => this.#tell({ id, type: 'next', payload: { data: { envelopes } } })
      const from = () => Promise.resolve({ after, known })
      post.envelopes({ draftId, memberProof, from }, { frame: (envelope) => next([onWire(envelope)]), connected: () => next([]) })
    }

    close(): void {
      this.readyState = 3
    }

    #tell(message: object): void {
      if (this.readyState === 1) this.onmessage?.({ data: JSON.stringify(message) })
    }
  }
}

function onWire({ seq, epoch, id, device, memberId, n, kind, body }: StoredEnvelope) {
  const nonce = body.slice(0, nonceLetters)
  return { seq, epoch, id, device, member: memberId, n: String(n), kind, nonce, sealed: body.slice(nonceLetters) }
}
