import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { parse } from 'graphql'
import { refusalCodes, type RefusalCode } from '@kinplan/domain/refusal'
import { openDoor } from '@kinplan/server/graphql/operate'
import { workers } from '../src/cast'
import { dateFrom } from '../src/story-moments'
import { asks, shownToAll } from './minted-doors'
import type { storyServer } from '../src/story-server'

type Server = Awaited<ReturnType<typeof storyServer>>
type Variables = Record<string, unknown>

/** One way in which a person of the story meets a refusal. */
interface RefusalCase {
  code: RefusalCode
  /** Id of a person or worker; null for somebody not signed in. */
  who: string | null
  document: string
  variables: Variables
  /** The key sent with it, where the refusal is about that. */
  once?: string
  /** Comes from somewhere else than this computer. */
  fromAfar?: boolean
}

export interface MetRefusal {
  code: RefusalCode
  /** The door answered with this code. */
  met: boolean
  /** Nothing that the families' workers can see was changed by it. */
  unchanged: boolean
  /** What the door answered instead; null when it was met. */
  instead: string | null
}

const refused = '__typename ... on Refused { code field }'
const input = (field: string, type: string) => `mutation ($input: ${type}!) { ${field}(input: $input) { ${refused} } }`
const addWhy = input('addWhy', 'AddWhyInput')
const bookTime = input('bookTime', 'BookTimeInput')
const sayWhen = input('sayWhenICanCome', 'SayWhenInput')
const setParticipation = input('setParticipation', 'SetParticipationInput')
const answerForCouncil = input('answerForCouncil', 'AnswerForCouncilInput')
const startMeeting = `mutation ($input: StartMeetingInput!) {
  startMeeting(input: $input) { __typename ... on Refused { code field } ... on StartMeetingDone { meeting { id } } }
}`
const startDraft = input('startDraft', 'StartDraftInput')
const sharePlan = input('sharePlan', 'SharePlanInput')
const moveStage = `mutation ($id: ID!, $to: Stage!, $v: Int!) { moveStage(meetingId: $id, to: $to, version: $v) { ${refused} } }`
const signIn = `mutation ($token: String!, $code: String!) { signIn(token: $token, code: $code) { ${refused} } }`
const sendInvitations = `mutation ($id: ID!, $v: Int!) { sendInvitations(meetingId: $id, version: $v) { ${refused} } }`
const { priya, marcus, helen, ruth, owen } = workers

/** Meets every code of refusal.ts at the door, as a person would; one row for each code, in the order of the story. */
export async function meetRefusals(server: Server): Promise<MetRefusal[]> {
  const met: MetRefusal[] = []
  for await (const { code, who, document, variables, once, fromAfar = false } of refusalCases(server)) {
    const before = await pictureOf(server)
    const session = who === null ? null : (await server.phone(who)).session
    const { result } = await openDoor(server.parts)(parse(document), variables, { session, once, storyPage: !fromAfar })
    const answer = Object.values(result.data ?? {})[0] as { code?: string } | undefined
    met.push({
      code,
      met: answer?.code === code,
      unchanged: before === (await pictureOf(server)),
      instead: answer?.code === code ? null : JSON.stringify(result),
    })
  }
  for (const code of refusalCodes)
    if (!met.some((one) => one.code === code)) met.push({ code, met: false, unchanged: true, instead: 'Nobody tried' })
  return met
}

/** Everything of the story's families that their coordinator can see, as one text. */
async function pictureOf(server: Server): Promise<string> {
  const seen = await server.as(helen.id)
  const meeting =
    'version stage startWall ending participants { id version state how invitedAt } ' +
    'why { id text version } bottomLines { id text version } plans { id version }'
  const pictures = [server.story.carter, server.story.osei, server.story.hughes].map(({ id, meetingId }) =>
    seen.send(
      `query ($id: ID!, $m: ID!) {
        family(id: $id) {
          version people { id name version ended saidWhen } parents { id version } pairs { id } meetings { id stage }
        }
        meeting(id: $m) { ${meeting} }
      }`,
      { id, m: meetingId },
    ),
  )
  const plan = seen.send('query ($id: ID!) { plan(id: $id) { answered council { id } actions { id state version } } }', {
    id: server.story.hughes.planId,
  })
  return JSON.stringify(await Promise.all([...pictures, plan]))
}

