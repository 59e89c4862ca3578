import { workers } from '../src/cast'
import { dateFrom } from '../src/story-moments'
import { asking, c, input, part, refused, type RootFieldCase, type StoryServer } from './field-case'

const { priya, helen, ruth } = workers

/** Safety, why, what the plan must make sure of, and who takes part. */
export async function* meetingCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const {
    at,
    partVersion,
    now,
    carter,
    places: { willow },
  } = asking(server)
  yield {
    ...c,
    field: 'recordSafety',
    document: input('recordSafety', 'RecordSafetyInput', 'meeting { safetyDecision { shape } }'),
    variables: {
      input: {
        meetingId: carter.meetingId,
        saidAlone: 'As before.',
        ordersChecked: 'None.',
        advice: 'As before.',
        shape: 'Two places.',
        arrivalLeaving: 'Apart.',
        ifSomebodyComes: 'Stop.',
      },
    },
    rightful: ruth.id,
  }
  const personVersion = (
    await at<{ id: string; version: number }[]>(
      priya.id,
      'family.people',
      'query ($id: ID!) { family(id: $id) { people { id version } } }',
      { id: carter.id },
    )
  ).find((one) => one.id === carter.people.winston)?.version
  yield {
    ...c,
    field: 'correct',
    document: input('correct', 'CorrectInput', 'family { earlierValues { value } }'),
    variables: { input: { field: 'personName', subjectId: carter.people.winston, version: personVersion, value: 'Winston G. Carter' } },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'addWhy',
    document: input('addWhy', 'AddWhyInput', 'meeting { why { text } }'),
    variables: { input: { meetingId: carter.meetingId, kind: 'help', text: 'A cot for Gran’s house.' } },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'askQuestion',
    document: `mutation ($id: ID!, $text: String!) {
      askQuestion(meetingId: $id, text: $text) { ${refused} ... on AskQuestionDone { myMeeting { id } } }
    }`,
    variables: { id: carter.meetingId, text: 'Can we have the lights on?' },
    rightful: carter.people.daniel,
  }
  yield {
    ...c,
    field: 'addBottomLine',
    document: input('addBottomLine', 'AddBottomLineInput', 'meeting { bottomLines { id text version } }'),
    variables: {
      input: { meetingId: carter.meetingId, text: 'Mia sees her dad every week.', childIds: [carter.people.mia], laterReason: null },
    },
    rightful: priya.id,
  }
  const line = (
    await at<{ id: string; text: string; version: number }[]>(
      priya.id,
      'meeting.bottomLines',
      'query ($id: ID!) { meeting(id: $id) { bottomLines { id text version } } }',
      { id: carter.meetingId },
    )
  ).find((one) => one.text.startsWith('Mia sees'))
  yield {
    ...c,
    field: 'agreeBottomLine',
    document: `mutation ($id: ID!, $v: Int!) {
      agreeBottomLine(bottomLineId: $id, version: $v) { ${refused} ... on AgreeBottomLineDone { meeting { id } } }
    }`,
    variables: { id: line?.id, v: line?.version },
    rightful: ruth.id,
  }
  yield {
    ...c,
    field: 'giveBottomLines',
    document: `mutation ($id: ID!, $on: String!) {
      giveBottomLines(meetingId: $id, on: $on) { ${refused} ... on GiveBottomLinesDone { meeting { id } } }
    }`,
    variables: { id: carter.meetingId, on: dateFrom(now, 0) },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'startMeeting',
    document: input('startMeeting', 'StartMeetingInput', 'meeting { id children { name } }'),
    variables: { input: { familyId: carter.id, coordinatorId: helen.id, referrerId: priya.id, childIds: [carter.people.mia] } },
    rightful: priya.id,
  }
  const rosa = (
    await at<{ id: string; name: string }[]>(priya.id, 'family.people', 'query ($id: ID!) { family(id: $id) { people { id name } } }', {
      id: carter.id,
    })
  ).find((one) => one.name === 'Rosa Walsh')
  yield {
    ...c,
    field: 'addParticipant',
    document: input('addParticipant', 'AddParticipantInput', 'meeting { participants { name } }'),
    variables: { input: { meetingId: carter.meetingId, personId: rosa?.id, workerId: null, need: 'welcome' } },
    rightful: helen.id,
  }
  const joyce = part(carter, carter.people.joyce) ?? ''
  yield {
    ...c,
    field: 'prepare',
    document: input('prepare', 'PrepareInput', 'meeting { participants { preparation { isItSafe } } }'),
    variables: {
      input: {
        participantId: joyce,
        version: await partVersion(carter.meetingId, joyce),
        wantsToTakePart: 'Yes',
        whoShouldBeThere: '',
        isItSafe: 'Yes',
        whoMayKnow: '',
        howToReach: '',
        whatWouldHelp: '',
      },
    },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'setParticipation',
    document: input('setParticipation', 'SetParticipationInput', 'meeting { participants { name state } }'),
    variables: { input: { participantId: joyce, version: await partVersion(carter.meetingId, joyce), state: 'sendingViews', how: null } },
    rightful: helen.id,
  }
  const winston = part(carter, carter.people.winston) ?? ''
  yield {
    ...c,
    field: 'decideNotPart',
    document: input('decideNotPart', 'DecideNotPartInput', 'meeting { participants { notPart { reason } } }'),
    variables: {
      input: {
        participantId: winston,
        version: await partVersion(carter.meetingId, winston),
        reason: 'He is in hospital.',
        lookAgainOn: dateFrom(now, 30),
        viewsGathered: false,
      },
    },
    rightful: ruth.id,
  }
  yield {
    ...c,
    field: 'setNeed',
    document: input('setNeed', 'SetNeedInput', 'meeting { participants { name comesWithId } }'),
    variables: {
      input: {
        participantId: joyce,
        version: await partVersion(carter.meetingId, joyce),
        need: 'hoped',
        partEdge: 'end',
        partMinutes: '30',
        comesWithId: part(carter, carter.people.leanne),
        travel: [{ placeId: willow.id, minutes: '20' }],
      },
    },
    rightful: helen.id,
  }
}

