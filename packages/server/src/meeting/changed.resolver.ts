import { createHash } from 'node:crypto'
import { execute, type DocumentNode, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { Listening } from '../access/listening'
import type { Operation } from '../access/operation'
import { permitted, viewerCan } from '../access/permit'
import { copyOfMeeting, copyOfPlan } from './copy-of-participant'
import { copyOfWorker, planCopyOfWorker } from './copy-of-worker'

async function read(schema: GraphQLSchema, op: Operation, document: DocumentNode, id: string): Promise<Record<string, unknown>> {
  const { data, errors } = await execute({ schema, document, variableValues: { id }, contextValue: op })
  const [error] = errors ?? []
  if (error) throw error.originalError ?? error
  return { ...data }
}

/** What somebody is shown of a meeting, under its name in the answer, and of each of its plans. */
interface Copy {
  field: 'myMeeting' | 'meeting'
  ofMeeting: DocumentNode
  ofPlan: DocumentNode
}
const ofPerson: Copy = { field: 'myMeeting', ofMeeting: copyOfMeeting, ofPlan: copyOfPlan }
const ofWorker: Copy = { field: 'meeting', ofMeeting: copyOfWorker, ofPlan: planCopyOfWorker }

/** A digest of the viewer's own copy, so that they are told only of what changes for them; null when they may not read it. */
async function digestOfCopy(schema: GraphQLSchema, op: Operation, meetingId: string, copied: Copy): Promise<string | null> {
  const copy = await read(schema, op, copied.ofMeeting, meetingId)
  const meeting = copy[copied.field] as { plans: { id: string }[] } | null
  if (meeting === null) return null
  const plans = []
  for (const { id } of meeting.plans) plans.push(await read(schema, op, copied.ofPlan, id))
  return createHash('sha256')
    .update(JSON.stringify([copy, plans]))
    .digest('base64')
}

/**
 * The meeting's id each time its reader should ask again. Permission is asked anew at each notice and the stream ends with it.
 * A worker who may read who is kept apart hears of every change of the meeting; everybody else only of one that changes their own copy, so
 * that silence tells nothing of others, and no sound of a pair. Of what changes in its private rooms no worker hears.
 */
async function* changesOf(listening: Listening, schema: GraphQLSchema, meetingId: string): AsyncGenerator<string> {
  let isPerson = false
  const now = () =>
    listening.fresh('changed', async (op) => {
      isPerson = op.viewer.kind === 'person'
      if (isPerson) return digestOfCopy(schema, op, meetingId, ofPerson)
      const subject = { kind: 'meeting', id: meetingId } as const
      if ((await permitted(op, 'meeting:read', subject)) === null) return null
      return (await viewerCan(op, subject)).includes('pair:read') ? op.newId() : digestOfCopy(schema, op, meetingId, ofWorker)
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
