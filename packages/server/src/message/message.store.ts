import type { Permit } from '../access/permit'
import type { Words } from './message.copy'

/** The kinds of message, as the database has them. */
export type MessageKind = 'signIn' | 'invitation' | 'promise' | 'review'

/**
 * Puts messages in the outbox, each sealed under its own id. They go after the commit, to the first way of reaching the
 * person that is marked as safe then. One statement for all.
 */
export async function queueMessages(
  { op, familyId, meetingId }: Permit<'meeting:invite' | 'action:send' | 'review:book'>,
  kind: MessageKind,
  messages: { personId: string; words: Words }[],
): Promise<void> {
  const rows = messages.map(({ personId, words }) => {
    const id = op.newId()
    return { id, familyId, meetingId: meetingId || null, personId, kind, state: 'waiting', createdAt: op.now, sealed: op.key.seal(JSON.stringify(words), `message/${id}`) }
  })
  await op.tx.message.createMany({ data: rows })
}

/** Takes back what has not gone yet to a person who is no longer part of the meeting. */
export async function withdrawWaiting({ op, meetingId }: Permit<'participant:notPart'>, personId: string): Promise<void> {
  await op.tx.message.deleteMany({ where: { meetingId, personId, state: 'waiting' } })
}

/** Takes back invitations to an earlier time that have not gone yet, all of them or one person's. */
export async function withdrawInvitations({ op, meetingId }: Permit<'time:book' | 'time:ask' | 'participant:set' | 'meeting:reply'>, who: { personId?: string } = {}): Promise<void> {
  await op.tx.message.deleteMany({ where: { ...who, meetingId, kind: 'invitation', state: 'waiting' } })
}
