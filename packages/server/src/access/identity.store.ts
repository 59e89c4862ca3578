import type { SealingKey } from '../platform/sealing-key'
import type { Tx } from '../platform/database'
import type { Viewer } from './viewer'

/**
 * The viewer behind a session cookie; nobody when the session ended, or the person's part in the family did. From here on PostgreSQL knows
 * the transaction by that viewer, and by this time.
 */
export async function viewerOfSession(tx: Tx, key: SealingKey, token: string | null, now: Date): Promise<Viewer> {
  const fingerprint = token === null ? null : key.fingerprint(token, 'session')
  const [found] = await tx.$queryRaw<{ sessionId: string; workerId: string | null; personId: string; familyId: string }[]>`
    SELECT "sessionId"::text, "workerId"::text, "personId"::text, "familyId"::text FROM ask_as_session(${fingerprint}::bytea, ${now})`
  if (found === undefined) return { kind: 'nobody' }
  const { sessionId, workerId, personId, familyId } = found
  return workerId === null ? { kind: 'person', id: personId, familyId, sessionId } : { kind: 'worker', id: workerId, sessionId }
}

/** Those of these session cookies whose session has ended. */
export async function endedSessions(tx: Tx, key: SealingKey, tokens: readonly string[], now: Date): Promise<Set<string>> {
  const asked = tokens.map((token) => ({ token, hex: Buffer.from(key.fingerprint(token, 'session')).toString('hex') }))
  const rows = await tx.$queryRaw<{ hex: string }[]>`SELECT hex FROM ended_sessions(${asked.map(({ hex }) => hex)}::text[], ${now}) hex`
  const ended = new Set(rows.map(({ hex }) => hex))
  return new Set(asked.flatMap(({ token, hex }) => (ended.has(hex) ? token : [])))
}

/** The operation as the holder of a promise's token sees it; null when the token is not, or no longer, good. */
export async function holderOf(tx: Tx, key: SealingKey, token: string, now: Date): Promise<Viewer | null> {
  const [found] = await tx.$queryRaw<{ personId: string; familyId: string; actionId: string }[]>`
    SELECT "personId"::text, "familyId"::text, "actionId"::text FROM ask_as_holder(${key.fingerprint(token, 'action')}, ${now})`
  return found === undefined ? null : { kind: 'holder', id: found.personId, familyId: found.familyId, actionId: found.actionId }
}
