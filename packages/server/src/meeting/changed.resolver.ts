import { createHash } from 'node:crypto'
import { execute, type DocumentNode, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { Happened, Listening, MeetingNow } from '../access/listening'
import type { Operation } from '../access/operation'
import { permitted, viewerCan } from '../access/permit'
import { copyOfMeeting, copyOfPlan } from './copy-of-participant'
import { copyOfWorker, planCopyOfWorker } from './copy-of-worker'
import { hiddenFromPerson } from './known-to'

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

/** What somebody was last told of, and what they may know, judged under an access version. */
interface Known {
  /** Null where it was not to be read; then everything is judged. */
  now: MeetingNow | null
  /** May read who is kept apart, and so hears of every change. */
  readsPairs: boolean
  isPerson: boolean
  /** Of the viewer's own copy, but for what is everybody's; of a worker's, all of it. */
  digest: string
  /** People of whom a person may not know, and plans that they may read. */
  hidden: ReadonlySet<string>
  plans: ReadonlySet<string>
}

/** Fields of a participant's copy that are everybody's: what they show follows from who may know what, and from `MeetingNow.everybodys`. */
const everybodys = new Set(['why', 'bottomLines', 'council'])

/** The viewer's own copy in a digest, so that they are told only of what changes for them; null when they may not read it. */
async function digestOfCopy(schema: GraphQLSchema, op: Operation, meetingId: string, copied: Copy) {
  const copy = await read(schema, op, copied.ofMeeting, meetingId)
  const meeting = copy[copied.field] as { plans: { id: string }[] } | null
  if (meeting === null) return null
  const plans = []
  for (const { id } of meeting.plans) plans.push(await read(schema, op, copied.ofPlan, id))
  const own = (key: string, value: unknown) => (copied === ofPerson && everybodys.has(key) ? undefined : value)
  const digest = createHash('sha256')
    .update(JSON.stringify([copy, plans], own))
    .digest('base64')
  return { digest, plans: new Set(meeting.plans.map(({ id }) => id)) }
}

const nobody: ReadonlySet<string> = new Set()

/**
 * Judges anew, in an operation, who it is that listens and what they may know; null when they may not. `now` was read before: what changes
 * in between makes this an old judgement.
 */
function judge(listening: Listening, schema: GraphQLSchema, meetingId: string, now: MeetingNow | null): Promise<Known | null> {
  return listening.fresh('changed', async (op) => {
    const subject = { kind: 'meeting', id: meetingId } as const
    if (op.viewer.kind === 'person') {
      const copy = await digestOfCopy(schema, op, meetingId, ofPerson)
      const granted = copy && (await permitted(op, 'meeting:readMine', subject))
      return granted && { ...copy, now, readsPairs: false, isPerson: true, hidden: await hiddenFromPerson(granted, granted.viewer.id) }
    }
    if ((await permitted(op, 'meeting:read', subject)) === null) return null
    const readsPairs = (await viewerCan(op, subject)).includes('pair:read')
    const copy = readsPairs ? { digest: '', plans: nobody } : await digestOfCopy(schema, op, meetingId, ofWorker)
    return copy && { ...copy, now, readsPairs, isPerson: false, hidden: nobody }
  })
}

/** What is everybody's, as far as this person may know it. */
const shownOf = ({ now, hidden, plans }: Known) =>
  JSON.stringify(
    now?.everybodys
      .filter(({ by, plan }) => (by === null || !hidden.has(by)) && (plan === null || plans.has(plan)))
      .map(({ what, by, plan, digest }) => [what, by, plan, digest].join(' '))
      .toSorted(),
  )

/**
 * What is known by a new reading of the meeting alone; null where it has to be judged: the access version has moved, or something of the
 * viewer's own may have changed.
 */
function knownBy(now: MeetingNow | null, known: Known, happened: ReadonlySet<Happened>): Known | null {
  if (now === null || now.accessVersion !== known.now?.accessVersion) return null
  const ofAll = known.isPerson && happened.size === 1 && happened.has('everybody')
  return known.readsPairs || ofAll ? { ...known, now } : null
}

/** Of a worker who may read who is kept apart any change; of everybody else one of what they are shown. */
const differ = (one: Known, other: Known) =>
  other.readsPairs || one.digest !== other.digest || (other.isPerson && shownOf(one) !== shownOf(other))

/**
 * The meeting's id each time its reader should ask again. What they may know is judged when they begin to listen, and anew when the access
 * version has moved or something of their own may have changed; the stream ends with it. Until then one reading of the meeting serves all
 * who listen to it, and moves nothing for whoever may not know of what has changed.
 * A worker who may read who is kept apart hears of every change of the meeting; everybody else only of one that changes their own copy, so
 * that silence tells nothing of others, and no sound of a pair. Of what changes in its private rooms no worker hears.
 */
async function* changesOf(listening: Listening, schema: GraphQLSchema, meetingId: string): AsyncGenerator<string> {
  // Listen before looking, so that a change in between is not missed; who it is that listens, the look tells.
  const listen = (of: Happened[]) => {
    const notices = listening.changes(meetingId, of)[Symbol.asyncIterator]()
    return { next: () => notices.next(), stop: () => void notices.return?.(), first: notices.next() }
  }
  const [ofMeeting, ofRoomsToo] = [listen(['meeting', 'everybody']), listen(['meeting', 'everybody', 'rooms'])]
  try {
    let known = await judge(listening, schema, meetingId, await listening.now(meetingId))
    const [mine, other] = known?.isPerson ? [ofRoomsToo, ofMeeting] : [ofMeeting, ofRoomsToo]
    other.stop()
    let notice = mine.first
    while (known !== null) {
      const { value: happened, done } = await notice
      if (done) return
      notice = mine.next()
      const now = await listening.now(meetingId)
      const next: Known | null = knownBy(now, known, happened) ?? (await judge(listening, schema, meetingId, now))
      if (next === null) return
      if (differ(known, next)) yield meetingId
      known = next
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
