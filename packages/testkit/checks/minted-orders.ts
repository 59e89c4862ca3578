import { takeEffect } from '@kinplan/server/private-time/take-effect'
import { workers } from '../src/cast'
import { moveDatabaseClock, moveDatabaseClockOn } from '../src/database-clock'
import { storyServer } from '../src/story-server'
import type { Visitor } from '../src/test-server'
import { asks, done, letIn, newDevice, planAsSeen, shareOf, shownToAll, signedInBy, type Device } from './minted-doors'

type MintedServer = Awaited<ReturnType<typeof storyServer>>

/** What the worker does, and in between what the family and the coordinator do; `joined` by two phones of the family. */
type MintedEvent = 'minted' | 'opened' | 'stage' | 'joined' | 'started' | 'shared' | 'ended' | 'answered'
export type Order = readonly MintedEvent[]

/** What must stay at nothing. */
const nothingYet = { namesSeen: 0, yesSaid: 0, endedWhileVouched: 0, sharedWhileVouched: 0, unmarkedShares: 0, notTold: 0 }
export type Harm = typeof nothingYet

/** Orders before the story is told anew: a meeting with hundreds of plans would be slow. */
const ordersOfOneStory = 60
const dayMs = 86_400_000
const afterMs = 185_000

/** Every order in which the link comes before its session and the session before what it does, and the stage before a phone joins. */
function mintedOrders(): Order[] {
  const hers = permutations<MintedEvent>(['started', 'shared', 'ended', 'answered']).map((acts) => [
    'minted' as const,
    'opened' as const,
    ...acts,
  ])
  return hers.flatMap((acts) =>
    placed(acts, 'stage', 0).flatMap((order) => [order, ...placed(order, 'joined', order.indexOf('stage') + 1)]),
  )
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]]
  return all.flatMap((one, place) => permutations(all.filter((_, other) => other !== place)).map((rest) => [one, ...rest]))
}

function placed(order: Order, event: MintedEvent, from: number): Order[] {
  return Array.from({ length: order.length + 1 - from }, (_, place) => [
    ...order.slice(0, from + place),
    event,
    ...order.slice(from + place),
  ])
}

/** Goes through each order whose turn comes; `faults` says in words which of them harmed somebody. */
export async function countMinted(
  every: number,
  say: (line: string) => void,
): Promise<Harm & { orders: number; rightfulPlans: number; faults: string[] }> {
  const all = mintedOrders().filter((_order, place) => place % every === 0)
  const total = { ...nothingYet }
  const faults: string[] = []
  let rightfulPlans = 0
  for (let from = 0; from < all.length; from += ordersOfOneStory) {
    say(`${from} of ${all.length} orders`)
    const server = await storyServer('embedded')
    try {
      for (const order of all.slice(from, from + ordersOfOneStory)) {
        const { harm, rightful } = await goThrough(server, order)
        for (const kind of Object.keys(total) as (keyof Harm)[]) total[kind] += harm[kind]
        if (rightful) rightfulPlans++
        if (!rightful || Object.values(harm).some((count) => count > 0))
          faults.push(`${order.join(' ')}: ${JSON.stringify({ ...harm, rightful })}`)
      }
    } finally {
      await server.drop()
    }
  }
  return { orders: all.length, ...total, rightfulPlans, faults }
}

/** Called after each event, so that a fault can be planted between two. */
export type Planting = (event: MintedEvent, scene: Scene) => Promise<void>
interface Scene {
  server: MintedServer
  /** The draft that the worker began as Efua. */
  hers: Device
}

