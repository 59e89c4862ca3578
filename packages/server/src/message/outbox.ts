import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import type { Logger } from '../platform/logger'
import type { SealingKey } from '../platform/sealing-key'
import { forgetLetters } from './forget-letters'
import { dueMessages, giveUpAfterADay, takeMessage, tryLater, type Letter } from './outbox.store'

export interface OutboxParts {
  database: Database
  key: SealingKey
  clock: Clock
  /** Where the files go; made when it is not there. */
  folder: string
  logger: Logger
  /** In the demo nobody takes letters from the folder. */
  demo: boolean
  /** Tells whoever looks at these meetings to ask again. */
  tell(meetingIds: string[]): Promise<void>
}

const job = { job: 'outbox' }
/** How long a message waits at most before its first try. */
const restMs = 2_000
/** How often letters that have lain too long are looked for. */
const forgetEveryMs = 3_600_000

/**
 * Delivers what waits, in order, each as one file, and gives how many went. The file is written before the commit that marks its message as
 * sent, and named after the message: killed between the two, the next delivery writes the same file again. Where the folder itself takes
 * nothing, the round stops: the other messages are as they were, and none is ever given up for it.
 */
export async function deliverOnce(parts: OutboxParts, stopping?: AbortSignal): Promise<number> {
  const { database, key, clock, folder, logger, tell } = parts
  const waiting = await database.transaction(job, dueMessages)
  const changed = new Set<string>()
  let sent = 0
  for (const { id, meetingId } of waiting) {
    if (stopping?.aborted) break
    try {
      const letter = await database.transaction(job, async (tx) => {
        const taken = await takeMessage(tx, key, id, clock.now())
        if (taken !== null && taken !== 'failed')
          await writeLetter(folder, taken).catch((error: unknown) => Promise.reject(new FolderFault(error)))
        return taken
      })
      if (letter !== null && letter !== 'failed') sent++
      if (letter !== null && meetingId !== null) changed.add(meetingId)
    } catch (error) {
      logger.fault(faultReference(), error)
      const stopped = error instanceof FolderFault
      await database.transaction(job, async (tx) => {
        await tryLater(tx, id)
        if (!stopped) await giveUpAfterADay(tx, id)
      })
      if (stopped) break
    }
  }
  if (changed.size > 0) await tell([...changed])
  if (sent > 0) logger.info('messagesSent', { sent })
  return sent
}

/** The folder took no file: nothing that is wrong with the message. */
class FolderFault extends Error {
  constructor(cause: unknown) {
    super('The outbox folder takes no file', { cause })
    this.name = 'FolderFault'
  }
}

/** Delivers every two seconds until the function it gives is called, which resolves when the delivery under way has ended. */
export function startOutbox(parts: OutboxParts): () => Promise<void> {
  const stopping = new AbortController()
  let forgetAt = 0
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() >= forgetAt) {
          await forgetLetters(parts)
          forgetAt = performance.now() + forgetEveryMs
        }
        await deliverOnce(parts, stopping.signal)
      } catch (error) {
        parts.logger.fault(faultReference(), error)
      }
      await rest(stopping.signal)
    }
  })()
  return () => {
    stopping.abort()
    return running
  }
}

/** Waits for the next round, or for the stop. */
async function rest(signal: AbortSignal): Promise<void> {
  await pause(restMs, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

const faultReference = () => randomBytes(6).toString('hex')

async function writeLetter(folder: string, letter: Letter): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${letter.createdAt.toISOString().replaceAll(/[:.]/g, '-')}-${letter.id}.txt`)
  const file = await open(`${path}.part`, 'w', 0o600)
  try {
    await file.writeFile(
      `To: ${oneLine(letter.name)} <${oneLine(letter.to)}>\nChannel: ${letter.channel}\nSubject: ` +
        `${oneLine(letter.subject)}\n\n${letter.body}\n`,
    )
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

/** A name with a line end in it would forge a header. */
const oneLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ')
