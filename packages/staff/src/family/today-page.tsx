import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { FamiliesDocument } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { Read } from '../connection/read'
import { dayInWords, wallInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import { familiesWords, todayWords as words } from './families.copy'
import { MessagesNotSent } from './messages-not-sent'
import { inOrderOfNeed, type FamilyRowOf, type NextStep } from './next-step'

const mostFamilies = 100
type Row = { row: FamilyRowOf; next: NextStep }

/** What needs me, in order, each with its one next step. */
export function TodayPage() {
  const { today } = useWhoIAm()
  const reading = useQuery(FamiliesDocument, { variables: { first: mostFamilies } })
  return (
    <PageFrame title={words.title(dayInWords(today))}>
      <MessagesNotSent />
      <Read reading={reading}>
        {({ families }) => (
          <>
            {families?.families.length === 0 ? <NothingYet /> : <Rows rows={inOrderOfNeed(families?.families ?? [], today)} />}
            {families?.next && <p className="quiet">{words.more(mostFamilies)}</p>}
          </>
        )}
      </Read>
    </PageFrame>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      <p>{words.why}</p>
      <ol className="way-list today">
        {rows.map(({ row, next }) => (
          <li key={row.id}>
            <span>
              <Link to={`/families/${row.id}`}>
                <bdi>{row.name}</bdi>
              </Link>
              <span className="quiet under">
                <bdi>{row.children.join(', ')}</bdi>
              </span>
            </span>
            <span>
              {next.stands}
              {row.nextMeeting?.startWall && <span className="quiet under">{wallInWords(row.nextMeeting.startWall)}</span>}
            </span>
            <Link to={next.to}>{next.step}</Link>
          </li>
        ))}
      </ol>
    </>
  )
}

function NothingYet() {
  return (
    <>
      <p>{words.empty}</p>
      <p>
        <Link to="/families/new">{familiesWords.open}</Link>
      </p>
    </>
  )
}
