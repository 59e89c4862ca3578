import { once } from 'node:events'
import { documentId } from '@kinplan/testkit/browser'
import type { RunningServer } from '@kinplan/testkit/running-server'
import { WebSocket } from 'ws'

type Frame = { type: string; id?: string; payload?: unknown }

/** A real socket that speaks the protocol by hand, past every politeness of a client. */
export async function openSocket(server: RunningServer, session: string | null) {
  const headers = session === null ? {} : { cookie: `kinplan=${session}` }
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
  const frames: Frame[] = []
  socket.on('message', (bytes: Buffer) => void frames.push(JSON.parse(bytes.toString()) as Frame))
  const closed = once(socket, 'close').then(([code]) => code as number)
  await once(socket, 'open')
  const send = (frame: Frame) => socket.send(JSON.stringify(frame))
  send({ type: 'connection_init' })
  // Greeted, or shown out.
  await Promise.race([once(socket, 'message'), closed])
  return {
    frames,
    closed,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    send,
    sendBytes: (bytes: string | Buffer) => socket.send(bytes),
    /** What is sent to a closed socket goes nowhere. */
    subscribe: (id: string, meetingId: string) =>
      socket.readyState === WebSocket.OPEN &&
      send({ type: 'subscribe', id, payload: { query: '', extensions: { documentId: documentId('Changed') }, variables: { meetingId } } }),
    errors: () => frames.filter((frame) => frame.type === 'error'),
    async end() {
      socket.terminate()
      await closed
    },
  }
}
