import type { Database } from '../platform/database'
import { foundTeams, type FoundingTeams } from '../worker/found-teams.store'
import type { SealingKey } from '../platform/sealing-key'
import { StartFault } from '../platform/start-fault'

/** The council's people as an administrator would list them; ids are given so that a story can name them. */
export interface Founding extends FoundingTeams {
  name: string
  phone: string
  story: boolean
}

/** True when nobody has begun here: no council, no family. */
export async function isEmpty(database: Database): Promise<boolean> {
  return database.transaction({}, async (tx) => (await tx.council.count()) === 0)
}

const keyCheck = { word: 'kinplan', about: 'council/keyCheck' } as const

/** Throws StartFault when the key is not the one this database began with: contact facts could not be read. */
export async function checkKey(database: Database, key: SealingKey): Promise<void> {
  const council = await database.transaction({}, (tx) => tx.council.findFirst({ select: { keyCheck: true } }))
  if (council === null) return
  try {
    key.open(council.keyCheck, keyCheck.about)
  } catch (error) {
    throw new StartFault(
      'This key is not the one this database began with: set KINPLAN_KEY, or put back the key file, that belongs to it.',
      { cause: error },
    )
  }
}

/** Founds the council of this installation in an empty database. */
export async function foundCouncil(database: Database, key: SealingKey, founding: Founding): Promise<void> {
  await database.transaction({}, async (tx) => {
    await tx.council.createMany({
      data: [{ name: founding.name, phone: founding.phone, story: founding.story, keyCheck: key.seal(keyCheck.word, keyCheck.about) }],
    })
    await foundTeams(tx, founding)
  })
}
