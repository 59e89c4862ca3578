import { useState } from 'react'
import { withOthers } from './when-form-meanwhile'
import { newRule, typedOf, type SaidRule, type TypedRule, type WhenRow, type WrittenKind } from './when-form-rows'

interface Form {
  rows: readonly WhenRow[]
  /** The rows as they were when nothing was written in them that is not saved. */
  clean: readonly WhenRow[]
  /** What was said when `rows` began, and its version. */
  before: readonly TypedRule[]
  at: number
  takenAway: readonly TypedRule[]
}

interface WhenRows extends Pick<Form, 'rows' | 'at' | 'takenAway'> {
  add: (kind: WrittenKind) => void
  write: (key: number, rule: TypedRule) => void
  takeAway: (key: number) => void
  /** Somebody was told that others have said more, and looks: what they said comes to what is written. */
  catchUp: () => void
  /** These rows are what is said now, at this version. */
  saved: (rows: readonly WhenRow[], version: number) => void
}

interface Said {
  said: readonly SaidRule[]
  version: number
  zone: string
  /** 'YYYY-MM-DD' */
  today: string
}

function begun({ said, version, today }: Said, firstKey: number): Form {
  const first = said.map((rule, place): WhenRow => ({
    key: firstKey + place,
    rule: typedOf(rule),
    enteredBy: rule.enteredBy,
    isNew: false,
    meanwhile: false,
  }))
  const rows =
    first.length > 0 ? first : [{ key: firstKey, rule: newRule('ordinaryWeek', today), enteredBy: null, isNew: false, meanwhile: false }]
  return { rows, clean: rows, before: said.map(typedOf), at: version, takenAway: [] }
}

const nextKey = (rows: readonly WhenRow[]) => Math.max(-1, ...rows.map(({ key }) => key)) + 1

/**
 * What is said about one person, beginning with what was said before, or with an empty week. It goes along with what others say, until
 * something is written in it.
 */
export function useWhenRows(given: Said): WhenRows {
  const { said, version, zone, today } = given
  const [form, setForm] = useState(() => begun(given, 0))
  const { rows } = form
  if (version > form.at && rows === form.clean) setForm(begun(given, nextKey(rows)))
  const setRows = (change: (now: readonly WhenRow[]) => readonly WhenRow[]) => setForm((now) => ({ ...now, rows: change(now.rows) }))
  return {
    rows,
    at: form.at,
    takenAway: form.takenAway,
    add: (kind) =>
      setRows((now) => [...now, { key: nextKey(now), rule: newRule(kind, today), enteredBy: null, isNew: true, meanwhile: false }]),
    write: (key, rule) => setRows((now) => now.map((row) => (row.key === key ? { ...row, rule } : row))),
    takeAway: (key) => setRows((now) => now.filter((row) => row.key !== key)),
    catchUp: () => {
      if (version > form.at)
        setForm({ ...form, ...withOthers(form.before, rows, said, nextKey(rows), zone), before: said.map(typedOf), at: version })
    },
    saved: (sent, at) =>
      setForm((now) => {
        const shown = now.rows.map((row) => ({ ...row, meanwhile: false }))
        return { rows: shown, clean: now.rows === sent ? shown : now.clean, before: sent.map(({ rule }) => rule), at, takenAway: [] }
      }),
  }
}
