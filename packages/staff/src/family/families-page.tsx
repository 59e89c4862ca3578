import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { Button } from '@kinplan/ui/button'
import { DataTable } from '@kinplan/ui/data-table'
import { openWords } from '../break-glass/break-glass.copy'
import { FamiliesDocument } from '../generated/graphql'
import { stageWords } from '../meeting/meeting.copy'
import { PageFrame } from '../frame/page-frame'
import { Read } from '../connection/read'
import { dayInShort } from '../frame/when'
import { familiesWords as words } from './families.copy'
import type { FamilyRowOf } from './next-step'

const rowsAPage = 50

/** Every family I work with, a page at a time. */
export function FamiliesPage() {
  const reading = useQuery(FamiliesDocument, { variables: { first: rowsAPage } })
  const showMore = (after: string) =>
    void reading.fetchMore({
      variables: { after },
      updateQuery: ({ families: before }, { fetchMoreResult: { families: more } }) => ({
        families: more && { ...more, families: [...(before?.families ?? []), ...more.families] },
      }),
    })
  return (
    <PageFrame
      title={words.title}
      beside={
        <Link className="button" to="/families/new">
          {words.open}
        </Link>
      }
    >
      <Read reading={reading}>
        {({ families }) => (
          <>
            <FamiliesTable rows={families?.families ?? []} />
            <p>
              <Link to="/emergency">{openWords.link}</Link>
            </p>
            {families?.next && (
              <Button look="quiet" disabled={reading.loading} onClick={() => showMore(families.next ?? '')}>
                {words.more}
              </Button>
            )}
          </>
        )}
      </Read>
    </PageFrame>
  )
}

function FamiliesTable({ rows }: { rows: readonly FamilyRowOf[] }) {
  return (
    <DataTable<FamilyRowOf>
      caption={words.caption}
      rows={rows}
      rowKey={(row) => row.id}
      keepAs="families"
      filter
      empty={<p>{words.empty}</p>}
      columns={[
        {
          id: 'name',
          heading: words.name,
          text: (row) => row.name,
          show: (row) => (
            <Link to={`/families/${row.id}`}>
              <bdi>{row.name}</bdi>
            </Link>
          ),
        },
        { id: 'children', heading: words.children, text: (row) => row.children.join(', ') },
        { id: 'team', heading: words.team, text: (row) => row.team },
        {
          id: 'stage',
          heading: words.stage,
          text: (row) => (row.nextMeeting ? stageWords[row.nextMeeting.stage] : words.noMeeting),
          show: (row) =>
            row.nextMeeting ? <Link to={`/meetings/${row.nextMeeting.id}`}>{stageWords[row.nextMeeting.stage]}</Link> : words.noMeeting,
        },
        {
          id: 'date',
          heading: words.date,
          text: (row) =>
            row.nextMeeting?.startWall
              ? `${dayInShort(row.nextMeeting.startWall)}, ${row.nextMeeting.startWall.slice(11, 16)}`
              : words.noDate,
          sortBy: (row) => row.nextMeeting?.startWall ?? null,
        },
      ]}
    />
  )
}
