import { Arg, Ctx, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql'
import { mutate, seen } from '../access/mutate'
import type { Listening } from '../access/listening'
import type { Operation } from '../access/operation'
import { permit, permitted, viewerCan } from '../access/permit'
import { deliverEnvelopes } from './deliver-envelopes'
import {
  AppendEnvelopesInput,
  AppendEnvelopesResult,
  ComeBackToDraftResult,
  Envelope,
  JoinOffer,
  KeepKeyShareResult,
  KeepNothingHereResult,
  MyRoom,
  OfferJoinInput,
  OfferJoinResult,
  RelayHeadInput,
  RelayHeadResult,
  ReplyToJoinInput,
  ReplyToJoinResult,
  StartDraftInput,
  StartDraftResult,
  WrapForJoinInput,
  WrapForJoinResult,
} from './draft.graphql'
import { comeBackToDraft, draftWithProof, forgetKeyOnDevice, keyShareOf } from './draft.store'
import { mutationOf } from '../access/refused.graphql'
import { nothing, type Subject } from '../access/subject'
import { offerJoin, replyToJoin, wrapForJoin } from './join-draft'
import { readOffer } from './join.store'
import { relayHead } from './relay-head'
import { membersOf, readRoom, roomOf } from './room.store'
import { sendEnvelopes } from './send-envelopes'
import { startDraft } from './start-draft'

/** The viewer's own private room as a subject, or nothing. */
export async function myRoomIn(op: Operation, meetingId: string): Promise<Subject<'room' | 'none'>> {
  const id = await roomOf(op, meetingId)
  return id === null ? nothing : { kind: 'room', id }
}

export async function showRoom(op: Operation, meetingId: string): Promise<MyRoom | null> {
  const subject = await myRoomIn(op, meetingId)
  const granted = await permitted(op, 'room:read', subject)
  if (granted === null) return null
  // A session that is not vouched for is no enemy that tries the door: its own room's page asks again and again.
  const rights = await viewerCan(op, subject)
  const members = rights.includes('room:readMembers') ? await membersOf(await permit(op, 'room:readMembers', subject)) : []
  return Object.assign(new MyRoom(), { ...(await readRoom(granted)), members, viewerCan: rights })
}

async function showOffer(op: Operation, jid: string): Promise<JoinOffer | null> {
  const granted = await permitted(op, 'draft:join', { kind: 'joinOffer', id: jid })
  return granted && readOffer(granted)
}

@Resolver()
export class DraftResolver {
  @Query(() => MyRoom, { nullable: true })
  myRoom(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string) {
    return showRoom(op, meetingId)
  }

  @Query(() => JoinOffer, { nullable: true })
  joinOffer(@Ctx() op: Operation, @Arg('jid', () => String) jid: string) {
    return showOffer(op, jid)
  }

  @mutationOf(StartDraftResult)
  startDraft(@Ctx() op: Operation, @Arg('input', () => StartDraftInput) input: StartDraftInput) {
    return mutate(
      op,
      async () => startDraft(await permit(op, 'draft:start', await myRoomIn(op, input.meetingId)), input),
      () => ({ room: seen(showRoom(op, input.meetingId)) }),
    )
  }

  @mutationOf(KeepKeyShareResult)
  keepKeyShare(@Ctx() op: Operation, @Arg('draftId', () => ID) draftId: string, @Arg('memberProof', () => String) memberProof: string) {
    return mutate(
      op,
      async () => (await permit(op, 'draft:read', { kind: 'draft', id: draftId })).subjectId,
      async () => {
        const granted = await permit(op, 'draft:read', { kind: 'draft', id: draftId })
        return {
          keyShare: await keyShareOf(granted, await draftWithProof(granted, 'draft:read', draftId, { of: 'member', given: memberProof })),
        }
      },
    )
  }

  @mutationOf(ComeBackToDraftResult, {
    description: 'For a device that kept what opens the draft together with this: after signing in again, or with the page opened anew.',
  })
  comeBackToDraft(@Ctx() op: Operation, @Arg('draftId', () => ID) draftId: string, @Arg('memberProof', () => String) memberProof: string) {
    return mutate(
      op,
      async () => (await permit(op, 'draft:comeBack', { kind: 'draft', id: draftId })).subjectId,
      async () => {
        const granted = await permit(op, 'draft:comeBack', { kind: 'draft', id: draftId })
        const draft = await draftWithProof(granted, 'draft:comeBack', draftId, { of: 'member', given: memberProof })
        return { keyShare: await comeBackToDraft(granted, draft), epoch: draft.epoch }
      },
    )
  }

  @mutationOf(KeepNothingHereResult, {
    description: 'The device forgets the draft: it needs the square, the words or another phone again.',
  })
  keepNothingHere(@Ctx() op: Operation, @Arg('draftId', () => ID) draftId: string) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'draft:comeBack', { kind: 'draft', id: draftId })
        await forgetKeyOnDevice(granted)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }

  @mutationOf(OfferJoinResult)
  offerJoin(@Ctx() op: Operation, @Arg('input', () => OfferJoinInput) input: OfferJoinInput) {
    return mutate(
      op,
      () => offerJoin(op, input),
      () => ({ offer: seen(showOffer(op, input.jid)) }),
    )
  }

  @mutationOf(ReplyToJoinResult)
  replyToJoin(@Ctx() op: Operation, @Arg('input', () => ReplyToJoinInput) input: ReplyToJoinInput) {
    return mutate(
      op,
      () => replyToJoin(op, input),
      () => ({ offer: seen(showOffer(op, input.jid)) }),
    )
  }

  @mutationOf(WrapForJoinResult)
  wrapForJoin(@Ctx() op: Operation, @Arg('input', () => WrapForJoinInput) input: WrapForJoinInput) {
    return mutate(
      op,
      () => wrapForJoin(op, input),
      () => ({ offer: seen(showOffer(op, input.jid)) }),
    )
  }

  @mutationOf(AppendEnvelopesResult)
  appendEnvelopes(@Ctx() asked: Operation | Listening, @Arg('input', () => AppendEnvelopesInput) input: AppendEnvelopesInput) {
    return sendEnvelopes(asked, input)
  }

  @mutationOf(RelayHeadResult, { description: 'Tells the other devices, sealed, how far this one has read. Stored nowhere.' })
  relayHead(@Ctx() asked: Operation | Listening, @Arg('input', () => RelayHeadInput) input: RelayHeadInput) {
    return relayHead(asked, input)
  }

  @Subscription(() => [Envelope], {
    subscribe: ({ context, args }: { context: Listening; args: { draftId: string; after: number; known?: string; memberProof: string } }) =>
      deliverEnvelopes(context, { ...args, known: args.known ?? null }),
  })
  envelopes(
    @Root() stored: Envelope[],
    @Arg('draftId', () => ID) _draftId: string,
    @Arg('after', () => Int) _after: number,
    @Arg('known', () => String, {
      nullable: true,
      description: 'SHA-256 of the ids up to there, base64url: where it is another, all are sent.',
    })
    _known: string | null,
    @Arg('memberProof', () => String) _memberProof: string,
  ): Envelope[] {
    return stored
  }
}