async function* refusalCases(server: Server): AsyncGenerator<RefusalCase> {
  yield* whenWriting(server)
  yield* whenFindingATime(server)
  yield* whenMeeting(server)
  yield* whenAlone(server)
  yield* afterThePlan(server)
  yield* onPaper(server)
  yield* atTheFrontDoor(server)
  yield* whenPlacesAreWords(server)
}

/** Does what has to have happened before, and gives what was answered; throws when it was refused. */
async function does(server: Server, who: string, document: string, variables: Variables): Promise<Record<string, unknown>> {
  const [done] = Object.values(await (await server.phone(who)).send(document, variables)) as (Record<string, unknown> & {
    __typename?: string
  })[]
  if (done === undefined || done.__typename === 'Refused') throw new Error(`Refused: ${document.slice(0, 60)} ${JSON.stringify(done)}`)
  return done
}

async function versionOf(server: Server, meetingId: string): Promise<number> {
  return Number((await does(server, helen.id, 'query ($id: ID!) { meeting(id: $id) { version } }', { id: meetingId }))['version'])
}

async function goTo(server: Server, meetingId: string, ...stages: string[]): Promise<void> {
  for (const to of stages) await does(server, helen.id, moveStage, { id: meetingId, to, v: await versionOf(server, meetingId) })
}

async function* whenWriting(server: Server): AsyncGenerator<RefusalCase> {
  const { carter, hughes } = server.story
  const worry = (text: string, meetingId = carter.meetingId) => ({ input: { meetingId, kind: 'worry', text } })
  const once = randomUUID()
  const reach = (safeToUse: boolean) => ({
    input: { personId: carter.people.maureen, kind: 'phone', value: '07700 900188', safeToUse, note: '' },
  })
  const addContactPoint = input('addContactPoint', 'AddContactPointInput')
  await does(server, priya.id, addContactPoint, reach(false))
  yield { code: 'unsafeBefore', who: priya.id, document: addContactPoint, variables: reach(true) }
  yield { code: 'notYours', who: owen.id, document: addWhy, variables: worry('Not mine to write.') }
  yield { code: 'notNow', who: priya.id, document: addWhy, variables: worry('Too late.', hughes.meetingId) }
  yield { code: 'wordsMissing', who: priya.id, document: addWhy, variables: worry(' \n') }
  yield { code: 'wordsTooLong', who: priya.id, document: addWhy, variables: worry('x'.repeat(5001)) }
  yield { code: 'wordsBroken', who: priya.id, document: addWhy, variables: worry('half of \ud83d') }
  await (await server.as(priya.id)).send(addWhy, worry('Sent once.'), once)
  yield { code: 'sameKeyOtherInput', who: priya.id, document: addWhy, variables: worry('Sent again, changed.'), once }
  yield {
    code: 'choiceUnknown',
    who: priya.id,
    document: input('addBottomLine', 'AddBottomLineInput'),
    variables: { input: { meetingId: carter.meetingId, text: 'About nobody.', childIds: [randomUUID()], laterReason: null } },
  }
  yield {
    code: 'alreadyDone',
    who: helen.id,
    document: input('addParticipant', 'AddParticipantInput'),
    variables: { input: { meetingId: carter.meetingId, personId: carter.people.leanne, need: 'must' } },
  }
  const parent = {
    familyId: carter.id,
    childId: carter.people.noah,
    personId: carter.people.tomasz,
    label: 'Dad',
    state: 'notKnown',
    reason: 'Nobody says.',
  }
  yield { code: 'parentHasPerson', who: priya.id, document: input('setParent', 'SetParentInput'), variables: { input: parent } }
  yield {
    code: 'notIndependent',
    who: priya.id,
    document: startMeeting,
    variables: { input: { familyId: carter.id, coordinatorId: priya.id, referrerId: priya.id, childIds: [carter.people.mia] } },
  }
}

