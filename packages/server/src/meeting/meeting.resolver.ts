import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { invitationState } from '@kinplan/domain/message/message-states'
import { readersNow } from '@kinplan/domain/meeting/readers'
import { withoutPairs } from '@kinplan/domain/meeting/without-pairs'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import { permitted, viewerCan } from '../access/permit'
import { RightEnum } from '../access/right.graphql'
import { Worker } from '../worker/worker.graphql'
import { workerById } from '../worker/worker.store'
import { correctorOf } from '../family/correction.store'
import { Family, FamilyRow, Person } from '../family/family.graphql'
import { peopleOf, readFamily } from '../family/family.store'
import { latestInvitations } from '../message/message.store'
import {
  BottomLine,
  FamilyRowMeeting,
  Meeting,
  MeetingRow,
  NotPart,
  Participant,
  Preparation,
  SafetyDecision,
  SafetyStandingEnum,
  Slip,
  WhyEntry,
} from './meeting.graphql'
import { childrenOf, meetingsOfFamily, nextMeetingOf, readMeeting, workersWhoRead } from './meeting.store'
import { participantsOf, preparationsOf, type ParticipantFacts } from './participant.store'
import { decisionOf, safetyOf } from './safety.store'
import { slipFor } from './told-part'
import { bottomLinesOf, whyOf } from './why.store'

/** The meeting a worker may read, or null. */
export async function showMeeting(op: Operation, id: string): Promise<Meeting | null> {
  const granted = await permitted(op, 'meeting:read', { kind: 'meeting', id })
  return granted && Object.assign(new Meeting(), await readMeeting(granted), { permit: granted })
}

const notPartOf = ({ state, notPartReason, notPartById, lookAgainOn, viewsGathered }: ParticipantFacts): NotPart | null =>
  state === 'notPart' ? { reason: notPartReason ?? '', byId: notPartById ?? '', lookAgainOn: lookAgainOn ?? '', viewsGathered } : null

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => Meeting, { nullable: true })
  meeting(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return showMeeting(op, id)
  }

  @FieldResolver(() => String)
  async familyName(@Ctx() op: Operation, @Root() { familyId }: Meeting) {
    const granted = await permitted(op, 'family:read', { kind: 'family', id: familyId })
    return granted && (await readFamily(granted)).name
  }

  @FieldResolver(() => Worker)
  coordinator(@Ctx() op: Operation, @Root() meeting: Meeting) {
    return workerById(op, meeting.coordinatorId)
  }

  @FieldResolver(() => Worker)
  referrer(@Ctx() op: Operation, @Root() meeting: Meeting) {
    return workerById(op, meeting.referrerId)
  }

  @FieldResolver(() => [Person])
  async children(@Ctx() op: Operation, @Root() meeting: Meeting) {
    const ids = await childrenOf(meeting.permit)
    return (await peopleOf(op, meeting)).filter((person) => ids.includes(person.id))
  }

  @FieldResolver(() => SafetyStandingEnum, { nullable: true, description: 'Null for those who may not read who is kept apart.' })
  async safety(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'pair:read', { kind: 'meeting', id })
    return granted && safetyOf(granted)
  }

  @FieldResolver(() => SafetyDecision, { nullable: true, description: 'Null: none stands, or not for this viewer.' })
  async safetyDecision(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'safety:read', { kind: 'meeting', id })
    const decision = granted && (await decisionOf(granted))
    if (!decision) return null
    const readsSaid = (await permitted(op, 'safety:readSaid', { kind: 'meeting', id })) !== null
    return { ...decision, saidAlone: readsSaid ? decision.saidAlone : null }
  }

  @FieldResolver(() => [Participant], {
    description:
      'To those who may not read who is kept apart nobody has a room of their own, a time to arrive, a version or an invitation.',
  })
  async participants(@Ctx() op: Operation, @Root() meeting: Meeting) {
    const readsPairs = (await permitted(op, 'pair:read', { kind: 'meeting', id: meeting.id })) !== null
    const invitations = await permitted(op, 'invitation:read', { kind: 'meeting', id: meeting.id })
    const latest = invitations && (await latestInvitations(invitations))
    return (await participantsOf(meeting.permit)).map((row) => {
      const shown = {
        ...row,
        invitation: invitationState(row.invitedAt, latest?.get(row.personId ?? '')),
        notPart: notPartOf(row),
        invitedAt: row.invitedAt?.toISOString() ?? null,
      }
      return readsPairs ? shown : withoutPairs(shown)
    })
  }

  @FieldResolver(() => [WhyEntry])
  why(@Root() meeting: Meeting) {
    return whyOf(meeting.permit)
  }

  @FieldResolver(() => [BottomLine])
  bottomLines(@Root() meeting: Meeting) {
    return bottomLinesOf(meeting.permit)
  }

  @FieldResolver(() => [String], {
    description: 'Names of those who can read what is written now; nobody is named to a worker in private family time.',
  })
  async readers(@Ctx() op: Operation, @Root() meeting: Meeting) {
    const part = (await participantsOf(meeting.permit))
      .filter((participant) => participant.state !== 'notPart')
      .map((participant) => participant.personId)
    const persons = (await peopleOf(op, meeting)).filter((person) => part.includes(person.id) && !person.ended)
    const workers = (await workersWhoRead(meeting.permit)).map((worker) => worker.name)
    return readersNow({ stage: meeting.stage, workers, persons }, { kind: 'worker' })
  }

  @FieldResolver(() => [RightEnum], { description: 'The rights that the viewer has over this meeting now.' })
  viewerCan(@Ctx() op: Operation, @Root() { id }: Meeting) {
    return viewerCan(op, { kind: 'meeting', id })
  }
}

