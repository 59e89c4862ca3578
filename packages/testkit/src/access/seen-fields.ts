/** Every 'Type.field' that an answer shows something of: not null, and no empty list. The answer has to say its types. */
export function seenFields(value: unknown, seen: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const one of value) seenFields(one, seen)
  else if (typeof value === 'object' && value !== null) {
    const type = (value as { __typename?: string }).__typename
    for (const [name, below] of Object.entries(value)) {
      if (name === '__typename' || below === null || (Array.isArray(below) && below.length === 0)) continue
      if (type !== undefined) seen.add(`${type}.${name}`)
      seenFields(below, seen)
    }
  }
  return seen
}
