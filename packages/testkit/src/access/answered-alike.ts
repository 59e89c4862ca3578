import { asAdministrator } from '../as-administrator'
import { workers } from '../cast'
import { refusalIn } from './answer'
import { fieldOf } from './ask'
import { withIdsOfNothing } from './argument-cells'
import { rootFields } from './documents'
import { isNamed } from './judge'
import { strangers } from './people'
import { answerIn, cellsOf, type Cell, type Scene } from './scene'
import type { Named } from './what-goes-in'
import { whoMay } from './who-may'

interface Alike {
  cells: number
  wrong: string[]
}

/** What lies in a plan, and is there for those alone who may read it. */
const inPlan: readonly Named[] = ['plan', 'step', 'action']
const grandad = 'Grandad, kept apart from a place'

/**
 * A refusal that differs tells that a thing is there. Each change that the tables give somebody at no moment is asked for with what is
 * there and with ids of nothing, and so is what concerns the plan by somebody who was told all and may not know of one who wrote it.
 */
export async function answeredAlike(scene: Scene): Promise<Alike> {
  const kinds = rootFields(scene.parts.schema)
  const changes = cellsOf(scene).filter(({ ask }) => kinds.get(fieldOf(ask))?.kind === 'mutation')
  const never = changes.filter(({ ask, person }) => !strangers.includes(person) && !isNamed(whoMay[ask] ?? {}, person))
  const found: Alike = { cells: 0, wrong: [] }
  for (const cell of never) await tryAlike(scene, cell, found)
  if (scene.people.includes(grandad) && (await answerIn(scene, { ask: 'myPlan', person: grandad })).outcome === 'shown')
    await withPlanHidden(scene, async () => {
      if ((await answerIn(scene, { ask: 'myPlan', person: grandad })).outcome === 'shown') throw new Error('The plan is not hidden')
      for (const cell of changes.filter(({ person }) => person === grandad)) await tryAlike(scene, cell, found, inPlan)
    })
  return found
}

/** What is wrong with the answers to one change: nothing, where somebody cannot tell an id of something from an id of nothing. */
export async function tryAlike(scene: Scene, cell: Cell, found: Alike, kinds?: readonly Named[]): Promise<Alike> {
  const other = withIdsOfNothing(scene, cell, kinds)
  if (other === null) return found
  const [real, nothing] = [await answerIn(scene, cell), await answerIn(scene, cell, other)]
  const words = [real, nothing].map(({ result }) => refusalIn(result, fieldOf(cell.ask)))
  found.cells++
  if (words[0] !== words[1]) found.wrong.push(`${cell.ask} to ${cell.person}, ${scene.moment}: ${words[0]}, and of nothing ${words[1]}`)
  return found
}

/** Does some work while Grandad, who was told all, may not know of Aunt, who was in the room that wrote the plan. */
async function withPlanHidden({ world }: Scene, work: () => Promise<void>): Promise<void> {
  const { familyId, people, server } = world
  const [pair] = await asAdministrator(server, (ask) =>
    ask<{ id: string }>(
      `insert into "PairApart" ("familyId", "oneId", "otherId", "level", "markedById", "markedAt")
        values ($1::uuid, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'knowing', $4::uuid, now()) returning "id"::text`,
      familyId,
      people.grandad,
      people.aunt,
      workers.helen.id,
    ),
  )
  try {
    await work()
  } finally {
    await asAdministrator(server, async (ask) => {
      await ask('delete from "ApartPresence" where "pairId" = $1::uuid', pair?.id)
      await ask('delete from "PairApart" where "id" = $1::uuid', pair?.id)
    })
  }
}
