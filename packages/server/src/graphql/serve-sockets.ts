import type { IncomingMessage } from 'node:http'
import { CloseCode, handleProtocols, makeServer, type ConnectionInitMessage, type ServerOptions } from 'graphql-ws'
import type { WebSocket, WebSocketServer } from 'ws'
import type { Logger } from '../platform/logger'
import { faultError } from './faults'

/** A socket, and the request by which it was opened. */
interface Opened {
  socket: WebSocket
  request: IncomingMessage
}

/**
 * Speaks graphql-ws over these sockets. As the library's own server for `ws`, but for its log: that writes every broken frame to the
 * console, so that a stranger could fill it. What a client should not send closes its socket, and only a fault of ours is logged.
 */
export function serveSockets(
  sockets: WebSocketServer,
  options: ServerOptions<ConnectionInitMessage['payload'], Opened>,
  pingEveryMs: number,
  logger: Logger,
): () => Promise<void> {
  const server = makeServer<ConnectionInitMessage['payload'], Opened>(options)
  sockets.options.handleProtocols = handleProtocols
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    // What is too large or no text ws has closed already.
    socket.on('error', () => undefined)
    const stopPinging = pingEvery(socket, pingEveryMs)
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) resolve()
            else socket.send(data, { compress: false }, (error) => (error ? reject(error) : resolve()))
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (bytes: Buffer) => {
            take(String(bytes)).catch((error: unknown) => {
              if (isFrameOfServer(error)) socket.close(CloseCode.BadRequest, 'Invalid message received')
              else {
                faultError(logger, error)
                socket.close(CloseCode.InternalServerError, 'Internal server error')
              }
            })
          }),
      },
      { socket, request },
    )
    socket.once('close', (code, reason) => {
      stopPinging()
      void closed(code, String(reason))
    })
  })
  return async () => {
    sockets.removeAllListeners()
    await new Promise<void>((resolve, reject) => sockets.close((error) => (error ? reject(error) : resolve())))
  }
}

/** A frame of a kind that servers alone send: the library throws at that. */
const isFrameOfServer = (error: unknown) => error instanceof Error && error.message.startsWith('Unexpected message of type')

/** Ends a socket that does not answer: a phone that lost its signal says nothing. Gives a function that stops. */
function pingEvery(socket: WebSocket, everyMs: number): () => void {
  let isThere = true
  socket.on('pong', () => (isThere = true))
  const pinging = setInterval(() => {
    if (!isThere) socket.terminate()
    else if (socket.readyState === socket.OPEN) {
      isThere = false
      socket.ping()
    }
  }, everyMs)
  return () => clearInterval(pinging)
}
