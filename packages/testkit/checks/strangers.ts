import { parse, type ExecutionResult } from 'graphql'
import type { Operation } from '@kinplan/server/access/operation'
import { idsFor } from '@kinplan/server/access/shown-id'
import type { Viewer } from '@kinplan/server/access/viewer'
import { buildContract } from '@kinplan/server/graphql/schema'
import { openDoor } from '@kinplan/server/graphql/operate'
import { rootFieldRights } from '@kinplan/server/graphql/root-fields'
import { workers } from '../src/cast'
import { dateFrom } from '../src/story-moments'
import { storyServer } from '../src/story-server'
import type { Visitor } from '../src/test-server'
import { actAs } from '../src/test-database'
import type { RootFieldCase } from './field-case'
import { rootFieldCases } from './root-field-cases'

type Server = Awaited<ReturnType<typeof storyServer>>
/** How long a subscription may stay without a frame before it counts as silent, in milliseconds. */
const silenceMs = 400

interface Counts {
  fields: number
  granted: number
  calls: number
  leaks: number
  planted: number
  caught: number
}

/**
 * Calls every root field as nobody, as a worker of another team, as a participant of another family and as somebody put out last week,
 * with ids they could hold; then as its rightful person; and, as the control, with the lock picked on purpose.
 */
export async function countStrangers(): Promise<Counts & { missing: string[] }> {
  const server = await storyServer('embedded')
  try {
    const intruders = await gatherIntruders(server)
    const forbidden = await canaries(server)
    const counts: Counts = { fields: 0, granted: 0, calls: 0, leaks: 0, planted: 0, caught: 0 }
    const seen = new Set<string>()
    for await (const one of rootFieldCases(server)) {
      seen.add(one.field)
      counts.fields++
      for (const [name, session] of Object.entries(intruders(one.family))) {
        counts.calls++
        const answer = await call({ ...one, variables: one.held ?? one.variables }, server.holding(session))
        if (leaks(one, answer, forbidden[one.family], false)) {
          counts.leaks++
          process.stderr.write(`leak: ${one.field} to ${name}: ${JSON.stringify(answer).slice(0, 300)}\n`)
        }
      }
      if (!one.open && one.rightful !== null && one.document.startsWith('mutation') === false) {
        counts.planted++
        if (leaks(one, await pickedLock(server, one), forbidden[one.family], true)) counts.caught++
        else process.stderr.write(`not caught: ${one.field}: ${JSON.stringify(await pickedLock(server, one)).slice(0, 400)}\n`)
      }
      const granted = await call(one, one.rightful === null ? server.nobody : await server.phone(one.rightful))
      if (value(one, granted) !== null) counts.granted++
      else process.stderr.write(`not granted: ${one.field}: ${JSON.stringify(granted).slice(0, 300)}\n`)
    }
    return { ...counts, missing: Object.keys(rootFieldRights).filter((field) => !seen.has(field)) }
  } finally {
    await server.drop()
  }
}

/** Prints the counts; answers 1 when anything leaked, was not granted, had no case, or a plant was not caught. */
export async function run(): Promise<number> {
  const { missing, ...counts } = await countStrangers()
  for (const field of missing) process.stderr.write(`no case for ${field}\n`)
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  return missing.length === 0 &&
    counts.leaks === 0 &&
    counts.granted === counts.fields &&
    counts.caught === counts.planted &&
    counts.planted > 0
    ? 0
    : 1
}

/** Sessions of those who should see nothing of a family: made before, so that the one put out holds what they once had. */
async function gatherIntruders(server: Server) {
  const { carter, osei, hughes } = server.story
  const session = async (id: string) => (await server.as(id)).session
  const putOut = {
    carter: await session(carter.people.agata),
    osei: await session(osei.people.yaw),
    hughes: await session(hughes.people.bethan),
  }
  const helen = await server.as(workers.helen.id)
  for (const id of [carter.people.agata, osei.people.yaw, hughes.people.bethan]) {
    await helen.send('mutation ($id: ID!) { endAccess(personId: $id) { __typename } }', { id })
  }
  const owen = await session(workers.owen.id)
  const participant = {
    carter: await session(hughes.people.carys),
    osei: await session(carter.people.leanne),
    hughes: await session(osei.people.ama),
  }
  return (family: RootFieldCase['family']) => ({
    nobody: null,
    stranger: owen,
    'participant of another family': participant[family],
    'somebody put out': putOut[family],
  })
}

