import DataLoader from 'dataloader'
import { heldNow } from '../access/held-now'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import type { TeamMemberScope } from '../access/scope'

const workerColumns = { id: true, name: true, title: true, phone: true } as const

/** A worker by id, as anybody who met the id in an answer may know them; one statement for all ids of a page. */
export async function workerById(op: Operation, id: string): Promise<WorkerRow> {
  const loader = await loadOnce(op, 'workers', () =>
    Promise.resolve(
      new DataLoader<string, WorkerRow>(async (ids) => {
        const rows = await op.tx.worker.findMany({ where: { id: { in: [...ids] } }, select: workerColumns })
        return ids.map((wanted) => rows.find((row) => row.id === wanted) ?? new Error('A worker is named who is not there'))
      }),
    ),
  )
  return loader.load(id)
}

/** A team by id. */
export function teamById(op: Operation, id: string): Promise<TeamRow> {
  return op.tx.team.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, supervisorId: true } })
}

/** Every team of the council, for opening and allocating a family. */
export function everyTeam(op: Operation) {
  return op.tx.team.findMany({ select: { id: true, name: true, supervisorId: true }, orderBy: { name: 'asc' } })
}
export type TeamRow = Awaited<ReturnType<typeof everyTeam>>[number]

/** The workers of every team now, by team. */
export async function workersOfTeams(op: Operation): Promise<Map<string, WorkerRow[]>> {
  const members = await op.tx.teamMember.findMany({
    where: heldNow(op.now),
    select: { teamId: true, worker: { select: workerColumns } },
    orderBy: { worker: { name: 'asc' } },
  })
  const byTeam = new Map<string, WorkerRow[]>()
  for (const { teamId, worker } of members) byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), worker])
  return byTeam
}

/** The workers of the memberships in scope, each once, by name. */
export function workersInScope({ op, where }: TeamMemberScope) {
  return op.tx.worker.findMany({ where: { memberships: { some: where } }, select: workerColumns, orderBy: { name: 'asc' } })
}
export type WorkerRow = Awaited<ReturnType<typeof workersInScope>>[number]
