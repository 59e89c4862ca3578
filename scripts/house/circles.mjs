// No circle of files: imports of types count, since whoever moves one file of a circle moves all of them.
import { fileOf, finding } from './house.mjs'

/** Files that lead round to each other, one finding a circle, with its shortest ring. */
export function circles(house) {
  const arrows = new Map(
    [...house.sources.values()].map((file) => [file.path, new Set(file.imports.flatMap((one) => fileOf(house, one)?.path ?? []))]),
  )
  return tangles(arrows).map((tangle) => {
    const ring = shortestRing(arrows, tangle)
    const rest = tangle.length > ring.length ? ` (${tangle.length} files hang together so)` : ''
    return finding(
      'circles',
      ring[0],
      1,
      `files lead round in a circle: ${[...ring, ring[0]].join(' → ')}${rest}. Put what both need in a file of its own, or pass it in.`,
    )
  })
}

/** Strongly connected files, more than one together or one that leads to itself (Tarjan, without recursion). */
function tangles(arrows) {
  const index = new Map()
  const low = new Map()
  const onStack = new Set()
  const stack = []
  const found = []
  for (const start of arrows.keys()) {
    if (index.has(start)) continue
    const walk = [{ path: start, next: arrows.get(start)?.values() }]
    open(start)
    while (walk.length > 0) {
      const { path, next } = walk.at(-1)
      const step = next.next()
      if (!step.done) {
        if (!index.has(step.value)) {
          open(step.value)
          walk.push({ path: step.value, next: (arrows.get(step.value) ?? new Set()).values() })
        } else if (onStack.has(step.value)) low.set(path, Math.min(low.get(path), index.get(step.value)))
        continue
      }
      walk.pop()
      const above = walk.at(-1)?.path
      if (above !== undefined) low.set(above, Math.min(low.get(above), low.get(path)))
      if (low.get(path) !== index.get(path)) continue
      const tangle = stack.splice(stack.indexOf(path))
      for (const one of tangle) onStack.delete(one)
      if (tangle.length > 1 || arrows.get(path)?.has(path)) found.push(tangle.sort())
    }
  }
  return found

  function open(path) {
    index.set(path, index.size)
    low.set(path, index.get(path))
    stack.push(path)
    onStack.add(path)
  }
}

function shortestRing(arrows, tangle) {
  const within = new Set(tangle)
  const rings = tangle.flatMap((start) => {
    const from = new Map([[start, null]])
    const queue = [start]
    for (const path of queue) {
      for (const next of arrows.get(path)) {
        if (next === start) return [trail(from, path)]
        if (!within.has(next) || from.has(next)) continue
        from.set(next, path)
        queue.push(next)
      }
    }
    return []
  })
  return rings.sort((a, b) => a.length - b.length)[0]
}

function trail(from, last) {
  const steps = []
  for (let path = last; path !== null; path = from.get(path)) steps.unshift(path)
  return steps
}
