import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readCheckpoints } from '@kinplan/server/access/checkpoint-file'
import { keepSealing } from '@kinplan/server/access/seal-record'
import { systemClock } from '@kinplan/server/platform/clock'
import { asAdministrator } from '../as-administrator'
import { workers } from '../cast'
import type { Engine } from '../clean-database'
import { storyServer } from '../story-server'

const lanes = 4

/**
 * While operations go on without a pause for so many milliseconds: the longest time from an answer until its row of the record stood behind
 * a signed checkpoint in the other place, and how many operations there were.
 */
export async function unsealedWindow(engine: Engine, forMs: number): Promise<{ unsealedWindowMs: number; operations: number }> {
  const server = await storyServer(engine)
  const folder = await mkdtemp(join(tmpdir(), 'kinplan-checkpoints-'))
  const { database, key, logger } = server.parts
  const stop = keepSealing({ database, key, logger, clock: systemClock, checkpoints: folder })
  const ends = performance.now() + forMs
  const waiting: { id: bigint; since: number }[] = []
  let [longest, operations] = [0, 0]
  // One worker's operations come one after another, so that their rows do too.
  const measured = workers.marcus.id
  const newest = (of: string) =>
    asAdministrator(server, async (ask) => BigInt((await ask<{ id: string | null }>(of, measured))[0]?.id ?? 0))
  const lane = async (id: string) => {
    const visitor = await server.as(id)
    while (performance.now() < ends) {
      await visitor.send('query ($id: ID!) { family(id: $id) { id } }', { id: server.story.carter.id })
      operations++
      if (id !== measured) continue
      const since = performance.now()
      waiting.push({ id: await newest('select max("id")::text as id from "AccessRecord" where "workerId" = $1::uuid'), since })
    }
  }
  const watch = async () => {
    while (performance.now() < ends || waiting.length > 0) {
      await pause(50)
      let n = '0'
      for await (const { line } of readCheckpoints(folder, 0)) n = line.n
      const sealed = await newest(
        `select max(r."id")::text as id from "RecordSeal" s join "AccessRecord" r on r."id" = s."recordId"
          where r."workerId" = $1::uuid and s."n" <= ${n}`,
      )
      const now = performance.now()
      while (waiting[0] !== undefined && waiting[0].id <= sealed) longest = Math.max(longest, now - (waiting.shift()?.since ?? now))
      // Never behind a checkpoint: said as it is, rather than waited for.
      if (now > ends + 60_000) return void (longest = Number.POSITIVE_INFINITY)
    }
  }
  try {
    await Promise.all([...Array.from({ length: lanes - 1 }, () => lane(workers.helen.id)), lane(measured), watch()])
    return { unsealedWindowMs: Math.round(longest), operations }
  } finally {
    await stop()
    await server.drop()
    await rm(folder, { recursive: true, force: true })
  }
}
