import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliverOnce } from '@kinplan/server/message/outbox'
import { takeEffect } from '@kinplan/server/private-time/take-effect'
import { teams, workers } from '../src/cast'
import { moveDatabaseClock } from '../src/database-clock'
import { dateFrom } from '../src/story-moments'
import type { storyServer } from '../src/story-server'

type Server = Awaited<ReturnType<typeof storyServer>>

/** One root field: what is asked, by whom rightfully, in a state of the story where its value exists. */
export interface RootFieldCase {
  field: string
  document: string
  variables: Record<string, unknown>
  /** What an intruder could hold instead, where holding the real thing is what makes somebody rightful. */
  held?: Record<string, unknown>
  /** Id of the person or worker whom the policy allows; null for nobody. */
  rightful: string | null
  /** Open to everybody, so that only somebody's data in the answer would be a leak. */
  open?: boolean
  /** Lists what is the asker's own, so that an intruder may have some of theirs. */
  own?: boolean
  /** The family of the story it is about. */
  family: 'carter' | 'osei' | 'hughes'
  /** Called after a subscription was opened, to make something happen. */
  stir?(): Promise<unknown>
}

const refused = '__typename ... on Refused { code }'
const input = (field: string, type: string, shown: string) =>
  `mutation ($input: ${type}!) {
    ${field}(input: $input) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { ${shown} } }
  }`
const { priya, marcus, helen, ruth } = workers

/**
 * Every root field in an order in which the story can go on: each case is built when its turn comes, because what it names
 * may have been made by the one before.
 */
