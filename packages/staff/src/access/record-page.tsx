import { useQuery } from '@apollo/client/react'
import { Link, useParams } from 'react-router'
import { Button } from '@kinplan/ui/button'
import { DataTable } from '@kinplan/ui/data-table'
import { StatusWord } from '@kinplan/ui/status-word'
import { AccessRecordDocument, FamilyDocument, type AccessRecordQuery } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { PageMissing } from '../frame/page-missing'
import { Read } from '../connection/read'
import { instantInWords, zoneInWords } from '../frame/when'
import { rightInWords, reasonInWords, recordWords as words } from './record.copy'

type Row = NonNullable<AccessRecordQuery['accessRecord']>['rows'][number]
const rowsAPage = 100

/** The record of who asked for what of a family, for its supervisor. */
export function RecordPage() {
  const { familyId = '' } = useParams()
  const family = useQuery(FamilyDocument, { variables: { id: familyId } })
  const reading = useQuery(AccessRecordDocument, { variables: { familyId, first: rowsAPage } })
  if (reading.data?.accessRecord === null || family.data?.family === null) return <PageMissing />
  const showMore = (after: string) =>
    void reading.fetchMore({
      variables: { after },
      updateQuery: ({ accessRecord: before }, { fetchMoreResult: { accessRecord: more } }) => ({
        accessRecord: more && { ...more, rows: [...(before?.rows ?? []), ...more.rows] },
      }),
    })
  return (
    <PageFrame
      title={words.title}
      above={
        family.data?.family && (
          <Link to={`/families/${familyId}`}>
            <bdi>{family.data.family.name}</bdi>
          </Link>
        )
      }
    >
      <Read reading={family}>
        {({ family: known }) =>
          known && (
            <>
              <p>{words.zone(zoneInWords(known.zone))}</p>
              <Read reading={reading}>
                {({ accessRecord }) => (
                  <>
                    <RecordTable rows={accessRecord?.rows ?? []} zone={known.zone} />
                    {accessRecord?.next && (
                      <Button look="quiet" disabled={reading.loading} onClick={() => showMore(accessRecord.next ?? '')}>
                        {words.more}
                      </Button>
                    )}
                  </>
                )}
              </Read>
            </>
          )
        }
      </Read>
    </PageFrame>
  )
}

function RecordTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  return (
    <DataTable<Row>
      caption={words.caption}
      rows={rows}
      rowKey={(row) => row.id}
      filter
      empty={<p>{words.empty}</p>}
      columns={[
        { id: 'at', heading: words.at, text: (row) => instantInWords(row.at, zone), sortBy: (row) => row.at },
        { id: 'who', heading: words.who, text: (row) => row.who },
        { id: 'right', heading: words.right, text: (row) => rightInWords(row.right) },
        {
          id: 'allowed',
          heading: words.allowed,
          text: (row) => (row.allowed ? words.yes : words.no),
          show: (row) => <StatusWord kind={row.allowed ? 'plain' : 'needs-you'}>{row.allowed ? words.yes : words.no}</StatusWord>,
        },
        { id: 'reason', heading: words.reason, text: (row) => reasonInWords(row.reason) },
      ]}
    />
  )
}
