import type { Database } from '../platform/database'
import { everySoOften } from '../platform/every-so-often'
import type { Logger } from '../platform/logger'
import { takeEffectNow } from './end-without-key.store'

const everyMs = 5_000

interface Parts {
  database: Database
  logger: Logger
  tell(meetingIds: string[]): Promise<void>
  tellRooms(meetingIds: string[]): Promise<void>
  tellEnvelopes(draftId: string): Promise<void>
}

/** Lets what was asked without the key take effect when its time has come, and tells those whom it concerns. */
export async function takeEffect({ database, tell, tellRooms, tellEnvelopes }: Parts): Promise<void> {
  for (const { meetingId, draftId, allEnded } of await takeEffectNow(database)) {
    await tellRooms([meetingId])
    if (draftId !== null) await tellEnvelopes(draftId)
    // Others learn nothing while a room is still private.
    if (allEnded) await tell([meetingId])
  }
}

/** Looks every five seconds. Gives a function that stops and waits for what is under way; a failure is logged and tried again. */
export function keepTakingEffect(parts: Parts): () => Promise<void> {
  return everySoOften(parts.logger, 'taking effect', everyMs, () => takeEffect(parts))
}