@Resolver(() => Family)
export class FamilyMeetingsResolver {
  @FieldResolver(() => [MeetingRow])
  meetings(@Root() family: Family) {
    return meetingsOfFamily(family.permit)
  }
}

@Resolver(() => FamilyRow)
export class FamilyRowMeetingResolver {
  @FieldResolver(() => FamilyRowMeeting, { nullable: true })
  nextMeeting(@Ctx() op: Operation, @Root() row: FamilyRow) {
    return nextMeetingOf(op, row.id)
  }
}

@Resolver(() => SafetyDecision)
export class SafetyDecisionResolver {
  @FieldResolver(() => Worker)
  decidedBy(@Ctx() op: Operation, @Root() decision: SafetyDecision) {
    return workerById(op, decision.decidedById)
  }
}

@Resolver(() => Participant)
export class ParticipantResolver {
  @FieldResolver(() => Person, { nullable: true })
  async person(@Ctx() op: Operation, @Root() participant: Participant) {
    return (await peopleOf(op, participant)).find((person) => person.id === participant.personId) ?? null
  }

  @FieldResolver(() => Worker, { nullable: true })
  worker(@Ctx() op: Operation, @Root() { workerId }: Participant) {
    return workerId === null ? null : workerById(op, workerId)
  }

  @FieldResolver(() => String)
  async name(@Ctx() op: Operation, @Root() participant: Participant) {
    if (participant.workerId !== null) return (await workerById(op, participant.workerId)).name
    return (await peopleOf(op, participant)).find((person) => person.id === participant.personId)?.name
  }

  @FieldResolver(() => Preparation, {
    nullable: true,
    description: "Null: no talk yet, or not for this viewer: what is said alone is the coordinator's to read.",
  })
  async preparation(@Ctx() op: Operation, @Root() { id, meetingId }: Participant) {
    const granted = await loadOnce(op, `preparationRead/${meetingId}`, () =>
      permitted(op, 'preparation:read', { kind: 'meeting', id: meetingId }),
    )
    return granted && ((await preparationsOf(granted)).find((preparation) => preparation.participantId === id) ?? null)
  }

  @FieldResolver(() => Slip, {
    nullable: true,
    description: 'Null: there is nothing to print, or not for this viewer, since a place without its room would tell who is kept apart.',
  })
  async slip(@Ctx() op: Operation, @Root() { id, meetingId }: Participant) {
    const granted = await loadOnce(op, `slips/${meetingId}`, () => permitted(op, 'pair:read', { kind: 'meeting', id: meetingId }))
    const row = granted && (await participantsOf(granted)).find((participant) => participant.id === id)
    return row ? slipFor(granted, row) : null
  }
}

@Resolver(() => NotPart)
export class NotPartResolver {
  @FieldResolver(() => Worker)
  by(@Ctx() op: Operation, @Root() notPart: NotPart) {
    return workerById(op, notPart.byId)
  }
}

@Resolver(() => WhyEntry)
export class WhyEntryResolver {
  @FieldResolver(() => String)
  async by(@Ctx() op: Operation, @Root() entry: WhyEntry) {
    if (entry.byWorkerId !== null) return (await workerById(op, entry.byWorkerId)).name
    return (await peopleOf(op, entry)).find((person) => person.id === entry.byPersonId)?.name
  }

  @FieldResolver(() => String, { nullable: true, description: 'The last worker who corrected what somebody else wrote.' })
  async correctedBy(@Ctx() op: Operation, @Root() { id, byWorkerId, byPersonId }: WhyEntry) {
    const workerId = await correctorOf(op, id, byWorkerId ?? byPersonId)
    return workerId && (await workerById(op, workerId)).name
  }
}

@Resolver(() => BottomLine)
export class BottomLineResolver {
  @FieldResolver(() => Worker)
  setBy(@Ctx() op: Operation, @Root() line: BottomLine) {
    return workerById(op, line.setById)
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The last worker who corrected what somebody else set.' })
  async correctedBy(@Ctx() op: Operation, @Root() { id, setById }: BottomLine) {
    const workerId = await correctorOf(op, id, setById)
    return workerId && workerById(op, workerId)
  }

  @FieldResolver(() => Worker, { nullable: true })
  agreedBy(@Ctx() op: Operation, @Root() { agreedById }: BottomLine) {
    return agreedById === null ? null : workerById(op, agreedById)
  }
}
