import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import {
  execute,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { writeDecisions } from '../access/access-record.store'
import { viewerOfSession } from '../access/identity.store'
import { JudgeAgain, type AppendEnvelopes, type Operation, type RelayHead } from '../access/operation'
import { idsFor } from '../access/shown-id'
import { viewerId, type Viewer } from '../access/viewer'
import type { Searches } from '../booking/searches'
import type { Clock } from '../platform/clock'
import type { Database, Tx } from '../platform/database'
import { violatedConstraint } from '../platform/database-error'
import type { Logger } from '../platform/logger'
import type { SealingKey } from '../platform/sealing-key'
import { askedFields } from './asked-fields'
import { faultError, isSafeError } from './faults'
import { rightOf } from './root-fields'

/** Who comes to the door, and with what. */
interface Asking {
  /** The session cookie's token, or null. */
  session: string | null
  /** The device cookie's token, or null. */
  device?: string | null
  /** A key so that the same mutation sent twice is done once. At most 100 characters. */
  once?: string | null
  storyPage?: boolean
  operationName?: string | null
}

export interface Answer {
  result: ExecutionResult
  /** What the browser should keep: a new session token, 'ended', or null for no change. */
  session: Operation['session']
  /** The token by which the browser should be known, or null for no change. */
  device: string | null
  /** Whose the session is that came with it; null when the operation did not come to its end. */
  viewer: Viewer | null
}

/** Of an operation that did not come to its end. */
const nothingKnown = { session: null, device: null, viewer: null } as const

export interface DoorParts {
  database: Database
  clock: Clock
  key: SealingKey
  schema: GraphQLSchema
  logger: Logger
  address: string
  /** Meetings whose readers should ask again, after the commit. */
  tell(meetingIds: string[]): Promise<void>
  /** Meetings of which only what is everybody's changed: readers should ask again, after the commit. */
  tellEverybody(meetingIds: string[]): Promise<void>
  /** Meetings of which the family's readers should ask again, after the commit, and no worker. */
  tellRooms(meetingIds: string[]): Promise<void>
  /** Members of a draft should look for new envelopes, after the commit. */
  tellEnvelopes(draftId: string): Promise<void>
  searches: Pick<Searches, 'search' | 'byHand'>
  /** The one way to store envelopes: a group commit for the whole process. */
  appendEnvelopes: AppendEnvelopes
  relayHead: RelayHead
  /** How often a session tries rescue words, counted for the whole process. */
  takesRescueTry: Operation['takesRescueTry']
}

export type Operate = (document: DocumentNode, variables: Record<string, unknown>, asking: Asking) => Promise<Answer>

/**
 * An operation of the server's own for a listener: judged and recorded like any other, without a document; a fault is a reference there
 * too.
 */
export function openFresh(parts: DoorParts): <T>(session: string | null, name: string, work: (op: Operation) => Promise<T>) => Promise<T> {
  return async (session, name, work) => {
    try {
      return await parts.database.transaction({}, async (tx) => {
        const op = await startOperation(parts, tx, { name, isQuery: false }, {}, { session }, () =>
          Promise.reject(new Error('A listener appends nothing')),
        )
        const result = await work(op)
        await writeDecisions(op)
        return result
      })
    } catch (error) {
      throw faultError(parts.logger, error)
    }
  }
}

/**
 * The one door. Opens one transaction, tells PostgreSQL who asks, executes, writes the record, and answers only after
 * the commit: a failed commit is a failed answer. Serialization failures run again. Errors that reach the outside are
 * safe ones or a reference.
 */
export function openDoor(parts: DoorParts): Operate {
  return async (document, variables, asking) => {
    const definition = operationIn(document, asking.operationName ?? null)
    if (definition === null) return { ...nothingKnown, result: { errors: [malformed('One operation a request, and one change.')] } }
    for (let again = 0; ; again++) {
      const run = startRun(parts, document, definition, variables, asking)
      try {
        return await run
      } catch (error) {
        // The same key at the same moment: the other has committed, so this one finds its outcome.
        if (again < 2 && (error instanceof JudgeAgain || violatedConstraint(error)?.startsWith('Outcome'))) continue
        return { ...nothingKnown, result: { data: null, errors: [faultError(parts.logger, error)] } }
      }
    }
  }
}

async function startRun(
  parts: DoorParts,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  variables: Record<string, unknown>,
  asking: Asking,
): Promise<Answer> {
  let op: Operation | undefined
  let executing: Promise<ExecutionResult> | undefined
  let committed: () => void = () => undefined
  const commit = new Promise<void>((resolve) => (committed = resolve))

  await parts.database.transaction({}, async (tx) => {
    let closeEarly: () => void = () => undefined
    const closing = new Promise<void>((resolve) => (closeEarly = resolve))
    const asked = askedFields(document, definition)
    const about = { name: asked.join(' '), isQuery: definition.operation === 'query' }
    const here = await startOperation(parts, tx, about, variables, asking, () => {
      if (asked.length > 1) return Promise.resolve()
      closeEarly()
      return commit
    })
    op = here
    executing = Promise.resolve(
      execute({ schema: parts.schema, document, variableValues: variables, contextValue: here, operationName: asking.operationName }),
    ).then(withoutEcho)
    const outcome = await Promise.race([executing, closing])
    if (outcome && !wasExecuted(outcome)) return
    const fault = outcome?.errors?.find((error) => !isSafeError(error))
    if (fault) throw fault.originalError ?? fault
    checkDecided(here, asked)
    await writeDecisions(here)
  })

  committed()
  if (op === undefined || executing === undefined) throw new Error('The transaction ended before the operation began')
  const result = await executing
  const late = result.errors?.find((error) => !isSafeError(error))
  if (late) throw late.originalError ?? late
  await afterCommit(parts, op)
  return { result, session: op.session, device: op.keepDevice, viewer: op.viewer }
}

/** False when the variables did not fit the document, so that no resolver ran. */
const wasExecuted = (result: ExecutionResult) => 'data' in result

/** GraphQL's words for variables that do not fit quote them; ours do not. */
export function withoutEcho(result: ExecutionResult): ExecutionResult {
  if (wasExecuted(result)) return result
  return { errors: [new GraphQLError('What was sent does not fit what was asked', { extensions: { code: 'BAD_USER_INPUT' } })] }
}

async function startOperation(
  parts: DoorParts,
  tx: Tx,
  asked: Pick<Operation, 'name' | 'isQuery'>,
  variables: Record<string, unknown>,
  asking: Asking,
  closeTransaction: () => Promise<void>,
): Promise<Operation> {
  const now = parts.clock.now()
  const viewer = await viewerOfSession(tx, parts.key, asking.session, now)
  return {
    ...asked,
    tx,
    viewer,
    now,
    key: parts.key,
    address: parts.address,
    storyPage: asking.storyPage ?? false,
    once: asking.once ? { key: asking.once, inputHash: hashOf(variables) } : null,
    replay: { found: false },
    newId: () => randomUUID(),
    newToken: (purpose) => parts.key.newToken(purpose),
    newSecret: () => new Uint8Array(randomBytes(32)),
    chance: (below) => randomInt(below),
    ...idsFor(viewer, parts.key),
    ties: new Map(),
    loaded: new Map(),
    decisions: [],
    changedMeetings: new Set(),
    changedForEverybody: new Set(),
    changedRooms: new Set(),
    changedDrafts: new Set(),
    afterCommit: [],
    closeTransaction,
    appendEnvelopes: parts.appendEnvelopes,
    relayHead: parts.relayHead,
    takesRescueTry: parts.takesRescueTry,
    searchTimes: (kept) => parts.searches.search(viewerId(viewer) ?? '', kept),
    timeByHand: (picked) => parts.searches.byHand(viewerId(viewer) ?? '', picked),
    device: asking.device ?? null,
    keepDevice: null,
    session: null,
  }
}

/**
 * No root field answers without a decision about its own right: a resolver that forgot to ask is a fault, not a leak. A replay did nothing
 * but find its outcome.
 */
function checkDecided(op: Operation, fields: string[]): void {
  if (op.replay.found) return
  for (const field of fields) {
    const right = rightOf(field)
    if (right !== null && !op.decisions.some((made) => made.right === right)) throw new Error(`No decision was made for ${field}`)
  }
}

async function afterCommit(parts: DoorParts, op: Operation): Promise<void> {
  for (const work of op.afterCommit) {
    try {
      await work()
    } catch (error) {
      faultError(parts.logger, error)
    }
  }
  if (op.changedMeetings.size > 0) await parts.tell([...op.changedMeetings])
  const forEverybody = [...op.changedForEverybody].filter((id) => !op.changedMeetings.has(id))
  if (forEverybody.length > 0) await parts.tellEverybody(forEverybody)
  if (op.changedRooms.size > 0) await parts.tellRooms([...op.changedRooms])
  for (const draftId of op.changedDrafts) await parts.tellEnvelopes(draftId)
}

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const found = document.definitions.filter(
    (part): part is OperationDefinitionNode => part.kind === Kind.OPERATION_DEFINITION && (name === null || part.name?.value === name),
  )
  const [definition] = found
  if (definition === undefined || found.length > 1) return null
  return definition.operation === 'mutation' && askedFields(document, definition).length !== 1 ? null : definition
}

/** Keys of objects are sorted, so that the same input has the same hash. */
function hashOf(variables: Record<string, unknown>): Uint8Array<ArrayBuffer> {
  const sorted = JSON.stringify(variables, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return new Uint8Array(createHash('sha256').update(sorted).digest())
}

function malformed(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'MALFORMED' } })
}
