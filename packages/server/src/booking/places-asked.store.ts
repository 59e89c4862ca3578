import type { Term } from '@kinplan/domain/days-off/school-days'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'

type Asking = Permit<'time:ask' | 'time:rank'>

/** More places than a coordinator has for one meeting; a search of many times as many would keep everybody else waiting. */
const mostPlaces = 10

const roomColumns = { id: true, name: true, capacity: true, stepFree: true, twoWaysOut: true } as const

function everyPlace({ op }: Asking) {
  return loadOnce(op, 'placesOpen', () =>
    op.tx.place.findMany({
      where: { endedAt: null },
      select: { id: true, name: true, rooms: { where: { endedAt: null }, select: roomColumns, orderBy: { id: 'asc' } } },
    }),
  )
}
export type PlaceAsked = Awaited<ReturnType<typeof everyPlace>>[number]

/**
 * These places in the order asked for, each with its open rooms; refuses choiceUnknown for one that is not there or has ended, and for one
 * named twice, and tooMany.
 */
export async function findPlaces(permit: Asking, ids: readonly string[], field = 'placeIds'): Promise<PlaceAsked[]> {
  if (ids.length > mostPlaces) throw new Refusal('tooMany', field)
  const places = ids.length === 0 ? [] : await everyPlace(permit)
  const found = [...new Set(ids)].flatMap((id) => places.filter((place) => place.id === id))
  if (found.length < ids.length) throw new Refusal('choiceUnknown', field)
  return found
}

/** Those of the ids whose places have not ended since, in their order. */
export async function stillOpen(permit: Asking, ids: readonly string[]): Promise<string[]> {
  const open = new Set((await everyPlace(permit)).map(({ id }) => id))
  return ids.filter((id) => open.has(id))
}

/** School terms that touch these days, both included. */
export async function termsWithin({ op }: Asking, from: string, until: string): Promise<Term[]> {
  const terms = await op.tx.schoolTerm.findMany({
    where: { fromDate: { lte: until }, untilDate: { gte: from } },
    select: { fromDate: true, untilDate: true },
    orderBy: { fromDate: 'asc' },
  })
  return terms.map(({ fromDate, untilDate }) => ({ from: fromDate, until: untilDate }))
}
