import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import { everySoOften } from '../platform/every-so-often'
import type { Logger } from '../platform/logger'
import type { SealingKey } from '../platform/sealing-key'
import { appendCheckpoint, lastNumber } from './checkpoint-file'
import { signedCheckpoint } from './record-chain'
import { chainEnd, holdChain, keepCheckpoint, newestSealedId, sealRows, type ChainEnd } from './record-seal.store'

const job = { job: 'record' }
const everyMs = 1_000
/** A line is some 250 bytes: at most half a megabyte an hour of work without a pause. */
const checkpointEveryMs = 2_000
/** With nothing new one is signed all the same, so that a silence is seen. */
const checkpointAtLeastMs = 86_400_000
/** Where the other place took nothing, it is asked again after this. */
const restMs = 30_000
/** Ids are given before the commit, so an earlier one may come later: so many are looked at again, and from time to time all. */
const idsLookedAtAgain = 2_000n
const allEveryMs = 3_600_000

interface SealerParts {
  database: Database
  key: SealingKey
  clock: Clock
  logger: Logger
  /** Folder of the checkpoints. */
  checkpoints: string
}

export interface Sealer {
  /** Seals what is there, and signs a checkpoint when it is time, or `atOnce`. */
  sealOnce(atOnce?: boolean): Promise<void>
}

/** Where nobody else is sealing: chains the rows that have no seal, then signs how far that went and puts it in the other place. */
export function createSealer({ database, key, clock, checkpoints }: Omit<SealerParts, 'logger'>): Sealer {
  let above = 0n
  let lookedAtAll = Number.NEGATIVE_INFINITY
  let restUntil = Number.NEGATIVE_INFINITY

  async function sealAll(): Promise<ChainEnd | null> {
    const startedAt = clock.now().getTime()
    const isWhole = startedAt - lookedAtAll >= allEveryMs
    if (isWhole) above = 0n
    for (;;) {
      const round = await database.transaction(job, async (tx) => {
        if (!(await holdChain(tx))) return null
        const sealed = await sealRows(tx, key, await chainEnd(tx), above)
        return { ...sealed, newest: sealed.more ? 0n : await newestSealedId(tx) }
      })
      if (round === null) return null
      if (round.more) continue
      if (isWhole) lookedAtAll = startedAt
      if (round.newest > idsLookedAtAgain) above = round.newest - idsLookedAtAgain
      return round.end
    }
  }

  function isDue({ n, checkpoint }: ChainEnd, atOnce: boolean): boolean {
    const now = clock.now().getTime()
    if (n === 0n || now < restUntil) return false
    if (atOnce && checkpoint?.n !== n) return true
    const passed = checkpoint === null ? Number.POSITIVE_INFINITY : now - checkpoint.at.getTime()
    return passed >= (checkpoint?.n === n ? checkpointAtLeastMs : checkpointEveryMs)
  }

  async function signCheckpoint(atOnce: boolean): Promise<void> {
    await database.transaction(job, async (tx) => {
      if (!(await holdChain(tx))) return
      const end = await chainEnd(tx)
      if (end.seal === null || !isDue(end, atOnce)) return
      // Killed between the file and the commit, the file knows of one more.
      const number = Math.max(Number(end.checkpoint?.number ?? 0), await lastNumber(checkpoints, key)) + 1
      const at = clock.now()
      const said = { number, n: String(end.n), seal: Buffer.from(end.seal).toString('base64'), at: at.toISOString() }
      await appendCheckpoint(checkpoints, signedCheckpoint(key, said))
      await keepCheckpoint(tx, BigInt(number), end.n, at)
    })
  }

  return {
    async sealOnce(atOnce = false) {
      const end = await sealAll()
      if (end === null || !isDue(end, atOnce)) return
      try {
        await signCheckpoint(atOnce)
      } catch (error) {
        restUntil = clock.now().getTime() + restMs
        throw error
      }
    },
  }
}

/** Seals once a second. Gives a function that stops, seals what is left, and waits; a failure is logged and tried again. */
export function keepSealing({ logger, ...parts }: SealerParts): () => Promise<void> {
  const sealer = createSealer(parts)
  const stop = everySoOften(logger, 'sealing the record', everyMs, () => sealer.sealOnce())
  return async () => {
    await stop()
    await sealer.sealOnce(true).catch((error: unknown) => logger.fault('sealing the record', error))
  }
}
