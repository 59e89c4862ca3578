import { workers } from '../src/cast'
import {
  nameParent,
  openStoryFamily,
  ordinaryWeek,
  participantVersion,
  saysWhen,
  standsAs,
  startStoryMeeting,
  talkWith,
  versionOf,
} from '../src/story-family'
import { dateFrom, daysFrom } from '../src/story-moments'
import type { StoryTeller } from '../src/story-teller'
import type { ToldPlace } from '../src/tell-places'
import { writePlanOfBrights, type Phones } from './plan-of-brights'

const { marcus, helen, ruth } = workers

/**
 * The Brights, from being opened to their review, with everything in words that somebody can say on the way: a grandmother and an uncle who
 * may not know of each other, an aunt who is kept out, a young person, an advocate, answers with reasons, a withdrawal that nobody sees.
 */
export async function tellBrights(teller: StoryTeller, now: Date, place: ToldPlace, { seal, of }: Phones): Promise<void> {
  teller.at(daysFrom(now, -40))
  const family = await openStoryFamily(teller, {
    name: 'The Bright family',
    socialWorker: marcus.id,
    children: { sol: { name: 'Sol Bright', bornOn: dateFrom(now, -5507) } },
    people: {
      nell: {
        name: 'Nell Bright',
        phone: '07700 900501',
        relations: [{ child: 'sol', kind: 'mother', responsibility: true, basis: 'mother' }],
      },
      rory: {
        name: 'Rory Bright',
        phone: '07700 900502',
        relations: [{ child: 'sol', kind: 'father', responsibility: true, basis: 'on the birth certificate' }],
      },
      ida: { name: 'Ida Bright', phone: '07700 900503', relations: [{ child: 'sol', kind: 'grandparent', through: 'nell' }] },
      joss: { name: 'Joss Hale', phone: '07700 900504', relations: [{ child: 'sol', kind: 'auntOrUncle', through: 'rory' }] },
      vera: { name: 'Vera Hale', phone: '07700 900505', relations: [{ child: 'sol', kind: 'auntOrUncle', through: 'rory' }] },
      amal: { name: 'Amal Said', kind: 'advocate', phone: '07700 900506', relations: [{ child: 'sol', kind: 'advocate' }] },
    },
  })
  const { sol, nell, rory, ida, joss, vera, amal } = family.people
  await nameParent(teller, family.id, { childId: sol, personId: nell, label: 'Mum' }, marcus.id)
  await nameParent(
    teller,
    family.id,
    { childId: sol, personId: rory, label: 'Dad', state: 'notReachable', reason: 'He moved in spring.' },
    marcus.id,
  )
  await teller.does(
    marcus.id,
    'addPerson',
    { familyId: family.id, name: 'Bea Bright', kind: 'kin', zone: 'Europe/London', bornOn: dateFrom(now, -9507), relations: [] },
    'family { id }',
  )
  const contact = (value: string, said: object) =>
    teller.does(marcus.id, 'addContactPoint', { personId: ida, kind: 'phone', value, safeToUse: false, note: '', ...said }, 'family { id }')
  await contact('07700 900507', { note: 'Joss reads what comes to it.' })
  teller.at(daysFrom(now, -39))
  await contact('07700 900507', { safeToUse: true, reason: 'It is hers alone now.', talkedOn: dateFrom(now, -39) })
  const meeting = await startStoryMeeting(teller, {
    familyId: family.id,
    socialWorker: marcus.id,
    childIds: [sol],
    participants: [
      { personId: sol, need: 'must' },
      { personId: nell, need: 'must' },
      { personId: rory, need: 'must' },
      { personId: ida, need: 'hoped' },
      { personId: joss, need: 'hoped' },
      { personId: vera, need: 'welcome' },
      { personId: amal, need: 'hoped' },
    ],
  })
  const meetingId = meeting.id
  const part = (personId: string) => meeting.participants[personId] ?? ''
  await teller.does(helen.id, 'markApart', { oneId: joss, otherId: ida, levels: ['knowing'], atRiskId: ida }, 'family { id }')
  const decide = (id: string) =>
    teller.does(
      ruth.id,
      'recordSafety',
      {
        meetingId: id,
        saidAlone: 'Ida sends her views.',
        ordersChecked: 'None.',
        advice: 'Not in one room.',
        shape: 'Views carried.',
        arrivalLeaving: 'Ida does not come.',
        ifSomebodyComes: 'Helen stops the meeting.',
      },
      'meeting { id }',
    )
  await decide(meetingId)
  for (const kind of ['goingWell', 'worry', 'question', 'help', 'withoutPlan'])
    await teller.does(marcus.id, 'addWhy', { meetingId, kind, text: `What is said of ${kind}.` }, 'meeting { id }')
  await teller.does(nell, 'askQuestion', { meetingId, text: 'Who rings the school?' }, 'myMeeting { id }')
  const added = await teller.does(
    marcus.id,
    'addBottomLine',
    { meetingId, text: 'Sol has supper every day.', childIds: [sol] },
    'meeting { bottomLines { id version } why { id version kind } }',
  )
  const { bottomLines, why } = added['meeting'] as {
    bottomLines: { id: string; version: number }[]
    why: { id: string; version: number; kind: string }[]
  }
  const [line] = bottomLines
  await teller.does(ruth.id, 'agreeBottomLine', { bottomLineId: line?.id, version: line?.version }, 'meeting { id }')
  const worry = why.find(({ kind }) => kind === 'worry')
  const correct = (field: string, subjectId: string | undefined, version: number | undefined, value: string) =>
    teller.does(marcus.id, 'correct', { field, subjectId, version, value }, 'family { id }')
  await correct('whyText', worry?.id, worry?.version, 'What the worry is.')
  await correct('personName', vera, 1, 'Vera Jane Hale')

  teller.at(daysFrom(now, -30))
  for (const personId of [sol, nell, rory, ida, joss, amal])
    await talkWith(teller, meetingId, part(personId), { whoShouldBeThere: 'Sol.', whatWouldHelp: 'A taxi.' })
  await teller.does(
    ruth.id,
    'decideNotPart',
    {
      participantId: part(vera),
      version: await participantVersion(teller, meetingId, part(vera)),
      reason: 'Sol asked for it.',
      lookAgainOn: dateFrom(now, 40),
      viewsGathered: true,
    },
    'meeting { id }',
  )
  await saysWhen(teller, nell, [
    {
      kind: 'shiftCycle',
      from: dateFrom(now, -30),
      cycle: ['10:13-16:13', ''],
      start: '05:17',
      end: '20:47',
      sleepUntil: '18:39',
      how: ['phone'],
    },
  ])
  for (const personId of [rory, ida, joss])
    await saysWhen(teller, personId, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '09:00', '21:00', ['inRoom', 'phone'])])
  await teller.does(helen.id, 'giveBottomLines', { meetingId, on: dateFrom(now, -30) }, 'meeting { id }')
  await teller.does(
    marcus.id,
    'addBottomLine',
    { meetingId, text: 'Sol sleeps at home on school nights.', childIds: [], laterReason: 'The school rang.' },
    'meeting { id }',
  )

  teller.at(daysFrom(now, -20))
  // Before the booking: two who may not know of each other are not both planned in.
  await standsAs(teller, meetingId, part(ida), 'sendingViews')
  await teller.does(
    helen.id,
    'bookTime',
    {
      meetingId,
      version: await versionOf(teller, meetingId),
      date: dateFrom(now, -5),
      start: '10:00',
      minutes: '180',
      place: 'Willow Family Hub, by the pond',
      placeId: place.id,
      roomId: place.rooms['The garden room'],
    },
    'meeting { id }',
  )
  await teller.does(helen.id, 'sendInvitations', { meetingId, version: await versionOf(teller, meetingId) }, 'sent')
  for (const personId of [nell, rory, joss]) {
    const { myMeeting } = await teller.ask(personId, 'query ($id: ID!) { myMeeting(id: $id) { mine { version } } }', { id: meetingId })
    const { version } = (myMeeting as { mine: { version: number } }).mine
    await teller.does(personId, 'reply', { meetingId, version, reply: 'coming', how: 'inRoom' }, 'myMeeting { id }')
  }
  await standsAs(teller, meetingId, part(sol), 'coming', 'inRoom')
  await standsAs(teller, meetingId, part(amal), 'coming', 'inRoom')
  await teller.does(rory, 'askAnotherDay', { meetingId, words: 'My shift may change.' }, 'myMeeting { id }')
  await teller.does(ida, 'withdrawUnseen', { meetingId }, 'myMeeting { id }')
  const { meeting: asked } = await teller.ask(helen.id, 'query ($id: ID!) { meeting(id: $id) { withdrawals { id } } }', { id: meetingId })
  const [withdrawal] = (asked as { withdrawals: { id: string }[] }).withdrawals
  await teller.does(
    helen.id,
    'answerWithdrawal',
    { id: withdrawal?.id, outcome: 'stays', words: 'She sends her views after all.' },
    'meeting { id }',
  )
  for (const personId of [nell, joss]) await teller.does(helen.id, 'makeSignInLink', { personId }, 'address spokenCode')

  teller.at(daysFrom(now, -5))
  const moveTo = async (to: string) =>
    teller.does(helen.id, 'moveStage', { meetingId, to, version: await versionOf(teller, meetingId) }, 'meeting { id }')
  for (const to of ['welcome', 'information', 'privateTime']) await moveTo(to)
  const planId = await writePlanOfBrights(teller, { meetingId, nell, rory, bottomLineId: line?.id ?? '', seal, of })
  await moveTo('agreeing')
  await teller.does(nell, 'agreePlan', { planId, answer: 'yes', reason: 'It is ours.' }, 'plan { id }')
  await teller.does(rory, 'agreePlan', { planId, answer: 'notYet', reason: 'I work on Fridays.' }, 'plan { id }')
  await teller.does(
    helen.id,
    'agreePlanFor',
    { planId, participantId: part(sol), answer: 'later', reason: 'Sol wants to sleep on it.', givenTo: 'slip' },
    'plan { id }',
  )
  const council = (answer: string, said: object) =>
    teller.does(
      marcus.id,
      'answerForCouncil',
      { planId, stepId: null, answer, reason: '', wouldMakeYes: '', decider: '', decideBy: '', ...said },
      'plan { id }',
    )
  await council('notYet', { reason: 'No one is there on Fridays.', wouldMakeYes: 'Somebody on Fridays.' })
  await council('decidedBy', { decider: 'The panel', decideBy: dateFrom(now, 14) })
  for (const [text, owner] of [
    ['Nell cooks on weekdays.', { ownerPersonId: nell }],
    ['Joss cooks on Saturdays.', { ownerPersonId: joss }],
    ['Ida rings on Sundays.', { ownerPersonId: ida }],
    ['Marcus asks the school.', { ownerWorkerId: marcus.id }],
  ] as const) {
    const made = await teller.does(
      helen.id,
      'makeAction',
      { planId, stepId: null, text, ownerPersonId: null, ownerWorkerId: null, ...owner, dueOn: dateFrom(now, 20) },
      'plan { actions { id text version } }',
    )
    const action = (made['plan'] as { actions: { id: string; text: string; version: number }[] }).actions.find((one) => one.text === text)
    const who = Object.values(owner)[0] ?? ''
    await teller.does(who, 'acceptAction', { actionId: action?.id, version: action?.version }, '__typename')
    await teller.does(
      who,
      'reportAction',
      { actionId: action?.id, version: (action?.version ?? 0) + 1, state: 'doing', words: `So far: ${text}` },
      'accepted',
    )
  }
  const reviewed = await teller.does(
    helen.id,
    'bookReview',
    { planId, date: dateFrom(now, 50), start: '11:00', minutes: '90', place: 'Willow Family Hub, upstairs' },
    'meeting { id }',
  )
  await teller.does(
    helen.id,
    'endMeeting',
    { meetingId, version: await versionOf(teller, meetingId), ending: 'plan', nextStep: 'We meet again at the review.' },
    'meeting { id }',
  )
  teller.at(daysFrom(now, -4))
  await teller.does(helen.id, 'sendActions', { planId }, 'sent')
  const review = reviewed['meeting'] as { id: string }
  await decide(review.id)
  await teller.does(helen.id, 'sendInvitations', { meetingId: review.id, version: await versionOf(teller, review.id) }, 'sent')
  await teller.ask(helen.id, 'mutation { makeCalendarFeed { ... on MakeCalendarFeedDone { address } } }')
}
