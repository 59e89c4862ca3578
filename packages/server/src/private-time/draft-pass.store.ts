import { isId } from '@kinplan/domain/is-id'
import { Refusal } from '@kinplan/domain/refusal'
import type { DraftPass, Operation, PassRight, StampedEnvelope } from '../access/operation'
import type { Permit } from '../access/permit'
import type { Database } from '../platform/database'
import { bytesSent, parseBytes } from './parse-bytes'

/** The access version of a draft of the viewer's rooms, or 0. Only finds what permit() then judges. */
export async function accessVersionOf({ tx }: Operation, draftId: string): Promise<number> {
  const found = isId(draftId) ? await tx.draft.findUnique({ where: { id: draftId }, select: { accessVersion: true } }) : null
  return found?.accessVersion ?? 0
}

/** The pass of this session for what was permitted; `seen`: the access version that was read before it was. Refuses notYours. */
export async function keepPass<R extends PassRight>(granted: Permit<R>, right: R, seen: number, memberProof: string): Promise<DraftPass> {
  const { op, subjectId: draftId } = granted
  const { viewer } = op
  const proof = parseBytes(memberProof, 'memberProof', 'proofWrong')
  const [taken] = await op.tx.$queryRaw<{ id: string; epoch: number; accessVersion: number; endsInMs: number }[]>`
    SELECT "id"::text, "epoch", "accessVersion", "endsInMs" FROM take_draft_pass(${draftId}::uuid, ${proof}, ${right}, ${seen}::int)`
  // Put out between the two statements.
  if (taken === undefined || viewer.kind !== 'person') throw new Refusal('notYours')
  const { id, epoch, accessVersion, endsInMs } = taken
  return { id, draftId, memberId: viewer.id, sessionId: viewer.sessionId, epoch, accessVersion, endsAt: performance.now() + endsInMs }
}

const byPass = `select "accessVersion", "seq", "epoch", "envelopeId", "device", "personId", "n"::text as "n", "kind", "nonce", "sealed"
  from envelopes_by_pass($1::uuid, $2::int, $3::int)`

interface ByPass {
  accessVersion: number
  seq: number
  epoch: number
  envelopeId: string
  device: Uint8Array
  personId: string
  n: string
  kind: StampedEnvelope['kind']
  nonce: Uint8Array
  sealed: Uint8Array
}

/** What was stored after a number, in order, as whoever holds the pass may read it; nothing when the pass does not hold. */
export async function envelopesByPass(
  database: Database,
  pass: DraftPass,
  after: number,
  most: number,
): Promise<{ accessVersion: number; envelopes: StampedEnvelope[] } | null> {
  const rows = await database.appendConnection<ByPass>({}, byPass, [pass.id, after, most])
  const [first] = rows
  if (first === undefined) return null
  const envelopes = rows.map(({ seq, epoch, envelopeId, device, personId, n, kind, nonce, sealed }) => ({
    seq,
    epoch,
    id: envelopeId,
    device: bytesSent(device),
    member: personId,
    n,
    kind,
    nonce: bytesSent(nonce),
    sealed: bytesSent(sealed),
  }))
  return { accessVersion: first.accessVersion, envelopes }
}

/** Whether whoever holds the pass may say to others how far they have read; 'judgeAgain' when it does not hold. */
export async function headByPass(database: Database, pass: DraftPass): Promise<'yes' | 'closed' | 'judgeAgain'> {
  const [row] = await database.appendConnection<{ may: 'yes' | 'closed' | 'judgeAgain' }>({}, 'select head_by_pass($1::uuid) as "may"', [
    pass.id,
  ])
  return row?.may ?? 'judgeAgain'
}
