import type { Stage } from './stages'

/** People and workers of one meeting as the answer to "who can read this now?" needs them. */
interface Readers {
  stage: Stage
  workers: string[]
  /** Participants who are part of the meeting. */
  persons: { id: string; name: string }[]
}

/** Who is asking: a worker, or a person with the members of the private room they are in now and the people of whom they may not know. */
type Reader = { kind: 'worker' } | { kind: 'person'; room: ReadonlySet<string>; hidden: ReadonlySet<string> }

/**
 * Names of those who can read what is written now. In private family time a worker is told nobody and a person the members of their own
 * room (design: private-time); at every other stage the workers and everybody who takes part, without those the asker must not know of.
 */
export function readersNow({ stage, workers, persons }: Readers, asker: Reader): string[] {
  if (stage === 'privateTime')
    return asker.kind === 'worker' ? [] : persons.filter((person) => asker.room.has(person.id)).map((person) => person.name)
  const known = asker.kind === 'worker' ? persons : persons.filter((person) => !asker.hidden.has(person.id))
  return [...workers, ...known.map((person) => person.name)]
}
