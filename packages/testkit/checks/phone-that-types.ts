import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Browser, documentId } from '../src/browser'
import type { RoomThatWrites } from '../src/rooms-that-write'

/** What phones know: ids that the server said it stored, and the numbers that one of them heard, in their order. */
export interface Kept {
  acknowledged: Set<string>
  heard: number[]
}

interface Page {
  device: string
  envelope(): { id: string }
}

/** Between two envelopes of one person, and before a call that had no answer is made again, in ms. */
const betweenMs = 30
const againMs = 100

const payload = (name: string, variables: Record<string, unknown>) => ({
  query: '',
  variables,
  extensions: { documentId: documentId(name) },
})

function socketOf(address: string, session: string) {
  const browser = new Browser(address)
  browser.session = session
  return browser.socket()
}

/** Closes a client, also one whose socket was closed as it opened: it says that by a rejection. */
function letGo(client: ReturnType<typeof socketOf>): void {
  Promise.resolve(client.dispose()).catch(() => undefined)
}

/** One page load of somebody who types, and the envelopes that it seals one after the other. */
export function newPage() {
  let n = 0
  const device = randomBytes(16).toString('base64url')
  return {
    device,
    envelope: () => ({
      id: randomUUID(),
      n: String(++n),
      kind: 'update',
      nonce: randomBytes(12).toString('base64url'),
      sealed: randomBytes(52).toString('base64url'),
    }),
  }
}

/** Types until it is told to stop; what had no answer is sent again as it is, over the next socket. */
export async function typeAndKeep(
  address: string,
  { draftId, memberProof }: RoomThatWrites,
  session: string,
  page: Page,
  kept: Kept,
  signal: AbortSignal,
): Promise<void> {
  let client = socketOf(address, session)
  const append = (input: object) =>
    new Promise<{ stored?: { id: string }[] } | undefined>((resolve) => {
      client.subscribe<Record<string, { stored?: { id: string }[] }>>(payload('AppendEnvelopes', { input }), {
        next: ({ data }) => resolve(data?.['appendEnvelopes']),
        error: () => resolve(undefined),
        complete: () => resolve(undefined),
      })
    })
  while (!signal.aborted) {
    const envelope = page.envelope()
    while (!kept.acknowledged.has(envelope.id) && !signal.aborted) {
      const said = await append({ draftId, memberProof, device: page.device, epoch: 1, envelopes: [envelope] })
      for (const { id } of said?.stored ?? []) kept.acknowledged.add(id)
      if (kept.acknowledged.has(envelope.id)) break
      letGo(client)
      await pause(againMs)
      client = socketOf(address, session)
    }
    await pause(betweenMs)
  }
  letGo(client)
}

/** Listens until it is told to stop, each time for what comes after the last that it heard. */
export async function listenAndKeep(
  address: string,
  { draftId, memberProof }: RoomThatWrites,
  session: string,
  kept: Kept,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const client = socketOf(address, session)
    const variables = { draftId, memberProof, after: kept.heard.at(-1) ?? 0 }
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true })
      client.subscribe<Record<string, { seq: number }[]>>(payload('Envelopes', variables), {
        next: ({ data }) => void kept.heard.push(...(data?.['envelopes'] ?? []).map(({ seq }) => seq)),
        error: () => resolve(),
        complete: () => resolve(),
      })
    })
    letGo(client)
    if (!signal.aborted) await pause(againMs)
  }
}
