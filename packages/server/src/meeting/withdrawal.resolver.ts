import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { parseWordsIfAny } from '@kinplan/domain/parse-words'
import { Refusal } from '@kinplan/domain/refusal'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { viewerId } from '../access/viewer'
import { ContactPoint, FamilyRow } from '../family/family.graphql'
import { contactPointsOf, peopleOf } from '../family/family.store'
import { Worker } from '../worker/worker.graphql'
import { workerById } from '../worker/worker.store'
import { Meeting } from './meeting.graphql'
import { showMeeting } from './meeting.resolver'
import { showMyMeeting } from './my-meeting.resolver'
import { participantsOf } from './participant.store'
import {
  AnswerWithdrawalInput,
  AnswerWithdrawalResult,
  FamilyRowWithdrawal,
  Withdrawal,
  WithdrawalContact,
  WithdrawUnseenResult,
  WriteWithdrawalResult,
} from './withdrawal.graphql'
import { insertContact, insertWithdrawal, waitingWithdrawalOf, withdrawalsOf } from './withdrawal.store'

@Resolver(() => Meeting)
export class WithdrawalsResolver {
  @FieldResolver(() => [Withdrawal], { nullable: true, description: 'Null for those it is not for.' })
  async withdrawals(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'withdrawal:read', { kind: 'meeting', id })
    return granted && withdrawalsOf(granted)
  }

  @mutationOf(WithdrawUnseenResult)
  withdrawUnseen(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string) {
    const work = async () => {
      const granted = await permit(op, 'withdrawal:say', { kind: 'meeting', id: meetingId })
      const mine = (await participantsOf(granted)).find(({ personId }) => personId === viewerId(op.viewer))
      if (mine === undefined) throw new Refusal('notYours')
      return insertWithdrawal(granted, mine.id)
    }
    return mutate(op, work, (id) => ({ myMeeting: seen(showMyMeeting(op, id)) }))
  }

  @mutationOf(WriteWithdrawalResult)
  writeWithdrawal(@Ctx() op: Operation, @Arg('participantId', () => ID) participantId: string) {
    const work = async () => {
      const granted = await permit(op, 'withdrawal:write', { kind: 'participant', id: participantId })
      if (granted.personId === null) throw new Refusal('notYours')
      return insertWithdrawal(granted, participantId)
    }
    return mutate(op, work, (id) => ({ meeting: seen(showMeeting(op, id)) }))
  }

  @mutationOf(AnswerWithdrawalResult)
  answerWithdrawal(@Ctx() op: Operation, @Arg('input', () => AnswerWithdrawalInput) { id, outcome, words }: AnswerWithdrawalInput) {
    const work = async () =>
      insertContact(await permit(op, 'withdrawal:answer', { kind: 'withdrawal', id }), {
        outcome,
        words: parseWordsIfAny(words, 'words'),
      })
    return mutate(op, work, (meetingId) => ({ meeting: seen(showMeeting(op, meetingId)) }))
  }
}

@Resolver(() => Withdrawal)
export class WithdrawalResolver {
  @FieldResolver(() => String)
  async name(@Ctx() op: Operation, @Root() { familyId, personId }: Withdrawal) {
    return (await peopleOf(op, { familyId })).find((person) => person.id === personId)?.name
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who wrote it down for them; null: they said it themselves.' })
  writtenDownBy(@Ctx() op: Operation, @Root() { writtenById }: Withdrawal) {
    return writtenById === null ? null : workerById(op, writtenById)
  }

  @FieldResolver(() => [ContactPoint], { nullable: true, description: 'Null for those who may not read how to reach this family.' })
  async contactPoints(@Ctx() op: Operation, @Root() { familyId, personId }: Withdrawal) {
    const granted = await permitted(op, 'contact:read', { kind: 'family', id: familyId })
    return granted && (await contactPointsOf(granted)).filter((point) => point.personId === personId)
  }
}

@Resolver(() => WithdrawalContact)
export class WithdrawalContactResolver {
  @FieldResolver(() => Worker)
  by(@Ctx() op: Operation, @Root() { byId }: WithdrawalContact) {
    return workerById(op, byId)
  }
}

@Resolver(() => FamilyRow)
export class FamilyRowWithdrawalResolver {
  @FieldResolver(() => FamilyRowWithdrawal, {
    nullable: true,
    description: "For the meeting's coordinator: somebody withdrew unseen, and it waits. Nobody else is told.",
  })
  withdrawal(@Ctx() op: Operation, @Root() row: FamilyRow) {
    return waitingWithdrawalOf(op, row.id)
  }
}
