import { may } from '@kinplan/domain/access/may'
import type { Right } from '@kinplan/domain/access/rules'
import { CircleMarkKey } from '@kinplan/ui/circle-mark'
import { Disclosure } from '@kinplan/ui/disclosure'
import { StatusWord } from '@kinplan/ui/status-word'
import { wayWords } from '../availability/ways.copy'
import { clockOf, dayInWords, instantInWords } from '../frame/when'
import { NotPartForm } from './not-part-form'
import { markOf, needWords, stateWords } from './participation.copy'
import { linkWords, notPartWords, peopleTabWords as words, prepareWords, setWords } from './people.copy'
import { PrepareForm } from './prepare-form'
import { SetParticipationForm } from './set-participation-form'
import { LinkTries, SignInLink } from './sign-in-link'
import { WhenForm } from '../availability/when-form'
import { whenWords } from '../availability/when-form.copy'
import { withdrawalWords } from './withdrawal.copy'
import { WriteWithdrawal } from './withdrawals'
import { ParticipantOf } from './meeting-of'
import type { MeetingTabProps } from './meeting-of'

/** One participant: how they stand, and everything one may do for them. */
export function ParticipantCard({ participant, meeting, refetch }: MeetingTabProps & { participant: ParticipantOf }) {
  const { person, preparation } = participant
  const can = (right: Right) => may(meeting, right)
  const mayMakeLink = can('account:makeLink') && participant.state !== 'notPart'
  return (
    <div className="card">
      <h3>
        <bdi>{participant.name}</bdi>
      </h3>
      <p className="participant-stands">
        <span>
          <CircleMarkKey state={markOf[participant.state]} />
          <strong>
            {stateWords[participant.state]}
            {participant.how !== null && `, ${wayWords[participant.how].toLowerCase()}`}
          </strong>
        </span>
        <span className="quiet">{needWords[participant.need]}</span>
        {participant.worker && <span className="quiet">{participant.worker.title}</span>}
        {participant.arriveAt !== null && <span className="quiet">{words.arrives(arrivalClock(participant.arriveAt))}</span>}
        {participant.invitedAt !== null && participant.invitation !== null && (
          <span className="quiet">
            {participant.invitation === 'sent' ? words.invited(instantInWords(participant.invitedAt, meeting.zone)) : words.notInvited}
          </span>
        )}
      </p>
      {participant.notPart && (
        <p>
          <bdi>{words.notPartBy(participant.notPart.reason, participant.notPart.by.name)}</bdi>{' '}
          {words.lookAgain(dayInWords(participant.notPart.lookAgainOn))} {participant.notPart.viewsGathered ? words.views : words.noViews}
        </p>
      )}
      {person && (
        <p className="participant-stands">
          {can('preparation:read') && (
            <StatusWord kind={preparation ? 'done' : 'waiting'}>
              {preparation ? words.prepared(instantInWords(preparation.talkedAt, meeting.zone)) : words.notPrepared}
            </StatusWord>
          )}
          <StatusWord kind={person.saidWhen ? 'done' : 'waiting'}>{person.saidWhen ? words.said : words.notSaid}</StatusWord>
          {person.ended && <StatusWord kind="needs-you">{linkWords.ended}</StatusWord>}
        </p>
      )}
      {person?.linkTries && <LinkTries name={participant.name} zone={meeting.zone} tries={person.linkTries} />}
      <div className="doings">
        {person && can('participant:prepare') && (
          <Disclosure label={prepareWords.open}>
            <PrepareForm participant={participant} meeting={meeting} />
          </Disclosure>
        )}
        {person && can('availability:say') && (
          <Disclosure label={whenWords.open}>
            <WhenForm
              personId={person.id}
              name={participant.name}
              zone={person.zone}
              said={person.availability ?? []}
              version={person.availabilityVersion ?? 0}
              onSaid={refetch}
            />
          </Disclosure>
        )}
        {can('participant:set') && (
          <Disclosure label={setWords.open}>
            <SetParticipationForm participant={participant} />
          </Disclosure>
        )}
        {person && can('withdrawal:write') && participant.state !== 'notPart' && (
          <Disclosure label={withdrawalWords.write}>
            <WriteWithdrawal participantId={participant.id} />
          </Disclosure>
        )}
        {person && (mayMakeLink || can('account:endAccess')) && (
          <Disclosure label={mayMakeLink ? linkWords.open : linkWords.end}>
            <SignInLink
              personId={person.id}
              name={participant.name}
              mayMake={mayMakeLink}
              mayEnd={can('account:endAccess') && !person.ended}
              onEnded={refetch}
            />
          </Disclosure>
        )}
        {person && can('participant:notPart') && (
          <Disclosure label={notPartWords.open}>
            <NotPartForm participant={participant} />
          </Disclosure>
        )}
      </div>
    </div>
  )
}

/** Wall time or clock time, as 'HH:MM'. */
function arrivalClock(arriveAt: string): string {
  return arriveAt.includes('T') ? clockOf(arriveAt) : arriveAt
}
