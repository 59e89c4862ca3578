import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { columns } from '../src/canary/classified-columns'
import { texts } from '../src/canary/classified-texts'
import { readFacts, type Row } from '../src/canary/facts'
import { listeningServer } from '../src/canary/listening-server'
import { plantLeaks } from '../src/canary/plant-leaks'
import { heldAlready, Plants } from '../src/canary/plant'
import { plantedDoor, type Shown } from '../src/canary/planted-door'
import { channels, Search, type Hit } from '../src/canary/search'
import { holderOf } from '@kinplan/server/access/identity.store'
import { viewerId } from '@kinplan/server/access/viewer'
import { columnsIn, columnsOfModels, textsOfContract, unclassified } from '../src/canary/unclassified'
import { Witness } from '../src/canary/witness'
import { cleanDatabase, enginesToTest, type Engine } from '../src/clean-database'
import { serverOn, storyMorning, type TestServer } from '../src/test-server'
import { tellWithCanaries } from './canary-stories'

/** Mutations after which people see something else: a look is taken after them. */
const turns = [
  'giveBottomLines',
  'recordSafety',
  'decideNotPart',
  'bookTime',
  'sendInvitations',
  'withdrawUnseen',
  'moveStage',
  'sharePlan',
  'endPrivateTime',
  'endPrivateTimeForFamily',
  'answerForCouncil',
  'bookReview',
  'endMeeting',
]

interface CanarySizes {
  /** The Brights alone, or all stories and every operation. */
  stories: 'one' | 'all'
  /** A look is taken at each so-manieth turn of the stories. */
  every: number
  engine: Engine
}

interface CanaryCounts {
  channels: number
  bytesSearched: number
  /** Of the data folder; none where the database lies elsewhere. */
  bytesOnDisk: number
  hits: number
  planted: number
  caught: number
  canaries: number
  looks: number
  /** Confidential texts that took a canary in, and all there are. */
  textsSown: number
  textsConfidential: number
  /** Of those, how many somebody rightly received: what nobody finds at all is not searched. */
  textsReceived: number
  unclassified: number
  unclassifiedPlanted: number
  unclassifiedCaught: number
  seconds: number
}

/** Tells stories with a canary in every confidential text, and searches all that every other person receives for them. */
export async function countCanaries({ stories, every, engine }: CanarySizes, say: (line: string) => void): Promise<CanaryCounts> {
  const began = Date.now()
  const server = await serverOn(await cleanDatabase(engine), storyMorning)
  const web = await listeningServer(server, server.parts)
  try {
    const models = await columnsOfModels(join(server.config.projectRoot, 'prisma', 'models'))
    const bytes = new Set(models.filter(({ type }) => type === 'Bytes').map(({ column }) => column))
    const there = models.map(({ column }) => column)
    const contract = textsOfContract(server.parts.schema)
    const wrong = [unclassified(there, columns), unclassified(contract, texts)].flatMap(({ missing, stale }) => [
      ...missing.map((name) => `not classified: ${name}`),
      ...stale.map((name) => `classified, and not there: ${name}`),
    ])
    for (const line of wrong) say(line)
    // The control: a column and an input that nobody has thought about are found.
    const planted = [
      unclassified([...there, ...columnsIn('model Person {\n  nickname String?\n}').map(({ column }) => column)], columns),
      unclassified([...contract, 'AddPersonInput.nickname'], texts),
    ]

    const plants = new Plants(server.parts.schema)
    const search = new Search(plants.canaries)
    const witness = new Witness(server, web, plants, search)
    let [turn, looks] = [0, 0]
    const heard = async ({ to, mutation, result, root, variables, now }: Shown) => {
      const holder = to === null ? await holderIn(server, variables) : null
      const errors = result.errors === undefined ? [] : [{ channel: 'error' as const, text: JSON.stringify(result.errors) }]
      for (const one of [{ channel: mutation ? ('mutation' as const) : ('query' as const), text: JSON.stringify(result) }, ...errors]) {
        const received = { ...one, to: to ?? holder, stage: root }
        if (search.suspects(received)) search.now(await readFacts(server))
        search.look(received)
      }
      if (!mutation || !turns.includes(root) || turn++ % every !== 0) return
      const familyId = await familyIn(server, variables)
      if (familyId === null) return
      server.clock.set(now)
      await witness.look(root, familyId, false)
      looks++
    }
    const door = plantedDoor(server, plants, bytes, heard)
    await tellWithCanaries(server, door, plants, stories)
    server.clock.set(storyMorning)
    for (const family of (await readFacts(server)).of('Family')) {
      await witness.look('the end', String(family['id']), true)
      looks++
    }
    await witness.lookAtTheEnd('the end')
    for (const hit of distinct(search.hits)) say(hit)

    const confidential = Object.entries(texts).flatMap(([text, taken]) => ('open' in taken ? [] : [text]))
    const sown: ReadonlySet<string> = plants.sown
    if (stories === 'all')
      for (const text of confidential.filter((one) => !sown.has(one) && !heldAlready.includes(one))) say(`no canary went into ${text}`)
    const { caught, planted: leaks } = await plantLeaks({ server, plants, say })
    return {
      channels: Object.keys(search.seen).length,
      bytesSearched: search.bytes,
      bytesOnDisk: search.bytesOnDisk,
      hits: search.hits.length,
      planted: leaks,
      caught,
      canaries: plants.canaries.length,
      looks,
      textsSown: confidential.filter((one) => sown.has(one) || heldAlready.includes(one)).length,
      textsConfidential: confidential.length,
      textsReceived: search.received.size,
      unclassified: wrong.length,
      unclassifiedPlanted: planted.length,
      unclassifiedCaught: planted.filter(({ missing }) => missing.length > 0).length,
      seconds: Math.round((Date.now() - began) / 1000),
    }
  } finally {
    await web.close()
    await server.drop()
  }
}

