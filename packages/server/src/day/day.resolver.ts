import { Arg, Ctx, ID, Int, Resolver } from 'type-graphql'
import type { Stage } from '@kinplan/domain/meeting/stages'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { StageEnum } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { attend } from './attend'
import { AttendResult, EndMeetingInput, EndMeetingResult, MoveStageResult } from './day.graphql'
import { endMeeting } from './end-meeting'
import { moveStage } from './move-stage'

const shown = (op: Operation) => (id: string) => ({ meeting: seen(showMeeting(op, id)) })
const meeting = (id: string) => ({ kind: 'meeting', id }) as const
const participant = (id: string) => ({ kind: 'participant', id }) as const

/** The day of a meeting: one stage after another, and who came. */
@Resolver()
export class DayResolver {
  @mutationOf(MoveStageResult)
  moveStage(
    @Ctx() op: Operation,
    @Arg('meetingId', () => ID) meetingId: string,
    @Arg('to', () => StageEnum) to: Stage,
    @Arg('version', () => Int) version: number,
  ) {
    return mutate(op, async () => moveStage(await permit(op, 'stage:move', meeting(meetingId)), to, version), shown(op))
  }

  @mutationOf(AttendResult)
  attend(@Ctx() op: Operation, @Arg('participantId', () => ID) participantId: string, @Arg('attended', () => Boolean) attended: boolean) {
    return mutate(op, async () => attend(await permit(op, 'meeting:attend', participant(participantId)), attended), shown(op))
  }

  @mutationOf(EndMeetingResult)
  endMeeting(@Ctx() op: Operation, @Arg('input', () => EndMeetingInput) input: EndMeetingInput) {
    return mutate(op, async () => endMeeting(await permit(op, 'meeting:end', meeting(input.meetingId)), input), shown(op))
  }
}