export async function* rootFieldCases(server: Server): AsyncGenerator<RootFieldCase> {
  const {
    carter,
    osei,
    hughes,
    places: { willow },
  } = server.story
  const now = server.clock.now()
  const ask = async (who: string, document: string, variables: Record<string, unknown> = {}) =>
    (await server.phone(who)).send(document, variables)
  const at = async <T>(who: string, path: string, document: string, variables: Record<string, unknown>): Promise<T> =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], await ask(who, document, variables)) as T
  const versionOf = (meetingId: string) =>
    at<number>(helen.id, 'meeting.version', 'query ($id: ID!) { meeting(id: $id) { version } }', { id: meetingId })
  const partVersion = async (meetingId: string, participantId: string) =>
    (
      await at<{ id: string; version: number }[]>(
        helen.id,
        'meeting.participants',
        'query ($id: ID!) { meeting(id: $id) { participants { id version } } }',
        { id: meetingId },
      )
    ).find((one) => one.id === participantId)?.version
  const part = (family: { participants: Record<string, string> }, personId: string) => family.participants[personId]
  const c = { family: 'carter' } as const
  const o = { family: 'osei' } as const
  const h = { family: 'hughes' } as const

  yield {
    ...c,
    field: 'me',
    document: '{ me { council { name } worker { id name } person { id name } } }',
    variables: {},
    rightful: helen.id,
    open: true,
  }
  yield { ...c, field: 'storyCast', document: '{ storyCast { id name } }', variables: {}, rightful: null, open: true }
  yield {
    ...c,
    field: 'families',
    own: true,
    document: '{ families(first: 50) { families { id name children } } }',
    variables: {},
    rightful: priya.id,
  }
  yield { ...c, field: 'teams', document: '{ teams { id name } }', variables: {}, rightful: priya.id, open: true }
  yield {
    ...c,
    field: 'family',
    document: `query ($id: ID!) {
      family(id: $id) { id name people { id name contactPoints { value } availability { id } availabilityVersion } pairs { id } }
    }`,
    variables: { id: carter.id },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'meeting',
    document: 'query ($id: ID!) { meeting(id: $id) { id participants { name state preparation { isItSafe } } why { text } } }',
    variables: { id: carter.meetingId },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'accessRecord',
    document: 'query ($id: ID!) { accessRecord(familyId: $id, first: 5) { rows { who right } } }',
    variables: { id: carter.id },
    rightful: ruth.id,
  }
  yield {
    ...h,
    field: 'whoLooked',
    own: true,
    document: '{ whoLooked { looks { day who role about } } }',
    variables: {},
    rightful: hughes.people.carys,
  }
  yield {
    ...h,
    field: 'stuck',
    own: true,
    document: '{ stuck { worker { name } items { familyName subject } } }',
    variables: {},
    rightful: ruth.id,
  }
  yield {
    ...h,
    field: 'plan',
    document: 'query ($id: ID!) { plan(id: $id) { id steps { what } actions { text owner } } }',
    variables: { id: hughes.planId },
    rightful: priya.id,
  }
  yield {
    ...h,
    field: 'myPlan',
    document: 'query ($id: ID!) { myPlan(id: $id) { id steps { what } } }',
    variables: { id: hughes.planId },
    rightful: hughes.people.carys,
  }
  yield { ...h, field: 'myActions', own: true, document: '{ myActions { id text } }', variables: {}, rightful: hughes.people.carys }
  yield { ...o, field: 'myMeetings', own: true, document: '{ myMeetings { id children } }', variables: {}, rightful: osei.people.ama }
  yield {
    ...o,
    field: 'myMeeting',
    document: 'query ($id: ID!) { myMeeting(id: $id) { id children others { name } why { text } } }',
    variables: { id: osei.meetingId },
    rightful: osei.people.ama,
  }
  yield {
    ...c,
    field: 'myAvailability',
    own: true,
    document: '{ myAvailability { saidWhen version rules { start from } } }',
    variables: {},
    rightful: carter.people.daniel,
  }

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

  yield {
    ...c,
    field: 'makeSignInLink',
    document: `mutation ($id: ID!) { makeSignInLink(personId: $id) { ${refused} ... on MakeSignInLinkDone { address spokenCode } } }`,
    variables: { id: carter.people.joyce },
    rightful: helen.id,
  }
  const made = await at<{ address: string; spokenCode: string }>(
    helen.id,
    'makeSignInLink',
    'mutation ($id: ID!) { makeSignInLink(personId: $id) { ... on MakeSignInLinkDone { address spokenCode } } }',
    { id: carter.people.joyce },
  )
  const token = made.address.split('/').at(-1)
  yield {
    ...c,
    field: 'linkHolder',
    document: 'query ($token: String!) { linkHolder(token: $token) { open } }',
    variables: { token },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'signIn',
    document: `mutation ($token: String!, $code: String!) {
      signIn(token: $token, code: $code) { ${refused} ... on SignInDone { me { person { name } } } }
    }`,
    variables: { token, code: made.spokenCode },
    // Four wrong codes would make whoever holds the link wait.
    held: { token: randomBytes(32).toString('base64url'), code: made.spokenCode },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'chooseWho',
    document: `mutation ($id: ID!) { chooseWho(id: $id) { ${refused} ... on ChooseWhoDone { me { council { name } } } } }`,
    variables: { id: priya.id },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'leave',
    document: 'mutation { leave { ... on LeaveDone { me { person { name } worker { name } } } } }',
    variables: {},
    rightful: carter.people.maureen,
    open: true,
  }

  yield {
    ...c,
    field: 'openFamily',
    document: input('openFamily', 'OpenFamilyInput', 'family { id people { name } }'),
    variables: {
      input: {
        name: 'The Lane family',
        teamId: teams.north.id,
        zone: 'Europe/London',
        children: [{ name: 'Poppy Lane', bornOn: '2019-01-02' }],
      },
    },
    rightful: priya.id,
    open: true,
  }
  yield {
    ...c,
    field: 'addPerson',
    document: input('addPerson', 'AddPersonInput', 'family { people { name } }'),
    variables: {
      input: {
        familyId: carter.id,
        name: 'Rosa Walsh',
        kind: 'kin',
        zone: 'Europe/London',
        relations: [{ childId: carter.people.mia, kind: 'cousin', responsibility: false }],
      },
    },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'setParent',
    document: input('setParent', 'SetParentInput', 'family { parents { label } }'),
    variables: { input: { familyId: carter.id, childId: carter.people.noah, label: 'Other', state: 'notKnown', reason: 'Not known' } },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'addContactPoint',
    document: input('addContactPoint', 'AddContactPointInput', 'family { people { contactPoints { value } } }'),
    variables: { input: { personId: carter.people.winston, kind: 'phone', value: '07700 900199', safeToUse: true, note: '' } },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'allocate',
    document: input('allocate', 'AllocateInput', 'family { allocations { worker { name } } }'),
    variables: { input: { familyId: carter.id, workerId: priya.id, role: 'socialWorker' } },
    rightful: ruth.id,
  }
  const pairDocument = 'query ($id: ID!) { family(id: $id) { pairs { id oneId otherId } } }'
  yield {
    ...c,
    field: 'markApart',
    document: input('markApart', 'MarkApartInput', 'family { id pairs { id } }'),
    variables: { input: { oneId: carter.people.winston, otherId: carter.people.halina, levels: ['room'] } },
    rightful: helen.id,
  }
  const pairs = await at<{ id: string; oneId: string; otherId: string }[]>(helen.id, 'family.pairs', pairDocument, { id: carter.id })
  const lifted = pairs.find((pair) => [pair.oneId, pair.otherId].includes(carter.people.halina))
  yield {
    ...c,
    field: 'liftApart',
    document: `mutation ($id: ID!) { liftApart(pairId: $id) { ${refused} ... on LiftApartDone { family { pairs { id } } } } }`,
    variables: { id: lifted?.id },
    rightful: ruth.id,
  }
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
  yield {
    ...c,
    field: 'breakGlass',
    document: input('breakGlass', 'BreakGlassInput', 'family { id people { name } }'),
    variables: { input: { childName: 'Mia Carter', childBornOn: dateFrom(now, -3200), reason: 'Police ask who may take her tonight.' } },
    held: { input: { childName: 'Mia Carter', childBornOn: dateFrom(now, -3199), reason: 'I would like to know.' } },
    rightful: workers.tessa.id,
    open: true,
  }
  yield {
    ...c,
    field: 'endBreakGlass',
    document: `mutation ($id: ID!) { endBreakGlass(familyId: $id) { ${refused} ... on EndBreakGlassDone { familyId } } }`,
    variables: { id: carter.id },
    rightful: workers.tessa.id,
  }
  const broken = await at<string>(ruth.id, 'family.breakGlass.0.id', 'query ($id: ID!) { family(id: $id) { breakGlass { id } } }', {
    id: carter.id,
  })
  yield {
    ...c,
    field: 'reviewBreakGlass',
    document: input('reviewBreakGlass', 'ReviewBreakGlassInput', 'family { breakGlass { finding reviewWords } }'),
    variables: { input: { id: broken, finding: 'right', words: 'It could not wait.' } },
    rightful: ruth.id,
  }
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
    variables: { id: joyce },
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
  yield* placesAndCalendars(server)
  yield {
    ...o,
    field: 'changed',
    document: 'subscription ($id: ID!) { changed(meetingId: $id) }',
    variables: { id: osei.meetingId },
    rightful: helen.id,
    stir: async () =>
      ask(helen.id, 'mutation ($id: ID!) { attend(participantId: $id, attended: true) { __typename } }', {
        id: part(osei, osei.people.ama),
      }),
  }
  yield {
    ...o,
    field: 'attend',
    document: `mutation ($id: ID!) {
      attend(participantId: $id, attended: true) { ${refused} ... on AttendDone { meeting { participants { name attended } } } }
    }`,
    variables: { id: part(osei, osei.people.kwame) },
    rightful: helen.id,
  }
  const move = `mutation ($id: ID!, $to: Stage!, $v: Int!) {
    moveStage(meetingId: $id, to: $to, version: $v) { ${refused} ... on MoveStageDone { meeting { stage } } }
  }`
  yield {
    ...o,
    field: 'moveStage',
    document: move,
    variables: { id: osei.meetingId, to: 'privateTime', v: await versionOf(osei.meetingId) },
    rightful: helen.id,
  }

  const draftId = randomUUID()
  const proofs = { member: randomBytes(32), share: randomBytes(32) }
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url')
  const memberProof = proofs.member.toString('base64url')
  const { ama, kwame } = osei.people
  yield {
    ...o,
    field: 'startDraft',
    document: input('startDraft', 'StartDraftInput', 'room { id draft { id } }'),
    variables: { input: { meetingId: osei.meetingId, draftId, memberProofHash: hash(proofs.member), shareProofHash: hash(proofs.share) } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'myRoom',
    document: 'query ($id: ID!) { myRoom(meetingId: $id) { id members { name } draft { id head } } }',
    variables: { id: osei.meetingId },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'keepKeyShare',
    document: `mutation ($id: ID!, $p: String!) {
      keepKeyShare(draftId: $id, memberProof: $p) { ${refused} ... on KeepKeyShareDone { keyShare } }
    }`,
    variables: { id: draftId, p: memberProof },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'comeBackToDraft',
    document: `mutation ($id: ID!, $p: String!) {
      comeBackToDraft(draftId: $id, memberProof: $p) { ${refused} ... on ComeBackToDraftDone { keyShare epoch } }
    }`,
    variables: { id: draftId, p: memberProof },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'keepNothingHere',
    document: `mutation ($id: ID!) { keepNothingHere(draftId: $id) { ${refused} ... on KeepNothingHereDone { room { id } } } }`,
    variables: { id: draftId },
    rightful: ama,
  }
  const jid = randomBytes(16).toString('base64url')
  const opaque = () => randomBytes(96).toString('base64url')
  yield {
    ...o,
    field: 'offerJoin',
    document: input('offerJoin', 'OfferJoinInput', 'offer { jid }'),
    variables: { input: { draftId, memberProof, jid, offer: opaque() } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'joinOffer',
    document: 'query ($jid: String!) { joinOffer(jid: $jid) { jid offer } }',
    variables: { jid },
    rightful: kwame,
  }
  yield {
    ...o,
    field: 'replyToJoin',
    document: input('replyToJoin', 'ReplyToJoinInput', 'offer { jid }'),
    variables: { input: { jid, reply: opaque() } },
    rightful: kwame,
  }
  yield {
    ...o,
    field: 'wrapForJoin',
    document: input('wrapForJoin', 'WrapForJoinInput', 'offer { jid }'),
    variables: { input: { jid, memberProof, wrapped: opaque() } },
    rightful: ama,
  }
  const phones = 'query ($id: ID!) { myRoom(meetingId: $id) { sessions { id here letIn } } }'
  await server.as(osei.people.efua)
  const sessions = await at<{ id: string; here: boolean; letIn: boolean }[]>(ama, 'myRoom.sessions', phones, { id: osei.meetingId })
  yield {
    ...o,
    field: 'dropSession',
    document: `mutation ($id: ID!, $s: ID!) {
      dropSession(meetingId: $id, sessionId: $s) { ${refused} ... on DropSessionDone { room { id } } }
    }`,
    variables: { id: osei.meetingId, s: sessions.find(({ here, letIn }) => !here && !letIn)?.id },
    rightful: ama,
  }
  const device = randomBytes(16).toString('base64url')
  const envelope = (n: number) => ({
    id: randomUUID(),
    n: String(n),
    kind: 'update',
    nonce: randomBytes(12).toString('base64url'),
    sealed: randomBytes(80).toString('base64url'),
  })
  const append = input('appendEnvelopes', 'AppendEnvelopesInput', 'stored { id seq }')
  yield {
    ...o,
    field: 'appendEnvelopes',
    document: append,
    variables: { input: { draftId, memberProof, device, epoch: 1, envelopes: [envelope(1)] } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'envelopes',
    document: 'subscription ($id: ID!, $p: String!) { envelopes(draftId: $id, after: 0, memberProof: $p) { seq sealed } }',
    variables: { id: draftId, p: memberProof },
    rightful: kwame,
    stir: () => ask(ama, append, { input: { draftId, memberProof, device, epoch: 1, envelopes: [envelope(2)] } }),
  }
  const withProof = (field: string) =>
    `mutation ($d: ID!, $p: String!) {
      ${field}(draftId: $d, memberProof: $p) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { room { ended } } }
    }`
  await moveDatabaseClock(server, 15 * 60_000)
  yield {
    ...o,
    field: 'endWithoutKey',
    document: `mutation ($id: ID!) {
      endWithoutKey(meetingId: $id, kind: restart) { ${refused} ... on EndWithoutKeyDone { room { members { name } waitingEnd { kind } } } }
    }`,
    variables: { id: osei.meetingId },
    rightful: kwame,
  }
  yield {
    ...o,
    field: 'stopEndWithoutKey',
    document: withProof('stopEndWithoutKey'),
    variables: { d: draftId, p: memberProof },
    rightful: ama,
  }
  await moveDatabaseClock(server, 30 * 60_000)
  yield {
    ...o,
    field: 'endOnSpokenWord',
    document: `mutation ($id: ID!, $saidBy: String!) {
      endOnSpokenWord(meetingId: $id, saidBy: $saidBy) { ${refused} ... on EndOnSpokenWordDone { meeting { spokenEnd { state } } } }
    }`,
    variables: { id: osei.meetingId, saidBy: 'Ama' },
    rightful: helen.id,
  }
  await moveDatabaseClock(server, 35 * 60_000)
  await takeEffect(server.parts)
  yield {
    ...o,
    field: 'undoEndWithoutKey',
    document: withProof('undoEndWithoutKey'),
    variables: { d: draftId, p: memberProof },
    rightful: ama,
  }
  const step = {
    bottomLineId: osei.bottomLineIds[0],
    heading: null,
    what: 'Auntie walks Kofi to school.',
    who: 'Efua',
    byWhen: 'Monday',
    howWeWillKnow: '',
    helpNeeded: '',
    ifItDoesNotWork: '',
  }
  yield {
    ...o,
    field: 'sharePlan',
    document: input('sharePlan', 'SharePlanInput', 'plan { id steps { what } }'),
    variables: {
      input: {
        draftId,
        head: 2,
        shareProof: proofs.share.toString('base64url'),
        wantYouToKnow: '',
        digest: hash(proofs.share),
        steps: [step],
      },
    },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'endPrivateTime',
    document: `mutation ($id: ID!) { endPrivateTime(meetingId: $id) { ${refused} ... on EndPrivateTimeDone { myMeeting { id } } } }`,
    variables: { id: osei.meetingId },
    rightful: ama,
  }
  const go = async (to: string) => ask(helen.id, move, { id: osei.meetingId, to, v: await versionOf(osei.meetingId) })
  await go('agreeing')
  await go('privateTime')
  yield {
    ...o,
    field: 'endPrivateTimeForFamily',
    document: `mutation ($id: ID!, $saidBy: String!) {
      endPrivateTimeForFamily(meetingId: $id, saidBy: $saidBy) { ${refused} ... on EndPrivateTimeForFamilyDone { meeting { stage } } }
    }`,
    variables: { id: osei.meetingId, saidBy: 'Ama' },
    rightful: helen.id,
  }
  await go('agreeing')

  const planId = await at<string>(ama, 'myMeeting.plans.0.id', 'query ($id: ID!) { myMeeting(id: $id) { plans { id } } }', {
    id: osei.meetingId,
  })
  yield {
    ...o,
    field: 'agreePlan',
    document: input('agreePlan', 'AgreePlanInput', 'plan { myAnswer { answer } }'),
    variables: { input: { planId, answer: 'yes', reason: '' } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'agreePlanFor',
    document: input('agreePlanFor', 'AgreePlanForInput', 'plan { agreements { name answer } }'),
    variables: { input: { planId, participantId: part(osei, osei.people.kofi), answer: 'yes', reason: '', givenTo: 'slip' } },
    rightful: helen.id,
  }
  yield {
    ...o,
    field: 'answerForCouncil',
    document: input('answerForCouncil', 'AnswerForCouncilInput', 'plan { council { answer } }'),
    variables: { input: { planId, stepId: null, answer: 'yes', reason: '', wouldMakeYes: '', decider: '', decideBy: '' } },
    rightful: marcus.id,
  }
  yield {
    ...o,
    field: 'makeAction',
    document: input('makeAction', 'MakeActionInput', 'plan { actions { id text version } }'),
    variables: {
      input: {
        planId,
        stepId: null,
        text: 'Efua walks Kofi to school.',
        ownerPersonId: osei.people.efua,
        ownerWorkerId: null,
        dueOn: dateFrom(now, 7),
      },
    },
    rightful: helen.id,
  }
  const action = await at<{ id: string; version: number }>(
    helen.id,
    'plan.actions.0',
    'query ($id: ID!) { plan(id: $id) { actions { id version } } }',
    { id: planId },
  )
  yield {
    ...o,
    field: 'acceptAction',
    document: `mutation ($id: ID!, $v: Int!) {
      acceptAction(actionId: $id, version: $v) { ${refused} ... on AcceptActionDone { action { text } } }
    }`,
    variables: { id: action.id, v: action.version },
    rightful: osei.people.efua,
  }
  yield {
    ...o,
    field: 'reportAction',
    document: input('reportAction', 'ReportActionInput', 'accepted'),
    variables: { input: { actionId: action.id, version: action.version + 1, state: 'doing', words: 'We walked.' } },
    rightful: osei.people.efua,
  }
  yield {
    ...o,
    field: 'bookReview',
    document: input('bookReview', 'BookReviewInput', 'meeting { id startWall }'),
    variables: { input: { planId, date: dateFrom(now, 60), start: '16:00', minutes: '90', place: 'Willow Family Hub' } },
    rightful: helen.id,
  }
  yield {
    ...o,
    field: 'endMeeting',
    document: input('endMeeting', 'EndMeetingInput', 'meeting { ending }'),
    variables: {
      input: { meetingId: osei.meetingId, version: await versionOf(osei.meetingId), ending: 'plan', nextStep: 'We meet again.' },
    },
    rightful: helen.id,
  }
  yield {
    ...o,
    field: 'sendActions',
    document: `mutation ($id: ID!) { sendActions(planId: $id) { ${refused} ... on SendActionsDone { sent } } }`,
    variables: { id: planId },
    rightful: helen.id,
  }
  const madeUp = randomBytes(32).toString('base64url')
  const link = await tokenInMessages(server, 'Efua walks Kofi')
  yield {
    ...o,
    field: 'actionByLink',
    document: 'query ($t: String!) { actionByLink(token: $t) { text ownerName } }',
    variables: { t: link },
    held: { t: madeUp },
    rightful: null,
    open: true,
  }
  yield {
    ...o,
    field: 'reportActionByLink',
    document: input('reportActionByLink', 'ReportByLinkInput', 'action { state }'),
    variables: { input: { token: link, state: 'done', words: 'Every day.' } },
    held: { input: { token: madeUp, state: 'done', words: '' } },
    rightful: null,
    open: true,
  }
  yield {
    ...o,
    field: 'endAccess',
    document: `mutation ($id: ID!) { endAccess(personId: $id) { ${refused} ... on EndAccessDone { family { people { name ended } } } } }`,
    variables: { id: osei.people.sandra },
    rightful: helen.id,
  }
}

/** The council's places, and workers' own time. */
async function* placesAndCalendars(server: Server): AsyncGenerator<RootFieldCase> {
  const c = { family: 'carter' } as const
  const now = server.clock.now()
  const places = 'places { id name rooms { id name } }'
  const ends = (field: string, shown: string) =>
    `mutation ($id: ID!) { ${field}(id: $id) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { ${shown} } } }`
  yield { ...c, field: 'places', document: `{ ${places} }`, variables: {}, rightful: helen.id, open: true }
  yield { ...c, field: 'schoolTerms', document: '{ schoolTerms { id name from until } }', variables: {}, rightful: helen.id, open: true }
  yield {
    ...c,
    field: 'keepPlace',
    document: input('keepPlace', 'KeepPlaceInput', places),
    variables: { input: { id: null, name: 'The barn', address: '3 Farm Road' } },
    rightful: ruth.id,
  }
  const visitor = await server.as(ruth.id)
  const known = async () =>
    ((await visitor.send(`{ ${places} }`))['places'] as { id: string; name: string; rooms: { id: string }[] }[]).find(
      ({ name }) => name === 'The barn',
    )
  yield {
    ...c,
    field: 'keepRoom',
    document: input('keepRoom', 'KeepRoomInput', places),
    variables: { input: { id: null, placeId: (await known())?.id, name: 'The loft', capacity: '12', stepFree: false, twoWaysOut: true } },
    rightful: ruth.id,
  }
  const barn = await known()
  yield { ...c, field: 'endRoom', document: ends('endRoom', places), variables: { id: barn?.rooms[0]?.id }, rightful: ruth.id }
  yield { ...c, field: 'endPlace', document: ends('endPlace', places), variables: { id: barn?.id }, rightful: ruth.id }
  yield {
    ...c,
    field: 'keepSchoolTerm',
    document: input('keepSchoolTerm', 'KeepSchoolTermInput', 'schoolTerms { id name }'),
    variables: { input: { id: null, name: 'One more', from: '2031-01-01', until: '2031-02-01' } },
    rightful: ruth.id,
  }
  const terms = (await visitor.send('{ schoolTerms { id name } }'))['schoolTerms'] as { id: string; name: string }[]
  yield {
    ...c,
    field: 'endSchoolTerm',
    document: ends('endSchoolTerm', 'schoolTerms { id }'),
    variables: { id: terms.find(({ name }) => name === 'One more')?.id },
    rightful: ruth.id,
  }
  const daysOff = 'holidaysAndSchool { nation schoolStart schoolEnd }'
  yield { ...c, field: 'holidaysAndSchool', document: `{ ${daysOff} }`, variables: {}, rightful: helen.id, open: true }
  yield {
    ...c,
    field: 'keepHolidaysAndSchool',
    document: input('keepHolidaysAndSchool', 'KeepHolidaysAndSchoolInput', daysOff),
    variables: { input: { nation: 'scotland', schoolStart: '09:00', schoolEnd: '15:15' } },
    rightful: ruth.id,
  }
  yield {
    ...c,
    family: 'osei',
    field: 'week',
    document: `query ($from: String!) {
      week(from: $from) { days meetings { meetingId familyName startWall } rooms { roomName meetingId } workers { name meetingId } }
    }`,
    variables: { from: dateFrom(now, 0) },
    rightful: helen.id,
    open: true,
  }

  const mine = 'myCalendar { busyCount feedAddress away { id } }'
  yield { ...c, field: 'myCalendar', document: `{ ${mine} }`, variables: {}, rightful: helen.id, open: true }
  yield {
    ...c,
    field: 'saveMyBusyTimes',
    own: true,
    document: input('saveMyBusyTimes', 'SaveMyBusyTimesInput', mine),
    variables: {
      input: {
        from: dateFrom(now, 1),
        until: dateFrom(now, 7),
        busy: [`${dateFrom(now, 2)}T10:00:00.000Z/${dateFrom(now, 2)}T11:00:00.000Z`],
      },
    },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'sayAway',
    document: input('sayAway', 'SayAwayInput', mine),
    variables: { input: { workerId: helen.id, from: dateFrom(now, 40), until: dateFrom(now, 47) } },
    rightful: helen.id,
  }
  const { away } = (await (await server.as(helen.id)).send(`{ ${mine} }`))['myCalendar'] as { away: { id: string }[] }
  yield { ...c, field: 'endAway', document: ends('endAway', mine), variables: { id: away[0]?.id }, rightful: helen.id }
  yield {
    ...c,
    field: 'makeCalendarFeed',
    own: true,
    document: `mutation { makeCalendarFeed { ${refused} ... on MakeCalendarFeedDone { address } } }`,
    variables: {},
    rightful: helen.id,
  }
  const { feedAddress } = (await (await server.as(helen.id)).send(`{ ${mine} }`))['myCalendar'] as { feedAddress: string }
  const token = /calendar\/([\w-]+)\.ics$/.exec(feedAddress)?.[1]
  yield {
    ...c,
    field: 'heldTimes',
    document: 'query ($token: String!) { heldTimes(token: $token) { id start end } }',
    variables: { token },
    held: { token: randomBytes(32).toString('base64url') },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'endCalendarFeed',
    own: true,
    document: `mutation { endCalendarFeed { ${refused} ... on EndCalendarFeedDone { ${mine} } } }`,
    variables: {},
    rightful: helen.id,
  }
}

/** The token of a promise, as its owner finds it in the message that went to the outbox folder. */
async function tokenInMessages(server: Server, words: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kinplan-outbox-'))
  await deliverOnce({
    database: server.database,
    key: server.parts.key,
    clock: server.clock,
    folder,
    demo: true,
    logger: server.parts.logger,
    tell: server.parts.tell,
  })
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8')
    const found = text.includes(words) ? /\/a\/([\w-]+)/.exec(text)?.[1] : undefined
    if (found) return found
  }
  throw new Error('No message holds that promise')
}
