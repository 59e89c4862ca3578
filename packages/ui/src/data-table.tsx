import { useId, useRef, useState, type ReactNode } from 'react'
import { Button } from './button'
import { spreadsheetText } from './spreadsheet-text'
import { inOrder, useTableOrder, type TableOrder } from './table-order'
import { TextField } from './text-field'
import { partWords } from './words.copy'

export type Column<Row> = {
  id: string
  heading: string
  /** The cell in words: shown, searched and copied. */
  text: (row: Row) => string
  /** Shown instead of `text`, where it is more than words. */
  show?: (row: Row) => ReactNode
  /** What to sort by; `false` where sorting makes no sense. Without it, `text`. */
  sortBy?: ((row: Row) => string | number | null) | false
  /** Lined up at the end of the cell. */
  number?: boolean
}

type TableWords = { copyTable: string; copied: string; selected: string; filter: string; nothingFound: string }

type DataTableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of the table when there are no rows at all. */
  empty: ReactNode
  order?: TableOrder
  /** Keeps the chosen order under this name while the window lives. */
  keepAs?: string
  /** Offers a field that shows only rows with these words. */
  filter?: boolean
  words?: TableWords
}

/** A table that sorts by its headings, filters, keeps its order, and copies into a spreadsheet. The first column names the row. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  order: firstOrder,
  keepAs,
  filter,
  words = partWords,
}: DataTableProps<Row>) {
  const captionId = useId()
  const table = useRef<HTMLTableElement>(null)
  const [wanted, setWanted] = useState('')
  const [copied, setCopied] = useState('')
  const { order, choose } = useTableOrder(keepAs, firstOrder)

  if (rows.length === 0) return <>{empty}</>

  const asked = wanted.trim().toLocaleLowerCase()
  const found = asked ? rows.filter((row) => columns.some((column) => column.text(row).toLocaleLowerCase().includes(asked))) : rows
  const sorting = columns.find((column) => column.id === order?.column)
  const shown = sorting && sorting.sortBy !== false ? inOrder(found, sorting.sortBy ?? sorting.text, order?.down ?? false) : found

  async function copy() {
    const text = spreadsheetText([
      columns.map((column) => column.heading),
      ...shown.map((row) => columns.map((column) => column.text(row))),
    ])
    try {
      await navigator.clipboard.writeText(text)
      setCopied(words.copied)
    } catch {
      // Plain HTTP and some browsers refuse the clipboard: leave the last step to the person.
      if (table.current) window.getSelection()?.selectAllChildren(table.current)
      setCopied(words.selected)
    }
  }

  return (
    <div>
      <div className="table-tools">
        {filter && <TextField type="search" label={words.filter} value={wanted} onChange={(event) => setWanted(event.target.value)} />}
        <div className="cluster">
          <span role="status">{copied}</span>
          <Button look="quiet" onClick={() => void copy()}>
            {words.copyTable}
          </Button>
        </div>
      </div>
      <div className="table-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className="data-table" ref={table}>
          <caption id={captionId}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={column.number ? 'number' : undefined}
                  aria-sort={column.id === order?.column ? (order.down ? 'descending' : 'ascending') : undefined}
                >
                  {column.sortBy === false ? (
                    column.heading
                  ) : (
                    <button type="button" className="sort" onClick={() => choose(column.id)}>
                      {column.heading}
                      <SortShape way={column.id !== order?.column ? 'none' : order.down ? 'down' : 'up'} />
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column, place) => {
                  const Cell = place === 0 ? 'th' : 'td'
                  return (
                    <Cell key={column.id} scope={place === 0 ? 'row' : undefined} className={column.number ? 'number' : undefined}>
                      {column.show ? column.show(row) : <bdi>{column.text(row)}</bdi>}
                    </Cell>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status">{shown.length === 0 && words.nothingFound}</p>
    </div>
  )
}

function SortShape({ way }: { way: 'none' | 'up' | 'down' }) {
  return (
    <svg viewBox="0 0 10 14" fill="currentColor" aria-hidden="true">
      {way !== 'down' && <path d="m5 0 5 6H0Z" />}
      {way !== 'up' && <path d="m5 14-5-6h10Z" />}
    </svg>
  )
}
