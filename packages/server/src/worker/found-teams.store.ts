import type { Tx } from '../platform/database'

/** Those who work for a council when it is founded, and the teams they are in from then on. */
export interface FoundingTeams {
  from: Date
  workers: { id: string; name: string; title: string; phone: string }[]
  teams: { id: string; name: string; supervisorId: string; workerIds: string[] }[]
}

/** Founds the teams of an empty database. */
export async function foundTeams(tx: Tx, { from, workers, teams }: FoundingTeams): Promise<void> {
  await tx.worker.createMany({ data: workers })
  await tx.team.createMany({ data: teams.map(({ id, name, supervisorId }) => ({ id, name, supervisorId })) })
  await tx.teamMember.createMany({ data: teams.flatMap((team) => team.workerIds.map((workerId) => ({ teamId: team.id, workerId, from }))) })
}
