import { foundCouncil } from '@kinplan/server/council/found-council.store'
import { openDoor } from '@kinplan/server/graphql/operate'
import { buildContract } from '@kinplan/server/graphql/schema'
import { openPost } from '@kinplan/server/private-time/post'
import { createLogger } from '@kinplan/server/platform/logger'
import type { Config } from '@kinplan/server/platform/config'
import type { Database } from '@kinplan/server/platform/database'
import { openSealingKey } from '@kinplan/server/platform/sealing-key'
import type { Telling } from '@kinplan/server/start'
import type { Filling } from './clean-database'
import { searchesOfProcess } from './searches-of-process'
import { tellStory, type Story } from './story'

/** What a story is told through, into a database before anybody listens. */
export async function tellingInto(database: Database, config: Config, now: Date): Promise<Telling> {
  const key = await openSealingKey(config)
  const { appendEnvelopes, relayHead, takesRescueTry } = openPost(database)
  const parts = {
    database,
    key,
    logger: createLogger(
      'error',
      () => now,
      (line) => {
        throw new Error(line)
      },
    ),
    schema: await buildContract(),
    address: config.address,
    appendEnvelopes,
    relayHead,
    takesRescueTry,
    searches: searchesOfProcess(),
    tell: () => Promise.resolve(),
    tellEverybody: () => Promise.resolve(),
    tellRooms: () => Promise.resolve(),
    tellEnvelopes: () => Promise.resolve(),
  }
  return {
    found: (founding) => foundCouncil(database, key, founding),
    doorAt: (clock) => openDoor({ ...parts, clock }),
    now,
    config,
    database,
  }
}

/** The demo story, told through the door. */
export function toldStory(now: Date): Filling<Story> {
  return {
    name: `story_${now.getTime()}`,
    fill: async (database, config) => tellStory(await tellingInto(database, config, now)),
  }
}
