import { setImmediate as turn } from 'node:timers/promises'
import type { MeetingNow } from '../access/listening'
import type { ReadForAll } from './meeting-now.store'

/** Reads meetings for those who listen here. */
export interface MeetingsNow {
  /** The meeting as it is after this was asked; null where nothing is known of it for this session. */
  of(meetingId: string, session: string): Promise<MeetingNow | null>
}

interface Reading {
  readonly sessions: Set<string>
  readonly read: Promise<ReadForAll | null>
}

/**
 * Whoever listens to one meeting is woken at the same moment: they ask together, and it is read once for all of them, one reading after the
 * other. Nobody is given a reading that began before they asked, since it may have missed what they were woken for.
 */
export function openMeetingsNow(read: (meetingId: string, sessions: readonly string[]) => Promise<ReadForAll | null>): MeetingsNow {
  const next = new Map<string, Reading>()
  const under = new Map<string, Promise<unknown>>()

  function join(meetingId: string): Reading {
    const known = next.get(meetingId)
    if (known !== undefined) return known
    const sessions = new Set<string>()
    const before = under.get(meetingId)
    const reading = (async () => {
      await before
      await turn()
      next.delete(meetingId)
      return read(meetingId, [...sessions])
    })()
    const over = reading.then(
      () => undefined,
      () => undefined,
    )
    under.set(meetingId, over)
    void over.then(() => under.get(meetingId) === over && under.delete(meetingId))
    const joined = { sessions, read: reading }
    next.set(meetingId, joined)
    return joined
  }

  return {
    async of(meetingId, session) {
      const { sessions, read: reading } = join(meetingId)
      sessions.add(session)
      try {
        const found = await reading
        return found?.good.has(session) ? found.now : null
      } catch {
        // The database is away: whoever asked is judged anew, and finds out.
        return null
      }
    },
  }
}
