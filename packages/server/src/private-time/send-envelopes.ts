import { Refusal } from '@kinplan/domain/refusal'
import type { EnvelopeToStore, Operation } from '../access/operation'
import { permit } from '../access/permit'
import { Refused } from '../access/refused.graphql'
import { checkEnvelopes, envelopeNumber } from './check-envelopes'
import { parseBytes } from './parse-bytes'
import type { AppendEnvelopesInput, StoredEnvelope } from './draft.graphql'
import { draftWithProof } from './draft.store'

/**
 * Judges the call, commits, and then waits for the group's commit: on the one embedded connection anything else would
 * wait for itself. Who sends is the session's person. The same envelope again gives its first number.
 */
export async function sendEnvelopes(op: Operation, input: AppendEnvelopesInput): Promise<{ stored: StoredEnvelope[] } | Refused> {
  try {
    const granted = await permit(op, 'draft:append', { kind: 'draft', id: input.draftId })
    const draft = await draftWithProof(granted, 'draft:append', input.draftId, { of: 'member', given: input.memberProof })
    const rows = parseEnvelopes(input, granted.viewer.id)
    await op.closeTransaction()
    const stored = await op.appendEnvelopes(rows)
    if (stored.length > 0) op.changedDrafts.add(draft.id)
    if (stored.length < rows.length) throw new Refusal(draft.open ? 'envelopeRefused' : 'draftClosed')
    return { stored: stored.map(({ envelopeId, seq }) => ({ id: envelopeId, seq })) }
  } catch (error) {
    if (error instanceof Refusal) return Refused.because(error.code, error.field)
    throw error
  }
}

function parseEnvelopes(input: AppendEnvelopesInput, personId: string): EnvelopeToStore[] {
  const { draftId, epoch } = input
  const device = parseBytes(input.device, 'device', 'envelopeRefused')
  const rows = input.envelopes.map(({ id, n, kind, nonce, sealed }) => ({
    draftId,
    personId,
    device,
    epoch,
    kind,
    envelopeId: id,
    n: envelopeNumber(n),
    nonce: parseBytes(nonce, 'nonce', 'envelopeRefused'),
    sealed: parseBytes(sealed, 'sealed', 'envelopeRefused'),
  }))
  checkEnvelopes({
    deviceLength: device.length,
    epoch,
    envelopes: rows.map((row) => ({ id: row.envelopeId, nonceLength: row.nonce.length, sealedLength: row.sealed.length })),
  })
  return rows
}
