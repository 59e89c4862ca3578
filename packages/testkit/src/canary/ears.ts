import { documentId } from '../browser'
import type { Hear } from './look'
import type { ListeningServer } from './listening-server'

interface Ear {
  readonly to: string
  readonly frames: string[]
  close(): void
}

/** What comes over sockets to everybody who listens, from one look to the next. */
export class Ears {
  #open: Ear[] = []

  /** Somebody listens to these meetings, and to the drafts whose proof they are given. */
  listen(
    web: ListeningServer,
    session: string | null,
    to: string,
    meetingIds: readonly string[],
    drafts: readonly { draftId: string; memberProof: string }[] = [],
  ): void {
    const client = web.browser(session).socket()
    const frames: string[] = []
    const hear = (documentName: string, variables: Record<string, unknown>) =>
      client.subscribe(
        { query: '', variables, extensions: { documentId: documentId(documentName) } },
        {
          next: (frame) => void frames.push(JSON.stringify(frame)),
          // What a socket is refused with is heard as well.
          error: (error) => void frames.push(error instanceof Error ? error.message : JSON.stringify(error)),
          complete: () => undefined,
        },
      )
    const stops = [
      ...meetingIds.map((meetingId) => hear('Changed', { meetingId })),
      ...drafts.map(({ draftId, memberProof }) => hear('Envelopes', { draftId, memberProof, after: 0 })),
    ]
    this.#open.push({
      to,
      frames,
      close() {
        for (const stop of stops) stop()
        void client.dispose()
      },
    })
  }

  get hasHeard(): boolean {
    return this.#open.some(({ frames }) => frames.length > 0)
  }

  /** Hands over all that came, and stops listening. */
  close(hear: Hear): void {
    for (const { to, frames, close } of this.#open.splice(0)) {
      close()
      hear({ channel: 'socket', to, text: frames.join('\n') })
    }
  }
}
