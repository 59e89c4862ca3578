import { workers } from './cast'
import { nameParent, openStoryFamily, ordinaryWeek, saysWhen, standsAs, startStoryMeeting, talkWith, versionOf } from './story-family'
import { dateFrom, daysFrom } from './story-moments'
import type { StoryTeller } from './story-teller'
import type { ToldPlace } from './tell-places'

const { marcus, helen, ruth } = workers

/** The Oseis meet today: everybody is welcomed and the information has been given; private family time comes next. */
export async function tellOseis(teller: StoryTeller, now: Date, place: ToldPlace) {
  teller.at(daysFrom(now, -30))
  const family = await openStoryFamily(teller, {
    name: 'The Osei family',
    socialWorker: marcus.id,
    children: { kofi: { name: 'Kofi Osei', bornOn: dateFrom(now, -4150) } },
    people: {
      ama: {
        name: 'Ama Osei',
        phone: '07700 900201',
        relations: [{ child: 'kofi', kind: 'mother', responsibility: true, basis: 'mother' }],
      },
      kwame: {
        name: 'Kwame Osei',
        phone: '07700 900202',
        relations: [{ child: 'kofi', kind: 'father', responsibility: true, basis: 'married to the mother' }],
      },
      efua: { name: 'Efua Mensah', phone: '07700 900203', relations: [{ child: 'kofi', kind: 'grandparent', through: 'ama' }] },
      yaw: { name: 'Yaw Osei', phone: '07700 900204', relations: [{ child: 'kofi', kind: 'auntOrUncle', through: 'kwame' }] },
      sandra: { name: 'Sandra Pike', kind: 'friend', phone: '07700 900205', relations: [{ child: 'kofi', kind: 'friend' }] },
    },
  })
  const { kofi, ama, kwame, efua, yaw, sandra } = family.people
  await nameParent(teller, family.id, { childId: kofi, personId: ama, label: 'Mum' }, marcus.id)
  await nameParent(teller, family.id, { childId: kofi, personId: kwame, label: 'Dad' }, marcus.id)
  const meeting = await startStoryMeeting(teller, {
    familyId: family.id,
    socialWorker: marcus.id,
    childIds: [kofi],
    participants: [
      { personId: kofi, need: 'must' },
      { personId: ama, need: 'must' },
      { personId: kwame, need: 'must' },
      { personId: efua, need: 'askedByChild' },
      { personId: yaw, need: 'hoped' },
      { personId: sandra, need: 'welcome' },
    ],
  })
  const meetingId = meeting.id
  const part = (personId: string) => meeting.participants[personId] ?? ''
  const why = (kind: string, text: string) => teller.does(marcus.id, 'addWhy', { meetingId, kind, text }, 'meeting { id }')
  await why('goingWell', 'Kofi has good friends and loves football. His family eat together on Sundays.')
  await why('worry', 'Kofi has missed eleven days of school since January, and says nobody is there in the mornings.')
  await why('worry', 'Dad works away four days a week. Mum starts her shift at six.')
  await why('question', 'Who can be with Kofi on school mornings?')
  await why('help', 'The school can let Kofi come in for breakfast from half past seven.')
  await why('withoutPlan', 'Marcus would keep visiting every week, and would talk with you about other ways.')
  const lines: { id: string; version: number }[] = []
  for (const text of ['A grown-up Kofi knows is with him every school morning.', 'Kofi is in school every day unless he is ill.']) {
    const added = await teller.does(
      marcus.id,
      'addBottomLine',
      { meetingId, text, childIds: [kofi] },
      'meeting { bottomLines { id text version } }',
    )
    const found = (added['meeting'] as { bottomLines: { id: string; text: string; version: number }[] }).bottomLines.find(
      (one) => one.text === text,
    )
    if (found) lines.push(found)
  }
  for (const line of lines)
    await teller.does(ruth.id, 'agreeBottomLine', { bottomLineId: line.id, version: line.version }, 'meeting { id }')

  teller.at(daysFrom(now, -20))
  for (const personId of [kofi, ama, kwame, efua, yaw, sandra]) await talkWith(teller, meetingId, part(personId), {})
  for (const personId of [ama, kwame, efua, yaw])
    await saysWhen(teller, personId, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '09:00', '21:00', ['inRoom', 'phone'])])
  await teller.does(helen.id, 'giveBottomLines', { meetingId, on: dateFrom(now, -20) }, 'meeting { id }')

  teller.at(daysFrom(now, -14))
  const version = await versionOf(teller, meetingId)
  await teller.does(
    helen.id,
    'bookTime',
    {
      meetingId,
      version,
      date: dateFrom(now, 0),
      start: '14:00',
      minutes: '150',
      place: 'Willow Family Hub, the garden room',
      placeId: place.id,
      roomId: place.rooms['The garden room'],
    },
    'meeting { id }',
  )
  await teller.does(helen.id, 'sendInvitations', { meetingId, version: await versionOf(teller, meetingId) }, 'sent')
  await standsAs(teller, meetingId, part(kofi), 'coming', 'inRoom')
  await standsAs(teller, meetingId, part(sandra), 'sendingViews')
  for (const [personId, how] of [
    [ama, 'inRoom'],
    [kwame, 'inRoom'],
    [efua, 'inRoom'],
    [yaw, 'phone'],
  ] as const) {
    const mine = await teller.ask(personId, 'query ($id: ID!) { myMeeting(id: $id) { mine { version } } }', { id: meetingId })
    const { version: mineVersion } = (mine['myMeeting'] as { mine: { version: number } }).mine
    await teller.does(personId, 'reply', { meetingId, version: mineVersion, reply: 'coming', how }, 'myMeeting { id }')
  }

  teller.at(now)
  for (const to of ['welcome', 'information'])
    await teller.does(helen.id, 'moveStage', { meetingId, to, version: await versionOf(teller, meetingId) }, 'meeting { id }')
  for (const personId of [kofi, ama, kwame, efua])
    await teller.does(helen.id, 'attend', { participantId: part(personId), attended: true }, 'meeting { id }')
  return {
    id: family.id,
    people: family.people,
    meetingId,
    participants: meeting.participants,
    bottomLineIds: lines.map((line) => line.id),
  }
}
