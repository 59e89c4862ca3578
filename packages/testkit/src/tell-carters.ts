import { workers } from './cast'
import {
  cannotCome,
  isNeeded,
  nameParent,
  openStoryFamily,
  ordinaryWeek,
  participantVersion,
  saysWhen,
  saysWhenByPhone,
  standsAs,
  startStoryMeeting,
  talkWith,
  type Said,
} from './story-family'
import { dateFrom, daysFrom } from './story-moments'
import type { StoryTeller } from './story-teller'
import type { ToldPlace } from './tell-places'

const { priya, helen, ruth } = workers
const weekdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const night = '18:00-06:00'

/** The Carters are being prepared: two children with different fathers, one of them on nights, and a stepfather kept apart from him. */
export async function tellCarters(teller: StoryTeller, now: Date, places: Record<'willow' | 'meadow', ToldPlace>) {
  teller.at(daysFrom(now, -12))
  const family = await openStoryFamily(teller, {
    name: 'The Carter family',
    socialWorker: priya.id,
    children: {
      mia: { name: 'Mia Carter', bornOn: dateFrom(now, -3200) },
      noah: { name: 'Noah Nowak', bornOn: dateFrom(now, -230) },
    },
    people: {
      leanne: {
        name: 'Leanne Walsh',
        phone: '07700 900101',
        relations: [
          { child: 'mia', kind: 'mother', responsibility: true, basis: 'mother' },
          { child: 'noah', kind: 'mother', responsibility: true, basis: 'mother' },
        ],
      },
      daniel: {
        name: 'Daniel Carter',
        phone: '07700 900102',
        relations: [{ child: 'mia', kind: 'father', responsibility: true, basis: 'on the birth certificate' }],
      },
      tomasz: {
        name: 'Tomasz Nowak',
        phone: '07700 900103',
        relations: [
          { child: 'noah', kind: 'father', responsibility: true, basis: 'on the birth certificate' },
          { child: 'mia', kind: 'stepParent' },
        ],
      },
      maureen: {
        name: 'Maureen Walsh',
        phone: '07700 900104',
        relations: [
          { child: 'mia', kind: 'grandparent', through: 'leanne' },
          { child: 'noah', kind: 'grandparent', through: 'leanne' },
        ],
      },
      joyce: { name: 'Joyce Carter', phone: '07700 900105', relations: [{ child: 'mia', kind: 'grandparent', through: 'daniel' }] },
      winston: { name: 'Winston Carter', relations: [{ child: 'mia', kind: 'grandparent', through: 'daniel' }] },
      halina: { name: 'Halina Nowak', phone: '07700 900106', relations: [{ child: 'noah', kind: 'grandparent', through: 'tomasz' }] },
      sinead: {
        name: 'Sinead Walsh',
        zone: 'Australia/Sydney',
        phone: '+61 491 570 156',
        relations: [
          { child: 'mia', kind: 'auntOrUncle', through: 'leanne' },
          { child: 'noah', kind: 'auntOrUncle', through: 'leanne' },
        ],
      },
      kevin: { name: 'Kevin Walsh', relations: [{ child: 'mia', kind: 'auntOrUncle', through: 'leanne' }] },
      agata: { name: 'Agata Lis', kind: 'interpreter', phone: '07700 900107', relations: [{ child: 'noah', kind: 'interpreter' }] },
      grace: { name: 'Grace Adeyemi', kind: 'advocate', phone: '07700 900108', relations: [{ child: 'mia', kind: 'advocate' }] },
    },
  })
  const { mia, noah, leanne, daniel, tomasz, maureen, joyce, winston, halina, sinead, kevin, agata, grace } = family.people
  for (const childId of [mia, noah]) await nameParent(teller, family.id, { childId, personId: leanne, label: 'Mum' }, priya.id)
  await nameParent(teller, family.id, { childId: mia, personId: daniel, label: 'Dad' }, priya.id)
  await nameParent(teller, family.id, { childId: noah, personId: tomasz, label: 'Dad' }, priya.id)

  const meeting = await startStoryMeeting(teller, {
    familyId: family.id,
    socialWorker: priya.id,
    childIds: [mia, noah],
    participants: [
      { personId: mia, need: 'hoped' },
      { personId: leanne, need: 'must' },
      { personId: daniel, need: 'must' },
      { personId: tomasz, need: 'hoped' },
      { personId: maureen, need: 'askedByChild' },
      { personId: joyce, need: 'hoped' },
      { personId: winston, need: 'welcome' },
      { personId: halina, need: 'welcome' },
      { personId: sinead, need: 'hoped' },
      { personId: kevin, need: 'welcome' },
      { personId: agata, need: 'welcome' },
      { personId: grace, need: 'hoped' },
    ],
  })
  const meetingId = meeting.id
  const part = (personId: string) => meeting.participants[personId] ?? ''

  const why = (kind: string, text: string) => teller.does(priya.id, 'addWhy', { meetingId, kind, text }, 'meeting { id }')
  await why('goingWell', 'Mia gets to school every day, and her teacher says she helps the little ones.')
  await why('goingWell', 'Noah is growing well. Gran comes round most days.')
  await why('worry', 'The police came to the flat twice this winter because of shouting. Mia told her teacher she lies awake and listens.')
  await why('worry', 'Mum is very tired and has nobody to call at night.')
  await why('question', 'Who could Mia ring when she is worried, at any hour?')
  await why('help', 'A family support worker can come twice a week for twelve weeks.')
  await why('help', 'The council can pay for a taxi to school for a term.')
  await why('withoutPlan', 'If nothing changes, Priya would ask for a meeting with a judge. She would tell you first.')
  const line = async (text: string, childIds: string[]) => {
    const added = await teller.does(priya.id, 'addBottomLine', { meetingId, text, childIds }, 'meeting { bottomLines { id text version } }')
    return (added['meeting'] as { bottomLines: { id: string; text: string; version: number }[] }).bottomLines.find(
      (one) => one.text === text,
    )
  }
  const sleep = await line('Mia and Noah sleep every night in a home where nobody shouts or hits.', [])
  await line('A grown-up who has not been drinking looks after Noah, day and night.', [noah])
  if (sleep) await teller.does(ruth.id, 'agreeBottomLine', { bottomLineId: sleep.id, version: sleep.version }, 'meeting { id }')

  teller.at(daysFrom(now, -8))
  await teller.does(helen.id, 'markApart', { oneId: daniel, otherId: tomasz, levels: ['room', 'site'], atRiskId: daniel }, 'family { id }')
  await teller.does(
    ruth.id,
    'recordSafety',
    {
      meetingId,
      saidAlone: 'Daniel says he will come if Tomasz is not in the building. He is not afraid by video.',
      ordersChecked: 'No orders and no bail conditions on 3 March. Police checked.',
      advice: 'Domestic abuse adviser: not in one room, and not arriving at the same time.',
      shape: 'Daniel in the room; Tomasz by video from another place, with the interpreter.',
      arrivalLeaving: 'Daniel comes first and leaves last, by the side door.',
      ifSomebodyComes: 'Helen stops the meeting and rings 999 if anybody refuses to leave.',
    },
    'meeting { id }',
  )

  teller.at(daysFrom(now, -6))
  await talkWith(teller, meetingId, part(leanne), {
    wantsToTakePart: 'Yes, if Mum is there.',
    whoShouldBeThere: 'Maureen and Sinead. Not Kevin.',
    isItSafe: 'Yes, with Tomasz on video.',
    whatWouldHelp: 'Somebody to mind Noah for an hour.',
  })
  await talkWith(teller, meetingId, part(daniel), {
    wantsToTakePart: 'Yes. He works four nights on, four off.',
    whoShouldBeThere: 'His mum.',
    whatWouldHelp: 'Not before two after a night.',
  })
  await talkWith(teller, meetingId, part(tomasz), {
    wantsToTakePart: 'Yes, by video from his sister’s.',
    isItSafe: 'He knows that he is not in the building.',
    whatWouldHelp: 'After half past three.',
  })
  await talkWith(teller, meetingId, part(maureen), { wantsToTakePart: 'Of course.' })
  await talkWith(teller, meetingId, part(mia), {
    wantsToTakePart: 'Yes, with Grace beside her, for the first half.',
    whoShouldBeThere: 'Gran. And Dad.',
  })
  await teller.does(
    ruth.id,
    'decideNotPart',
    {
      participantId: part(kevin),
      version: await participantVersion(teller, meetingId, part(kevin)),
      reason: 'Leanne and Mia both asked for him not to be there, after what happened at Christmas.',
      lookAgainOn: dateFrom(now, 40),
      viewsGathered: true,
    },
    'meeting { id }',
  )

  teller.at(daysFrom(now, -3))
  await saysWhen(teller, leanne, [
    ordinaryWeek(weekdays, '09:30', '20:00', ['inRoom', 'video']),
    ordinaryWeek([6], '10:00', '16:00', ['inRoom'], { preference: 'lastResort' }),
  ])
  await saysWhen(teller, daniel, [nightsOf(dateFrom(now, 22))])
  await saysWhen(teller, maureen, [
    ordinaryWeek([1, 2, 3, 4, 5, 6], '10:00', '21:00', ['inRoom']),
    cannotCome(dateFrom(now, 26), dateFrom(now, 28)),
  ])
  await saysWhen(teller, tomasz, [
    ordinaryWeek([1, 2, 3, 5], '15:30', '21:00', ['video', 'phone', 'inRoom']),
    ordinaryWeek([4], '12:00', '21:00', ['video', 'phone'], { timeOffDays: 7 }),
  ])
  await saysWhen(
    teller,
    sinead,
    [ordinaryWeek(everyDay, '19:00', '24:00', ['video']), ordinaryWeek(everyDay, '00:00', '02:30', ['video'])],
    'Australia/Sydney',
  )
  await saysWhenByPhone(teller, mia, [
    ordinaryWeek(weekdays, '15:30', '19:00', ['inRoom']),
    ordinaryWeek([6], '10:00', '17:00', ['inRoom']),
  ])
  await saysWhenByPhone(teller, agata, [ordinaryWeek(weekdays, '10:00', '19:00', ['video', 'phone', 'inRoom'])])
  await saysWhenByPhone(teller, grace, [ordinaryWeek(weekdays, '09:00', '18:00', ['inRoom', 'phone'])])
  await isNeeded(teller, meetingId, part(tomasz), { need: 'hoped', comesWithId: part(agata) })
  await isNeeded(teller, meetingId, part(grace), { need: 'hoped', partEdge: 'beginning', partMinutes: '60' })
  await isNeeded(teller, meetingId, part(priya.id), { need: 'must', partEdge: 'beginning', partMinutes: '45' })
  await standsAs(teller, meetingId, part(sinead), 'asked')
  const { willow, meadow } = places
  const travel = (toWillow: string, toMeadow: string) => [
    { placeId: willow.id, minutes: toWillow },
    { placeId: meadow.id, minutes: toMeadow },
  ]
  await isNeeded(teller, meetingId, part(daniel), { need: 'must', travel: travel('20', '45') })
  await isNeeded(teller, meetingId, part(maureen), { need: 'askedByChild', travel: travel('15', '30') })
  await teller.does(
    helen.id,
    'saveTimeAsk',
    {
      meetingId,
      version: 0,
      ask: {
        from: dateFrom(now, 10),
        until: dateFrom(now, 45),
        minutes: '120',
        earliest: '09:30',
        latest: '20:00',
        weekdays: [1, 2, 3, 4, 5, 6],
        noticeDays: '7',
        bankHolidays: false,
        schoolHours: false,
        placeIds: [willow.id, meadow.id],
        stepFree: true,
        twoWaysOut: true,
        secondRoom: false,
      },
    },
    'meeting { id }',
  )

  return { id: family.id, people: family.people, meetingId, participants: meeting.participants }
}

/** Four nights on from this day, four off, and so on; asleep until two after a night. */
function nightsOf(from: string): Said {
  return {
    kind: 'shiftCycle',
    from,
    cycle: [night, night, night, night, '', '', '', ''],
    sleepUntil: '14:00',
    start: '10:00',
    end: '21:00',
    how: ['inRoom', 'phone'],
  }
}