/** Whoever withdraws unseen, or asks for another day. */
export async function* withdrawalCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { at, carter } = asking(server)
  yield {
    ...c,
    field: 'withdrawUnseen',
    document: `mutation ($id: ID!) { withdrawUnseen(meetingId: $id) { ${refused} ... on WithdrawUnseenDone { myMeeting { id } } } }`,
    variables: { id: carter.meetingId },
    rightful: carter.people.leanne,
  }
  const withdrawal = await at<string>(
    helen.id,
    'meeting.withdrawals.0.id',
    'query ($id: ID!) { meeting(id: $id) { withdrawals { id } } }',
    {
      id: carter.meetingId,
    },
  )
  yield {
    ...c,
    field: 'answerWithdrawal',
    document: input('answerWithdrawal', 'AnswerWithdrawalInput', 'meeting { withdrawals { name waits contacts { words } } }'),
    variables: { input: { id: withdrawal, outcome: 'stays', words: 'She comes, by phone.' } },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'writeWithdrawal',
    document: `mutation ($id: ID!) { writeWithdrawal(participantId: $id) { ${refused} ... on WriteWithdrawalDone { meeting { id } } } }`,
    variables: { id: part(carter, carter.people.joyce) },
    rightful: helen.id,
  }
  const wish = await at<string>(helen.id, 'meeting.anotherDays.0.id', 'query ($id: ID!) { meeting(id: $id) { anotherDays { id } } }', {
    id: carter.meetingId,
  })
  yield {
    ...c,
    field: 'answerAnotherDay',
    document: `mutation ($id: ID!) {
      answerAnotherDay(id: $id) { ${refused} ... on AnswerAnotherDayDone { meeting { anotherDays { name text answeredAt } } } }
    }`,
    variables: { id: wish },
    rightful: helen.id,
  }
}
