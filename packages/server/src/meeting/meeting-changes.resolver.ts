import { Arg, Ctx, ID, Int, Resolver } from 'type-graphql'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { AllocateInput, AllocateResult, CorrectInput, CorrectResult } from '../family/family.graphql'
import { showFamily } from '../family/family.resolver'
import {
  AddBottomLineInput,
  AddBottomLineResult,
  AddWhyInput,
  AddWhyResult,
  AgreeBottomLineResult,
  GiveBottomLinesResult,
  PrepareInput,
  PrepareResult,
  RecordSafetyInput,
  RecordSafetyResult,
  StartMeetingInput,
  StartMeetingResult,
} from './meeting-changes.graphql'
import { showMeeting } from './meeting.resolver'
import { allocate } from './hand-over'
import { addBottomLine, addWhy, correct, giveBottomLines, recordSafety } from './say-why'
import { prepare } from './prepare-participant'
import { startMeeting } from './start-meeting'
import { saveAgreed } from './why.store'

const shown = (op: Operation) => (id: string) => ({ meeting: seen(showMeeting(op, id)) })
const meeting = (id: string) => ({ kind: 'meeting', id }) as const
const participant = (id: string) => ({ kind: 'participant', id }) as const

@Resolver()
export class MeetingChangesResolver {
  @mutationOf(AllocateResult)
  allocate(@Ctx() op: Operation, @Arg('input', () => AllocateInput) input: AllocateInput) {
    return mutate(
      op,
      async () => allocate(await permit(op, 'family:allocate', { kind: 'family', id: input.familyId }), input),
      (id) => ({ family: seen(showFamily(op, id)) }),
    )
  }

  @mutationOf(StartMeetingResult)
  startMeeting(@Ctx() op: Operation, @Arg('input', () => StartMeetingInput) input: StartMeetingInput) {
    return mutate(op, async () => startMeeting(await permit(op, 'meeting:start', { kind: 'family', id: input.familyId }), input), shown(op))
  }

  @mutationOf(RecordSafetyResult)
  recordSafety(@Ctx() op: Operation, @Arg('input', () => RecordSafetyInput) input: RecordSafetyInput) {
    return mutate(op, async () => recordSafety(await permit(op, 'safety:record', meeting(input.meetingId)), input), shown(op))
  }

  @mutationOf(AddWhyResult)
  addWhy(@Ctx() op: Operation, @Arg('input', () => AddWhyInput) input: AddWhyInput) {
    return mutate(op, async () => addWhy(await permit(op, 'why:add', meeting(input.meetingId)), input), shown(op))
  }

  @mutationOf(AddBottomLineResult)
  addBottomLine(@Ctx() op: Operation, @Arg('input', () => AddBottomLineInput) input: AddBottomLineInput) {
    return mutate(op, async () => addBottomLine(await permit(op, 'bottomLine:add', meeting(input.meetingId)), input), shown(op))
  }

  @mutationOf(AgreeBottomLineResult)
  agreeBottomLine(@Ctx() op: Operation, @Arg('bottomLineId', () => ID) bottomLineId: string, @Arg('version', () => Int) version: number) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'bottomLine:agree', { kind: 'bottomLine', id: bottomLineId })
        await saveAgreed(granted, version)
        return granted.meetingId
      },
      shown(op),
    )
  }

  @mutationOf(GiveBottomLinesResult)
  giveBottomLines(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('on', () => String) on: string) {
    return mutate(op, async () => giveBottomLines(await permit(op, 'bottomLine:give', meeting(meetingId)), on), shown(op))
  }

  @mutationOf(PrepareResult)
  prepare(@Ctx() op: Operation, @Arg('input', () => PrepareInput) input: PrepareInput) {
    return mutate(op, async () => prepare(await permit(op, 'participant:prepare', participant(input.participantId)), input), shown(op))
  }

  @mutationOf(CorrectResult)
  correct(@Ctx() op: Operation, @Arg('input', () => CorrectInput) input: CorrectInput) {
    return mutate(
      op,
      () => correct(op, input),
      (id) => ({ family: seen(showFamily(op, id)) }),
    )
  }
}
