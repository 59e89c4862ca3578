import { may } from '@kinplan/domain/access/may'
import { participationStates } from '@kinplan/domain/meeting/participation'
import { CircleMarkKey } from '@kinplan/ui/circle-mark'
import { Disclosure } from '@kinplan/ui/disclosure'
import { AddParticipantForm } from './add-participant-form'
import type { MeetingTabProps } from './meeting-of'
import { ParticipantCard } from './participant-card'
import { markOf, stateWords } from './participation.copy'
import { Withdrawals } from './withdrawals'
import { addParticipantWords, peopleTabWords as words } from './people.copy'

/** Who takes part, how each stands, and meeting each of them before the day. */
export function PeopleTab({ meeting, refetch }: MeetingTabProps) {
  const { participants } = meeting
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.heading}</h2>
      <Withdrawals meeting={meeting} />
      {participants.length === 0 && <p>{words.nobody}</p>}
      {participants.length > 0 && (
        <>
          <ul className="counts" aria-label={words.counts}>
            {participationStates
              .map((state) => ({ state, count: participants.filter((one) => one.state === state).length }))
              .filter(({ count }) => count > 0)
              .map(({ state, count }) => (
                <li key={state}>
                  <CircleMarkKey state={markOf[state]} /> {stateWords[state]}: <strong>{count}</strong>
                </li>
              ))}
          </ul>
          <p className="quiet">{words.notAskedIsNoNo}</p>
        </>
      )}
      <ul className="bare-list participants">
        {participants.map((participant) => (
          <li key={participant.id}>
            <ParticipantCard participant={participant} meeting={meeting} refetch={refetch} />
          </li>
        ))}
      </ul>
      {may(meeting, 'participant:add') && (
        <Disclosure label={addParticipantWords.open}>
          <AddParticipantForm meeting={meeting} />
        </Disclosure>
      )}
    </section>
  )
}
