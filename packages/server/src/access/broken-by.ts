import type { Operation } from './operation'

/** A `where` over break-glass: those by which this worker may read now. */
export const brokenBy = ({ now }: Pick<Operation, 'now'>, workerId: string) => ({
  workerId,
  endedAt: null,
  openedAt: { lte: now },
  endsAt: { gt: now },
})