async function* whenFindingATime(server: Server): AsyncGenerator<RefusalCase> {
  const { carter } = server.story
  const now = server.clock.now()
  const version = await versionOf(server, carter.meetingId)
  const booking = (change: Variables) => ({
    input: {
      meetingId: carter.meetingId,
      version,
      date: dateFrom(now, 20),
      start: '15:30',
      minutes: '120',
      place: 'Willow Family Hub',
      ...change,
    },
  })
  yield { code: 'dateImpossible', who: helen.id, document: bookTime, variables: booking({ date: '2026-02-31' }) }
  yield { code: 'timeImpossible', who: helen.id, document: bookTime, variables: booking({ date: '2026-03-29', start: '01:30' }) }
  yield { code: 'dateGone', who: helen.id, document: bookTime, variables: booking({ date: dateFrom(now, -1) }) }
  yield { code: 'changedMeanwhile', who: helen.id, document: bookTime, variables: booking({ version: version - 1 }) }
  yield { code: 'noTimeYet', who: helen.id, document: sendInvitations, variables: { id: carter.meetingId, v: version } }
  const { willow } = server.story.places
  const today = { date: dateFrom(now, 0), minutes: '60', placeId: willow.id }
  yield { code: 'workerTaken', who: helen.id, document: bookTime, variables: booking({ ...today, start: '15:00' }) }
  await does(server, helen.id, setParticipation, await standing(server, helen.id, 'notComing'))
  yield {
    code: 'roomTaken',
    who: helen.id,
    document: bookTime,
    variables: booking({ ...today, start: '15:00', roomId: willow.rooms['The garden room'] }),
  }
  await does(server, helen.id, setParticipation, await standing(server, helen.id, 'coming'))
  yield {
    code: 'roomUnfit',
    who: helen.id,
    document: bookTime,
    variables: booking({ placeId: willow.id, roomId: willow.rooms['The attic'] }),
  }
  const week = { kind: 'ordinaryWeek', weekdays: [1], start: '10:00', end: '17:00', how: ['inRoom'] }
  const who = carter.people.maureen
  const { version: saidAt } = await does(server, who, '{ myAvailability { version } }', {})
  const said = (change: Variables) => ({ input: { version: saidAt, zone: 'Europe/London', rules: [week], ...change } })
  yield { code: 'endBeforeStart', who, document: sayWhen, variables: said({ rules: [{ ...week, start: '17:00', end: '10:00' }] }) }
  yield { code: 'numberImpossible', who, document: sayWhen, variables: said({ rules: [{ ...week, timeOffDays: 91 }] }) }
  yield { code: 'zoneUnknown', who, document: sayWhen, variables: said({ zone: 'Europe/Wendlebury' }) }
  yield { code: 'noDayChosen', who, document: sayWhen, variables: said({ rules: [{ ...week, weekdays: [] }] }) }
  yield { code: 'noWayChosen', who, document: sayWhen, variables: said({ rules: [{ ...week, how: [] }] }) }
  yield {
    code: 'windowTooLong',
    who,
    document: sayWhen,
    variables: said({ rules: [{ kind: 'cannot', from: '2026-04-01', until: '2036-04-01' }] }),
  }
  yield {
    code: 'tooMany',
    who,
    document: sayWhen,
    variables: said({ rules: Array.from({ length: 201 }, (_, day) => ({ kind: 'cannot', from: dateFrom(now, day), until: '' })) }),
  }
}

/** What writes down how somebody stands in the Carters' meeting: coming in the room, or not. */
async function standing(server: Server, who: string, state: 'coming' | 'notComing'): Promise<Variables> {
  const { carter } = server.story
  const { participants } = (await does(server, helen.id, 'query ($id: ID!) { meeting(id: $id) { participants { id version } } }', {
    id: carter.meetingId,
  })) as { participants: { id: string; version: number }[] }
  const participantId = carter.participants[who] ?? ''
  return {
    input: {
      participantId,
      version: participants.find((one) => one.id === participantId)?.version,
      state,
      how: state === 'coming' ? 'inRoom' : null,
    },
  }
}

