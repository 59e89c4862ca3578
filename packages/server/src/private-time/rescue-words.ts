import { createHash } from 'node:crypto'
import { Refusal } from '@kinplan/domain/refusal'
import { proofHashBytes, rescueSaltBytes, rescueSealedBytes } from '@kinplan/private-draft/protocol'
import type { Permit } from '../access/permit'
import { draftWithProof, holdRoom, keepKeyHolder } from './draft.store'
import { parseBytes } from './parse-bytes'
import type { KeepRescueWordsInput, OpenByRescueWordsInput } from './rescue-words.graphql'
import { keptUnder, keepSealed, type SealedKey } from './rescue-words.store'

/**
 * Keeps the key of the draft as a device sealed it under new rescue words; the old ones open nothing from then on. Refuses proofWrong,
 * draftClosed, and changedMeanwhile for another epoch than the draft's.
 */
export async function keepRescueWords(permit: Permit<'rescueWords:make'>, input: KeepRescueWordsInput): Promise<void> {
  const given = { of: 'member', given: input.memberProof } as const
  const { open, epoch } = await draftWithProof(permit, 'rescueWords:make', permit.subjectId, given)
  if (!open) throw new Refusal('draftClosed')
  if (epoch !== input.epoch) throw new Refusal('changedMeanwhile', 'epoch')
  await keepSealed(permit, {
    epoch,
    salt: parseExactly(input.salt, 'salt', rescueSaltBytes),
    proofHash: parseExactly(input.proofHash, 'proofHash', proofHashBytes),
    sealed: parseExactly(input.sealed, 'sealed', rescueSealedBytes),
  })
}

/**
 * The sealed key, for a session of the room that shows that it has the words; it is not vouched for, and learns nothing without them.
 * Refuses rescueWordsTooOften, rescueWordsWrong.
 */
export async function findByRescueWords(permit: Permit<'rescueWords:use'>, wordsProof: string): Promise<SealedKey> {
  const { op, viewer } = permit
  if (!op.takesRescueTry(viewer.sessionId)) throw new Refusal('rescueWordsTooOften')
  const proof = parseBytes(wordsProof, 'wordsProof', 'rescueWordsWrong')
  const kept = await keptUnder(permit, new Uint8Array(createHash('sha256').update(proof).digest()))
  if (kept === null) throw new Refusal('rescueWordsWrong', 'wordsProof')
  return kept
}

/**
 * A session that has the words and, with them, the key: it counts among those who took it, as one that comes back does. Whoever kept the
 * key and was signed out needs the words as well. Everybody who has the key is told. Refuses as `findByRescueWords`, and proofWrong.
 */
export async function openByRescueWords(permit: Permit<'rescueWords:use'>, input: OpenByRescueWordsInput): Promise<void> {
  await holdRoom(permit)
  const { draftId } = await findByRescueWords(permit, input.wordsProof)
  await draftWithProof(permit, 'rescueWords:use', draftId, { of: 'member', given: input.memberProof })
  const { op, viewer } = permit
  await keepKeyHolder(permit, { draftId, sessionId: viewer.sessionId, personId: viewer.id, byRescueWordsAt: op.now })
}

function parseExactly(text: string, field: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = parseBytes(text, field, 'wordsBroken')
  if (bytes.length !== length) throw new Refusal('wordsBroken', field)
  return bytes
}
