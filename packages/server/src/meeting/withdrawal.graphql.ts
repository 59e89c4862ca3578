import { InputType, ObjectType } from 'type-graphql'
import { withdrawalOutcomes, withdrawalWaits } from '@kinplan/domain/meeting/withdrawal'
import { enumOf } from '../access/enum.graphql'
import { described, fields, id, list, nullable, text } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting } from './meeting.graphql'
import { MyMeeting } from './my-meeting.graphql'

const WithdrawalOutcomeEnum = enumOf('WithdrawalOutcome', withdrawalOutcomes)
const WithdrawalWaitEnum = enumOf('WithdrawalWait', withdrawalWaits)

const standing = {
  waits: described(nullable(WithdrawalWaitEnum), 'Null: somebody has reached them, and what they want is written down.'),
  contactOn: described(text, "The day to get in touch with them, YYYY-MM-DD in the meeting's zone."),
}

/** A worker got in touch with somebody who withdrew, or tried to. */
@ObjectType()
export class WithdrawalContact extends fields({ id, at: text, outcome: WithdrawalOutcomeEnum, words: text }) {
  byId: string
}

/** Somebody withdraws from the meeting unseen: nobody of the family learns of it, nor does their own page show it. */
@ObjectType()
export class Withdrawal extends fields({
  id,
  participantId: id,
  saidAt: text,
  ...standing,
  contacts: described(list(WithdrawalContact), 'In order of time.'),
}) {
  familyId: string
  personId: string
  writtenById: string | null
}

/** A withdrawal that waits, in the list of families. */
@ObjectType()
export class FamilyRowWithdrawal extends fields({ meetingId: id, ...standing }) {}

@InputType()
export class AnswerWithdrawalInput extends fields({ id, outcome: WithdrawalOutcomeEnum, words: text }) {}

export const WithdrawUnseenResult = resultOf('WithdrawUnseen', { myMeeting: MyMeeting })
export const WriteWithdrawalResult = resultOf('WriteWithdrawal', { meeting: Meeting })
export const AnswerWithdrawalResult = resultOf('AnswerWithdrawal', { meeting: Meeting })