/** Whose promise a token in the variables is of: whoever sends it was given it in a message. */
async function holderIn(server: TestServer, variables: Row): Promise<string | null> {
  const token = Object.values({ ...variables, ...(variables['input'] as Row | undefined) }).find(
    (value): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value),
  )
  if (token === undefined) return null
  const { key } = server.parts
  const holder = await server.database.transaction({}, (tx) => holderOf(tx, key, token, server.clock.now()))
  return holder && viewerId(holder)
}

/** The family that any of these ids is of. */
async function familyIn(server: TestServer, variables: Row): Promise<string | null> {
  const facts = await readFacts(server)
  const ids = new Set(Object.values({ ...variables, ...(variables['input'] as Row | undefined) }))
  for (const rows of facts.tables.values())
    for (const row of rows) if (ids.has(row['id']) && typeof row['familyId'] === 'string') return row['familyId']
  return null
}

/** Each kind of hit once, with how often it was met: never the words themselves. */
function distinct(hits: readonly Hit[]): string[] {
  const counts = new Map<string, number>()
  for (const { channel, text, to, stage } of hits) {
    const line = `leak by ${channel}: ${text} to ${to} at ${stage}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts].map(([line, times]) => `${line} (${times})`)
}

/**
 * node scripts/run.mjs packages/testkit/checks/canary.ts [--stories all] [--every 1] [--engine embedded]
 * The last line is the counts as JSON; answers 1 when anything reached somebody who may not have it, when a text of the models or of the
 * contract has no row in `src/canary/classified-*.ts`, when one took no canary in, or when a planted leak was not caught.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { stories: { type: 'string', default: 'all' }, every: { type: 'string', default: '1' }, engine: { type: 'string' } },
  })
  const { stories, engine = enginesToTest().at(-1) } = values
  const every = Number(values.every)
  if (
    (stories !== 'one' && stories !== 'all') ||
    (engine !== 'embedded' && engine !== 'postgres') ||
    !Number.isInteger(every) ||
    every < 1
  ) {
    process.stderr.write('Say how much: --stories one|all --every 1 --engine embedded|postgres\n')
    return 1
  }
  const counts = await countCanaries({ stories, every, engine }, (line) => void process.stderr.write(`${line}\n`))
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  return isAsItMustBe(counts) && (stories === 'one' || counts.textsSown === counts.textsConfidential) ? 0 : 1
}

/** Nothing leaked, nothing was left out, and every planted leak was caught. */
export function isAsItMustBe(counts: CanaryCounts): boolean {
  return (
    counts.hits === 0 &&
    counts.unclassified === 0 &&
    counts.unclassifiedCaught === counts.unclassifiedPlanted &&
    counts.planted >= channels.length - 1 &&
    counts.caught === counts.planted &&
    counts.channels >= counts.planted
  )
}
