import { workers } from '../src/cast'
import { dateFrom } from '../src/story-moments'
import { asking, c, input, refused, type RootFieldCase, type StoryServer } from './field-case'

const { helen } = workers

/** Finding a time. */
export async function* timesCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const {
    at,
    now,
    carter,
    places: { willow },
  } = asking(server)
  const times = {
    from: dateFrom(now, 10),
    until: dateFrom(now, 30),
    minutes: '120',
    earliest: '09:30',
    latest: '20:00',
    weekdays: [1, 2, 3, 4, 5, 6],
    noticeDays: '5',
    bankHolidays: false,
    schoolHours: true,
    placeIds: [willow.id],
    stepFree: true,
    twoWaysOut: false,
    secondRoom: false,
  }
  yield {
    ...c,
    field: 'rankedTimes',
    document: `query ($id: ID!, $ask: TimesAsk!) {
      rankedTimes(meetingId: $id, ask: $ask) { proposals { startWall comes { name } leftOut { name } } }
    }`,
    variables: { id: carter.meetingId, ask: times },
    rightful: helen.id,
  }

  yield {
    ...c,
    field: 'timeByHand',
    document: `query ($id: ID!, $ask: TimesAsk!, $date: String!, $start: String!, $place: ID) {
      timeByHand(meetingId: $id, ask: $ask, date: $date, start: $start, placeId: $place) {
        proposals { startWall comes { name } leftOut { name } }
      }
    }`,
    variables: { id: carter.meetingId, ask: times, date: dateFrom(now, 20), start: '16:00', place: willow.id },
    rightful: helen.id,
  }
  const askedAt = await at<number>(helen.id, 'meeting.timeAsk.version', 'query ($id: ID!) { meeting(id: $id) { timeAsk { version } } }', {
    id: carter.meetingId,
  })
  yield {
    ...c,
    field: 'saveTimeAsk',
    document: input('saveTimeAsk', 'SaveTimeAskInput', 'meeting { timeAsk { from until } }'),
    variables: { input: { meetingId: carter.meetingId, version: askedAt, ask: times } },
    rightful: helen.id,
  }
}

/** Saying when somebody can come, booking, inviting and answering. */
export async function* bookingCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const {
    at,
    versionOf,
    now,
    carter,
    places: { willow },
  } = asking(server)
  const saidAt = await at<number>(carter.people.joyce, 'myAvailability.version', '{ myAvailability { version } }', {})
  yield {
    ...c,
    field: 'sayWhenICanCome',
    document: input('sayWhenICanCome', 'SayWhenInput', 'version'),
    variables: {
      input: {
        personId: carter.people.joyce,
        version: saidAt,
        zone: 'Europe/London',
        rules: [{ kind: 'ordinaryWeek', weekdays: [1, 2], start: '10:00', end: '17:00', how: ['phone'] }],
      },
    },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'bookTime',
    document: input('bookTime', 'BookTimeInput', 'meeting { startWall }'),
    variables: {
      input: {
        meetingId: carter.meetingId,
        version: await versionOf(carter.meetingId),
        date: dateFrom(now, 20),
        start: '15:30',
        minutes: '120',
        place: 'Willow Family Hub',
        placeId: willow.id,
        roomId: willow.rooms['The garden room'],
      },
    },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'confirmRooms',
    document: `mutation ($id: ID!, $v: Int!) {
      confirmRooms(meetingId: $id, version: $v) { ${refused} ... on ConfirmRoomsDone { meeting { roomHolds { roomName confirmedBy } } } }
    }`,
    variables: { id: carter.meetingId, v: await versionOf(carter.meetingId) },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'copies',
    document: 'query ($id: ID!) { copies(meetingId: $id) { refused copies { name message { body } why { text } } } }',
    variables: { id: carter.meetingId },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'sendInvitations',
    document: `mutation ($id: ID!, $v: Int!) {
      sendInvitations(meetingId: $id, version: $v) { ${refused} ... on SendInvitationsDone { meeting { id } sent } }
    }`,
    variables: { id: carter.meetingId, v: await versionOf(carter.meetingId) },
    rightful: helen.id,
  }
  await server.database.transaction({ worker: helen.id }, (tx) =>
    tx.message.updateMany({ where: { familyId: carter.id, personId: carter.people.leanne }, data: { state: 'failed' } }),
  )
  yield {
    ...c,
    field: 'messagesNotSent',
    own: true,
    document: '{ messagesNotSent { id name familyId meetingId } }',
    variables: {},
    rightful: helen.id,
  }
  const mine = await at<number>(
    carter.people.leanne,
    'myMeeting.mine.version',
    'query ($id: ID!) { myMeeting(id: $id) { mine { version } } }',
    { id: carter.meetingId },
  )
  yield {
    ...c,
    field: 'reply',
    document: input('reply', 'ReplyInput', 'myMeeting { mine { state } }'),
    variables: { input: { meetingId: carter.meetingId, version: mine, reply: 'coming', how: 'inRoom' } },
    rightful: carter.people.leanne,
  }
  yield {
    ...c,
    field: 'askAnotherDay',
    document: input('askAnotherDay', 'AskAnotherDayInput', 'myMeeting { anotherDayAsked }'),
    variables: { input: { meetingId: carter.meetingId, words: 'I start a new job that day.' } },
    rightful: carter.people.leanne,
  }
}
