import { createHash } from 'node:crypto'
import { execute, type DocumentNode, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { Listening } from '../access/listening'
import type { Operation } from '../access/operation'
import { permitted } from '../access/permit'
import { copyOfMeeting, copyOfPlan } from './copy-of-participant'

async function read(schema: GraphQLSchema, op: Operation, document: DocumentNode, id: string): Promise<Record<string, unknown>> {
  const { data, errors } = await execute({ schema, document, variableValues: { id }, contextValue: op })
  const [error] = errors ?? []
  if (error) throw error.originalError ?? error
  return { ...data }
}

/** A digest of the viewer's own copy, so that they are told only of what changes for them; null when they may not read it. */
async function digestOfCopy(schema: GraphQLSchema, op: Operation, meetingId: string): Promise<string | null> {
  const copy = await read(schema, op, copyOfMeeting, meetingId)
  const meeting = copy['myMeeting'] as { plans: { id: string }[] } | null
  if (meeting === null) return null
  const plans = []
  for (const { id } of meeting.plans) plans.push(await read(schema, op, copyOfPlan, id))
  return createHash('sha256')
    .update(JSON.stringify([copy, plans]))
    .digest('base64')
}

/**
 * The meeting's id each time its reader should ask again. Permission is asked anew at each notice and the stream ends with it.
 * A worker hears of every change of the meeting, and of none in its private rooms; a person only of one that changes their own copy, so
 * that silence tells nothing of others.
 */
async function* changesOf(listening: Listening, schema: GraphQLSchema, meetingId: string): AsyncGenerator<string> {
  let isPerson = false
  const now = () =>
    listening.fresh('changed', async (op) => {
      isPerson = op.viewer.kind === 'person'
      if (isPerson) return digestOfCopy(schema, op, meetingId)
      return (await permitted(op, 'meeting:read', { kind: 'meeting', id: meetingId })) && op.newId()
    })
  // Listen before looking, so that a change in between is not missed; who it is that listens, the look tells.
  const listen = (of: ('meeting' | 'rooms')[]) => {
    const notices = listening.changes(meetingId, of)[Symbol.asyncIterator]()
    return { next: () => notices.next(), stop: () => void notices.return?.(), first: notices.next() }
  }
  const [ofMeeting, ofRoomsToo] = [listen(['meeting']), listen(['meeting', 'rooms'])]
  try {
    let last = await now()
    const [mine, other] = isPerson ? [ofRoomsToo, ofMeeting] : [ofMeeting, ofRoomsToo]
    other.stop()
    let notice = mine.first
    while (last !== null) {
      if ((await notice).done) return
      notice = mine.next()
      const next = await now()
      if (next === null) return
      if (next !== last) yield meetingId
      last = next
    }
  } finally {
    ofMeeting.stop()
    ofRoomsToo.stop()
  }
}

@Resolver()
export class ChangedResolver {
  @Subscription(() => ID, {
    subscribe: ({ context, args, info }: { context: Listening; args: { meetingId: string }; info: GraphQLResolveInfo }) =>
      changesOf(context, info.schema, args.meetingId),
  })
  changed(@Root() meetingId: string, @Arg('meetingId', () => ID) _meetingId: string): string {
    return meetingId
  }
}
