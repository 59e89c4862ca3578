import { useState } from 'react'
import { DataTable, type Column } from '@kinplan/ui/data-table'
import { Disclosure } from '@kinplan/ui/disclosure'
import { mondayOf } from '../week/taken-on-day'
import { dayInRow, dayInShort } from '../frame/when'
import { heatSpells, type HeatHour, type HeatSpell } from './heat-hours'
import { heatWords as words, waySaid } from './times.copy'

const columns: Column<HeatSpell>[] = [
  {
    id: 'begins',
    heading: words.begins,
    text: ({ day, from, to }) => `${dayInRow(day)}, ${from === to ? from : words.fromTo(from, to)}`,
    sortBy: ({ day, from }) => `${day} ${from}`,
  },
  { id: 'count', heading: words.count, text: ({ can }) => String(can.length), sortBy: ({ can }) => can.length, number: true },
  { id: 'who', heading: words.who, text: ({ can }) => peopleInWords(can) },
  { id: 'others', heading: words.others, text: ({ cannot }) => cannot.join(', ') },
]

/** 'Mum and Gran in the room; Dad by video', nearest way first. */
export function peopleInWords(can: HeatHour['can']): string {
  const hows = [...new Set(can.map(({ how }) => how))]
  return hows
    .toSorted((a, b) => nearness.indexOf(a) - nearness.indexOf(b))
    .map(
      (how) =>
        `${can
          .filter((one) => one.how === how)
          .map(({ name }) => name)
          .join(', ')} ${waySaid[how]}`,
    )
    .join('; ')
}

const nearness = Object.keys(waySaid)

/** The picture of the weeks as lists that sort, filter and copy, a week in each. Each is made only once it is opened: they are long. */
export function HeatList({ hours }: { hours: readonly HeatHour[] }) {
  const mondays = [...new Set(hours.map(({ day }) => mondayOf(day)))]
  return (
    <Disclosure className="heat-list" label={words.asList}>
      {mondays.map((monday) => (
        <WeekOfHeat key={monday} monday={monday} hours={hours.filter(({ day }) => mondayOf(day) === monday)} />
      ))}
    </Disclosure>
  )
}

function WeekOfHeat({ monday, hours }: { monday: string; hours: readonly HeatHour[] }) {
  const [open, setOpen] = useState(false)
  return (
    <Disclosure label={words.week(dayInShort(monday))} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      {open && (
        <DataTable
          caption={words.caption(dayInShort(monday))}
          columns={columns}
          rows={heatSpells(hours)}
          rowKey={({ day, from }) => `${day} ${from}`}
          filter
          keepAs="heat"
          empty={<p>{words.nobodyThen}</p>}
        />
      )}
    </Disclosure>
  )
}
