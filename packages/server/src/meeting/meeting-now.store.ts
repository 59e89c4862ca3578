import { isId } from '@kinplan/domain/is-id'
import type { MeetingNow } from '../access/listening'
import type { Database } from '../platform/database'
import type { SealingKey } from '../platform/sealing-key'

/** A meeting as it is now, and those of the sessions that are good still. */
export interface ReadForAll {
  now: MeetingNow
  good: ReadonlySet<string>
}

interface Row extends MeetingNow {
  good: string[]
}

const statement = 'select "good", "accessVersion", "everybodys" from meeting_now($1::uuid, $2::text[], $3)'

/** Reads it in one statement for the holders of these session tokens; null when none of them is good. */
export async function readMeetingNow(
  database: Database,
  key: SealingKey,
  meetingId: string,
  sessions: readonly string[],
  at: Date,
): Promise<ReadForAll | null> {
  if (!isId(meetingId)) return null
  const byHex = new Map(sessions.map((token) => [Buffer.from(key.fingerprint(token, 'session')).toString('hex'), token]))
  const [row] = await database.appendConnection<Row>({}, statement, [meetingId, [...byHex.keys()], at])
  if (row === undefined) return null
  const { good, accessVersion, everybodys } = row
  return { now: { accessVersion, everybodys }, good: new Set(good.flatMap((hex) => byHex.get(hex) ?? [])) }
}
