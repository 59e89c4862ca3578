import type { SealingKey } from '../platform/sealing-key'
import type { Tx } from '../platform/database'
import type { Viewer } from './viewer'

/** Tells PostgreSQL who asks and what time it is, until the end of this transaction. */
export async function nameViewer(tx: Tx, viewer: Viewer, now: Date): Promise<void> {
  const person = viewer.kind === 'person' || viewer.kind === 'holder' ? viewer.id : ''
  const worker = viewer.kind === 'worker' ? viewer.id : ''
  await tx.$queryRaw`select set_config('app.person', ${person}, true), set_config('app.worker', ${worker}, true),
    set_config('app.now', ${now.toISOString()}, true)`
}

/**
 * The viewer behind a session cookie; nobody when the session ended, or the person's part in the family did.
 * Leaves the transaction named for that viewer.
 */
export async function viewerOfSession(tx: Tx, key: SealingKey, token: string | null, now: Date): Promise<Viewer> {
  const session =
    token === null
      ? null
      : await tx.session.findUnique({
          where: { tokenHash: key.fingerprint(token, 'session') },
          select: { id: true, personId: true, workerId: true, endsAt: true, endedAt: true },
        })
  if (session === null || session.endedAt !== null || session.endsAt <= now) {
    await nameViewer(tx, { kind: 'nobody' }, now)
    return { kind: 'nobody' }
  }
  if (session.workerId !== null) {
    const viewer: Viewer = { kind: 'worker', id: session.workerId, sessionId: session.id }
    await nameViewer(tx, viewer, now)
    return viewer
  }
  const personId = session.personId ?? ''
  await nameViewer(tx, { kind: 'person', id: personId, familyId: '', sessionId: session.id }, now)
  // Under the person's own row security: a person whose part has ended finds nothing.
  const person = await tx.person.findUnique({ where: { id: personId }, select: { familyId: true } })
  return person === null ? { kind: 'nobody' } : { kind: 'person', id: personId, familyId: person.familyId, sessionId: session.id }
}

/** Those of these session cookies whose session has ended. */
export async function endedSessions(tx: Tx, key: SealingKey, tokens: readonly string[], now: Date): Promise<Set<string>> {
  const asked = tokens.map((token) => ({ token, hash: key.fingerprint(token, 'session') }))
  const rows = await tx.session.findMany({
    where: { tokenHash: { in: asked.map(({ hash }) => hash) }, OR: [{ endedAt: { not: null } }, { endsAt: { lte: now } }] },
    select: { tokenHash: true },
  })
  const ended = new Set(rows.map(({ tokenHash }) => Buffer.from(tokenHash).toString('hex')))
  return new Set(asked.flatMap(({ token, hash }) => (ended.has(Buffer.from(hash).toString('hex')) ? token : [])))
}

/** Names a job to PostgreSQL until the end of this transaction; jobs have policies of their own. */
export async function nameJob(tx: Tx, job: 'story' | ''): Promise<void> {
  await tx.$queryRaw`select set_config('app.job', ${job}, true)`
}

/** The operation as the holder of a promise's token sees it; null when the token is not, or no longer, good. */
export async function holderOf(tx: Tx, key: SealingKey, token: string, now: Date): Promise<Viewer | null> {
  const link = await tx.actionLink.findUnique({
    where: { tokenHash: key.fingerprint(token, 'action') },
    select: { personId: true, familyId: true, actionId: true, endsAt: true },
  })
  if (link === null || link.endsAt <= now) return null
  const viewer: Viewer = { kind: 'holder', id: link.personId, familyId: link.familyId, actionId: link.actionId }
  await nameViewer(tx, viewer, now)
  return viewer
}
