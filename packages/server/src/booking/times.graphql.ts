import { InputType, ObjectType } from 'type-graphql'
import { criteria } from '@kinplan/domain/time-search/proposal-order'
import { leftOutWhys } from '@kinplan/domain/time-search/ranked-times'
import { meetingShapes } from '@kinplan/domain/meeting/placed-together'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, nullable, text, whole } from '../access/fields.graphql'
import { RefusalCodeEnum, resultOf } from '../access/refused.graphql'
import { Meeting, WayEnum } from '../meeting/meeting.graphql'
import { PartEdgeEnum } from './need.graphql'

const TimeShapeEnum = enumOf('TimeShape', meetingShapes)
const TimeCriterionEnum = enumOf('TimeCriterion', criteria)
export const LeftOutWhyEnum = enumOf('LeftOutWhy', leftOutWhys)
const OneAskKindEnum = enumOf('OneAskKind', ['free', 'part'])

/** What a coordinator looks for. Days and times are what was typed, on the wall of the meeting's zone. */
@InputType()
export class TimesAsk extends fields({
  from: text,
  until: text,
  minutes: text,
  earliest: text,
  latest: text,
  weekdays: list(whole),
  noticeDays: described(text, 'Whole days between today and the first day on which it may be.'),
  bankHolidays: described(flag, 'It may fall on a bank holiday.'),
  schoolHours: described(flag, 'It may be while children are at school.'),
  placeIds: described(list(id), 'The one liked best first. None: wherever it may be.'),
  stepFree: flag,
  twoWaysOut: flag,
  secondRoom: described(flag, 'A second room is kept, whoever comes.'),
}) {}

/** The ask as it was saved last, as `TimesAsk` takes it. */
@ObjectType()
export class TimeAsk extends fields({
  version: whole,
  from: text,
  until: text,
  minutes: text,
  earliest: text,
  latest: text,
  weekdays: list(whole),
  noticeDays: text,
  bankHolidays: flag,
  schoolHours: flag,
  placeIds: list(id),
  stepFree: flag,
  twoWaysOut: flag,
  secondRoom: flag,
}) {}

@InputType()
export class SaveTimeAskInput extends fields({
  meetingId: id,
  version: described(whole, 'Of the ask that was looked at; 0 where nothing was asked before.'),
  ask: TimesAsk,
}) {}

@ObjectType()
class ComesBy extends fields({
  participantId: id,
  name: text,
  worker: flag,
  how: WayEnum,
  askBy: described(nullable(text), 'Needs time off work: YYYY-MM-DD, the last day to ask for it.'),
}) {}

@ObjectType()
class LeftOut extends fields({ participantId: id, name: text, why: LeftOutWhyEnum }) {}

/** A meeting of their own for those who are left out because they are kept apart. */
@ObjectType()
class SecondMeeting extends fields({ startWall: text, endWall: text, names: list(text) }) {}

/** One time for the meeting, with who can come and how, and who cannot and why. For the coordinator alone. */
@ObjectType()
export class TimeProposal extends fields({
  start: text,
  startWall: text,
  endWall: text,
  zone: text,
  placeId: nullable(id),
  placeName: nullable(text),
  roomId: nullable(id),
  roomName: nullable(text),
  secondRoomId: nullable(id),
  secondRoomName: nullable(text),
  shape: TimeShapeEnum,
  comes: list(ComesBy),
  leftOut: list(LeftOut),
  better: described(nullable(TimeCriterionEnum), 'The first thing in which it beats the next one.'),
  secondMeeting: nullable(SecondMeeting),
}) {}

/** The smallest single change that would make a better time possible: somebody free for a stretch, or a worker there for a part. */
@ObjectType()
export class OneAsk extends fields({
  kind: OneAskKindEnum,
  participantId: id,
  name: text,
  worker: flag,
  edge: nullable(PartEdgeEnum),
  minutes: whole,
  fromWall: described(nullable(text), "The missing stretch, on the wall of the meeting's zone."),
  untilWall: nullable(text),
  result: TimeProposal,
}) {}

@ObjectType()
class HeatPerson extends fields({ participantId: id, name: text, worker: flag }) {}

@ObjectType()
class HeatCell extends fields({
  day: described(text, 'YYYY-MM-DD.'),
  hour: whole,
  time: described(text, 'HH:MM: the best start in the hour.'),
  ways: described(
    text,
    'A letter for each of `people`: r in the room, s second room, v video, p phone, f spoken for, l letter, - not there.',
  ),
}) {}

@ObjectType()
export class RankedTimes extends fields({
  refused: nullable(RefusalCodeEnum),
  field: nullable(text),
  proposals: list(TimeProposal),
  asks: list(OneAsk),
  people: list(HeatPerson),
  heat: list(HeatCell),
  stopped: described(flag, 'So much was asked for that the search was stopped: this is the best that it had found.'),
}) {}

export const SaveTimeAskResult = resultOf('SaveTimeAsk', { meeting: Meeting })