/** The id of a new meeting of a family. */
async function started(server: Server, family: { id: string }, childId: string): Promise<string> {
  const { meeting } = await does(server, priya.id, startMeeting, {
    input: { familyId: family.id, coordinatorId: helen.id, referrerId: priya.id, childIds: [childId] },
  })
  return (meeting as { id: string }).id
}

async function* whenMeeting(server: Server): AsyncGenerator<RefusalCase> {
  const { carter, osei, hughes } = server.story
  const now = server.clock.now()
  await does(server, helen.id, setParticipation, await standing(server, carter.people.daniel, 'coming'))
  yield { code: 'keptApart', who: helen.id, document: setParticipation, variables: await standing(server, carter.people.tomasz, 'coming') }

  const booking = async (meetingId: string) => ({
    input: {
      meetingId,
      version: await versionOf(server, meetingId),
      date: dateFrom(now, 21),
      start: '10:00',
      minutes: '90',
      place: 'Willow Family Hub',
    },
  })
  yield {
    code: 'safetyFirst',
    who: helen.id,
    document: bookTime,
    variables: await booking(await started(server, carter, carter.people.mia)),
  }
  const empty = await started(server, hughes, hughes.people.ella)
  await does(server, helen.id, bookTime, await booking(empty))
  await goTo(server, empty, 'welcome', 'information')
  yield {
    code: 'nobodyInRoom',
    who: helen.id,
    document: moveStage,
    variables: { id: empty, to: 'privateTime', v: await versionOf(server, empty) },
  }
  yield {
    code: 'stageSkipped',
    who: helen.id,
    document: moveStage,
    variables: { id: osei.meetingId, to: 'agreeing', v: await versionOf(server, osei.meetingId) },
  }
  await goTo(server, osei.meetingId, 'privateTime')
  yield {
    code: 'stillPrivate',
    who: helen.id,
    document: moveStage,
    variables: { id: osei.meetingId, to: 'agreeing', v: await versionOf(server, osei.meetingId) },
  }
}

/** A device that made a key: what it proves, and what it sends. */
function newDevice(meetingId: string) {
  const [member, share] = [randomBytes(32), randomBytes(32)]
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url')
  const draftId: string = randomUUID()
  return {
    draftId,
    memberProof: member.toString('base64url'),
    start: { input: { meetingId, draftId, memberProofHash: hash(member), shareProofHash: hash(share) } },
    share: (head: number) => ({
      input: { draftId, head, shareProof: share.toString('base64url'), wantYouToKnow: '', digest: hash(share), steps: [] },
    }),
  }
}

/** Ama's phone lets Kwame's in: two people then write the plan. */
async function letKwameIn(server: Server, { draftId, memberProof }: ReturnType<typeof newDevice>): Promise<void> {
  const { ama, kwame } = server.story.osei.people
  const jid = randomBytes(16).toString('base64url')
  await does(server, ama, input('offerJoin', 'OfferJoinInput'), { input: { draftId, memberProof, jid, offer: 'offered' } })
  await does(server, kwame, input('replyToJoin', 'ReplyToJoinInput'), { input: { jid, reply: 'replied' } })
  await does(server, ama, input('wrapForJoin', 'WrapForJoinInput'), { input: { jid, memberProof, wrapped: 'wrapped' } })
}

