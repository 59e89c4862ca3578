import type { Operation } from './operation'

/** The worker who could read the link by which the viewer's session came; null when no worker could. */
export async function linkReaderOf({ tx, viewer }: Operation): Promise<string | null> {
  if (viewer.kind !== 'person') return null
  const link = { select: { createdById: true, workerCouldRead: true } }
  const session = await tx.session.findUnique({ where: { id: viewer.sessionId }, select: { link } })
  return session?.link?.workerCouldRead ? session.link.createdById : null
}
