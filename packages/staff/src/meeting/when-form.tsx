import { useState } from 'react'
import { ways } from '@kinplan/domain/meeting/participation'
import { Button } from '@kinplan/ui/button'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../change-form'
import { ChoiceField } from '../choice-field'
import { SayWhenICanComeDocument, type ParticipantPartsFragment } from '../generated/graphql'
import { useChange, type Change } from '../use-change'
import { weekdayInShort, weekdayInWords, zoneInWords } from '../when'
import { wayWords } from './participation.copy'
import { whenWords as words } from './people.copy'

type Rule = NonNullable<NonNullable<ParticipantPartsFragment['person']>['availability']>[number]
type Saying = Pick<Change<unknown, never, WeekField | CannotField>, 'field'>

// The server names a field of a week or of dates that cannot be, not which row it is in.
const weekFields = ['weekdays', 'start', 'end', 'how', 'weeks'] as const
const cannotFields = ['from', 'until'] as const
type WeekField = (typeof weekFields)[number]
type CannotField = (typeof cannotFields)[number]

export interface WhenFormProps {
  personId: string
  name: string
  zone: string
  /** What was said before: the form begins with it. */
  said: readonly Rule[]
  onSaid: () => void
}

const days = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Says for somebody when they can come: hours on days of ordinary weeks with the ways of taking part, and dates that cannot be. */
export function WhenForm({ personId, name, zone, said, onSaid }: WhenFormProps) {
  const saying = useChange(SayWhenICanComeDocument, [...weekFields, ...cannotFields])
  const weeks = useRows(said.filter(({ kind }) => kind === 'ordinaryWeek'), true)
  const cannot = useRows(said.filter(({ kind }) => kind === 'cannot'), false)
  return (
    <ChangeForm
      change={saying}
      keeps
      button={words.button}
      onDone={onSaid}
      onSend={(given) =>
        saying.run({
          input: {
            personId,
            zone,
            weeks: weeks.rows.map(({ key }) => ({
              weekdays: given.all(`days-${key}`, days).map(Number),
              start: given.text(`start-${key}`),
              end: given.text(`end-${key}`),
              how: given.all(`how-${key}`, ways),
            })),
            cannot: cannot.rows.map(({ key }) => ({ from: given.text(`from-${key}`), until: given.text(`until-${key}`) })),
          },
        })
      }
    >
      <p>
        <bdi>{words.before(name)}</bdi> {words.zone(zoneInWords(zone))}
      </p>
      <Weeks saying={saying} {...weeks} />
      <Cannot saying={saying} {...cannot} />
    </ChangeForm>
  )
}

interface Rows {
  rows: readonly { key: number; rule: Rule | null }[]
  add: () => void
  remove: (key: number) => void
}

/** Rows of a form that grow and shrink, beginning with what was said; each keeps its key, so that typing stays where it is. */
function useRows(said: readonly Rule[], atLeastOne: boolean): Rows {
  const [rows, setRows] = useState<Rows['rows']>(() => (said.length === 0 && atLeastOne ? [{ key: 0, rule: null }] : said.map((rule, key) => ({ key, rule }))))
  return {
    rows,
    add: () => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, rule: null }]),
    remove: (key) => setRows(rows.filter((row) => row.key !== key)),
  }
}

function Weeks({ rows, add, remove, saying }: Rows & { saying: Saying }) {
  const error = weekFields.map((name) => saying.field(name).error).find(Boolean)
  const idIn = (place: number, name: WeekField) => (place === 0 ? saying.field(name).id : undefined)
  return (
    <fieldset>
      <legend>{words.weeks}</legend>
      {error && <p className="field-error">{error}</p>}
      {rows.map(({ key, rule }, place) => (
        <div key={key} className="card">
          <ChoiceField
            id={idIn(place, 'weekdays')}
            kind="many"
            inRow
            name={`days-${key}`}
            label={words.days}
            initially={rule?.weekdays.map(String)}
            choices={days.map((day) => ({ value: day, label: <abbr title={weekdayInWords(Number(day))}>{weekdayInShort(Number(day))}</abbr> }))}
          />
          <div className="row-fields">
            <TextField id={idIn(place, 'start')} type="time" name={`start-${key}`} label={words.start} defaultValue={rule?.start ?? ''} />
            <TextField id={idIn(place, 'end')} type="time" name={`end-${key}`} label={words.end} defaultValue={rule?.end === '24:00' ? '23:59' : (rule?.end ?? '')} />
          </div>
          <ChoiceField id={idIn(place, 'how')} kind="many" inRow name={`how-${key}`} label={words.how} initially={rule?.how ?? ['inRoom']} choices={ways.map((way) => ({ value: way, label: wayWords[way] }))} />
          {rows.length > 1 && (
            <Button look="link" onClick={() => remove(key)}>
              {words.removeWeek(place + 1)}
            </Button>
          )}
        </div>
      ))}
      <Button look="quiet" onClick={add}>
        {words.addWeek}
      </Button>
    </fieldset>
  )
}

function Cannot({ rows, add, remove, saying }: Rows & { saying: Saying }) {
  const error = cannotFields.map((name) => saying.field(name).error).find(Boolean)
  const idIn = (place: number, name: CannotField) => (place === 0 ? saying.field(name).id : undefined)
  return (
    <fieldset>
      <legend>{words.cannot}</legend>
      {error && <p className="field-error">{error}</p>}
      {rows.map(({ key, rule }, place) => (
        <div key={key} className="row-fields">
          <TextField id={idIn(place, 'from')} type="date" name={`from-${key}`} label={words.cannotFrom} defaultValue={rule?.from ?? ''} />
          <TextField id={idIn(place, 'until')} type="date" name={`until-${key}`} label={words.cannotUntil} defaultValue={rule?.until ?? ''} />
          <Button look="link" onClick={() => remove(key)}>
            {words.removeCannot(place + 1)}
          </Button>
        </div>
      ))}
      <Button look="quiet" onClick={add}>
        {words.addCannot}
      </Button>
    </fieldset>
  )
}
