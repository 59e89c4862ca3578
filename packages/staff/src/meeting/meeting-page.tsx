import type { ComponentType } from 'react'
import { useQuery, useSubscription } from '@apollo/client/react'
import { Link, useParams } from 'react-router'
import { stages } from '@kinplan/domain/meeting/stages'
import { SteppingStones } from '@kinplan/ui/stepping-stones'
import { ChangedDocument, MeetingDocument } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { PageMissing } from '../frame/page-missing'
import { Read } from '../connection/read'
import { wallInWords, zoneInWords } from '../frame/when'
import { MeetingOf, MeetingTabProps } from './meeting-of'
import { endingWords, kindWords, meetingWords as words, stageWords } from './meeting.copy'
import { SafetyNotice } from './safety-notice'

export interface MeetingTab {
  path: string
  label: string
  Tab: ComponentType<MeetingTabProps>
}

const stones = stages.map((stage) => ({ id: stage, label: stageWords[stage], ...(stage === 'privateTime' && { tone: 'plum' as const }) }))

/** One meeting: what it is, its stage, what stops it, and its parts. Asks again whenever the meeting changes. */
export function MeetingPage({ tabs }: { tabs: readonly MeetingTab[] }) {
  const { meetingId = '', tab: path } = useParams()
  const reading = useQuery(MeetingDocument, { variables: { id: meetingId } })
  const refetch = () => void reading.refetch()
  useSubscription(ChangedDocument, { variables: { meetingId }, onData: refetch, ignoreResults: true })
  const tab = path === undefined ? tabs[0] : tabs.find((one) => one.path === path)
  if (tab === undefined) return <PageMissing />
  if (reading.data === undefined) {
    return (
      <PageFrame title={tab.label}>
        <Read reading={reading}>{() => null}</Read>
      </PageFrame>
    )
  }
  const { meeting } = reading.data
  if (meeting === null) return <PageMissing />
  return (
    <PageFrame title={words.title(tab.label, meeting.familyName)} windowTitle={tab.label}>
      <MeetingFacts meeting={meeting} />
      <nav className="tabs no-print" aria-label={words.parts}>
        <ul>
          {tabs.map((one) => (
            <li key={one.path}>
              <Link to={`/meetings/${meeting.id}/${one.path}`} aria-current={one === tab ? 'page' : undefined}>
                {one.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {reading.error !== undefined && <Read reading={reading}>{() => null}</Read>}
      <SafetyNotice meeting={meeting} />
      <tab.Tab key={meeting.id} meeting={meeting} refetch={refetch} />
    </PageFrame>
  )
}

function MeetingFacts({ meeting }: { meeting: MeetingOf }) {
  return (
    <div className="meeting-facts no-print">
      <p>
        <Link to={`/families/${meeting.familyId}`}>
          <bdi>{meeting.familyName}</bdi>
        </Link>
        {' · '}
        {kindWords[meeting.kind]}
        {' · '}
        {words.children} <bdi>{meeting.children.map((child) => child.name).join(', ')}</bdi>
        {' · '}
        {meeting.startWall === null ? words.noDate : `${wallInWords(meeting.startWall, meeting.endWall)}, ${zoneInWords(meeting.zone)}`}
        {meeting.place !== null && (
          <>
            {' · '}
            <bdi>{meeting.place}</bdi>
          </>
        )}
        <br />
        {words.coordinator} <bdi>{meeting.coordinator.name}</bdi>, {meeting.coordinator.phone}
        {' · '}
        {words.referrer} <bdi>{meeting.referrer.name}</bdi>, {meeting.referrer.phone}
      </p>
      <SteppingStones label={words.stages} stones={stones} current={meeting.stage} />
      {meeting.ending !== null && (
        <p>
          {words.ended(endingWords[meeting.ending])} {meeting.nextStep && words.nextStep} <bdi>{meeting.nextStep}</bdi>
        </p>
      )}
    </div>
  )
}
