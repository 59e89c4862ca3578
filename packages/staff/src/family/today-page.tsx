import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { DataTable } from '@kinplan/ui/data-table'
import { FamiliesDocument } from '../generated/graphql'
import { PageFrame } from '../page-frame'
import { Read } from '../read'
import { dayInShort, dayInWords, wallInWords } from '../when'
import { useWhoIAm } from '../who-i-am'
import { familiesWords, todayWords as words } from './families.copy'
import { inOrderOfNeed, type FamilyRowOf, type NextStep } from './next-step'

const mostFamilies = 100
type Row = { row: FamilyRowOf; next: NextStep }

/** What needs me, in order, each with its one next step. */
export function TodayPage() {
  const { today } = useWhoIAm()
  const reading = useQuery(FamiliesDocument, { variables: { first: mostFamilies } })
  return (
    <PageFrame title={words.title(dayInWords(today))}>
      <Read reading={reading}>
        {({ families }) => (
          <>
            <DataTable<Row>
              caption={words.why}
              rows={inOrderOfNeed(families?.families ?? [], today)}
              rowKey={({ row }) => row.id}
              keepAs="today"
              empty={
                <>
                  <p>{words.empty}</p>
                  <p>
                    <Link to="/families/new">{familiesWords.open}</Link>
                  </p>
                </>
              }
              columns={[
                {
                  id: 'family',
                  heading: words.family,
                  text: ({ row }) => row.name,
                  show: ({ row }) => (
                    <Link to={`/families/${row.id}`}>
                      <bdi>{row.name}</bdi>
                    </Link>
                  ),
                },
                { id: 'children', heading: familiesWords.children, text: ({ row }) => row.children.join(', ') },
                { id: 'how', heading: words.how, text: ({ next }) => next.stands, sortBy: ({ next }) => next.urgency },
                {
                  id: 'date',
                  heading: familiesWords.date,
                  text: ({ row }) => dateWords(row),
                  show: ({ row }) => (row.nextMeeting?.startWall ? <span title={wallInWords(row.nextMeeting.startWall)}>{dateWords(row)}</span> : familiesWords.noDate),
                  sortBy: ({ row }) => row.nextMeeting?.startWall ?? null,
                },
                { id: 'next', heading: words.next, text: ({ next }) => next.step, show: ({ next }) => <Link to={next.to}>{next.step}</Link> },
              ]}
            />
            {families?.next && <p className="quiet">{words.more(mostFamilies)}</p>}
          </>
        )}
      </Read>
    </PageFrame>
  )
}

function dateWords(row: FamilyRowOf): string {
  const wall = row.nextMeeting?.startWall
  return wall ? `${dayInShort(wall)}, ${wall.slice(11, 16)}` : familiesWords.noDate
}
