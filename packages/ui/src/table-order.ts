import { useState } from 'react'

export type TableOrder = { column: string; down: boolean }

/** The order a person chose for a table, kept for this window's life under `keepAs`. */
export function useTableOrder(keepAs: string | undefined, first: TableOrder | undefined) {
  const [order, setOrder] = useState<TableOrder | undefined>(() => kept(keepAs) ?? first)
  function choose(column: string) {
    const next = { column, down: order?.column === column ? !order.down : false }
    setOrder(next)
    if (keepAs) keep(keepAs, next)
  }
  return { order, choose }
}

function keep(keepAs: string, order: TableOrder): void {
  try {
    window.sessionStorage.setItem(keepAs, JSON.stringify(order))
  } catch {
    // A browser may refuse storage: the order then lasts as long as the page.
    return
  }
}

function kept(keepAs: string | undefined): TableOrder | undefined {
  if (!keepAs) return undefined
  try {
    const value: unknown = JSON.parse(window.sessionStorage.getItem(keepAs) ?? 'null')
    const isOrder = typeof value === 'object' && value !== null && 'column' in value && 'down' in value
    return isOrder ? { column: String(value.column), down: value.down === true } : undefined
  } catch {
    // As above; text that is not ours is as good as none.
    return undefined
  }
}

/** Sorts a copy; what has no value comes last either way; equal rows stay as they were. */
export function inOrder<Row>(rows: readonly Row[], value: (row: Row) => string | number | null, down: boolean): Row[] {
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), undefined, { numeric: true })
    return down ? -order : order
  })
}
