import type { MeetingQuery } from '../generated/graphql'

/** A meeting, as its page reads it. */
export type MeetingOf = NonNullable<MeetingQuery['meeting']>

/** What every part of a meeting gets. `refetch` asks again, where a mutation does not bring the meeting back itself. */
export interface MeetingTabProps {
  meeting: MeetingOf
  refetch: () => void
}

/** Somebody of the meeting. */
export type ParticipantOf = MeetingOf['participants'][number]
