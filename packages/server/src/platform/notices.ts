import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg, { type PoolConfig } from 'pg'

const channel = 'kinplan'
const longestPauseMs = 5_000

/** Short messages between the processes of one installation; never data, and one may be lost when a connection breaks. */
export interface Notices {
  /** Returns a function that stops listening. */
  listen(onMessage: (payload: string) => void): () => void
  publish(payload: string): Promise<void>
  close(): Promise<void>
}

/** Embedded: one process, so nothing needs to leave it. */
export function noticesInProcess(): Notices {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    listen: (onMessage) => listenOn(emitter, onMessage),
    publish: (payload) => Promise.resolve(void emitter.emit(channel, payload)),
    close: () => Promise.resolve(void emitter.removeAllListeners()),
  }
}

/** LISTEN on a connection of its own, which comes back by itself; NOTIFY through the pool. Resolves when it listens. */
export async function noticesOverPostgres(connection: PoolConfig, pool: pg.Pool): Promise<Notices> {
  const emitter = new EventEmitter().setMaxListeners(0)
  const stopping = new AbortController()
  let client = await listening(connection, emitter, comeBack)

  function comeBack(): void {
    if (stopping.signal.aborted) return
    void (async () => {
      for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
        await pause(wait, undefined, { ref: false })
        const next = await listening(connection, emitter, comeBack).catch(() => undefined)
        if (!next) continue
        if (stopping.signal.aborted) await next.end()
        client = next
        return
      }
    })()
  }

  return {
    listen: (onMessage) => listenOn(emitter, onMessage),
    publish: async (payload) => void (await pool.query('select pg_notify($1, $2)', [channel, payload])),
    close: async () => {
      stopping.abort()
      emitter.removeAllListeners()
      await client.end()
    },
  }
}

async function listening(connection: PoolConfig, emitter: EventEmitter, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, keepAlive: true })
  let lost = false
  const loseOnce = () => {
    if (!lost) onLost()
    lost = true
  }
  client.on('notification', ({ payload }) => emitter.emit(channel, payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
  } catch (error) {
    client.on('error', () => undefined)
    await client.end().catch(() => undefined)
    throw error
  }
  client.on('error', loseOnce)
  client.on('end', loseOnce)
  return client
}

function listenOn(emitter: EventEmitter, onMessage: (payload: string) => void): () => void {
  emitter.on(channel, onMessage)
  return () => void emitter.off(channel, onMessage)
}
