import { policy, rights, ties, type Right, type Tie } from '@kinplan/domain/access/rules'

/** One entry of the policy: what one tie gives of one right. */
export type Entry = `${Right} ${Tie}`
export type PolicyRow = Record<string, unknown>

export const entryOf = (right: Right, tie: Tie): Entry => `${right} ${tie}`

const ofTies = new Set<string>(ties)
/** Names and phones of a room are shown to those who find this among their rights. */
export const askedByList: ReadonlySet<Right> = new Set<Right>(['room:readMembers'])

/**
 * Does some work while the policy says which of its entries the lock reads; afterwards it is as before. What only lists rights
 * (`viewerCan`) decides nothing, and is not told.
 */
export async function watchingPolicy<T>(work: (read: () => Set<Entry>) => Promise<T>): Promise<T> {
  const before = { ...policy }
  let reads = new Set<Entry>()
  // The lock looks whether a right is about such a thing, and then decides at once; a list of rights decides alone.
  const fetchedSinceAbout = new Map<Right, number>()
  for (const right of rights) {
    const row: PolicyRow = before[right]
    const watched = new Proxy(row, {
      get(target, name) {
        if (name === 'about') {
          fetchedSinceAbout.set(right, 0)
          queueMicrotask(() => fetchedSinceAbout.delete(right))
        } else if (ofTies.has(String(name)) && (fetchedSinceAbout.get(right) === 1 || askedByList.has(right)))
          reads.add(entryOf(right, name as Tie))
        return target[String(name)]
      },
    })
    Object.defineProperty(policy, right, {
      configurable: true,
      enumerable: true,
      get() {
        const fetched = fetchedSinceAbout.get(right)
        if (fetched !== undefined) fetchedSinceAbout.set(right, fetched + 1)
        return watched
      },
    })
  }
  try {
    return await work(() => {
      const found = reads
      reads = new Set()
      return found
    })
  } finally {
    restorePolicy(before)
  }
}

/** Does some work with other rows in the policy of this process; afterwards it is as before. The product has no way to do so. */
export async function withPolicy<T>(rows: Partial<Record<Right, PolicyRow>>, work: () => Promise<T>): Promise<T> {
  const before = { ...policy }
  Object.assign(policy, rows)
  try {
    return await work()
  } finally {
    restorePolicy(before)
  }
}

function restorePolicy(before: object): void {
  for (const [right, row] of Object.entries(before))
    Object.defineProperty(policy, right, { configurable: true, enumerable: true, writable: true, value: row })
}
