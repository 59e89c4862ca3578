import { Refusal, type RefusalCode } from '@kinplan/domain/refusal'
import { sqlState, violatedConstraint } from '../platform/database-error'
import { savepoint } from '../platform/savepoint'
import type { Operation } from './operation'
import { earlierOutcome, keepOutcome } from './outcome.store'
import { Refused } from './refused.graphql'

/**
 * Runs a use case in a savepoint, so that a refusal undoes all of its writes and is still recorded.
 * `work` gives the id of its outcome; `show` resolves that id through the lock, also when the same key comes again.
 */
export async function mutate<D extends object>(
  op: Operation,
  work: () => Promise<string>,
  show: (id: string) => D | Promise<D>,
): Promise<Whole<D> | Refused> {
  try {
    return await savepoint(op.tx, async () => {
      const earlier = await earlierOutcome(op)
      if (earlier !== null) return whole(await show(earlier))
      const id = await work()
      await keepOutcome(op, id)
      // What was known before the work may have changed by it.
      forget(op)
      return whole(await show(id))
    })
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === null) throw error
    forget(op)
    op.changedMeetings.clear()
    op.changedForEverybody.clear()
    op.changedRooms.clear()
    op.changedDrafts.clear()
    op.afterCommit.length = 0
    op.session = null
    return Refused.because(refusal.code, refusal.field)
  }
}

/** What a rehearsal found, on its way out of the savepoint that is undone. */
class Rehearsed<T> extends Error {
  constructor(readonly found: T) {
    super('Rehearsed')
  }
}

/**
 * Does `work`, and undoes all of it: gives what it found, so that somebody can look at what would come of it. Throws the Refusal that it
 * would meet. Nothing is written, told or sent, and what it decided is no decision.
 */
export async function rehearse<T>(op: Operation, work: () => Promise<T>): Promise<T> {
  const decided = op.decisions.length
  const after = op.afterCommit.length
  const changed = [op.changedMeetings, op.changedForEverybody, op.changedRooms, op.changedDrafts].map((ids) => ({ ids, before: [...ids] }))
  try {
    await savepoint(op.tx, async () => {
      throw new Rehearsed(await work())
    })
    throw new Error('A rehearsal came to an end')
  } catch (error) {
    if (error instanceof Rehearsed) return (error as Rehearsed<T>).found
    throw refusalIn(error) ?? error
  } finally {
    forget(op)
    op.decisions.length = decided
    op.afterCommit.length = after
    for (const { ids, before } of changed) {
      ids.clear()
      for (const id of before) ids.add(id)
    }
  }
}

/** No UUID; or a text with a NUL, which words are refused for before they come so far. */
const notAnId = ['22P02', '22021']

/**
 * Constraints that hold a rule which only the database can keep, because two people may do it at the same moment; each with the refusal it
 * means, and the input's field.
 */
const refusedByConstraint: Record<string, [RefusalCode, string | null]> = {
  RoomHold_one_meeting: ['roomTaken', 'roomId'],
  WorkerHold_one_meeting: ['workerTaken', 'start'],
  ApartPresence_apart: ['keptApart', null],
  BreakGlass_few_a_day: ['tooMany', 'childName'],
}

/** A text that cannot be an id names nothing, which looks like what is not yours. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const held = refusedByConstraint[violatedConstraint(error) ?? '']
  if (held !== undefined) return new Refusal(...held)
  return notAnId.includes(sqlState(error) ?? '') ? new Refusal('notYours') : null
}

/** What whoever did it may see of it: that they may not is a fault. */
export async function seen<T>(shown: Promise<T | null>): Promise<T> {
  const found = await shown
  if (found === null) throw new Error('Whoever may do this may not see what came of it')
  return found
}

/** What is shown, with every field there. */
type Whole<D> = { [K in keyof D]: Awaited<D[K]> }

/** Waits for every field, asked for or not: a field still loading after the commit would read from a closed transaction. */
async function whole<D extends object>(done: D): Promise<Whole<D>> {
  const fields = await Promise.all(Object.entries(done).map(async ([name, value]) => [name, await value] as const))
  return Object.fromEntries(fields) as Whole<D>
}

function forget(op: Operation): void {
  op.ties.clear()
  op.loaded.clear()
}
