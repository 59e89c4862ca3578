import { isId } from '@kinplan/domain/is-id'
import { Refusal } from '@kinplan/domain/refusal'
import { proofHashBytes } from '@kinplan/private-draft/protocol'
import type { Permit } from '../access/permit'
import { parseBytes } from './parse-bytes'
import type { StartDraftInput } from './draft.graphql'
import { insertDraft } from './draft.store'

/** Starts the draft of the viewer's room; gives its id. */
export async function startDraft(permit: Permit<'draft:start'>, input: StartDraftInput): Promise<string> {
  if (!isId(input.draftId)) throw new Refusal('choiceUnknown', 'draftId')
  await insertDraft(permit, {
    id: input.draftId,
    memberProofHash: parseHash(input.memberProofHash, 'memberProofHash'),
    shareProofHash: parseHash(input.shareProofHash, 'shareProofHash'),
  })
  return input.draftId
}

function parseHash(text: string, field: string): Uint8Array<ArrayBuffer> {
  const hash = parseBytes(text, field, 'proofWrong')
  if (hash.length !== proofHashBytes) throw new Refusal('proofWrong', field)
  return hash
}
