/**
 * Counts what is open by a name, at most so many of each. Where there are too many the oldest gives way: nobody is locked out by what they
 * lost, or by somebody who keeps things open. Gives a function to count one, which gives a function to call when that one has ended.
 */
export function oldestGivesWay<T>(most: number, giveWay: (one: T) => void): (name: string, one: T) => () => void {
  const open = new Map<string, Set<T>>()
  return (name, one) => {
    const mine = open.get(name) ?? new Set()
    open.set(name, mine.add(one))
    const gone = (left: T) => {
      mine.delete(left)
      if (mine.size === 0 && open.get(name) === mine) open.delete(name)
    }
    const [oldest] = mine
    if (mine.size > most && oldest !== undefined) {
      gone(oldest)
      giveWay(oldest)
    }
    return () => gone(one)
  }
}
