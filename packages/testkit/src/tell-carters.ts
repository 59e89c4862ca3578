import { workers } from './cast'
import { nameParent, openStoryFamily, saysWhen, standsAs, startStoryMeeting, talkWith, participantVersion } from './story-family'
import { dateFrom, daysFrom } from './story-moments'
import type { StoryTeller } from './story-teller'

const { priya, helen, ruth } = workers
const weekdays = [1, 2, 3, 4, 5]

/** The Carters are being prepared: two children with different fathers, one of them on nights, and a stepfather kept apart from him. */
export async function tellCarters(teller: StoryTeller, now: Date) {
  teller.at(daysFrom(now, -12))
  const family = await openStoryFamily(teller, {
    name: 'The Carter family',
    socialWorker: priya.id,
    children: {
      mia: { name: 'Mia Carter', bornOn: dateFrom(now, -3200) },
      noah: { name: 'Noah Nowak', bornOn: dateFrom(now, -230) },
    },
    people: {
      leanne: { name: 'Leanne Walsh', phone: '07700 900101', relations: [{ child: 'mia', kind: 'mother', responsibility: true, basis: 'mother' }, { child: 'noah', kind: 'mother', responsibility: true, basis: 'mother' }] },
      daniel: { name: 'Daniel Carter', phone: '07700 900102', relations: [{ child: 'mia', kind: 'father', responsibility: true, basis: 'on the birth certificate' }] },
      tomasz: { name: 'Tomasz Nowak', phone: '07700 900103', relations: [{ child: 'noah', kind: 'father', responsibility: true, basis: 'on the birth certificate' }, { child: 'mia', kind: 'stepParent' }] },
      maureen: { name: 'Maureen Walsh', phone: '07700 900104', relations: [{ child: 'mia', kind: 'grandparent', through: 'leanne' }, { child: 'noah', kind: 'grandparent', through: 'leanne' }] },
      joyce: { name: 'Joyce Carter', phone: '07700 900105', relations: [{ child: 'mia', kind: 'grandparent', through: 'daniel' }] },
      winston: { name: 'Winston Carter', relations: [{ child: 'mia', kind: 'grandparent', through: 'daniel' }] },
      halina: { name: 'Halina Nowak', phone: '07700 900106', relations: [{ child: 'noah', kind: 'grandparent', through: 'tomasz' }] },
      sinead: { name: 'Sinead Walsh', zone: 'Australia/Sydney', phone: '+61 491 570 156', relations: [{ child: 'mia', kind: 'auntOrUncle', through: 'leanne' }, { child: 'noah', kind: 'auntOrUncle', through: 'leanne' }] },
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
      { personId: mia, need: 'hoped' }, { personId: leanne, need: 'must' }, { personId: daniel, need: 'must' }, { personId: tomasz, need: 'hoped' },
      { personId: maureen, need: 'askedByChild' }, { personId: joyce, need: 'hoped' }, { personId: winston, need: 'welcome' }, { personId: halina, need: 'welcome' },
      { personId: sinead, need: 'hoped' }, { personId: kevin, need: 'welcome' }, { personId: agata, need: 'welcome' }, { personId: grace, need: 'hoped' },
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
    return (added['meeting'] as { bottomLines: { id: string; text: string; version: number }[] }).bottomLines.find((one) => one.text === text)
  }
  const sleep = await line('Mia and Noah sleep every night in a home where nobody shouts or hits.', [])
  await line('A grown-up who has not been drinking looks after Noah, day and night.', [noah])
  if (sleep) await teller.does(ruth.id, 'agreeBottomLine', { bottomLineId: sleep.id, version: sleep.version }, 'meeting { id }')

  teller.at(daysFrom(now, -8))
  await teller.does(helen.id, 'markApart', { oneId: daniel, otherId: tomasz, levels: ['room', 'site'], atRiskId: daniel }, 'family { id }')
  await teller.does(ruth.id, 'recordSafety', {
    meetingId,
    saidAlone: 'Daniel says he will come if Tomasz is not in the building. He is not afraid by video.',
    ordersChecked: 'No orders and no bail conditions on 3 March. Police checked.',
    advice: 'Domestic abuse adviser: not in one room, and not arriving at the same time.',
    shape: 'Daniel in the room; Tomasz by video from another place, with the interpreter.',
    arrivalLeaving: 'Daniel comes first and leaves last, by the side door.',
    ifSomebodyComes: 'Helen stops the meeting and rings 999 if anybody refuses to leave.',
  }, 'meeting { id }')

  teller.at(daysFrom(now, -6))
  await talkWith(teller, meetingId, part(leanne), { wantsToTakePart: 'Yes, if Mum is there.', whoShouldBeThere: 'Maureen and Sinead. Not Kevin.', isItSafe: 'Yes, with Tomasz on video.', whatWouldHelp: 'Somebody to mind Noah for an hour.' })
  await talkWith(teller, meetingId, part(daniel), { wantsToTakePart: 'Yes. He works four nights on, four off.', whoShouldBeThere: 'His mum.', whatWouldHelp: 'Not before two after a night.' })
  await talkWith(teller, meetingId, part(tomasz), { wantsToTakePart: 'Yes, by video from his sister’s.', isItSafe: 'He knows that he is not in the building.', whatWouldHelp: 'After half past three.' })
  await talkWith(teller, meetingId, part(maureen), { wantsToTakePart: 'Of course.' })
  await talkWith(teller, meetingId, part(mia), { wantsToTakePart: 'Yes, with Grace beside her, for the first half.', whoShouldBeThere: 'Gran. And Dad.' })
  await teller.does(ruth.id, 'decideNotPart', {
    participantId: part(kevin), version: await participantVersion(teller, meetingId, part(kevin)),
    reason: 'Leanne and Mia both asked for him not to be there, after what happened at Christmas.', lookAgainOn: dateFrom(now, 40), viewsGathered: true,
  }, 'meeting { id }')

  teller.at(daysFrom(now, -3))
  await saysWhen(teller, leanne, [{ weekdays, start: '09:30', end: '20:00', how: ['inRoom', 'video'] }, { weekdays: [6], start: '10:00', end: '16:00', how: ['inRoom'] }])
  await saysWhen(teller, daniel, [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: '14:00', end: '18:00', how: ['inRoom', 'phone'] }], [{ from: dateFrom(now, 22), until: dateFrom(now, 25) }, { from: dateFrom(now, 30), until: dateFrom(now, 33) }])
  await saysWhen(teller, maureen, [{ weekdays: [1, 2, 3, 4, 5, 6], start: '10:00', end: '21:00', how: ['inRoom'] }], [{ from: dateFrom(now, 26), until: dateFrom(now, 28) }])
  await saysWhen(teller, tomasz, [{ weekdays, start: '15:30', end: '21:00', how: ['video', 'phone', 'inRoom'] }])
  await saysWhen(teller, sinead, [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: '19:00', end: '24:00', how: ['video'] }, { weekdays: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '02:30', how: ['video'] }], [], 'Australia/Sydney')
  await teller.does(helen.id, 'sayWhenICanCome', { personId: mia, zone: 'Europe/London', weeks: [{ weekdays, start: '15:30', end: '19:00', how: ['inRoom'] }, { weekdays: [6], start: '10:00', end: '17:00', how: ['inRoom'] }], cannot: [] }, 'saved')
  await standsAs(teller, meetingId, part(sinead), 'asked')

  return { id: family.id, people: family.people, meetingId, participants: meeting.participants }
}
