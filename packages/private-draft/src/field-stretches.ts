/**
 * A stretch of a field, in UTF-16 units. 'both': it stands in the field and in the draft. 'draft': others wrote it and the field
 * does not show it yet. 'field': others took it away and the field still shows it. 'over': it was written here and the draft cannot
 * take it (yet). 'gone': the writer took it away; it is nowhere, and stands here for whoever takes that back.
 */
export interface Stretch {
  readonly of: 'both' | 'draft' | 'field' | 'over' | 'gone'
  readonly length: number
  /** What is written here and nowhere else: of 'over' and 'gone'. */
  readonly words: string
  /** The step of the writer that wrote it; 0: somebody else. */
  readonly by: number
  /** The step of the writer that last took it away; 0: none. */
  readonly goneBy: number
}

type Measure = (stretch: Stretch) => number
export const inField: Measure = ({ of, length }) => (of === 'draft' || of === 'gone' ? 0 : length)
export const inDraft: Measure = ({ of, length }) => (of === 'both' || of === 'draft' ? length : 0)

/** A stretch that others wrote. */
export function othersStretch(of: 'both' | 'draft' | 'field', length: number): Stretch {
  return { of, length, words: '', by: 0, goneBy: 0 }
}

export function sum(stretches: readonly Stretch[], measure: Measure): number {
  return stretches.reduce((total, stretch) => total + measure(stretch), 0)
}

/** Cuts at a place, as early as it can be: what others wrote at the very place comes behind it. */
export function cut(stretches: readonly Stretch[], place: number, measure: Measure): [readonly Stretch[], readonly Stretch[]] {
  const front: Stretch[] = []
  let left = place
  for (const [at, stretch] of stretches.entries()) {
    if (left === 0) return [front, stretches.slice(at)]
    const measured = measure(stretch)
    if (measured > left) {
      return [
        [...front, partOf(stretch, 0, left)],
        [partOf(stretch, left, stretch.length), ...stretches.slice(at + 1)],
      ]
    }
    front.push(stretch)
    left -= measured
  }
  return [front, []]
}

export function partOf(stretch: Stretch, from: number, to: number): Stretch {
  return { ...stretch, length: to - from, words: stretch.words.slice(from, to) }
}

/** The same stretches, as few as they can be. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const last = found[found.length - 1]
    if (stretch.length === 0) continue
    if (last?.of === stretch.of && last.by === stretch.by && last.goneBy === stretch.goneBy) {
      found[found.length - 1] = { ...last, length: last.length + stretch.length, words: last.words + stretch.words }
    } else found.push(stretch)
  }
  return found
}
