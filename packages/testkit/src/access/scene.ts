import type { DoorParts } from '@kinplan/server/graphql/operate'
import { allAsks } from './all-asks'
import { answerTo, type Answered } from './answer'
import { fieldOf, type Ask } from './ask'
import { documentFor } from './documents'
import type { Facts } from './facts'
import { isExpected, isGiven, rowOfField } from './judge'
import type { Moment } from './moments'
import type { Person } from './people'
import { seenFields } from './seen-fields'
import { whatComesBack } from './what-comes-back'
import { whoMay } from './who-may'
import { whoSees } from './who-sees'
import type { World } from './world'

/** The world at one moment, behind a door that is put together in some way; who comes to it. */
export interface Scene {
  world: World
  facts: Facts
  moment: Moment
  parts: DoorParts
  people: readonly Person[]
}

/** One person who asks one thing at one moment: of a query, for all that it shows. */
export interface Cell {
  ask: string
  person: Person
}

const askOf = (name: string): Ask => {
  const found = allAsks[name]
  if (found === undefined) throw new Error(`Nobody asks ${name}`)
  return found
}

/** Everything that is asked of whom, at one moment. */
export const cellsOf = ({ people }: Scene): Cell[] => Object.keys(allAsks).flatMap((ask) => people.map((person) => ({ ask, person })))

/** What a cell sends. */
export const sentIn = ({ world, facts, moment }: Scene, { ask, person }: Cell): Record<string, unknown> =>
  askOf(ask).variables({ world, facts, moment, person })

export function answerIn(scene: Scene, cell: Cell, sent = sentIn(scene, cell)): Promise<Answered> {
  const { world, parts } = scene
  const { ask, person } = cell
  const field = fieldOf(ask)
  const { fromAfar = false } = askOf(ask)
  return answerTo(
    { parts, fromAfar },
    { session: world.sessions[person], device: world.devices[person] },
    {
      field,
      // What may be done with a thing is asked by the changes themselves.
      document: documentFor(parts.schema, field, ['viewerCan']),
      variables: sent,
    },
  )
}

/** Something that is not as the tables say. */
export interface Wrong {
  /** The ask, or the 'Type.field'. */
  what: string
  words: string
  /** Something was shown, or done, that should not be. */
  leak: boolean
}

/** What a cell came to. */
export interface Found {
  wrong: Wrong[]
  shown: boolean
  /** Each 'Type.field' of which something was shown. */
  seen: ReadonlySet<string>
}

/** Asks, and holds the answer against the tables. Of fields, only what is too much is wrong here: what is there may be shown elsewhere. */
export async function tryCell(scene: Scene, cell: Cell): Promise<Found> {
  const { ask, person } = cell
  const { moment } = scene
  const { outcome, result } = await answerIn(scene, cell)
  const seen = new Set([...seenFields(result.data)].filter(isJudged))
  const wrong = [...seen]
    .filter((field) => !isFieldGiven(scene, field, person))
    .map((field) => ({ what: field, words: `${field} to ${person}, ${moment}, in ${ask}`, leak: true }))
  if (!isExpected(outcome, whoMay[ask] ?? {}, person, moment, askOf(ask)))
    wrong.push({ what: ask, words: `${ask} to ${person}, ${moment}: ${outcome}`, leak: outcome === 'shown' })
  return { wrong, shown: outcome === 'shown', seen }
}

/** What a change gives back is its maker's, as the change is. */
const isJudged = (field: string) => whatComesBack[field.split('.')[0] ?? ''] === undefined

/** Whether the tables show this 'Type.field' to this person in this scene. */
export function isFieldGiven({ moment }: Scene, field: string, person: Person): boolean {
  const [type = '', name = ''] = field.split('.')
  return isGiven(rowOfField(whoSees[type], name), person, moment)
}
