import { allAsks } from './all-asks'
import { whoMay } from './who-may'
import { wordsOf } from './judge'
import { cellsOf, isFieldGiven, tryCell, type Cell, type Found, type Scene, type Wrong } from './scene'
import type { TypeRow } from './row'
import { whoSees } from './who-sees'

/** What a pass over all cells of a scene came to. */
export interface Pass {
  cells: number
  wrong: Wrong[]
  /** Asks that somebody got, and fields that somebody saw. */
  shown: Set<string>
}

/** Tries every cell of a scene and holds it against the tables; a field that somebody should see has to be seen in some answer. */
export async function passOver(scene: Scene, each: (cell: Cell, found: Found) => void = () => undefined): Promise<Pass> {
  const pass: Pass = { cells: 0, wrong: [], shown: new Set() }
  const seenBy = new Map<string, Set<string>>()
  for (const cell of cellsOf(scene)) {
    const found = await tryCell(scene, cell)
    each(cell, found)
    pass.wrong.push(...found.wrong)
    for (const field of found.seen) pass.shown.add(field)
    pass.cells++
    if (found.shown) pass.shown.add(cell.ask)
    const seen = seenBy.get(cell.person) ?? new Set()
    for (const field of found.seen) seen.add(field)
    seenBy.set(cell.person, seen)
  }
  for (const field of fieldsToSee())
    for (const person of scene.people) {
      pass.cells++
      if (isFieldGiven(scene, field, person) && !seenBy.get(person)?.has(field))
        pass.wrong.push({ what: field, words: `${field} is not shown to ${person}, ${scene.moment}`, leak: false })
    }
  return pass
}

/** Fields of which nothing was shown to anybody in the whole run, though the tables say so; and those that were and are called unmet. */
export function unmetFields(shown: ReadonlySet<string>): string[] {
  return [
    ...fieldsToSee()
      .filter((field) => !shown.has(field))
      .map((field) => `${field} was shown to nobody`),
    ...fieldsOf(({ unmet }) => wordsOf(unmet))
      .filter((field) => shown.has(field))
      .map((field) => `${field} was shown, and its row calls it unmet`),
  ]
}

/** Asks that somebody should get and nobody got in the whole run. */
export function neverGot(shown: ReadonlySet<string>): string[] {
  const isForSomebody = (ask: string) => Object.values(whoMay[ask] ?? {}).some((when) => !when.startsWith('never'))
  return Object.keys(allAsks)
    .filter((ask) => isForSomebody(ask) && !shown.has(ask) && !neverDone.includes(ask))
    .map((ask) => `${ask} was got by nobody`)
}

/**
 * The hub has said yes already, every room has its draft, nothing waits that a device could stop, and no key is lost: here the lock says
 * yes, and the thing itself no.
 */
const neverDone = [
  'confirmRooms',
  'startDraft',
  'endWithoutKey',
  'endOnSpokenWord',
  'stopEndWithoutKey',
  'undoEndWithoutKey',
  'endPrivateTimeForFamily',
]

/** Every field that has something to show, but for what may be done with a thing: that is asked by doing it. */
const fieldsToSee = () => fieldsOf(({ all, some = {} }) => [...wordsOf(all), ...Object.keys(some)].filter((name) => name !== 'viewerCan'))

const fieldsOf = (names: (row: TypeRow) => string[]) =>
  Object.entries(whoSees).flatMap(([type, row]) => names(row).map((name) => `${type}.${name}`))
