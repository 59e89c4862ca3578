import { policy, rights, ties, type Right, type Tie } from '@kinplan/domain/access/rules'

/** One entry of the policy: what one tie gives of one right. */
export type Entry = `${Right} ${Tie}`
export type PolicyRow = Record<string, unknown>

export const entryOf = (right: Right, tie: Tie): Entry => `${right} ${tie}`

const ofTies = new Set<string>(ties)

/**
 * Does some work while the policy says which of its entries the lock reads; afterwards it is as before. What only lists rights
 * (`viewerCan`) decides nothing, and is not told.
 */
export async function watchingPolicy<T>(work: (read: () => Set<Entry>) => Promise<T>): Promise<T> {
  const before = { ...policy }
  let reads = new Set<Entry>()
  for (const right of rights) {
    const row: PolicyRow = before[right]
    // The lock looks whether a right is about such a thing, and then decides at once; a list of rights decides alone.
    let fetchedSinceAbout: number | null = null
    const watched = new Proxy(row, {
      get(target, name) {
        if (name === 'about') fetchedSinceAbout = 0
        else if (ofTies.has(String(name)) && fetchedSinceAbout === 1) reads.add(entryOf(right, name as Tie))
        return target[String(name)]
      },
    })
    Object.defineProperty(policy, right, {
      configurable: true,
      enumerable: true,
      get() {
        if (fetchedSinceAbout !== null) fetchedSinceAbout++
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
