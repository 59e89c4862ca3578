import { safetyStanding } from '@kinplan/domain/family/kept-apart'
import type { Tie } from '@kinplan/domain/access/rules'
import { asTold, howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import type { MeetingKind, Stage } from '@kinplan/domain/meeting/stages'
import { brokenBy } from './broken-by'
import { heldNow } from './held-now'
import type { Operation } from './operation'
import { draftsThatVouch } from './vouching.store'
import type { Located } from './subject'
import { Ties } from './ties'

/** Loads the ties once an operation and (family, meeting). */
export function tiesTo(op: Operation, located: Located): Promise<Ties> {
  // Of a worker without a family it is the worker's own teams that count.
  const name = `${located.familyId ?? located.workerId}/${located.meetingId}`
  const known = op.ties.get(name)
  if (known) return known
  const loading = loadTies(op, located)
  op.ties.set(name, loading)
  return loading
}

async function loadTies(op: Operation, { familyId, meetingId, workerId }: Located): Promise<Ties> {
  const { tx, viewer } = op
  const held = new Set<Tie>()
  const rooms = new Set<string>()
  if (viewer.kind === 'nobody') held.add('nobody')
  if (viewer.kind === 'worker') held.add('worker')
  if (viewer.kind === 'person' && (familyId === null || viewer.familyId === familyId)) held.add('kin')
  let told: Ties['told'] = 'nothing'
  const now: Ties['now'] = { stage: null, safety: 'none', storyPage: op.storyPage }
  if (familyId === null) {
    if (viewer.kind === 'worker' && (await supervises(op, viewer.id, workerId))) held.add('supervisor')
    return { held, now, told: 'nothing', rooms, drafts: [] }
  }

  const meeting =
    meetingId === null
      ? null
      : await tx.meeting.findUnique({ where: { id: meetingId }, select: { kind: true, stage: true, bookedAt: true, coordinatorId: true } })
  now.stage = (meeting?.stage as Stage | undefined) ?? null
  // No right of the family waits for it.
  if (viewer.kind === 'worker') now.safety = await safetyFor(op, familyId, meetingId)

  if (viewer.kind === 'worker') {
    const roles = await tx.allocation.findMany({
      where: { familyId, workerId: viewer.id, ...heldNow(op.now) },
      select: { role: true },
    })
    for (const { role } of roles) {
      if (role === 'socialWorker') held.add('socialWorker')
      if (role === 'coordinator' && (meeting === null || meeting.coordinatorId === viewer.id)) held.add('coordinator')
    }
    const teamOfFamily = { supervisorId: viewer.id, families: { some: { id: familyId } } }
    if ((await tx.team.count({ where: teamOfFamily })) > 0) held.add('supervisor')
    if (held.size === 1 && (await tx.breakGlass.count({ where: { familyId, ...brokenBy(op, viewer.id) } })) > 0) held.add('brokeGlass')
  }
  if (viewer.kind === 'person' && held.has('kin') && meetingId !== null) {
    const part = await tx.participant.findFirst({
      where: { meetingId, personId: viewer.id, state: { not: 'notPart' } },
      select: { toldAt: true },
    })
    if (meeting !== null && part !== null) {
      // What somebody was not told of does not exist for them: a right would tell of the stage, and one that is refused as well.
      const stage = meeting.stage as Stage
      told = howMuchIsTold({ ...meeting, kind: meeting.kind as MeetingKind, stage }, part.toldAt)
      if (told !== 'nothing') held.add('part')
      Object.assign(now, asTold(told, { stage }))
    }
    const memberships = await tx.roomMember.findMany({ where: { personId: viewer.id, putOutAt: null }, select: { roomId: true } })
    for (const { roomId } of memberships) rooms.add(roomId)
  }
  return { held, now, told, rooms, drafts: await draftsThatVouch(op, meetingId, rooms) }
}

async function safetyFor({ tx }: Operation, familyId: string, meetingId: string | null): Promise<Ties['now']['safety']> {
  const pairs = await tx.pairApart.findMany({ where: { familyId, endedAt: null }, select: { id: true } })
  if (pairs.length === 0) return 'none'
  const decision = await tx.safetyDecision.findFirst({
    where: { familyId, reopenedAt: null, ...(meetingId === null ? {} : { meetingId }) },
    orderBy: { decidedAt: 'desc' },
    select: { pairIds: true },
  })
  return safetyStanding(pairs, decision)
}

/** Whether somebody supervises a team now in which this worker is; of no worker, whether they supervise any. */
async function supervises({ tx, now }: Operation, supervisorId: string, workerId: string | null): Promise<boolean> {
  const member = workerId === null ? {} : { members: { some: { workerId, ...heldNow(now) } } }
  return (await tx.team.count({ where: { supervisorId, ...member } })) > 0
}
