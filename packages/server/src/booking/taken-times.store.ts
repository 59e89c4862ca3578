import type { Block } from '@kinplan/domain/clock/block'
import type { Permit } from '../access/permit'

/**
 * When these workers and rooms are taken between two instants (ms), by id: by meetings of any family, and workers by their own calendars
 * too. Nothing is told of whose the times are. What the permit's own meeting holds is not in it, because it would move with it.
 */
export async function takenTimes(
  { op, meetingId }: Permit<'time:rank' | 'availability:read', 'meeting' | 'participant'>,
  workerIds: string[],
  roomIds: string[],
  fromMs: number,
  untilMs: number,
): Promise<Map<string, Block[]>> {
  const taken = await op.tx.$queryRaw<{ id: string; startsAt: Date; endsAt: Date }[]>`
    SELECT "id"::text AS "id", "startsAt", "endsAt" FROM taken_times(${workerIds}::uuid[], ${roomIds}::uuid[],
      ${new Date(fromMs)}, ${new Date(untilMs)}, ${meetingId}::uuid)`
  return byId(taken.map(({ id, startsAt, endsAt }) => ({ id, startMs: startsAt.getTime(), endMs: endsAt.getTime() })))
}

/** When these people are in another meeting of their family, by id. */
export async function meetingsElsewhere(
  { op, meetingId }: Permit<'time:rank' | 'availability:read', 'meeting' | 'participant'>,
  personIds: string[],
): Promise<Map<string, Block[]>> {
  const elsewhere = await op.tx.$queryRaw<{ id: string; start: Date; minutes: number | null }[]>`
    SELECT p."personId"::text AS "id", m."start", m."minutes" FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId"
    WHERE p."personId" = ANY (${personIds}::uuid[]) AND p."state" NOT IN ('notPart', 'notComing', 'sendingViews')
      AND m."id" <> ${meetingId}::uuid AND m."start" IS NOT NULL AND m."stage" <> 'ended'`
  return byId(
    elsewhere.map(({ id, start, minutes }) => ({ id, startMs: start.getTime(), endMs: start.getTime() + (minutes ?? 0) * 60_000 })),
  )
}

function byId(rows: (Block & { id: string })[]): Map<string, Block[]> {
  const blocks = new Map<string, Block[]>()
  for (const { id, startMs, endMs } of rows) blocks.set(id, [...(blocks.get(id) ?? []), { startMs, endMs }])
  return blocks
}
