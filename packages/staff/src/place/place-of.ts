import type { PlacesQuery } from '../generated/graphql'

/** A place, as the page of places reads it. */
export type PlaceOf = NonNullable<PlacesQuery['places']>[number]

export type RoomOf = PlaceOf['rooms'][number]

/** What everything gets that is kept on that page. */
export interface KeepProps {
  /** The viewer keeps the list. */
  keeps: boolean
  onKept: () => void
}
