import { randomUUID } from 'node:crypto'
import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql'
import { refusalIn } from './answer'
import { fieldOf } from './ask'
import { rootFields } from './documents'
import { answerIn, sentIn, type Cell, type Scene } from './scene'
import { whatGoesIn, type Named } from './what-goes-in'
import type { World } from './world'

/** One id in what somebody sends: where it stands, and what it names. */
interface Place {
  path: (string | number)[]
  named: Named
}

/**
 * What somebody who gets a thing gets with an id of another family in place of one of theirs, and with one that is nobody's: nothing, and
 * both in the same words.
 */
export async function swapIds(scene: Scene, cell: Cell): Promise<{ cells: number; wrong: string[] }> {
  const found = { cells: 0, wrong: [] as string[] }
  const sent = sentIn(scene, cell)
  for (const { path, named } of idsIn(scene, cell, sent)) {
    if (named === 'new') continue
    const where = `${cell.ask} to ${cell.person}, ${scene.moment}, with another ${named} in ${path.join('.')}`
    const words: string[] = []
    for (const other of [otherFamilys(scene.world, named), randomUUID()]) {
      if (other === null) continue
      found.cells++
      const { outcome, result } = await answerIn(scene, cell, replaced(sent, path, other))
      words.push(refusalIn(result, fieldOf(cell.ask)))
      if (outcome === 'fault' || (outcome === 'shown' && !ofTheCouncil.includes(named))) found.wrong.push(`${where}: ${outcome}`)
    }
    if (new Set(words).size > 1) found.wrong.push(`${where}: ${words.join(', and of nothing ')}`)
  }
  return found
}

/** What a cell sends, with ids of nothing in place of what is a family's, or of these kinds; null where it names none. */
export function withIdsOfNothing(scene: Scene, cell: Cell, kinds?: readonly Named[]): Record<string, unknown> | null {
  const sent = sentIn(scene, cell)
  const isOne = (named: Named) => (kinds === undefined ? named !== 'new' && !ofTheCouncil.includes(named) : kinds.includes(named))
  const places = idsIn(scene, cell, sent).filter(({ named }) => isOne(named))
  return places.length === 0 ? null : places.reduce((all, { path }) => replaced(all, path, randomUUID()), sent)
}

/** What is the council's shows nothing of any family: there a name of nothing may be left aside. */
const ofTheCouncil: readonly Named[] = ['worker', 'team', 'place', 'room', 'term']

function otherFamilys({ other }: World, named: Named): string | null {
  const of: Partial<Record<Named, string>> = {
    family: other.familyId,
    meeting: other.meetingId,
    person: other.personId,
    participant: other.participantId,
    bottomLine: other.bottomLineId,
  }
  return of[named] ?? null
}

/** Every id that was sent, as the tables name it. */
function idsIn({ parts }: Scene, { ask }: Cell, sent: Record<string, unknown>): Place[] {
  const field = rootFields(parts.schema).get(fieldOf(ask))?.field
  return (field?.args ?? []).flatMap((arg) =>
    within(arg.type, sent[arg.name], [arg.name], whatGoesIn[field?.name ?? '']?.names?.[arg.name]),
  )
}

function within(type: GraphQLInputType, value: unknown, path: (string | number)[], named: Named | undefined): Place[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((one, place) => within(type, one, [...path, place], named))
  const input = getNamedType(type)
  if (!isInputObjectType(input)) return named === undefined ? [] : [{ path, named }]
  return Object.values(input.getFields()).flatMap((field) =>
    within(field.type, (value as Record<string, unknown>)[field.name], [...path, field.name], whatGoesIn[input.name]?.names?.[field.name]),
  )
}

function replaced<T>(value: T, [first, ...rest]: (string | number)[], by: string): T {
  if (first === undefined) return by as T
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>
  copy[first] = replaced(copy[first], rest, by)
  return copy as T
}
