import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliverOnce } from '@kinplan/server/message/outbox'
import { workers } from '../src/cast'
import { dateFrom } from '../src/story-moments'
import { asking, input, o, part, refused, type RootFieldCase, type StoryServer } from './field-case'

const { marcus, helen } = workers

const planOfMeeting = 'query ($id: ID!) { myMeeting(id: $id) { plans { id } } }'

/** Answers to the plan. */
export async function* planCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { at, osei } = asking(server)
  const { ama } = osei.people
  const planId = await at<string>(ama, 'myMeeting.plans.0.id', planOfMeeting, { id: osei.meetingId })
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
}

/** Promises, the review and the end of the meeting. */
export async function* actionCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { at, versionOf, now, osei } = asking(server)
  const planId = await at<string>(osei.people.ama, 'myMeeting.plans.0.id', planOfMeeting, { id: osei.meetingId })
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
}

/** The token of a promise, as its owner finds it in the message that went to the outbox folder. */
async function tokenInMessages(server: StoryServer, words: string): Promise<string> {
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
