/**
 * Starts at places, each with the two numbers of its standing (see `StandingKeys`): what it comes to, or what it cannot exceed. The best
 * first.
 */
export class CandidateQueue {
  private readonly first: number[] = []
  private readonly second: number[] = []
  private readonly slots: number[] = []
  private readonly places: number[] = []
  private heap: number[] = []

  /** Adds a candidate, which gets the next number from 0. */
  add(slot: number, place: number, first: number, second: number): void {
    this.heap.push(this.slots.length)
    this.slots.push(slot)
    this.places.push(place)
    this.first.push(first)
    this.second.push(second)
  }

  /** Puts what was added into order; before `best` is asked for. */
  arrange(): void {
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at--) this.sink(at)
  }

  /** The number of the best candidate, or -1 when there are none. */
  best(): number {
    return this.heap[0] ?? -1
  }

  /** Gives the best candidate other numbers, no better than those it has. */
  lower(first: number, second: number): void {
    const candidate = this.heap[0]!
    this.first[candidate] = first
    this.second[candidate] = second
    this.sink(0)
  }

  /** Takes the best candidate off. */
  take(): void {
    const last = this.heap.pop()!
    if (this.heap.length === 0) return
    this.heap[0] = last
    this.sink(0)
  }

  firstOf(candidate: number): number {
    return this.first[candidate]!
  }

  /** Whether only the first number has been worked out; the second is given as Infinity until then. */
  isRough(candidate: number): boolean {
    return this.second[candidate] === Infinity
  }

  slotOf(candidate: number): number {
    return this.slots[candidate]!
  }

  placeOf(candidate: number): number {
    return this.places[candidate]!
  }

  private before(a: number, b: number): boolean {
    const [first, second, slots] = [this.first, this.second, this.slots]
    if (first[a] !== first[b]) return first[a]! > first[b]!
    if (second[a] !== second[b]) return second[a]! > second[b]!
    return slots[a] === slots[b] ? this.places[a]! < this.places[b]! : slots[a]! < slots[b]!
  }

  private sink(from: number): void {
    const { heap } = this
    let at = from
    const moved = heap[at]!
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && this.before(heap[child + 1]!, heap[child]!)) child++
      if (!this.before(heap[child]!, moved)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = moved
  }
}
