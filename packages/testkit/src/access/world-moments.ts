import { randomBytes, randomUUID } from 'node:crypto'
import { takeEffect } from '@kinplan/server/private-time/take-effect'
import { asks, done, letIn, newRescueWords, shownToAll } from '../../checks/minted-doors'
import { asAdministrator } from '../as-administrator'
import { workers } from '../cast'
import { moveDatabaseClock } from '../database-clock'
import { versionOf } from '../story-family'
import { moments, type Moment } from './moments'
import { settleSafety } from './tell-family'
import { linkPromise, type World } from './world'

const { helen, priya } = workers
const ofRefused = '__typename ... on Refused { code field }'
const input = (field: string, type: string) => `mutation ($input: ${type}!) { ${field}(input: $input) { ${ofRefused} } }`

/** Takes the world on, through the door, to a moment that is not before the one it is at. */
export async function goTo(world: World, moment: Moment): Promise<void> {
  for (const next of moments.slice(moments.indexOf(world.moment) + 1, moments.indexOf(moment) + 1)) {
    await happens[next](world)
    world.moment = next
  }
}

const bytes = (count: number) => randomBytes(count).toString('base64url')
const move = async ({ teller, meetingId }: World, to: Moment) =>
  teller.does(helen.id, 'moveStage', { meetingId, to, version: await versionOf(teller, meetingId) }, 'meeting { id }')

const happens: Record<Moment, (world: World) => Promise<unknown>> = {
  preparing: () => Promise.resolve(),
  booked: book,
  unsettled: ({ teller, people }) =>
    teller.does(helen.id, 'markApart', { oneId: people.cousin, otherId: people.nan, levels: ['online'] }, 'family { id }'),
  async welcome(world) {
    await settleSafety(world.teller, world.meetingId)
    await move(world, 'welcome')
  },
  async information(world) {
    await move(world, 'information')
    for (const who of ['mum', 'gran', 'aunt', 'mia'] as const)
      await world.teller.does(
        helen.id,
        'attend',
        { participantId: world.participants[world.people[who]], attended: true },
        'meeting { id }',
      )
  },
  privateTime,
  shared: share,
  agreeing: agree,
  ended: end,
}

async function book(world: World): Promise<void> {
  const { teller, meetingId, people, places, server } = world
  const version = () => versionOf(teller, meetingId)
  const when = { date: '2026-03-21', start: '10:00', minutes: '180', place: 'Willow Family Hub', placeId: places.willow.id }
  const rooms = { roomId: places.willow.rooms['The garden room'] }
  await teller.does(helen.id, 'bookTime', { meetingId, version: await version(), ...when, ...rooms }, 'meeting { id }')
  await teller.does(helen.id, 'sendInvitations', { meetingId, version: await version() }, 'sent')
  const confirm = `mutation ($id: ID!, $v: Int!) { confirmRooms(meetingId: $id, version: $v) { ${ofRefused} } }`
  await done(await server.phone(helen.id), confirm, { id: meetingId, v: await version() })
  await done(await server.phone(people.gran), input('askAnotherDay', 'AskAnotherDayInput'), { input: { meetingId, words: 'I work then.' } })
  await asAdministrator(server, (ask) => ask(`update "Message" set "state" = 'failed' where "personId" = $1::uuid`, people.gran))
}

/** Mum begins to write and Gran joins her; Nan writes alone in her own room; Aunt, whose link a worker made, has joined nobody. */
async function privateTime(world: World): Promise<void> {
  await move(world, 'privateTime')
  const { server, people, draft, drafts } = world
  const [mum, gran, nan] = [await server.phone(people.mum), await server.phone(people.gran), await server.phone(people.nan)]
  await done(mum, asks.startDraft, { input: draft.start })
  await letIn(mum, gran, draft)
  await done(nan, asks.startDraft, { input: drafts.nan.start })
  for (const phone of [mum, gran]) await done(phone, asks.keepKeyShare, { id: draft.draftId, p: draft.memberProof })
  await done(nan, asks.keepKeyShare, { id: drafts.nan.draftId, p: drafts.nan.memberProof })
  const { wordsProof, kept } = newRescueWords()
  world.wordsProof = wordsProof
  await done(mum, asks.keepRescueWords, { input: { draftId: draft.draftId, memberProof: draft.memberProof, epoch: 1, ...kept } })
  await done(gran, asks.openByRescueWords, { input: { meetingId: world.meetingId, wordsProof, memberProof: draft.memberProof } })
  world.jid = bytes(16)
  world.answered = bytes(16)
  const sealed = { id: randomUUID(), n: '1', kind: 'update', nonce: bytes(12), sealed: bytes(80) }
  await done(mum, input('appendEnvelopes', 'AppendEnvelopesInput'), {
    input: { draftId: draft.draftId, memberProof: draft.memberProof, device: bytes(16), epoch: 1, envelopes: [sealed] },
  })
  for (const jid of [world.jid, world.answered])
    await done(mum, asks.offerJoin, { input: { draftId: draft.draftId, memberProof: draft.memberProof, jid, offer: 'offered' } })
  await done(await server.phone(people.mia), asks.replyToJoin, { input: { jid: world.answered, reply: 'replied' } })
  await shownToAll(server, mum, { input: asShown(draft) })
}

/** What Mum shows Gran, and shares then. */
const asShown = ({ draftId, shareProof }: World['draft']) => ({ draftId, head: 1, shareProof, digest: 'a'.repeat(64) })

