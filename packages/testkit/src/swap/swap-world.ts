import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { workers } from '../cast'
import { ordinaryWeek, participantVersion, saysWhen, talkWith, versionOf } from '../story-family'
import { Chance } from '../times/chance'
import type { SwapFamily } from './swap-family'

const { helen, priya, ruth } = workers

/** What happens in the life of a meeting, in order. */
const life = ['booked', 'invited', 'answered', 'welcome', 'information', 'ended'] as const
type Step = (typeof life)[number]

/** Who looks: a person kept out, one who is told, or the social worker. */
const viewers = ['dad', 'gran', 'priya'] as const
type SwapViewer = (typeof viewers)[number]

/** Something that a viewer may not know; with `last`, nothing happens after it, since everybody may know what would follow. */
interface Secret {
  name: string
  of: readonly SwapViewer[]
  at: readonly Step[] | 'any'
  last?: true
  happens(family: SwapFamily): Promise<unknown>
}

const meeting = async ({ teller, meetingId }: SwapFamily) => ({ meetingId, version: await versionOf(teller, meetingId) })
const booking = { date: '2026-03-21', start: '10:00', minutes: '180', place: 'Wendlebury Hub' }
const books = async (family: SwapFamily, given: object = {}) =>
  family.teller.does(helen.id, 'bookTime', { ...(await meeting(family)), ...booking, ...given }, 'meeting { id }')
const moves = async (family: SwapFamily, to: string) =>
  family.teller.does(helen.id, 'moveStage', { ...(await meeting(family)), to }, 'meeting { id }')
const decides = ({ teller, meetingId }: SwapFamily) =>
  teller.does(
    ruth.id,
    'recordSafety',
    { meetingId, saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' },
    'meeting { id }',
  )

/** Keeps two of the family apart, and has it decided on. */
async function apart(family: SwapFamily, one: 'mum' | 'nan' | 'gran', other: 'dad' | 'nan' | 'uncle', level: string): Promise<void> {
  const { teller, people } = family
  await teller.does(helen.id, 'markApart', { oneId: people[one], otherId: people[other], levels: [level] }, 'family { id }')
  await decides(family)
}

/** A device begins to write the plan of the room in which Nan is. */
async function startsDraft({ teller, meetingId, people }: SwapFamily): Promise<void> {
  const proof = () => createHash('sha256').update(randomBytes(32)).digest('base64url')
  await teller.does(
    people.nan,
    'startDraft',
    { meetingId, draftId: randomUUID(), memberProofHash: proof(), shareProofHash: proof() },
    'room { id }',
  )
}

const persons = ['dad', 'gran'] as const
const secrets: readonly Secret[] = [
  {
    name: 'an address',
    of: persons,
    at: 'any',
    happens: ({ teller, people }) =>
      teller.does(
        priya.id,
        'addContactPoint',
        { personId: people.mum, kind: 'address', value: '4 Mill Lane', safeToUse: false, note: '' },
        'family { id }',
      ),
  },
  {
    name: 'hours',
    of: persons,
    at: 'any',
    happens: ({ teller, people }) => saysWhen(teller, people.nan, [ordinaryWeek([1, 2, 6], '09:00', '18:00', ['phone'])]),
  },
  {
    name: 'a view',
    of: persons,
    at: ['booked', 'invited'],
    happens: ({ teller, meetingId, participantOf }) => talkWith(teller, meetingId, participantOf('mia'), { isItSafe: 'Not with him.' }),
  },
  {
    name: 'that somebody withdrew',
    of: [...viewers],
    at: ['invited', 'answered', 'welcome', 'information', 'ended'],
    happens: ({ teller, meetingId, people }) => teller.does(people.mum, 'withdrawUnseen', { meetingId }, 'myMeeting { id }'),
  },
  { name: 'a pair of others', of: [...viewers], at: 'any', happens: (family) => apart(family, 'nan', 'uncle', 'site') },
  { name: 'a pair of others who come', of: persons, at: 'any', happens: (family) => apart(family, 'mum', 'nan', 'online') },
  { name: 'a pair that takes a way', of: ['dad'], at: ['answered'], last: true, happens: (family) => apart(family, 'gran', 'dad', 'room') },
  { name: 'a booking not yet told', of: persons, at: ['booked'], last: true, happens: (family) => books(family) },
  {
    name: 'a booking not yet told, and moved',
    of: persons,
    at: ['booked'],
    last: true,
    happens: async (family) => (await books(family), books(family, { start: '14:00' })),
  },
  {
    name: "another room's draft",
    of: persons,
    at: ['ended'],
    last: true,
    happens: startsDraft,
  },
  {
    name: 'a second device',
    of: [...viewers],
    at: 'any',
    happens: ({ teller, people }) => teller.ask(people.mum, '{ me { today } }'),
  },
]

/** One made-up life of a meeting: who looks, what they may not know, and before which step it happens. */
export interface SwapWorld {
  seed: number
  viewer: SwapViewer
  /** Dad is kept out of the meeting from the beginning: Mum comes, and neither may know of the other's part. */
  keptOut: boolean
  secret: Secret
  before: Step
}

export function swapWorld(seed: number): SwapWorld {
  const chance = new Chance(seed)
  const viewer = chance.one(viewers)
  const secret = chance.one(secrets.filter(({ of }) => of.includes(viewer)))
  const before = chance.one(secret.at === 'any' ? life : secret.at)
  // A room apart needs a pair; and whose ways are told has to be told of the time.
  const keptOut = secret.name === "another room's draft" || (secret.name !== 'a pair that takes a way' && chance.percent(50))
  return { seed, viewer, keptOut, secret, before }
}

/** Who a viewer is in the database. */
export const viewerIn = ({ people }: SwapFamily, viewer: SwapViewer): string => (viewer === 'priya' ? priya.id : people[viewer])

/** The life of a meeting from the moment at which the secret happens, or would: `look` is told of each step that has been taken. */
export async function live(
  family: SwapFamily,
  world: SwapWorld,
  withSecret: boolean,
  look: (step: string) => Promise<void>,
): Promise<void> {
  const { teller, people } = family
  await saysWhen(teller, people.mum, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '08:00', '20:00', ['inRoom'])])
  await talkWith(teller, family.meetingId, family.participantOf('mum'), {})
  if (world.keptOut) await apart(family, 'mum', 'dad', 'knowing')
  for (const step of life.slice(0, life.indexOf(world.before))) await take(family, step)
  if (world.secret.name === "another room's draft") await intoPrivateTime(family)
  if (withSecret) await world.secret.happens(family)
  await look('with or without')
  if (world.secret.last) return
  for (const step of life.slice(life.indexOf(world.before))) {
    await take(family, step)
    await look(step)
  }
}

