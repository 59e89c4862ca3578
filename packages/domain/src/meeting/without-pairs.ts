import type { ParticipationState, Way } from './participation'

/** What workers read of a participant that follows from whom they are kept apart from. */
interface Standing {
  state: ParticipationState
  how: Way | null
  version: number
  arriveAt: string | null
  invitedAt: string | null
}

/**
 * A participant as a worker reads them who may not read who is kept apart. A room of their own, a time to arrive, and who was invited when
 * and who was not, would each tell: so everybody who comes is in the room, and whoever has not answered was asked. The version moves with
 * those, and is for whoever writes.
 */
export function withoutPairs<Read extends Standing>(participant: Read): Read {
  const { state, how } = participant
  return {
    ...participant,
    state: state === 'noAnswerYet' ? 'asked' : state,
    how: how === 'secondRoom' ? 'inRoom' : how,
    version: 0,
    arriveAt: null,
    invitedAt: null,
  }
}