async function* whenAlone(server: Server): AsyncGenerator<RefusalCase> {
  const {
    meetingId,
    people: { ama, kwame, efua },
  } = server.story.osei
  const device = newDevice(meetingId)
  const { draftId, memberProof } = device
  await does(server, ama, startDraft, device.start)
  const guess = randomBytes(32).toString('base64url')
  yield { code: 'notVouched', who: efua, document: sharePlan, variables: device.share(0) }
  await letKwameIn(server, device)
  yield {
    code: 'proofWrong',
    who: kwame,
    document: `mutation ($d: ID!, $p: String!) { keepKeyShare(draftId: $d, memberProof: $p) { ${refused} } }`,
    variables: { d: draftId, p: guess },
  }
  const endWithoutKey = `mutation ($id: ID!) { endWithoutKey(meetingId: $id, kind: end) { ${refused} } }`
  yield { code: 'keyStillHere', who: efua, document: endWithoutKey, variables: { id: meetingId } }
  const sealed = {
    id: randomUUID(),
    n: '1',
    kind: 'update',
    nonce: randomBytes(12).toString('base64url'),
    sealed: randomBytes(65_537).toString('base64url'),
  }
  const call = { draftId, memberProof, device: randomBytes(16).toString('base64url'), epoch: 1, envelopes: [sealed] }
  yield { code: 'envelopeRefused', who: ama, document: input('appendEnvelopes', 'AppendEnvelopesInput'), variables: { input: call } }
  const large = () => ({ ...sealed, id: randomUUID(), sealed: randomBytes(65_536).toString('base64url') })
  const flood = { ...call, envelopes: Array.from({ length: 32 }, large) }
  yield { code: 'envelopesTooMany', who: ama, document: input('appendEnvelopes', 'AppendEnvelopesInput'), variables: { input: flood } }
  const find = { who: efua, document: asks.findByRescueWords, variables: { id: meetingId, p: guess } }
  yield { code: 'rescueWordsWrong', ...find }
  const phone = await server.phone(efua)
  for (let tries = 1; tries < 20; tries++) await phone.send(find.document, find.variables)
  yield { code: 'rescueWordsTooOften', ...find }
  const jid = randomBytes(16).toString('base64url')
  const replyToJoin = input('replyToJoin', 'ReplyToJoinInput')
  await does(server, ama, input('offerJoin', 'OfferJoinInput'), { input: { draftId, memberProof, jid, offer: 'offered' } })
  await does(server, kwame, replyToJoin, { input: { jid, reply: 'first' } })
  yield { code: 'joinEnded', who: efua, document: replyToJoin, variables: { input: { jid, reply: 'second' } } }
  yield { code: 'draftMoved', who: ama, document: sharePlan, variables: device.share(1) }
  yield { code: 'notShownYet', who: ama, document: sharePlan, variables: device.share(0) }
  await shownToAll(server, await server.phone(ama), device.share(0))
  await does(server, ama, sharePlan, device.share(0))
  yield { code: 'draftClosed', who: ama, document: sharePlan, variables: device.share(0) }
}

async function* afterThePlan(server: Server): AsyncGenerator<RefusalCase> {
  const {
    hughes,
    osei: {
      meetingId,
      people: { ama },
    },
  } = server.story
  const answer = (planId: string, change: Variables) => ({
    input: { planId, stepId: null, reason: '', wouldMakeYes: '', decider: '', decideBy: '', ...change },
  })
  yield { code: 'answerNeedsReason', who: priya.id, document: answerForCouncil, variables: answer(hughes.planId, { answer: 'no' }) }
  yield { code: 'deciderMissing', who: priya.id, document: answerForCouncil, variables: answer(hughes.planId, { answer: 'decidedBy' }) }
  const endPrivateTime = `mutation ($id: ID!) { endPrivateTime(meetingId: $id) { ${refused} } }`
  const again = newDevice(meetingId)
  await does(server, ama, endPrivateTime, { id: meetingId })
  await goTo(server, meetingId, 'agreeing', 'privateTime')
  await does(server, ama, startDraft, again.start)
  await letKwameIn(server, again)
  await shownToAll(server, await server.phone(ama), again.share(0))
  await does(server, ama, sharePlan, again.share(0))
  await does(server, ama, endPrivateTime, { id: meetingId })
  await goTo(server, meetingId, 'agreeing')
  const { plans } = (await does(server, ama, 'query ($id: ID!) { myMeeting(id: $id) { plans { id version } } }', { id: meetingId })) as {
    plans: { id: string; version: number }[]
  }
  const old = plans.find((plan) => plan.version === 1)?.id ?? ''
  yield { code: 'planNotLatest', who: marcus.id, document: answerForCouncil, variables: answer(old, { answer: 'yes' }) }
}

