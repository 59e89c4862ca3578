import { workers } from '../cast'
import {
  isNeeded,
  nameParent,
  openStoryFamily,
  ordinaryWeek,
  participantVersion,
  saysWhen,
  standsAs,
  startStoryMeeting,
  talkWith,
} from '../story-family'
import type { StoryTeller } from '../story-teller'
import type { ToldPlace } from '../tell-places'

const { priya, marcus, helen, ruth } = workers

/** Short names of those in the family, as the world is told. */
const everybody = ['mia', 'mum', 'dad', 'gran', 'nan', 'grandad', 'aunt', 'uncle', 'interpreter', 'advocate', 'gone'] as const
export type InFamily = (typeof everybody)[number] | 'cousin'

/** What a request has to name of a family that is not the asker's. */
export interface OtherFamily {
  familyId: string
  meetingId: string
  personId: string
  participantId: string
  bottomLineId: string
}

/** The family whose meeting is being prepared, with everybody in it. */
export async function tellFamily(teller: StoryTeller, places: { willow: ToldPlace }) {
  const { id: familyId, people } = await openStoryFamily(teller, {
    name: 'The Lane family',
    socialWorker: priya.id,
    children: { mia: { name: 'Mia Lane', bornOn: '2012-05-02' } },
    people: {
      mum: { name: 'Dawn Lane', phone: '07700 900001', relations: [{ child: 'mia', kind: 'mother', responsibility: true }] },
      dad: { name: 'Lee Hughes', phone: '07700 900002', relations: [{ child: 'mia', kind: 'father' }] },
      gran: { name: 'Joan Lane', phone: '07700 900003', relations: [{ child: 'mia', kind: 'grandparent', through: 'mum' }] },
      nan: { name: 'Ida Hughes', phone: '07700 900004' },
      grandad: { name: 'Roy Lane', phone: '07700 900005' },
      aunt: { name: 'Sue Lane', phone: '07700 900006' },
      uncle: { name: 'Ray Lane' },
      cousin: { name: 'Kit Lane' },
      gone: { name: 'Max Lane' },
      interpreter: { name: 'Agata Lis', kind: 'interpreter' },
      advocate: { name: 'Grace Adeyemi', kind: 'advocate' },
    },
  })
  for (const workerId of [marcus.id, helen.id])
    await teller.does(ruth.id, 'allocate', { familyId, workerId, role: 'coordinator' }, 'family { id }')
  await nameParent(teller, familyId, { childId: people.mia, personId: people.mum, label: 'Mum' }, priya.id)
  const { id: meetingId, participants } = await startStoryMeeting(teller, {
    familyId,
    socialWorker: priya.id,
    childIds: [people.mia],
    participants: everybody.map((who) => ({ personId: people[who], need: 'hoped' })),
  })
  const part = (who: InFamily) => participants[people[who]] ?? ''
  for (const kind of ['goingWell', 'worry', 'help'])
    await teller.does(priya.id, 'addWhy', { meetingId, kind, text: `Of Mia: ${kind}.` }, 'meeting { id }')
  const lines = 'meeting { bottomLines { id text version } }'
  await teller.does(priya.id, 'addBottomLine', { meetingId, text: 'Mia gets to school.', childIds: [people.mia] }, lines)
  const givenLineId = await agreeLine(teller, meetingId, 'Mia gets to school.')
  await teller.does(
    priya.id,
    'markApart',
    { oneId: people.mum, otherId: people.dad, levels: ['knowing'], atRiskId: people.mum },
    'family { id }',
  )
  await teller.does(priya.id, 'markApart', { oneId: people.mum, otherId: people.nan, levels: ['room'] }, 'family { id }')
  await teller.does(priya.id, 'markApart', { oneId: people.grandad, otherId: people.gone, levels: ['site'] }, 'family { id }')
  await teller.does(priya.id, 'markApart', { oneId: people.aunt, otherId: people.cousin, levels: ['online'] }, 'family { id }')
  await settleSafety(teller, meetingId)
  await teller.does(helen.id, 'giveBottomLines', { meetingId, on: '2026-03-10' }, 'meeting { id }')
  for (const text of ['Mia sees a dentist.', 'Mia has a desk.'])
    await teller.does(priya.id, 'addBottomLine', { meetingId, text, childIds: [], laterReason: 'It came later.' }, lines)
  await agreeLine(teller, meetingId, 'Mia sees a dentist.')
  for (const who of ['mum', 'dad', 'gran', 'nan', 'mia'] as const) await talkWith(teller, meetingId, part(who), {})
  for (const who of ['mum', 'gran', 'nan'] as const)
    await saysWhen(teller, people[who], [
      ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '08:00', '20:00', ['inRoom', 'phone'], { timeOffDays: who === 'gran' ? 2 : undefined }),
    ])
  await isNeeded(teller, meetingId, part('gran'), {
    need: 'must',
    partEdge: 'end',
    partMinutes: '30',
    comesWithId: part('mum'),
    travel: [{ placeId: places.willow.id, minutes: '20' }],
  })
  for (const [who, state, how] of [
    ['mum', 'coming', 'inRoom'],
    ['aunt', 'coming', 'inRoom'],
    ['mia', 'coming', 'inRoom'],
    ['interpreter', 'coming', 'inRoom'],
    ['advocate', 'coming', 'inRoom'],
    ['nan', 'coming', 'phone'],
    ['grandad', 'sendingViews', null],
  ] as const)
    await standsAs(teller, meetingId, part(who), state, how)
  await standsAs(teller, meetingId, part('gran'), 'coming', 'inRoom')
  const asked = {
    from: '2026-03-16',
    until: '2026-03-29',
    minutes: '120',
    earliest: '09:00',
    latest: '19:00',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    noticeDays: '0',
    bankHolidays: true,
    schoolHours: true,
    placeIds: [places.willow.id],
    stepFree: false,
    twoWaysOut: false,
    secondRoom: false,
  }
  await teller.does(helen.id, 'saveTimeAsk', { meetingId, version: 0, ask: asked }, 'meeting { id }')
  await correctThings(teller, meetingId, people.cousin)
  await withdraw(teller, meetingId, { mum: people.mum, aunt: part('aunt') })
  return { familyId, meetingId, people, participants, givenLineId }
}

