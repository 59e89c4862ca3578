import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { workers } from './cast'
import type { OwnDatabase } from './database-clock'
import { shareTogether } from './share-together'
import { nameParent, openStoryFamily, standsAs, startStoryMeeting, talkWith, versionOf } from './story-family'
import { dateFrom, daysFrom, daysToWeekday } from './story-moments'
import type { StoryTeller } from './story-teller'
import type { ToldPlace } from './tell-places'

const { priya, helen, ruth } = workers

/** The Hugheses are under review: they met seven weeks ago, wrote a plan, and are keeping most of it. */
export async function tellHughes(teller: StoryTeller, now: Date, place: ToldPlace, of: OwnDatabase) {
  const met = -49
  teller.at(daysFrom(now, met - 30))
  const family = await openStoryFamily(teller, {
    name: 'The Hughes family',
    socialWorker: priya.id,
    children: { ella: { name: 'Ella Hughes', bornOn: dateFrom(now, -5200) } },
    people: {
      carys: {
        name: 'Carys Hughes',
        phone: '07700 900301',
        relations: [{ child: 'ella', kind: 'mother', responsibility: true, basis: 'mother' }],
      },
      gareth: { name: 'Gareth Hughes', phone: '07700 900302', relations: [{ child: 'ella', kind: 'grandparent', through: 'carys' }] },
      bethan: { name: 'Bethan Hughes', phone: '07700 900303', relations: [{ child: 'ella', kind: 'auntOrUncle', through: 'carys' }] },
    },
  })
  const { ella, carys, gareth, bethan } = family.people
  await nameParent(teller, family.id, { childId: ella, personId: carys, label: 'Mum' }, priya.id)
  await nameParent(
    teller,
    family.id,
    {
      childId: ella,
      label: 'Dad',
      state: 'notReachable',
      reason: 'Carys knows his name, Lee Barker. Two letters came back. We ask his sister next.',
    },
    priya.id,
  )
  const meeting = await startStoryMeeting(teller, {
    familyId: family.id,
    socialWorker: priya.id,
    childIds: [ella],
    participants: [
      { personId: ella, need: 'must' },
      { personId: carys, need: 'must' },
      { personId: gareth, need: 'askedByChild' },
      { personId: bethan, need: 'hoped' },
    ],
  })
  const meetingId = meeting.id
  const part = (personId: string) => meeting.participants[personId] ?? ''
  await teller.does(
    priya.id,
    'addWhy',
    { meetingId, kind: 'goingWell', text: 'Ella tells her grandad everything. She wants to be a vet.' },
    'meeting { id }',
  )
  await teller.does(
    priya.id,
    'addWhy',
    { meetingId, kind: 'worry', text: 'Ella looks after her mum on bad days, and then nobody looks after Ella.' },
    'meeting { id }',
  )
  await teller.does(
    priya.id,
    'addWhy',
    { meetingId, kind: 'help', text: 'A young carers group on Thursdays, with a lift there and back.' },
    'meeting { id }',
  )
  const added = await teller.does(
    priya.id,
    'addBottomLine',
    { meetingId, text: 'On days when Mum is unwell, a grown-up is there before Ella comes home from school.', childIds: [ella] },
    'meeting { bottomLines { id version } }',
  )
  const [line] = (added['meeting'] as { bottomLines: { id: string; version: number }[] }).bottomLines
  const bottomLineId = line?.id ?? ''
  await teller.does(ruth.id, 'agreeBottomLine', { bottomLineId, version: line?.version ?? 1 }, 'meeting { id }')
  teller.at(daysFrom(now, met - 20))
  for (const personId of [ella, carys, gareth, bethan]) await talkWith(teller, meetingId, part(personId), {})
  await teller.does(helen.id, 'giveBottomLines', { meetingId, on: dateFrom(now, met - 19) }, 'meeting { id }')
  await teller.does(
    helen.id,
    'bookTime',
    {
      meetingId,
      version: await versionOf(teller, meetingId),
      date: dateFrom(now, met),
      start: '10:00',
      minutes: '180',
      place: 'Meadow Road Hub, the hall',
      placeId: place.id,
      roomId: place.rooms['The hall'],
    },
    'meeting { id }',
  )
  for (const personId of [ella, carys, gareth, bethan]) await standsAs(teller, meetingId, part(personId), 'coming', 'inRoom')

  teller.at(daysFrom(now, met))
  for (const to of ['welcome', 'information', 'privateTime'])
    await teller.does(helen.id, 'moveStage', { meetingId, to, version: await versionOf(teller, meetingId) }, 'meeting { id }')
  const planId = await writePlan(teller, of, { meetingId, carys, others: [gareth, bethan], bottomLineId })
  await teller.does(carys, 'endPrivateTime', { meetingId }, 'myMeeting { id }')
  await teller.does(helen.id, 'moveStage', { meetingId, to: 'agreeing', version: await versionOf(teller, meetingId) }, 'meeting { id }')
  for (const personId of [carys, gareth, bethan])
    await teller.does(personId, 'agreePlan', { planId, answer: 'yes', reason: '' }, 'plan { id }')
  await teller.does(
    helen.id,
    'agreePlanFor',
    { planId, participantId: part(ella), answer: 'yes', reason: '', givenTo: 'slip' },
    'plan { id }',
  )
  const council = (stepId: string | null, answer: string, said: { decider?: string; decideBy?: string } = {}) =>
    teller.does(
      priya.id,
      'answerForCouncil',
      { planId, stepId, answer, reason: '', wouldMakeYes: '', decider: said.decider ?? '', decideBy: said.decideBy ?? '' },
      'plan { id steps { id what } }',
    )
  const { plan } = await council(null, 'yes')
  const { steps } = plan as { steps: { id: string; what: string }[] }
  const step = (start: string) => steps.find((one) => one.what.startsWith(start))?.id ?? null
  await council(step('Ella goes'), 'decidedBy', { decider: 'Ruth Jenkins', decideBy: dateFrom(now, met + 14) })

  const promise = async (text: string, stepId: string | null, owner: { ownerPersonId?: string; ownerWorkerId?: string }, due: number) => {
    const made = await teller.does(
      helen.id,
      'makeAction',
      { planId, stepId, text, ownerPersonId: null, ownerWorkerId: null, ...owner, dueOn: dateFrom(now, due) },
      'plan { actions { id text version } }',
    )
    const action = (made['plan'] as { actions: { id: string; text: string; version: number }[] }).actions.find((one) => one.text === text)
    if (!action) throw new Error(`The promise was not made: ${text}`)
    await teller.does(
      owner.ownerPersonId ?? owner.ownerWorkerId ?? '',
      'acceptAction',
      { actionId: action.id, version: action.version },
      '__typename',
    )
    return action.id
  }
  const grandad = await promise(
    'Gareth is at home by three on the days Carys texts him.',
    step('Grandad'),
    { ownerPersonId: gareth },
    met + 7,
  )
  const aunt = await promise('Bethan takes Ella on Friday nights.', step('Aunt'), { ownerPersonId: bethan }, met + 14)
  const mum = await promise('Carys sees her doctor about the bad days.', null, { ownerPersonId: carys }, met + 30)
  await promise('Priya gets Ella a place in the young carers group.', step('Ella goes'), { ownerWorkerId: priya.id }, met + 21)
  const lift = await promise('Priya arranges the lift to the group.', step('Ella goes'), { ownerWorkerId: priya.id }, met + 28)

  const reviewIn = daysToWeekday(now, 4, 6)
  const { meeting: review } = await teller.does(
    helen.id,
    'bookReview',
    { planId, date: dateFrom(now, reviewIn), start: '16:00', minutes: '90', place: 'Meadow Road Hub' },
    'meeting { id version }',
  )
  await teller.does(
    helen.id,
    'endMeeting',
    {
      meetingId,
      version: await versionOf(teller, meetingId),
      ending: 'plan',
      nextStep: 'Helen sends everybody their copy. We meet again at the review.',
    },
    'meeting { id }',
  )
  teller.at(daysFrom(now, met + 1))
  await teller.does(helen.id, 'sendActions', { planId }, 'sent')
  const { id: reviewId, version } = review as { id: string; version: number }
  await teller.does(helen.id, 'sendInvitations', { meetingId: reviewId, version }, 'sent')

  const report = async (who: string, actionId: string, state: string, words: string) => {
    const { plan: shown } = await teller.ask(helen.id, 'query ($id: ID!) { plan(id: $id) { actions { id version } } }', { id: planId })
    const version = (shown as { actions: { id: string; version: number }[] }).actions.find((one) => one.id === actionId)?.version ?? 1
    await teller.does(who, 'reportAction', { actionId, version, state, words }, 'accepted')
  }
  teller.at(daysFrom(now, met + 12))
  await report(gareth, grandad, 'doing', 'Three times so far. We made soup.')
  teller.at(daysFrom(now, met + 16))
  await report(bethan, aunt, 'done', 'Every Friday. She has her own shelf now.')
  teller.at(daysFrom(now, met + 35))
  await report(carys, mum, 'needsHand', 'They keep giving me appointments when I am at work.')
  await report(priya.id, lift, 'doing', 'The taxi firm has said yes, waiting for the dates.')
  return {
    id: family.id,
    people: family.people,
    meetingId,
    participants: meeting.participants,
    planId,
    bottomLineId,
    actions: { grandad, aunt, mum, lift },
  }
}

