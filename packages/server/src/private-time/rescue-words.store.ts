import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import type { Permit } from '../access/permit'
import { bytesSent } from './parse-bytes'

/** Drafts begun side by side in one room whose words can be tried: a phone takes a second or two for each. */
const mostSalts = 5
/** Openings that are told. */
const mostOpenings = 20

/** A draft's key as it lies here; `sealed` in base64url. */
export interface SealedKey {
  draftId: string
  epoch: number
  sealed: string
}

type Sealed = Record<'salt' | 'proofHash' | 'sealed', Uint8Array<ArrayBuffer>>

/** Keeps the key of the draft as it was sealed under new words, in place of what older ones sealed. */
export async function keepSealed(permit: Permit<'rescueWords:make'>, { epoch, ...sealed }: Sealed & { epoch: number }): Promise<void> {
  const { op, subjectId: draftId, meetingId } = permit
  const made = { ...sealed, madeAt: op.now }
  await op.tx.rescueWords.upsert({
    where: { draftId_epoch: { draftId, epoch } },
    create: { draftId, epoch, ...made },
    update: made,
    select: { draftId: true },
  })
  op.changedRooms.add(meetingId)
}

/** What is kept for the drafts of the room that are being written, in their epoch now; the room's own draft first, then the oldest. */
async function keptIn({ op, subjectId: roomId }: Permit<'rescueWords:use'>) {
  const rows = await op.tx.rescueWords.findMany({
    where: { draft: { roomId, state: 'open' } },
    orderBy: [{ draft: { joinedAt: { sort: 'desc', nulls: 'last' } } }, { draft: { startedAt: 'asc' } }],
    select: { draftId: true, epoch: true, salt: true, proofHash: true, sealed: true, draft: { select: { epoch: true } } },
  })
  return rows.filter(({ epoch, draft }) => epoch === draft.epoch)
}

/** With what to stretch words that somebody has on paper: random bytes that tell nothing. */
export async function saltsIn(permit: Permit<'rescueWords:use'>): Promise<string[]> {
  return (await keptIn(permit)).slice(0, mostSalts).map(({ salt }) => bytesSent(salt))
}

/** The key that was sealed under the words whose proof has this hash; null where there is none. */
export async function keptUnder(permit: Permit<'rescueWords:use'>, proofHash: Uint8Array): Promise<SealedKey | null> {
  const kept = (await keptIn(permit)).find((one) => Buffer.compare(one.proofHash, proofHash) === 0)
  return kept === undefined ? null : { draftId: kept.draftId, epoch: kept.epoch, sealed: bytesSent(kept.sealed) }
}

/** When rescue words were last made for the draft, on the wall of its meeting; null where there are none. */
export async function madeAt(permit: Permit<'rescueWords:make'>): Promise<string | null> {
  const { op, subjectId: draftId } = permit
  const kept = await op.tx.rescueWords.findFirst({ where: { draftId }, orderBy: { epoch: 'desc' }, select: { madeAt: true } })
  return kept && wall(await zoneOf(permit), kept.madeAt)
}

/** Whose sessions opened the draft with rescue words, and when, the last first. */
export async function openingsOf(permit: Permit<'rescueWords:make'>) {
  const { op, subjectId: draftId, viewer } = permit
  const rows = await op.tx.keyHolder.findMany({
    where: { draftId, byRescueWordsAt: { not: null } },
    orderBy: { byRescueWordsAt: 'desc' },
    take: mostOpenings,
    select: { sessionId: true, personId: true, byRescueWordsAt: true },
  })
  if (rows.length === 0) return []
  const people = await op.tx.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  const zone = await zoneOf(permit)
  return rows.flatMap(({ sessionId, personId, byRescueWordsAt }) => {
    const name = people.find(({ id }) => id === personId)?.name
    return byRescueWordsAt === null || name === undefined
      ? []
      : [{ sessionId, name, atWall: wall(zone, byRescueWordsAt), here: sessionId === viewer.sessionId }]
  })
}

async function zoneOf({ op, meetingId }: Permit<'rescueWords:make'>): Promise<string> {
  return (await op.tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { zone: true } })).zone
}

function wall(zone: string, at: Date): string {
  const { date, time } = wallOfInstant(zone, at.getTime())
  return `${date}T${time}`
}
