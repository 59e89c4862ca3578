import { createClient, type Client } from 'graphql-ws'
import { useEffect } from 'react'
import type { TrustedDocument } from '../generated/graphql'
import { ChangedDocument } from '../generated/graphql'
import { askAgain } from './asked'

const pingMs = 12_000
const settleMs = 1_000
const longestWaitMs = 15_000

/** The address of the server's socket, beside this page's own. */
export function socketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/graphql`
}

/** What goes over the socket: the id of a trusted document, never its text. */
export function livePayload<Data, Variables>(document: TrustedDocument<Data, Variables>, variables: Variables) {
  return { query: '', variables: variables as Record<string, unknown>, extensions: { documentId: document.id } }
}

/** Asks again when one of these meetings changes, when the line comes back, and when the phone is taken up again. */
export function useLiveMeetings(meetingIds: readonly string[]): void {
  const joined = meetingIds.join(' ')
  useEffect(() => {
    const onShow = () => document.visibilityState === 'visible' && askAgain()
    document.addEventListener('visibilitychange', onShow)
    window.addEventListener('online', askAgain)
    let settled: ReturnType<typeof setTimeout> | undefined
    // What changed before the server began to listen for us would otherwise never be told.
    const onConnected = () => {
      clearTimeout(settled)
      settled = setTimeout(askAgain, settleMs)
    }
    const client = joined ? changesClient(onConnected) : undefined
    for (const meetingId of joined.split(' ').filter(Boolean)) {
      client?.subscribe(livePayload(ChangedDocument, { meetingId }), {
        next: askAgain,
        error: () => undefined,
        complete: () => undefined,
      })
    }
    return () => {
      document.removeEventListener('visibilitychange', onShow)
      window.removeEventListener('online', askAgain)
      clearTimeout(settled)
      void client?.dispose()
    }
  }, [joined])
}

function changesClient(onConnected: () => void): Client {
  return createClient({
    url: socketAddress(),
    keepAlive: pingMs,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** retries, longestWaitMs))),
    on: { connected: onConnected },
  })
}
