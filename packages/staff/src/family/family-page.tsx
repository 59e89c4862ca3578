import { Fragment } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link, useParams } from 'react-router'
import { may } from '@kinplan/domain/access/may'
import { ReadInEmergency, ReadingInEmergency } from '../break-glass/read-in-emergency'
import { FamilyDocument } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { PageMissing } from '../frame/page-missing'
import { Read } from '../connection/read'
import { troubleWords } from '../connection/refusal.copy'
import { AllocationsSection } from './allocations-section'
import { ApartSection } from './apart-section'
import { EarlierValues } from './earlier-values'
import { FamilyCircles } from './family-circles'
import { FamilyNext } from './family-next'
import { familyWords as words } from './family.copy'
import { MeetingsSection } from './meetings-section'
import { ParentsSection } from './parents-section'
import { PeopleSection } from './people-section'

/** One family: its circle and what is next, then everything that is known. */
export function FamilyPage() {
  const { familyId = '' } = useParams()
  const reading = useQuery(FamilyDocument, { variables: { id: familyId } })
  if (reading.data === undefined) {
    return (
      <PageFrame title={troubleWords.loading}>
        <Read reading={reading}>{() => null}</Read>
      </PageFrame>
    )
  }
  const { family } = reading.data
  if (family === null) return <PageMissing />
  return (
    <PageFrame
      title={family.name}
      windowTitle={words.windowTitle}
      above={<bdi>{family.team.name}</bdi>}
      beside={may(family, 'family:record') && <Link to={`/families/${family.id}/record`}>{words.record}</Link>}
    >
      {reading.error !== undefined && <Read reading={reading}>{() => null}</Read>}
      <Fragment key={family.id}>
        <ReadingInEmergency family={family} />
        <FamilyNext family={family} />
        <FamilyCircles family={family} />
        <PeopleSection family={family} />
        <ParentsSection family={family} />
        <ApartSection family={family} />
        <MeetingsSection family={family} />
        <AllocationsSection family={family} />
        <ReadInEmergency family={family} />
        <EarlierValues family={family} />
      </Fragment>
    </PageFrame>
  )
}
