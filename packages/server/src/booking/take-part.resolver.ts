import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import { Refusal } from '@kinplan/domain/refusal'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { showMyMeeting } from '../meeting/my-meeting.resolver'
import { countLastInvited } from '../meeting/participant.store'
import { Copies } from './copy.graphql'
import { decideNotPart } from './decide-not-part'
import { lookFirst } from './look-first'
import { sendInvitations } from './send-invitations'
import { addParticipant, reply, setParticipation } from './take-part'
import {
  AddParticipantInput,
  AddParticipantResult,
  DecideNotPartInput,
  DecideNotPartResult,
  ReplyInput,
  ReplyResult,
  SendInvitationsResult,
  SetParticipationInput,
  SetParticipationResult,
} from './take-part.graphql'

const shown = (op: Operation) => (id: string) => ({ meeting: seen(showMeeting(op, id)) })
const meeting = (id: string) => ({ kind: 'meeting', id }) as const
const participant = (id: string) => ({ kind: 'participant', id }) as const

/** Who is asked to a meeting, and what they answer. */
@Resolver()
export class TakePartResolver {
  @Query(() => Copies, {
    nullable: true,
    description: 'What each person of the family will read once the invitations have gone, before they go. Null when not yours.',
  })
  async copies(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string): Promise<Copies | null> {
    try {
      return { refused: null, copies: await lookFirst(await permit(op, 'copy:read', meeting(meetingId))) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return error.code === 'notYours' ? null : { refused: error.code, copies: [] }
    }
  }

  @mutationOf(AddParticipantResult)
  addParticipant(@Ctx() op: Operation, @Arg('input', () => AddParticipantInput) input: AddParticipantInput) {
    return mutate(op, async () => addParticipant(await permit(op, 'participant:add', meeting(input.meetingId)), input), shown(op))
  }

  @mutationOf(SetParticipationResult)
  setParticipation(@Ctx() op: Operation, @Arg('input', () => SetParticipationInput) input: SetParticipationInput) {
    return mutate(op, async () => setParticipation(await permit(op, 'participant:set', participant(input.participantId)), input), shown(op))
  }

  @mutationOf(DecideNotPartResult)
  decideNotPart(@Ctx() op: Operation, @Arg('input', () => DecideNotPartInput) input: DecideNotPartInput) {
    return mutate(
      op,
      async () => decideNotPart(await permit(op, 'participant:notPart', participant(input.participantId)), input),
      shown(op),
    )
  }

  @mutationOf(SendInvitationsResult)
  sendInvitations(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('version', () => Int) version: number) {
    let sent: number | null = null
    return mutate(
      op,
      async () => {
        sent = await sendInvitations(await permit(op, 'meeting:invite', meeting(meetingId)), version)
        return meetingId
      },
      async (id) => ({
        sent: sent ?? (await countLastInvited(await permit(op, 'meeting:read', meeting(id)))),
        meeting: seen(showMeeting(op, id)),
      }),
    )
  }

  @mutationOf(ReplyResult)
  reply(@Ctx() op: Operation, @Arg('input', () => ReplyInput) input: ReplyInput) {
    return mutate(
      op,
      async () => reply(await permit(op, 'meeting:reply', meeting(input.meetingId)), input),
      (id) => ({ myMeeting: seen(showMyMeeting(op, id)) }),
    )
  }
}