/** Words and ids that only the story's own families may be shown. */
async function canaries(server: Server): Promise<Record<RootFieldCase['family'], string[]>> {
  const of = (family: { id: string; meetingId: string; people: Record<string, string> }) => [
    family.id,
    family.meetingId,
    ...Object.values(family.people),
  ]
  const { carter, osei, hughes } = server.story
  return {
    carter: [...of(carter), 'Mia', 'Noah', 'Leanne', 'Daniel', 'Maureen', 'Joyce', dateFrom(server.clock.now(), 22)],
    osei: [...of(osei), 'Kofi', 'Ama', 'Kwame', 'Efua', 'Sandra'],
    // No other family of the story has promises yet, so no worker looked at one's own.
    hughes: [...of(hughes), hughes.planId, 'Ella', 'Carys', 'Gareth', 'Bethan', '"about":"promises"'],
  }
}

/** What the field shows: null when it is null, refused, empty, or silent. */
function value(one: RootFieldCase, result: ExecutionResult): unknown {
  const found = result.data?.[one.field]
  if (found === null || found === undefined) return null
  return typeof found === 'object' && '__typename' in found && found.__typename === 'Refused' ? null : found
}

function leaks(one: RootFieldCase, result: ExecutionResult, forbidden: string[], planted: boolean): boolean {
  const found = value(one, result)
  const text = JSON.stringify(result)
  // The story's own front page names everybody on purpose.
  if (one.field === 'storyCast' && !planted) return false
  // An intruder may be told in an answer what they sent themselves, never more.
  const sent = JSON.stringify(one.variables)
  if (forbidden.some((word) => text.includes(word) && !sent.includes(word))) return true
  if (one.open || one.own) return false
  return found !== null && !isEmpty(found)
}

/** Lists without a row, however deep: an own list that is empty shows nothing. */
function isEmpty(found: unknown): boolean {
  if (Array.isArray(found)) return found.length === 0
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.values(found).length > 0 &&
    Object.values(found).every((part) => Array.isArray(part) && part.length === 0)
  )
}

async function call(one: RootFieldCase, visitor: Visitor): Promise<ExecutionResult> {
  if (one.stir === undefined) return (await visitor.ask(one.document, one.variables)).result
  const socket = visitor.listen(one.document, one.variables)
  const frame = socket.events.next().catch((error: unknown) => ({ value: { errors: [error] }, done: true }))
  await new Promise((resolve) => setTimeout(resolve, 50))
  await one.stir()
  const first = await Promise.race([frame, new Promise<null>((resolve) => setTimeout(() => resolve(null), silenceMs))])
  socket.close()
  return first === null || first.done ? { data: null } : (first.value as ExecutionResult)
}

/** The same request by a stranger through a door whose resolvers were made to act as the rightful person. */
async function pickedLock(server: Server, one: RootFieldCase): Promise<ExecutionResult> {
  const schema = await buildContract()
  const field = (one.stir ? schema.getSubscriptionType() : schema.getQueryType())?.getFields()[one.field]
  if (!field || one.rightful === null) throw new Error(`No such field: ${one.field}`)
  if (one.stir) return call(one, await server.phone(one.rightful))
  const viewer = await viewerOf(server, one)
  const honest = field.resolve
  field.resolve = async (source: unknown, args: Record<string, unknown>, op: Operation, info) => {
    if (viewer.kind === 'person' || viewer.kind === 'worker') await actAs(op.tx, viewer.kind, viewer.id)
    // In place, so that the fields below the root are picked too.
    Object.assign(op, { viewer, ...idsFor(viewer, op.key) })
    return honest?.(source, args, op, info)
  }
  const { result } = await openDoor({ ...server.parts, schema })(parse(one.document), one.variables, { session: null, storyPage: true })
  return result
}

async function viewerOf(server: Server, one: RootFieldCase): Promise<Viewer> {
  const id = one.rightful ?? ''
  if (Object.values(workers).some((worker) => worker.id === id)) return { kind: 'worker', id, sessionId: id }
  return { kind: 'person', id, familyId: server.story[one.family].id, sessionId: id }
}
