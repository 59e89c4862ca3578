import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '@kinplan/server/platform/clock'
import { openDatabase } from '@kinplan/server/platform/database'
import type { Config } from '@kinplan/server/platform/config'
import { asAdministrator } from '../src/as-administrator'
import { filledConfig, type Engine } from '../src/clean-database'
import { roomsThatWrite, type RoomThatWrites } from '../src/rooms-that-write'
import { freePort } from '../src/running-server'
import { storyMorning } from '../src/test-server'
import { testDatabase } from '../src/test-database'
import { serverProcess } from './edge-processes'
import { listenAndKeep, newPage, typeAndKeep, type Kept } from './phone-that-types'

/** People in the one room, all of whom type. */
const typists = 4
/** The server is killed at any moment of its first seconds, in ms. */
const livesAtMostMs = 3_000
/** After the last start, in ms: what had no answer is sent again, and heard. */
const settleMs = 1_500

interface Row {
  envelopeId: string
  seq: number
}

/** What is wrong with what the database holds, next to what was acknowledged to phones and what one phone heard. */
function judge(rows: readonly Row[], kept: Kept) {
  const times = new Map<string, number>()
  for (const { envelopeId } of rows) times.set(envelopeId, (times.get(envelopeId) ?? 0) + 1)
  const holes = (seqs: readonly number[]) => seqs.filter((seq, place) => seq !== place + 1).length
  return {
    lost: [...kept.acknowledged].filter((id) => !times.has(id)).length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    gaps: holes(rows.map(({ seq }) => seq)) + holes(kept.heard),
  }
}

/** Faults that are put into what was found, one at a time: whether each is noticed. */
function plantedFaults(rows: readonly Row[], kept: Kept): boolean[] {
  const [first] = rows.filter(({ envelopeId }) => kept.acknowledged.has(envelopeId))
  if (first === undefined) return [false]
  const without = rows.filter((row) => row !== first)
  return [
    judge(
      without.map((row, place) => ({ ...row, seq: place + 1 })),
      kept,
    ).lost > 0,
    judge([...rows, { ...first, seq: rows.length + 1 }], kept).doubled > 0,
    judge(without, kept).gaps > 0,
    judge(rows, { ...kept, heard: kept.heard.filter((seq) => seq !== first.seq) }).gaps > 0,
  ]
}

/** Kills the server again and again while four people type, as it was built or from its sources, and says what became of their words. */
export async function killWhileTyping(engine: Engine, kills: number, how: 'built' | 'fromSources') {
  const now = how === 'built' ? new Date() : storyMorning
  const { filled, remove, config: made } = await filledConfig(engine, roomsThatWrite({ rooms: 1, people: typists }, now))
  const [room] = filled
  if (room === undefined) throw new Error('No room was made')
  const port = await freePort()
  const config: Config = { ...made, host: '127.0.0.1', port, address: `http://127.0.0.1:${port}`, demo: true }
  const serving = how === 'built' ? how : { now: now.toISOString(), planted: false }
  const kept: Kept = { acknowledged: new Set(), heard: [] }
  const [typing, listening] = [new AbortController(), new AbortController()]
  const phones = room.members.map(({ session }) => typeAndKeep(config.address, room, session, newPage(), kept, typing.signal))
  const listener = listenAndKeep(config.address, room, room.members[0]?.session ?? '', kept, listening.signal)
  let faults = 0
  for (let kill = 0; kill < kills; kill++) {
    const server = await serverProcess(config, serving)
    await pause(Math.random() * livesAtMostMs)
    await server.kill()
    faults += server.faults.length
  }
  const last = await serverProcess(config, serving)
  await pause(settleMs)
  typing.abort()
  await Promise.all(phones)
  // Until the listener has heard all there is.
  for (let before = -1; before !== kept.heard.length; await pause(settleMs)) before = kept.heard.length
  listening.abort()
  await listener
  await last.stop()
  const rows = await rowsOf(config, room, remove)
  const wrong = judge(rows, { ...kept, heard: kept.heard })
  const planted = plantedFaults(rows, kept)
  return { kills, acknowledged: kept.acknowledged.size, ...wrong, planted: planted.length, caught: planted.filter(Boolean).length, faults }
}

async function rowsOf(config: Config, { draftId }: RoomThatWrites, remove: () => Promise<void>): Promise<Row[]> {
  const database = await testDatabase(await openDatabase(config, systemClock), config)
  try {
    return await asAdministrator({ database, config, drop: remove }, (ask) =>
      ask<Row>(`select "envelopeId"::text, "seq" from "Envelope" where "draftId" = $1::uuid order by "seq"`, draftId),
    )
  } finally {
    await database.close()
    await remove()
  }
}