async function* onPaper(server: Server): AsyncGenerator<RefusalCase> {
  const {
    meetingId,
    participants,
    people: { ama, kwame },
  } = server.story.osei
  const typed = { meetingId, replacesId: null, readBackTo: [participants[ama]], wantYouToKnow: 'We wrote this.', steps: [] }
  await does(server, helen.id, input('typePaperPlan', 'TypePaperPlanInput'), { input: typed })
  const shown = await does(server, ama, 'query ($id: ID!) { myMeeting(id: $id) { paperPlan { id } } }', { id: meetingId })
  const { id } = shown['paperPlan'] as { id: string }
  await does(server, kwame, input('doubtPaperPlan', 'DoubtPaperPlanInput'), { input: { paperPlanId: id, words: '' } })
  const confirm = `mutation ($id: ID!) { confirmPaperPlan(paperPlanId: $id) { ${refused} } }`
  yield { code: 'paperStopped', who: ama, document: confirm, variables: { id } }
}

async function* atTheFrontDoor(server: Server): AsyncGenerator<RefusalCase> {
  const { address, spokenCode } = await does(
    server,
    helen.id,
    'mutation ($id: ID!) { makeSignInLink(personId: $id) { ... on MakeSignInLinkDone { address spokenCode } } }',
    { id: server.story.carter.people.joyce },
  )
  const token = String(address).split('/').at(-1)
  const wrong = { token, code: spokenCode === '00000000' ? '11111111' : '00000000' }
  yield { code: 'linkEnded', who: null, document: signIn, variables: { token: randomBytes(32).toString('base64url'), code: spokenCode } }
  yield { code: 'codeWrong', who: null, document: signIn, variables: wrong }
  await server.nobody.send(signIn, wrong)
  yield { code: 'codeTooOften', who: null, document: signIn, variables: wrong }
  const opened = await does(
    server,
    helen.id,
    'mutation ($id: ID!) { makeSignInLink(personId: $id) { ... on MakeSignInLinkDone { address spokenCode } } }',
    { id: server.story.carter.people.joyce },
  )
  const right = { token: String(opened['address']).split('/').at(-1), code: opened['spokenCode'] }
  await server.nobody.send(signIn, right)
  yield { code: 'otherDevice', who: null, document: signIn, variables: right }
  yield {
    code: 'storyOnly',
    who: null,
    document: `mutation ($id: ID!) { chooseWho(id: $id) { ${refused} } }`,
    variables: { id: ruth.id },
    fromAfar: true,
  }
}

/** Two who are not to be in one place have a meeting each, one soon after the other. */
async function* whenPlacesAreWords(server: Server): AsyncGenerator<RefusalCase> {
  const { hughes } = server.story
  const { ella, gareth, bethan } = hughes.people
  await does(server, helen.id, input('markApart', 'MarkApartInput'), { input: { oneId: gareth, otherId: bethan, levels: ['site'] } })
  const words = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
  const booking = async (personId: string, start: string, place: string) => {
    const meetingId = await started(server, hughes, ella)
    const { meeting } = await does(
      server,
      helen.id,
      `mutation ($input: AddParticipantInput!) {
        addParticipant(input: $input) { ... on AddParticipantDone { meeting { participants { id version person { id } } } } } }`,
      { input: { meetingId, personId, need: 'must' } },
    )
    const { participants } = meeting as { participants: { id: string; version: number; person: { id: string } | null }[] }
    const part = participants.find(({ person }) => person?.id === personId)
    await does(server, helen.id, setParticipation, {
      input: { participantId: part?.id, version: part?.version, state: 'coming', how: 'inRoom' },
    })
    await does(server, ruth.id, input('recordSafety', 'RecordSafetyInput'), { input: { meetingId, ...words } })
    const date = dateFrom(server.clock.now(), 23)
    return { input: { meetingId, version: await versionOf(server, meetingId), date, start, minutes: '90', place } }
  }
  await does(server, helen.id, bookTime, await booking(gareth, '13:00', 'The church hall'))
  yield { code: 'placeUnsure', who: helen.id, document: bookTime, variables: await booking(bethan, '15:00', 'A hall by the church') }
}
