/** Somebody who might keep a promise: of the family, or a worker who would keep it for the council. */
type MaybeOwner =
  | { kind: 'person'; takesPart: boolean; accessEnded: boolean }
  | { kind: 'worker'; allocatedNow: boolean; supervisesTeam: boolean }

/**
 * Who may own a promise of a plan: somebody of the family who takes part in its meeting and whose access has not ended, or a worker who is
 * allocated to the family now or supervises its team. A worker who could not open the promise cannot keep it.
 */
export function mayOwn(somebody: MaybeOwner): boolean {
  return somebody.kind === 'person' ? somebody.takesPart && !somebody.accessEnded : somebody.allocatedNow || somebody.supervisesTeam
}
