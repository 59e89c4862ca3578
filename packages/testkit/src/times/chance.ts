/** A seeded source of chance: the same seed gives the same world on every machine. The generator is mulberry32. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.next() * 100 < share
  }

  one<Thing>(things: readonly Thing[]): Thing {
    return things[this.whole(0, things.length - 1)]!
  }

  /** So many different ones, in the order they were given; all where there are fewer. */
  some<Thing>(things: readonly Thing[], count: number): Thing[] {
    const left = things.map((_, i) => i)
    while (left.length > Math.max(0, count)) left.splice(this.whole(0, left.length - 1), 1)
    return left.map((i) => things[i]!)
  }
}
