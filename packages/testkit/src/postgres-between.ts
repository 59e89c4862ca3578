import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands between a server and PostgreSQL, and sees each message that goes by. */
export interface Between {
  /** The same database by this way. */
  addressFor(address: string): string
  /** Statements that went to PostgreSQL until now: simple queries and executions. */
  statements(): number
  /** When the last commit before the last notice was answered, in milliseconds of `performance.now()`. */
  committedAt(): number
  /** Notices that came from PostgreSQL are dropped for as long as this is so. */
  dropNotices(are: boolean): void
  /** Notices that were dropped. */
  dropped(): number
  close(): Promise<void>
}

/** Kinds of messages by their first byte: a simple query, an execution, a notice. */
const [query, execution, notice, completed] = ['Q', 'E', 'A', 'C'].map((letter) => letter.charCodeAt(0))
/** What a commit is answered with. */
const commit = 'COMMIT'
/** A byte for its kind and four for its length, which counts itself. */
const headBytes = 5

/** Cuts a stream into whole messages; the first of a client has no kind. */
function messages(hasStart: boolean, each: (kind: number | undefined, message: Buffer) => void): (piece: Buffer) => void {
  let rest = Buffer.alloc(0)
  let isStart = hasStart
  return (piece) => {
    rest = Buffer.concat([rest, piece])
    for (;;) {
      const head = isStart ? headBytes - 1 : headBytes
      if (rest.length < head) return
      const length = rest.readUInt32BE(head - 4) + head - 4
      if (rest.length < length) return
      each(isStart ? undefined : rest[0], rest.subarray(0, length))
      rest = rest.subarray(length)
      isStart = false
    }
  }
}

/** Opens a way to the PostgreSQL of this address, without encryption, as on one computer. */
export async function betweenPostgres(address: string): Promise<Between> {
  const { hostname, port } = new URL(address)
  const open = new Set<Socket>()
  let [asked, dropped, dropping] = [0, 0, false]
  let [lastCommitAt, committedAt] = [0, 0]
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname)
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(one)
      // Small messages that wait for one another would take 40 ms each.
      one.setNoDelay(true)
      one.on('error', () => undefined)
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
    const count = messages(true, (kind) => {
      if (kind === query || kind === execution) asked++
    })
    client.on('data', (piece: Buffer) => {
      count(piece)
      database.write(piece)
    })
    let passed: Buffer[] = []
    const answer = messages(false, (kind, message) => {
      if (kind === completed && message.toString('latin1', headBytes, headBytes + commit.length) === commit)
        lastCommitAt = performance.now()
      if (kind === notice) committedAt = lastCommitAt
      if (kind === notice && dropping) dropped++
      else passed.push(message)
    })
    database.on('data', (piece: Buffer) => {
      answer(piece)
      client.write(Buffer.concat(passed))
      passed = []
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = server.address() as AddressInfo
  return {
    addressFor(other) {
      const by = new URL(other)
      by.hostname = '127.0.0.1'
      by.port = String(own.port)
      return by.href
    },
    statements: () => asked,
    committedAt: () => committedAt,
    dropNotices: (are) => void (dropping = are),
    dropped: () => dropped,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