/** Mum shares the plan of her room; Nan's is private still. */
async function share(world: World): Promise<void> {
  const { server, people, draft } = world
  const step = {
    bottomLineId: world.givenLineId,
    heading: 'School',
    what: 'Gran walks Mia to school.',
    who: 'Gran',
    byWhen: 'Monday',
    howWeWillKnow: '',
    helpNeeded: '',
    ifItDoesNotWork: '',
  }
  const { plan } = await done<{ plan: { id: string } }>(await server.phone(people.mum), asks.share, {
    input: { ...asShown(draft), wantYouToKnow: 'Ours.', steps: [step] },
  })
  world.planId = plan.id
  await done(await server.phone(people.gran), asks.doubt, { d: draft.draftId, p: draft.memberProof })
}

async function agree(world: World): Promise<void> {
  const { server, people, draft, meetingId, teller, planId } = world
  const [mum, nan] = [await server.phone(people.mum), await server.phone(people.nan)]
  await done(mum, asks.end, { id: meetingId, p: draft.memberProof })
  // Nan ends her room without her key, which she did not show for a quarter of an hour.
  await moveDatabaseClock(server, 15 * 60_000)
  await done(nan, asks.endWithoutKey, { id: meetingId })
  await moveDatabaseClock(server, 25 * 60_000)
  await takeEffect(server.parts)
  await move(world, 'agreeing')
  world.actions = {
    grans: await promise(world, { ownerPersonId: people.gran, ownerWorkerId: null }),
    councils: await promise(world, { ownerPersonId: null, ownerWorkerId: priya.id }),
  }
  world.tokens.promise = await linkPromise(world, world.actions.grans)
  await onPaper(world)
  const gran = await server.phone(people.gran)
  await done(gran, asks.agree, { input: { planId, answer: 'notYet', reason: 'I want to sleep on it.' } })
  const aunts = await promise(world, { ownerPersonId: people.aunt, ownerWorkerId: null })
  await teller.does(helen.id, 'acceptAction', { actionId: aunts, version: 1 }, '__typename')
  const said = { actionId: aunts, version: 2, state: 'doing', words: 'We walked.' }
  await done(await server.phone(people.aunt), input('reportAction', 'ReportActionInput'), { input: said })
  for (const council of [
    { stepId: null, answer: 'notYet', reason: 'We wait for the school.', wouldMakeYes: 'A letter.', decider: '', decideBy: '' },
    { stepId: await stepOf(world), answer: 'decidedBy', reason: '', wouldMakeYes: '', decider: 'Ruth Jenkins', decideBy: '2026-04-01' },
  ])
    await teller.does(priya.id, 'answerForCouncil', { planId, ...council }, 'plan { id }')
}

/** Helen types in what Mum's room wrote on paper, and Nan's; Gran says that theirs is not what they wrote. */
async function onPaper(world: World): Promise<void> {
  const { teller, people, participants, meetingId, givenLineId, server } = world
  const said = {
    who: 'Gran',
    byWhen: 'Monday',
    howWeWillKnow: 'She is in class.',
    helpNeeded: 'A bus pass.',
    ifItDoesNotWork: 'Ring Aunt.',
  }
  const type = async (who: 'mum' | 'nan') => {
    const { meeting } = await teller.does(
      helen.id,
      'typePaperPlan',
      {
        meetingId,
        replacesId: null,
        readBackTo: [participants[people[who]]],
        wantYouToKnow: `Of ${who}.`,
        steps: [{ bottomLineId: givenLineId, heading: 'School', what: 'Gran walks Mia to school.', ...said }],
      },
      'meeting { paperPlans { id wantYouToKnow } }',
    )
    const { paperPlans } = meeting as { paperPlans: { id: string; wantYouToKnow: string }[] }
    return paperPlans.find(({ wantYouToKnow }) => wantYouToKnow === `Of ${who}.`)?.id ?? ''
  }
  world.papers = { mums: await type('mum'), nans: await type('nan') }
  await done(await server.phone(people.gran), input('doubtPaperPlan', 'DoubtPaperPlanInput'), {
    input: { paperPlanId: world.papers.mums, words: 'Not Mondays.' },
  })
}

async function stepOf({ teller, planId }: World): Promise<string> {
  const { plan } = await teller.ask(helen.id, 'query ($id: ID!) { plan(id: $id) { steps { id } } }', { id: planId })
  return (plan as { steps: { id: string }[] }).steps[0]?.id ?? ''
}

async function promise(world: World, owner: object): Promise<string> {
  const { teller, planId } = world
  const text = `A promise ${JSON.stringify(owner)}`
  const { plan } = await teller.does(
    helen.id,
    'makeAction',
    { planId, stepId: await stepOf(world), text, ...owner, dueOn: '2026-04-01' },
    'plan { actions { id text } }',
  )
  return (plan as { actions: { id: string; text: string }[] }).actions.find((one) => one.text === text)?.id ?? ''
}

async function end(world: World): Promise<void> {
  const { teller, meetingId, planId } = world
  const version = await versionOf(teller, meetingId)
  await teller.does(helen.id, 'endMeeting', { meetingId, version, ending: 'plan', nextStep: 'We meet again.' }, 'meeting { id }')
  await teller.does(helen.id, 'sendActions', { planId }, 'sent')
  // Sending made a new link of the promise; the one before ended with it.
  world.tokens.promise = await linkPromise(world, world.actions.grans)
}
