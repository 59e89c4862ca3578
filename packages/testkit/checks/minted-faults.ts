import { policy } from '@kinplan/domain/access/rules'
import { asAdministrator } from '../src/as-administrator'
import type { CleanDatabase } from '../src/clean-database'
import { storyServer } from '../src/story-server'
import { goThrough, type Harm, type Order, type Planting } from './minted-orders'

interface Fault {
  name: string
  order: Order
  /** What has to be counted. */
  shows: keyof Harm
  /** Rights that a session which is not vouched for is given. */
  opened?: Partial<Record<keyof typeof policy, object>>
  plant?: Planting
}

const first = ['minted', 'opened', 'stage'] as const
const alone: Order = [...first, 'started', 'shared', 'ended', 'answered']
const together: Order = [...first, 'started', 'joined', 'shared', 'ended', 'answered']
const member = { member: true, vouched: true, alone: true }

const faults: Fault[] = [
  { name: 'names for every session of a member', order: together, shows: 'namesSeen', opened: { 'room:readMembers': member } },
  { name: 'any session of a member ends the room', order: alone, shows: 'endedWhileVouched', opened: { 'room:end': member } },
  { name: 'a yes of any session', order: together, shows: 'yesSaid', opened: { 'plan:agree': { part: true } } },
  {
    name: 'a draft beside the one of the room that stays open, and is shared',
    order: together,
    shows: 'sharedWhileVouched',
    opened: { 'draft:share': member },
    plant: async (event, { server, hers }) => {
      if (event !== 'joined') return
      await server.database.transaction({ person: server.story.osei.people.ama }, (tx) =>
        tx.draft.updateMany({ where: { id: hers.draftId }, data: { state: 'open' } }),
      )
    },
  },
  {
    name: 'a link that is not marked, before a share',
    order: alone,
    shows: 'unmarkedShares',
    plant: async (event, { server }) => {
      if (event === 'minted') await unmarkLinks(server)
    },
  },
  {
    name: 'an answer through a link of which nobody hears',
    order: alone,
    shows: 'notTold',
    plant: async (event, { server }) => {
      if (event === 'answered') await unmarkLinks(server)
    },
  },
]

/** As no role of the product can. */
async function unmarkLinks(server: CleanDatabase): Promise<void> {
  await asAdministrator(server, (ask) => ask('update "SignInLink" set "workerCouldRead" = false'))
}

/** Plants each fault in one order, and counts those that the check sees. */
export async function caughtFaults(): Promise<{ planted: number; caught: number; missed: string[] }> {
  const missed: string[] = []
  for (const fault of faults) if (!(await sees(fault))) missed.push(fault.name)
  return { planted: faults.length, caught: faults.length - missed.length, missed }
}

async function sees({ order, shows, opened = {}, plant }: Fault): Promise<boolean> {
  const server = await storyServer('embedded')
  const before = { ...policy }
  try {
    for (const [right, row] of Object.entries(opened))
      Object.assign(policy, { [right]: { ...before[right as keyof typeof policy], ...row } })
    const { harm } = await goThrough(server, order, plant)
    return harm[shows] > 0
  } finally {
    Object.assign(policy, before)
    await server.drop()
  }
}
