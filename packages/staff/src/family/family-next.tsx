import { Link } from 'react-router'
import { may } from '@kinplan/domain/access/may'
import { Card } from '@kinplan/ui/card'
import { stageWords } from '../meeting/meeting.copy'
import type { FamilyPartProps } from './family-of'
import { familyWords as words } from './family.copy'

/** What comes next for this family: what is missing, then where its meeting stands. */
export function FamilyNext({ family }: FamilyPartProps) {
  const meeting = family.meetings.find(({ stage }) => stage !== 'ended')
  const noCoordinator = !family.allocations.some(({ role, until }) => role === 'coordinator' && until === null)
  const halfKnown = family.people.filter(
    ({ kind, id, ended }) => kind === 'child' && !ended && family.parents.filter((parent) => parent.childId === id).length < 2,
  )
  const canStart = may(family, 'meeting:start')
  return (
    <Card tone="soft">
      <h2>{words.next}</h2>
      <ul>
        {noCoordinator && <Step stands={words.nextCoordinator} to="#allocations" step={words.nextCoordinatorStep} />}
        {halfKnown.map((child) => (
          <Step key={child.id} stands={words.nextParent(child.name)} to="#parents" step={words.nextParentStep} />
        ))}
        {meeting === undefined && canStart && <Step stands={words.nextMeeting} to="#meetings" step={words.nextMeetingStep} />}
        {meeting !== undefined && (
          <Step stands={words.nextInMeeting(stageWords[meeting.stage])} to={`/meetings/${meeting.id}`} step={words.nextInMeetingStep} />
        )}
      </ul>
      {!noCoordinator && halfKnown.length === 0 && meeting === undefined && !canStart && <p>{words.nothingNext}</p>}
    </Card>
  )
}

function Step({ stands, step, to }: { stands: string; step: string; to: string }) {
  return (
    <li>
      <bdi>{stands}</bdi> {to.startsWith('#') ? <a href={to}>{step}</a> : <Link to={to}>{step}</Link>}
    </li>
  )
}
