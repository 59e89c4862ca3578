import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSealer, type Sealer } from '@kinplan/server/access/seal-record'
import { verifyRecord, type RecordReport } from '@kinplan/server/access/verify-record'
import { asAdministrator } from '../as-administrator'
import { workers } from '../cast'
import type { Engine } from '../clean-database'
import { storyServer } from '../story-server'
import { Chance } from '../times/chance'
import { tamperWays } from './tamper-ways'

interface TamperCounts {
  tries: number
  found: number
  cutOffTries: number
  cutOffFound: number
  /** Looks at the record as it was left by the server alone, and how many of them found something. */
  untouched: number
  falseAlarms: number
  ways: number
}

type Server = Awaited<ReturnType<typeof storyServer>>

/** All that the server writes while somebody only looks. */
const tables = ['AccessRecord', 'RecordSeal', 'RecordCheckpoint']

/** Five more seconds, a few looks, and the seals and checkpoint of them. */
async function goOn(server: Server, sealer: Sealer): Promise<void> {
  const { carter } = server.story
  for (const id of [workers.priya.id, workers.helen.id]) {
    const visitor = await server.phone(id)
    await visitor.send('query ($id: ID!) { family(id: $id) { id people { id contactPoints { id } } } }', { id: carter.id })
    await visitor.send('query ($id: ID!) { meeting(id: $id) { id participants { id } } }', { id: carter.meetingId })
  }
  server.clock.set(new Date(server.clock.now().getTime() + 5_000))
  await sealer.sealOnce()
}

/** Tampers with a sealed record, each time from the same beginning, every third time with a server that goes on sealing afterwards. */
export async function countTampered(engine: Engine, tries: number, seed: number, say: (line: string) => void): Promise<TamperCounts> {
  const server = await storyServer(engine)
  const [folder, kept] = [await mkdtemp(join(tmpdir(), 'kinplan-checkpoints-')), await mkdtemp(join(tmpdir(), 'kinplan-kept-'))]
  const sealerOf = () => createSealer({ ...server.parts, checkpoints: folder })
  const look = (): Promise<RecordReport> => asAdministrator(server, (ask) => verifyRecord(ask, server.parts.key, folder))
  const counts: TamperCounts = { tries: 0, found: 0, cutOffTries: 0, cutOffFound: 0, untouched: 0, falseAlarms: 0, ways: 0 }
  const lookUntouched = async () => {
    const { findings, first } = await look()
    counts.untouched++
    if (Object.values(findings).every((count) => count === 0)) return
    counts.falseAlarms++
    say(`false alarm: ${JSON.stringify(first)}`)
  }
  const random = new Chance(seed)
  try {
    const ways = Object.entries(tamperWays)
    const first = sealerOf()
    for (let turn = 0; turn < 6; turn++) await goOn(server, first)
    await cp(folder, kept, { recursive: true })
    const began = server.clock.now()
    for (const table of tables) await asAdministrator(server, (ask) => ask(`create table kept_${table} as table "${table}"`))
    for (let at = 0; at < tries; at++) {
      const [name, way] = ways[at % ways.length]!
      server.clock.set(began)
      await asAdministrator(server, async (ask) => {
        for (const table of tables) {
          await ask(`delete from "${table}"`)
          await ask(`insert into "${table}" select * from kept_${table}`)
        }
      })
      await rm(folder, { recursive: true, force: true })
      await cp(kept, folder, { recursive: true })
      if (at % 10 === 0) {
        await lookUntouched()
        await goOn(server, sealerOf())
        await lookUntouched()
      }
      await asAdministrator(server, (ask) => way.do({ ask, folder, chance: (below) => random.whole(0, below - 1) }))
      const goesOn = at % 3 === 2 && way.isMended !== true
      if (goesOn) await goOn(server, sealerOf())
      const { findings } = await look()
      // A server that goes on takes up what it finds, so that the same tampering may be found as another.
      const isFound = goesOn ? Object.values(findings).some((count) => count > 0) : way.finds.some((finding) => findings[finding] > 0)
      if (!isFound) say(`not found: ${name}: ${JSON.stringify(findings)}`)
      counts.tries++
      counts.found += Number(isFound)
      counts.cutOffTries += Number(way.isCutOff ?? false)
      counts.cutOffFound += Number(way.isCutOff === true && isFound)
    }
    return { ...counts, ways: Math.min(tries, ways.length) }
  } finally {
    await server.drop()
    for (const path of [folder, kept]) await rm(path, { recursive: true, force: true })
  }
}
