import { once } from 'node:events'
import { WebSocket } from 'ws'
import { documentId } from './browser'

type Frame = { type: string; id?: string; payload?: unknown }

/** One real socket of somebody who listens to a meeting. */
interface SocketThatListens {
  close(): void
}

/** Opens it; `told` hears of each frame, `ended` that no more come, with what was said. */
export async function listenToMeeting(
  address: string,
  session: string,
  meetingId: string,
  on: { told(): void; ended(why: string): void },
): Promise<SocketThatListens> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: `kinplan=${session}` },
  })
  socket.on('error', () => undefined)
  let closing = false
  const greeted = new Promise<void>((resolve) => {
    socket.on('message', (bytes: Buffer) => {
      const { type, payload } = JSON.parse(bytes.toString()) as Frame
      if (type === 'connection_ack') resolve()
      if (type === 'next') on.told()
      if (type === 'error' || type === 'complete') on.ended(`${type} ${JSON.stringify(payload ?? null)}`)
    })
    socket.on('close', (code) => {
      resolve()
      if (!closing) on.ended(`closed ${code}`)
    })
  })
  await once(socket, 'open')
  socket.send('{"type":"connection_init"}')
  await greeted
  const payload = { query: '', variables: { meetingId }, extensions: { documentId: documentId('Changed') } }
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }))
  return {
    close() {
      closing = true
      socket.terminate()
    },
  }
}
