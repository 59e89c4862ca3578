import { foundCouncil } from '@kinplan/server/council/found-council.store'
import { openDoor } from '@kinplan/server/graphql/operate'
import { buildContract } from '@kinplan/server/graphql/schema'
import { openCollector } from '@kinplan/server/private-time/append-envelopes'
import { createLogger } from '@kinplan/server/platform/logger'
import { openSealingKey } from '@kinplan/server/platform/sealing-key'
import type { Filling } from './clean-database'
import { searchesOfProcess } from './searches-of-process'
import { tellStory, type Story } from './story'

/** The demo story, told through the door into a database before anybody listens. */
export function toldStory(now: Date): Filling<Story> {
  return {
    name: `story_${now.getTime()}`,
    async fill(database, config) {
      const key = await openSealingKey(config)
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
        appendEnvelopes: openCollector(database).append,
        searches: searchesOfProcess(),
        tell: () => Promise.resolve(),
        tellRooms: () => Promise.resolve(),
        tellEnvelopes: () => Promise.resolve(),
      }
      return tellStory({
        found: (founding) => foundCouncil(database, key, founding),
        doorAt: (clock) => openDoor({ ...parts, clock }),
        now,
      })
    },
  }
}