/** Mum and Gran are in one room, Nan in another. */
async function intoPrivateTime(family: SwapFamily): Promise<void> {
  const { teller, meetingId, participantOf } = family
  const part = participantOf('nan')
  const version = await participantVersion(teller, meetingId, part)
  await teller.does(helen.id, 'setParticipation', { participantId: part, version, state: 'coming', how: 'phone' }, 'meeting { id }')
  await apart(family, 'mum', 'nan', 'room')
  await moves(family, 'privateTime')
}

async function take(family: SwapFamily, step: Step): Promise<void> {
  const { teller, meetingId, people, participantOf } = family
  if (step === 'booked') await books(family)
  if (step === 'invited') await teller.does(helen.id, 'sendInvitations', await meeting(family), 'sent')
  if (step === 'answered') {
    for (const [who, how] of [
      ['mum', 'inRoom'],
      ['gran', 'phone'],
    ] as const) {
      const version = await participantVersion(teller, meetingId, participantOf(who))
      await teller.does(people[who], 'reply', { meetingId, version, reply: 'coming', how }, 'myMeeting { id }')
    }
  }
  if (step === 'welcome' || step === 'information') await moves(family, step)
  if (step === 'ended')
    await teller.does(
      helen.id,
      'endMeeting',
      { ...(await meeting(family)), ending: 'anotherDate', nextStep: 'We meet again in June.' },
      'meeting { id }',
    )
}

/** Something that every viewer may know. */
export async function tellEverybody({ teller, meetingId }: SwapFamily): Promise<void> {
  await teller.does(
    helen.id,
    'correct',
    { field: 'whyText', ...(await firstWhy(teller, meetingId)), value: 'Mia likes maths.' },
    'family { id }',
  )
}

/** What the family has to say from the beginning, so that it can be put in other words. */
export async function sayWhy({ teller, meetingId }: SwapFamily): Promise<void> {
  await teller.does(priya.id, 'addWhy', { meetingId, kind: 'goingWell', text: 'Mia likes school.' }, 'meeting { id }')
}

async function firstWhy(teller: SwapFamily['teller'], id: string): Promise<{ subjectId: string; version: number }> {
  const asked = await teller.ask(helen.id, 'query ($id: ID!) { meeting(id: $id) { why { id version } } }', { id })
  const [why] = (asked['meeting'] as { why: { id: string; version: number }[] }).why
  return { subjectId: why?.id ?? '', version: why?.version ?? 0 }
}
