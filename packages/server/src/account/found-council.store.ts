import type { Database } from '../platform/database'

/** The council's people as an administrator would list them; ids are given so that a story can name them. */
export interface Founding {
  name: string
  phone: string
  story: boolean
  workers: { id: string; name: string; title: string; phone: string }[]
  teams: { id: string; name: string; supervisorId: string; workerIds: string[] }[]
  from: Date
}

/** True when nobody has begun here: no council, no family. */
export async function isEmpty(database: Database): Promise<boolean> {
  return database.transaction({}, async (tx) => (await tx.council.count()) === 0)
}

/** Founds the council of this installation in an empty database. */
export async function foundCouncil(database: Database, founding: Founding): Promise<void> {
  await database.transaction({}, async (tx) => {
    await tx.council.createMany({ data: [{ name: founding.name, phone: founding.phone, story: founding.story }] })
    await tx.worker.createMany({ data: founding.workers })
    await tx.team.createMany({ data: founding.teams.map(({ id, name, supervisorId }) => ({ id, name, supervisorId })) })
    await tx.teamMember.createMany({ data: founding.teams.flatMap((team) => team.workerIds.map((workerId) => ({ teamId: team.id, workerId, from: founding.from }))) })
  })
}
