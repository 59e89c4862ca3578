import { checkAskWithoutKey, checkStopWithoutKey, checkUndoWithoutKey, type EndWithoutKeyKind } from '@kinplan/domain/plan/end-without-key'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWords } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { draftWithProof } from './draft.store'
import { holdRooms, holdToUndo, insertAsked, roomNow, stopAsked, undoAsked, waitingFor, type HeldRoom } from './end-without-key.store'

/**
 * Somebody in the room asks, because no device here has the plan open, or because nobody has vouched for theirs: then too the
 * room is told before. Refuses notNow to start again what nobody has begun, keyStillHere, alreadyDone.
 */
export async function endWithoutKey(permit: Permit<'room:endWithoutKey'>, kind: EndWithoutKeyKind): Promise<void> {
  const rooms = (await holdRooms(permit)).filter(
    ({ roomId, openDraftId }) => roomId === permit.subjectId && (kind === 'end' || openDraftId !== null),
  )
  await insertAsked(permit, { rooms, kind, saidBy: null, takesEffectAt: quietIn(rooms) })
}

/** The coordinator writes down who said that the family has finished: told to every device, which may stop it. It opens nothing. */
export async function endOnSpokenWord(permit: Permit<'room:endSpoken'>, saidBy: string): Promise<void> {
  const words = parseWords(saidBy, 'saidBy', mostName)
  const rooms = await holdRooms(permit)
  await insertAsked(permit, { rooms, kind: 'end', saidBy: words, takesEffectAt: quietIn(rooms) })
}

/** When it takes effect; refuses notNow without a room to end, keyStillHere while a device in one of them showed the key. */
function quietIn(rooms: HeldRoom[]): Date {
  const [effect] = rooms.map(({ proofShownAt, heldAt }) => checkAskWithoutKey({ proofShownAt, now: heldAt }))
  if (effect === undefined) throw new Refusal('notNow')
  return effect
}

/** A device that holds the key stops what waits; refuses proofWrong, alreadyDone. */
export async function stopEndWithoutKey(permit: Permit<'room:stopEnd'>, memberProof: string): Promise<void> {
  await draftWithProof(permit, 'room:stopEnd', permit.subjectId, { of: 'member', given: memberProof })
  const asked = await waitingFor(permit)
  if (asked === null) throw new Refusal('alreadyDone')
  const now = await roomNow(permit.op)
  checkStopWithoutKey(asked, now)
  await stopAsked(permit, asked, now)
}

/** A device that holds the key opens its draft again, within a day; refuses proofWrong, notNow, alreadyDone, draftMoved. */
export async function undoEndWithoutKey(permit: Permit<'room:undoEnd'>, memberProof: string): Promise<void> {
  await draftWithProof(permit, 'room:undoEnd', permit.subjectId, { of: 'member', given: memberProof })
  const held = await holdToUndo(permit)
  if (held === null) throw new Refusal('notNow')
  const now = await roomNow(permit.op)
  checkUndoWithoutKey(held.asked, { ...held, now })
  await undoAsked(permit, held.asked, now)
}
