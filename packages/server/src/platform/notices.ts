import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg, { type PoolConfig } from 'pg'
import { outliveLostConnection } from './lost-connection'

const channel = 'kinplan'
/** Emitted when LISTEN is back after its connection was lost. */
const missed = Symbol('missed')
const longestPauseMs = 5_000

/** Short messages between the processes of one installation; never data. That some may have been missed with a lost connection is said. */
export interface Notices {
  /** Calls `onMissed` when messages may have been lost with a connection. Returns a function that stops listening. */
  listen(onMessage: (payload: string) => void, onMissed?: () => void): () => void
  publish(payload: string): Promise<void>
  close(): Promise<void>
}

/** Embedded: one process, so nothing needs to leave it. */
export function noticesInProcess(): Notices {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    listen: (onMessage, onMissed) => listenOn(emitter, onMessage, onMissed),
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
    void (async () => {
      for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
        await pause(wait, undefined, { ref: false })
        const next = await listening(connection, emitter, comeBack).catch(() => undefined)
        if (!next) continue
        client = next
        if (stopping.signal.aborted) await end(next)
        emitter.emit(missed)
        return
      }
    })()
  }

  return {
    listen: (onMessage, onMissed) => listenOn(emitter, onMessage, onMissed),
    publish: async (payload) => void (await pool.query('select pg_notify($1, $2)', [channel, payload])),
    close: async () => {
      stopping.abort()
      emitter.removeAllListeners()
      await end(client)
    },
  }
}

/** Resolves when it listens; `onLost` is called once after that, when the connection has gone. */
async function listening(connection: PoolConfig, emitter: EventEmitter, onLost: () => void): Promise<pg.Client> {
  const client = outliveLostConnection(new pg.Client({ ...connection, keepAlive: true }))
  const it = { listens: false, isLost: false }
  const lose = () => {
    if (it.isLost) return
    it.isLost = true
    if (!it.listens) return
    // What is left of it would tell everything twice.
    void end(client)
    onLost()
  }
  client.on('error', lose).on('end', lose)
  client.on('notification', ({ payload }) => emitter.emit(channel, payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
    if (it.isLost) throw new Error('The connection was lost as it began to listen')
  } catch (error) {
    await end(client)
    throw error
  }
  it.listens = true
  return client
}

/** Ends a client, also one whose connection has gone by itself. */
async function end(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined)
}

function listenOn(emitter: EventEmitter, onMessage: (payload: string) => void, onMissed: () => void = () => undefined): () => void {
  emitter.on(channel, onMessage)
  emitter.on(missed, onMissed)
  return () => void emitter.off(channel, onMessage).off(missed, onMissed)
}
