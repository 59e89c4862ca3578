import { Refusal } from '@kinplan/domain/refusal'
import { refusalIn } from '../access/mutate'
import type { Operation } from '../access/operation'
import { savepoint } from '../platform/savepoint'

/** Thrown to undo what was only tried. */
class OnlyTried extends Error {}

/**
 * Books, given when it was said that the place is certainly another (null: it was not). Refuses placeUnsure for keptApart where nothing but
 * words says that two places are not one, and saying so would do.
 */
export async function sureOfPlace(op: Operation, isOther: boolean, book: (placeOtherAt: Date | null) => Promise<string>): Promise<string> {
  if (isOther) return book(op.now)
  try {
    return await savepoint(op.tx, () => book(null))
  } catch (error) {
    if (refusalIn(error)?.code === 'keptApart' && (await wouldBook(op, book))) throw new Refusal('placeUnsure', 'place')
    throw error
  }
}

async function wouldBook(op: Operation, book: (placeOtherAt: Date) => Promise<string>): Promise<boolean> {
  // What was read on the way to a refusal was undone with it.
  op.loaded.clear()
  op.ties.clear()
  try {
    return await savepoint(op.tx, async () => {
      await book(op.now)
      throw new OnlyTried()
    })
  } catch (error) {
    if (error instanceof OnlyTried) return true
    if (refusalIn(error) !== null) return false
    throw error
  }
}