async function agreeLine(teller: StoryTeller, meetingId: string, text: string): Promise<string> {
  const document = 'query ($id: ID!) { meeting(id: $id) { bottomLines { id text version } } }'
  const { meeting } = (await teller.ask(ruth.id, document, { id: meetingId })) as {
    meeting: { bottomLines: { id: string; text: string; version: number }[] }
  }
  const line = meeting.bottomLines.find((one) => one.text === text)
  await teller.does(ruth.id, 'agreeBottomLine', { bottomLineId: line?.id, version: line?.version }, 'meeting { id }')
  return line?.id ?? ''
}

/** Mum withdraws unseen, and could not be reached yet; Aunt rang the coordinator. */
async function withdraw(teller: StoryTeller, meetingId: string, { mum, aunt }: { mum: string; aunt: string }): Promise<void> {
  await teller.does(mum, 'withdrawUnseen', { meetingId }, 'myMeeting { id }')
  const { meeting } = (await teller.ask(helen.id, 'query ($id: ID!) { meeting(id: $id) { withdrawals { id } } }', { id: meetingId })) as {
    meeting: { withdrawals: { id: string }[] }
  }
  const answer = { id: meeting.withdrawals[0]?.id, outcome: 'notReached', words: 'Nobody picked up.' }
  await teller.does(helen.id, 'answerWithdrawal', answer, 'meeting { id }')
  await teller.does(helen.id, 'writeWithdrawal', { participantId: aunt }, 'meeting { id }')
}

/** What was there before a mistake was put right is kept. */
async function correctThings(teller: StoryTeller, meetingId: string, cousin: string): Promise<void> {
  const { meeting } = (await teller.ask(helen.id, 'query ($id: ID!) { meeting(id: $id) { why { id } bottomLines { id text version } } }', {
    id: meetingId,
  })) as { meeting: { why: { id: string }[]; bottomLines: { id: string; text: string; version: number }[] } }
  const line = meeting.bottomLines.find(({ text }) => text === 'Mia has a desk.')
  for (const correction of [
    { field: 'personName', subjectId: cousin, version: 1, value: 'Christopher Lane' },
    { field: 'whyText', subjectId: meeting.why[0]?.id, version: 1, value: 'Mia is good at maths.' },
    { field: 'bottomLineText', subjectId: line?.id, version: line?.version, value: 'Mia has a desk of her own.' },
  ])
    await teller.does(helen.id, 'correct', correction, 'family { id }')
}

/** A family with which nobody of the first has anything to do. */
export async function tellOtherFamily(teller: StoryTeller): Promise<OtherFamily> {
  const { id: familyId, people } = await openStoryFamily(teller, {
    name: 'The Pike family',
    socialWorker: priya.id,
    children: { child: { name: 'Tom Pike', bornOn: '2015-01-02' } },
    people: { person: { name: 'Otto Pike', phone: '07700 900009' } },
  })
  const { id: meetingId, participants } = await startStoryMeeting(teller, {
    familyId,
    socialWorker: priya.id,
    childIds: [people.child],
    participants: [{ personId: people.person, need: 'must' }],
  })
  const { meeting } = await teller.does(
    priya.id,
    'addBottomLine',
    { meetingId, text: 'Tom is safe.', childIds: [people.child] },
    'meeting { bottomLines { id } }',
  )
  const bottomLineId = (meeting as { bottomLines: { id: string }[] }).bottomLines[0]?.id ?? ''
  const { person: personId } = people
  return { familyId, meetingId, personId, participantId: participants[personId] ?? '', bottomLineId }
}

/** What decides that somebody is not part. */
export async function notPart(teller: StoryTeller, meetingId: string, participantId: string) {
  const version = await participantVersion(teller, meetingId, participantId)
  return { participantId, version, reason: 'He is at sea.', lookAgainOn: '2026-06-01', viewsGathered: false }
}

/** The manager decides about every pair that is marked now. */
export function settleSafety(teller: StoryTeller, meetingId: string) {
  const words = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
  return teller.does(ruth.id, 'recordSafety', { meetingId, ...words }, 'meeting { id }')
}
