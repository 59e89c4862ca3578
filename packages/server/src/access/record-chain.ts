import type { RecordFields, SealingKey } from '../platform/sealing-key'

/** A row of the record, each column as PostgreSQL writes it; `at` is UTC to the microsecond, `mac` in hex. */
export interface RecordText {
  id: string
  at: string
  personId: string | null
  workerId: string | null
  job: string | null
  right: string
  subjectId: string | null
  familyId: string | null
  allowed: string
  reason: string
  look: string
  nonce: string | null
  mac: string | null
}

/** What the app's key makes of a row as it is written, in hex; a nonce makes every row another. */
export function macOfRow(key: SealingKey, row: Omit<RecordText, 'id' | 'mac'>): string {
  // Of a sign-in that was refused the app knows neither person nor family: the database finds them behind the link.
  const isRefusedSignIn = row.right === 'account:signIn' && row.personId === null && row.workerId === null
  const [subjectId, familyId] = isRefusedSignIn ? [null, null] : [row.subjectId, row.familyId]
  const said = { ...row, subjectId, familyId }
  return hex(key.recordMac(fieldsOf(said), 'row'))
}

/** The seal of a row at its place: over the seal before and every column of it. */
export function sealOfRow(
  key: SealingKey,
  n: bigint,
  before: Uint8Array | null,
  row: RecordText,
  genuine: boolean,
): Uint8Array<ArrayBuffer> {
  return key.recordMac([String(n), before, String(genuine), row.id, row.mac, ...fieldsOf(row)], 'seal')
}

/** An instant as `at` of a row stands in the database. */
export const instantOfRow = (at: Date): string => at.toISOString().replace('Z', '000Z')

/** One line of the other place: up to where the record was sealed, and when. `seal` and `signature` are base64. */
export interface Checkpoint {
  number: number
  n: string
  seal: string
  at: string
  signature: string
}

export function signedCheckpoint(key: SealingKey, said: Omit<Checkpoint, 'signature'>): Checkpoint {
  return { ...said, signature: Buffer.from(key.signCheckpoint(checkpointFields(said))).toString('base64') }
}

export function isSigned(key: SealingKey, said: Checkpoint): boolean {
  return key.isSignedCheckpoint(checkpointFields(said), Buffer.from(said.signature, 'base64'))
}

const checkpointFields = ({ number, n, seal, at }: Omit<Checkpoint, 'signature'>): RecordFields => [String(number), n, seal, at]

const fieldsOf = (row: Omit<RecordText, 'id' | 'mac'>): RecordFields => [
  row.at,
  row.personId,
  row.workerId,
  row.job,
  row.right,
  row.subjectId,
  row.familyId,
  row.allowed,
  row.reason,
  row.look,
  row.nonce,
]

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
