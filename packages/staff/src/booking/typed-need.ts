import type { Need } from '@kinplan/domain/meeting/participation'
import type { PartEdge, SetNeedInput } from '../generated/graphql'
import type { MeetingOf } from '../meeting/meeting-of'

export type ParticipantOf = MeetingOf['participants'][number]

const needFields = ['need', 'partEdge', 'partMinutes', 'comesWithId'] as const
/** The controls of one participant's row; travel has one for each place. */
export type NeedField = (typeof needFields)[number] | `travel.${string}`

/**
 * How much somebody is needed, as typed; '' of a part is the whole meeting, '' of a companion is by themselves. `travel` is minutes by
 * place id.
 */
export interface TypedNeed {
  need: Need
  partEdge: PartEdge | ''
  partMinutes: string
  comesWithId: string
  travel: Readonly<Record<string, string>>
}

/** What is kept of one participant. */
export function needOf({ need, partEdge, partMinutes, comesWithId, travel }: ParticipantOf): TypedNeed {
  return {
    need,
    partEdge: partEdge ?? '',
    partMinutes: partMinutes === null ? '' : String(partMinutes),
    comesWithId: comesWithId ?? '',
    travel: Object.fromEntries((travel ?? []).map(({ placeId, minutes }) => [placeId, String(minutes)])),
  }
}

const travelled = ({ travel }: TypedNeed) =>
  Object.entries(travel)
    .filter(([, minutes]) => minutes.trim() !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Whether two say the same. */
export function sameNeed(a: TypedNeed, b: TypedNeed): boolean {
  const said = (one: TypedNeed) =>
    JSON.stringify([one.need, one.partEdge, one.partEdge === '' ? '' : one.partMinutes, one.comesWithId, travelled(one)])
  return said(a) === said(b)
}

/** What is sent: all of it, with the way to every place of `placeIds` that was said, because it takes the place of what was kept. */
export function needInput(participantId: string, version: number, typed: TypedNeed, placeIds: readonly string[]): SetNeedInput {
  return {
    participantId,
    version,
    need: typed.need,
    partEdge: typed.partEdge === '' ? null : typed.partEdge,
    partMinutes: typed.partEdge === '' ? null : typed.partMinutes,
    comesWithId: typed.comesWithId === '' ? null : typed.comesWithId,
    travel: travelled(typed).flatMap(([placeId, minutes]) => (placeIds.includes(placeId) ? [{ placeId, minutes }] : [])),
  }
}

/** The control a refused field of a sent need belongs to: 'travel.1.minutes' is the way to the second place that was sent. */
export function needFieldOf(field: string, { travel }: SetNeedInput): NeedField | null {
  const place = /^travel\.(\d+)\./.exec(field)
  if (place !== null) return `travel.${travel[Number(place[1])]?.placeId ?? ''}`
  return needFields.find((name) => name === field) ?? null
}
