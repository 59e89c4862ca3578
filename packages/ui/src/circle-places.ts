type CirclePoint = { x: number; y: number }

/** The point at `angle` degrees, clockwise from the top, `radius` away from the middle. */
export function pointAt(angle: number, radius: number): CirclePoint {
  const turn = ((angle - 90) * Math.PI) / 180
  return { x: Math.round(Math.cos(turn) * radius * 10) / 10, y: Math.round(Math.sin(turn) * radius * 10) / 10 }
}

/** Angles for `count` people spread evenly between two angles, never on the edge of the group. */
export function spread(from: number, to: number, count: number): number[] {
  const step = (to - from) / Math.max(1, count)
  return Array.from({ length: count }, (_, place) => from + step * (place + 0.5))
}

/** An SVG path along the ring. */
export function arcPath(from: number, to: number, radius: number): string {
  const start = pointAt(from, radius)
  const end = pointAt(to, radius)
  return `M${start.x} ${start.y}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${end.x} ${end.y}`
}

/** Breaks words into at most `most` lines of about `width` letters; what does not fit ends in an ellipsis. */
export function wrapWords(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, most).map((line) => (line.length > width + 4 ? `${line.slice(0, width + 2)}…` : line))
  if (lines.length > most && kept.length > 0) kept[kept.length - 1] += '…'
  return kept
}