/** What the family wrote on Carys's phone and those that she let in. The draft's key is made here as on a phone, and forgotten. */
async function writePlan(
  teller: StoryTeller,
  of: OwnDatabase,
  { meetingId, carys, others, bottomLineId }: { meetingId: string; carys: string; others: string[]; bottomLineId: string },
): Promise<string> {
  const draftId = randomUUID()
  const hash = (proof: Buffer) => createHash('sha256').update(proof).digest('base64url')
  const memberProof = randomBytes(32)
  const shareProof = randomBytes(32)
  await teller.does(
    carys,
    'startDraft',
    { meetingId, draftId, memberProofHash: hash(memberProof), shareProofHash: hash(shareProof) },
    'room { id }',
  )
  const proof = memberProof.toString('base64url')
  for (const other of others) {
    const jid = randomBytes(16).toString('base64url')
    await teller.does(carys, 'offerJoin', { draftId, memberProof: proof, jid, offer: 'sealed' }, 'offer { jid }')
    await teller.does(other, 'replyToJoin', { jid, reply: 'sealed' }, 'offer { jid }')
    await teller.does(carys, 'wrapForJoin', { jid, memberProof: proof, wrapped: 'sealed' }, 'offer { jid }')
  }
  const blank = { bottomLineId: null, heading: null, byWhen: '', howWeWillKnow: '', helpNeeded: '', ifItDoesNotWork: '' }
  return shareTogether(teller, of, carys, {
    draftId,
    head: 0,
    shareProof: shareProof.toString('base64url'),
    digest: createHash('sha256').update(draftId).digest('base64url'),
    wantYouToKnow: 'We are good at this when we tell each other early.',
    steps: [
      {
        ...blank,
        bottomLineId,
        what: 'Grandad is at ours by three when Mum texts the word “cloudy”.',
        who: 'Grandad',
        byWhen: 'from Monday',
        howWeWillKnow: 'Ella says so on Sundays.',
        ifItDoesNotWork: 'Aunt Bethan comes instead.',
      },
      {
        ...blank,
        bottomLineId,
        what: 'Aunt Bethan has Ella every Friday night.',
        who: 'Bethan',
        byWhen: 'from this Friday',
        howWeWillKnow: 'Ella has a rest.',
      },
      {
        ...blank,
        heading: 'Time for Ella',
        what: 'Ella goes to the young carers group on Thursdays.',
        who: 'Ella and Priya',
        byWhen: 'by half term',
        helpNeeded: 'A place in the group, and a lift there and back.',
        howWeWillKnow: 'She wants to go again.',
      },
    ],
  })
}