/** One order with the story's Oseis: a worker holds Efua's link, and Ama and Kwame are in the room with their own phones. */
export async function goThrough(
  server: MintedServer,
  order: Order,
  plant: Planting = async () => undefined,
): Promise<{ harm: Harm; rightful: boolean }> {
  const { meetingId, people } = server.story.osei
  const harm = { ...nothingYet }
  // Anew each time: a worker's session ends within a day.
  const helen = {
    send: async (document: string, variables: Record<string, unknown>) => (await server.as(workers.helen.id)).send(document, variables),
  }
  const [ama, kwame, efua] = [await server.as(people.ama), await server.as(people.kwame), await server.as(people.efua)]
  const [hers, theirs] = [newDevice(meetingId), newDevice(meetingId)]
  let link = { token: '', code: '' }
  let worker: Visitor = server.nobody
  let joined = false
  const planIds: string[] = []

  const moveTo = async (to: string) => {
    const { version, stage } = (await helen.send(asks.meeting, { id: meetingId }))['meeting'] as { version: number; stage: string }
    if (stage !== to) await done(helen, asks.move, { id: meetingId, to, v: version })
  }
  async function agreesAsEfua(planId: string) {
    const answer = await worker.send(asks.agree, { input: { planId, answer: 'yes', reason: '' } })
    if (JSON.stringify(answer).includes('Refused')) return
    const { agreements } = (await helen.send(asks.answers, { id: planId }))['plan'] as {
      agreements: { givenTo: string; linkOf: string | null }[]
    }
    if (joined || agreements.some(({ givenTo }) => givenTo === 'ownScreen')) harm.yesSaid++
    const [mine, others] = [await planAsSeen(efua, planId), await planAsSeen(kwame, planId)]
    const shownToEfua = mine.myAnswer?.linkOf === workers.helen.name
    if (agreements.some(({ linkOf }) => linkOf === null) || !shownToEfua || others.answeredByLink === 0) harm.notTold++
  }
  const happens: Record<MintedEvent, () => Promise<void>> = {
    async minted() {
      const made = await done<{ address: string; spokenCode: string }>(helen, asks.makeLink, { id: people.efua })
      link = { token: made.address.split('/').at(-1) ?? '', code: made.spokenCode }
    },
    async opened() {
      worker = await signedInBy(server, link)
    },
    async stage() {
      // What came before the stage came the day before.
      if (order.indexOf('minted') < order.indexOf('stage')) server.clock.set(new Date(server.clock.now().getTime() + dayMs))
      await moveTo('privateTime')
    },
    async joined() {
      await done(ama, asks.startDraft, { input: theirs.start })
      await letIn(ama, kwame, theirs)
      joined = true
    },
    async started() {
      await worker.send(asks.startDraft, { input: hers.start })
    },
    async shared() {
      const { plan } = (await worker.send(asks.share, shareOf(hers)))['sharePlan'] as { plan?: { id: string } }
      if (plan === undefined) return
      if (joined) harm.sharedWhileVouched++
      planIds.push(plan.id)
      const seen = await Promise.all([kwame, efua].map((who) => planAsSeen(who, plan.id)))
      const { sharedThrough } = (await helen.send(asks.answers, { id: plan.id }))['plan'] as { sharedThrough: object | null }
      if (sharedThrough === null || seen.some((one) => one.sharedThrough?.linkOf !== workers.helen.name)) harm.unmarkedShares++
      if (seen[1]?.sharedThrough?.mine !== true) harm.notTold++
    },
    async ended() {
      const now = await worker.send(asks.end, { id: meetingId, p: hers.memberProof })
      const asked = await worker.send(asks.endWithoutKey, { id: meetingId })
      const took = (answer: object) => !JSON.stringify(answer).includes('Refused')
      if (took(now) || (joined && took(asked))) harm.endedWhileVouched++
      const room = (await kwame.send(asks.waiting, { id: meetingId }))['myRoom'] as { waitingEnd: object | null } | null
      if (took(asked) && !room?.waitingEnd) harm.notTold++
    },
    async answered() {
      const [latest] = planIds.slice(-1)
      if (latest !== undefined) await agreesAsEfua(latest)
    },
  }

  for (const event of order) {
    await happens[event]()
    await plant(event, { server, hers })
    const seen = await worker.send(asks.room, { id: meetingId })
    const { myRoom, myMeeting } = seen as {
      myRoom: { members: object[]; draft: { id: string } | null } | null
      myMeeting: { readers: string[]; stage: string } | null
    }
    const readers = myMeeting?.stage === 'privateTime' ? myMeeting.readers : []
    if ((myRoom?.members.length ?? 0) > 0 || readers.length > 0 || (myRoom?.draft && myRoom.draft.id !== hers.draftId)) harm.namesSeen++
  }

  // Then the family shares what it wrote, whatever she did, and she tries to say yes to it.
  const rightful = await familyShares()
  await moveDatabaseClock(server, 0)
  if (rightful !== null) {
    await moveTo('agreeing')
    await agreesAsEfua(rightful)
  }
  return { harm, rightful: rightful !== null && (await stillSignedIn(efua)) }

  async function familyShares(): Promise<string | null> {
    const { myRoom } = (await ama.send(asks.waiting, { id: meetingId })) as { myRoom: { ended: boolean } | null }
    if (myRoom === null || myRoom.ended) return null
    if (!joined) await done(ama, asks.startDraft, { input: theirs.start })
    if (joined) await shownToAll(server, ama, shareOf(theirs))
    const { plan } = await done<{ plan: { id: string } }>(ama, asks.share, shareOf(theirs))
    if ((await planAsSeen(kwame, plan.id)).sharedThrough !== null) return null
    if (joined) await done(ama, asks.end, { id: meetingId, p: theirs.memberProof })
    else await endsAfterThreeMinutes()
    return plan.id
  }
  async function endsAfterThreeMinutes(): Promise<void> {
    const room = (await ama.send(asks.waiting, { id: meetingId }))['myRoom'] as { waitingEnd: object | null }
    if (!room.waitingEnd) await done(ama, asks.endWithoutKey, { id: meetingId })
    await moveDatabaseClockOn(server, afterMs)
    await takeEffect(server.parts)
    const after = (await ama.send(asks.waiting, { id: meetingId }))['myRoom'] as { ended: boolean }
    if (!after.ended) {
      await done(ama, asks.endWithoutKey, { id: meetingId })
      await moveDatabaseClockOn(server, afterMs)
      await takeEffect(server.parts)
    }
  }
}

async function stillSignedIn(who: Visitor): Promise<boolean> {
  const { me } = (await who.send('{ me { person { id } } }')) as { me: { person: object | null } }
  return me.person !== null
}
