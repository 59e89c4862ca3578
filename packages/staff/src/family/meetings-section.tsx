import { Link } from 'react-router'
import { may } from '@kinplan/domain/access/may'
import { Disclosure } from '@kinplan/ui/disclosure'
import { kindWords, meetingWords, stageWords } from '../meeting/meeting.copy'
import { StartMeetingForm } from '../meeting/start-meeting-form'
import { startWords } from '../meeting/start-meeting.copy'
import { wallInWords } from '../frame/when'
import type { FamilyPartProps } from './family-of'
import { familyWords, meetingsWords as words } from './family.copy'

/** The family's meetings, and the form to start one. */
export function MeetingsSection({ family }: FamilyPartProps) {
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">{familyWords.sections.meetings}</h2>
      {family.meetings.length === 0 && <p>{words.none}</p>}
      {family.meetings.length > 0 && (
        <ul className="way-list">
          {family.meetings.map(({ id, kind, stage, startWall }) => (
            <li key={id}>
              <Link to={`/meetings/${id}`}>
                {kindWords[kind]}, {startWall === null ? meetingWords.noDate : wallInWords(startWall)}: {stageWords[stage]}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {may(family, 'meeting:start') && (
        <Disclosure label={startWords.start}>
          <StartMeetingForm
            familyId={family.id}
            childrenHere={family.people.filter(({ kind, ended }) => kind === 'child' && !ended)}
            workersHere={family.allocations.filter(({ until }) => until === null)}
          />
        </Disclosure>
      )}
    </section>
  )
}
