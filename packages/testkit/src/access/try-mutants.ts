import { rootFieldRights } from '@kinplan/server/graphql/root-fields'
import type { Right } from '@kinplan/domain/access/rules'
import { fieldOf } from './ask'
import type { Mutant } from './mutants'
import { watchingPolicy, withPolicy, type Entry } from './policy-reads'
import { passOver, type Pass } from './passes'
import { isFieldGiven, tryCell, type Cell, type Found, type Scene } from './scene'

interface Tried {
  cell: Cell
  found: Found
}

/** Which cells of a scene each entry of the policy decides, learnt from the policy as it is. */
type Deciding = Map<Entry, Tried[]>

/** Passes over a scene, and learns on the way which cells each entry of the policy decides. */
export async function passAndLearn(scene: Scene): Promise<{ pass: Pass; deciding: Deciding }> {
  const deciding: Deciding = new Map()
  const pass = await watchingPolicy((read) =>
    passOver(scene, (cell, found) => {
      for (const entry of read()) {
        const cells = deciding.get(entry) ?? []
        cells.push({ cell, found })
        deciding.set(entry, cells)
      }
    }),
  )
  return { pass, deciding }
}

/**
 * Those of the mutants that some cell notices: with one of them as the policy, it is not as the tables say. Of each, no more than so many
 * cells are tried. */
export async function noticedIn(scene: Scene, deciding: Deciding, mutants: Iterable<Mutant>, mostCells = Infinity): Promise<Mutant[]> {
  const noticed: Mutant[] = []
  for (const mutant of mutants) {
    const cells = deciding.get(mutant.entry) ?? []
    if (await isNoticed(scene, mutant, inOrder(cells, mutant).slice(0, mostCells))) noticed.push(mutant)
  }
  return noticed
}

/** First the field that the right is of. One more yes adds nothing to a change that was made. */
function inOrder(cells: readonly Tried[], { right, isOneMore }: Mutant): Tried[] {
  const rights: Record<string, Right> = rootFieldRights
  const rank = ({ cell: { ask } }: Tried) => (rights[fieldOf(ask)] === right ? 0 : 1)
  const changeable = isOneMore ? cells.filter(({ found }) => !found.shown || found.seen.size > 0) : cells
  return changeable.toSorted((a, b) => rank(a) - rank(b))
}

async function isNoticed(scene: Scene, { right, row }: Mutant, cells: readonly Tried[]): Promise<boolean> {
  return withPolicy({ [right]: row }, async () => {
    for (const { cell, found } of cells) {
      const now = await tryCell(scene, cell)
      if (now.wrong.length > 0) return true
      const isLost = (field: string) => !now.seen.has(field) && isFieldGiven(scene, field, cell.person)
      if ([...found.seen].some(isLost)) return true
    }
    return false
  })
}
