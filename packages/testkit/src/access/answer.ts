import { parse, type DocumentNode, type ExecutionResult } from 'graphql'
import { openDoor, openFresh, type DoorParts } from '@kinplan/server/graphql/operate'
import type { Happened, Listening } from '@kinplan/server/access/listening'
import { readMeetingNow } from '@kinplan/server/meeting/meeting-now.store'
import { openMeetingsNow } from '@kinplan/server/meeting/read-for-all'
import { refusalCodes, type RefusalCode } from '@kinplan/domain/refusal'
import { subscribe } from 'graphql'

/** What came of a request: something, nothing, a refusal with its code, or a fault, which is never right. */
export type Outcome = 'shown' | 'nothing' | RefusalCode | 'fault'

/** What somebody got, with what was said. */
export interface Answered {
  outcome: Outcome
  result: ExecutionResult
}

/** How the server of the check is put together: its parts, and where whoever asks comes from. */
interface Door {
  parts: DoorParts
  fromAfar: boolean
}

const documents = new Map<string, DocumentNode>()
function parsed(text: string): DocumentNode {
  const known = documents.get(text) ?? parse(text)
  documents.set(text, known)
  return known
}

/** Asks as whoever holds the session, on their device. */
export async function answerTo(
  { parts, fromAfar }: Door,
  { session, device }: { session: string | null; device: string | null },
  { field, document, variables }: { field: string; document: string; variables: Record<string, unknown> },
): Promise<Answered> {
  const result = document.startsWith('subscription')
    ? await firstFrame(parts, session, document, variables)
    : (await openDoor(parts)(parsed(document), variables, { session, device, storyPage: !fromAfar })).result
  return { outcome: outcomeOf(result, field), result }
}

function outcomeOf({ data, errors }: ExecutionResult, field: string): Outcome {
  if (errors !== undefined && errors.length > 0) return 'fault'
  const value = data?.[field] as null | undefined | unknown[] | { __typename?: string; code?: RefusalCode; refused?: RefusalCode | null }
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'shown'
  const refused = value.__typename === 'Refused' ? value.code : value.refused
  if (refused === undefined || refused === null) return 'shown'
  return refused === 'notYours' || !refusalCodes.includes(refused) ? 'nothing' : refused
}

/** In what words somebody was answered, with the code and the field of a refusal: nothing else tells a change from another. */
export function refusalIn({ data, errors }: ExecutionResult, field: string): string {
  if (errors !== undefined && errors.length > 0) return 'fault'
  const value = data?.[field] as null | undefined | { __typename?: string; code?: string; field?: string | null }
  if (value === null || value === undefined) return 'nothing'
  return value.__typename === 'Refused' ? `${value.code} ${value.field ?? ''}`.trim() : 'shown'
}

/** Whether a stream goes on for whoever asked: its first frame; none, and its end, is null data. A notice is given it, so that it looks. */
async function firstFrame(
  parts: DoorParts,
  session: string | null,
  document: string,
  variables: Record<string, unknown>,
): Promise<ExecutionResult> {
  const fresh = openFresh(parts)
  const meetingsNow = openMeetingsNow((id, sessions) => readMeetingNow(parts.database, parts.key, id, sessions, parts.clock.now()))
  let looks = 0
  const notices: Listening = {
    changes: () => oneNotice(),
    now: (id) => meetingsNow.of(id, session ?? ''),
    follow: () => ({ caughtUp: () => undefined, leave: () => undefined, next: () => Promise.resolve(looks > 1 ? 'ended' : 'lookAgain') }),
    passes: new Map(),
    appendEnvelopes: parts.appendEnvelopes,
    relayHead: parts.relayHead,
    proofEveryMs: 1,
    fresh: (name, work) => (looks++, fresh(session, name, work)),
  }
  const begun = await subscribe({ schema: parts.schema, document: parsed(document), variableValues: variables, contextValue: notices })
  if (!(Symbol.asyncIterator in begun)) return begun
  try {
    const frame = await begun.next()
    if (frame.done !== true) return frame.value
    // It looked again after the notice: whoever may not is not looked for twice.
    return { data: looks > 1 ? { changed: true } : null }
  } catch (error) {
    return { errors: [error as never] }
  } finally {
    await begun.return?.(undefined)
  }
}

async function* oneNotice(): AsyncGenerator<ReadonlySet<Happened>> {
  yield new Set<Happened>(['meeting'])
}
