import { useEffect, useRef, type ComponentType } from 'react'
import { Button } from '@kinplan/ui/button'
import { ChangeForm } from '../frame/change-form'
import { SayWhenICanComeDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import { zoneInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import { CannotEditor } from './when-form-cannot'
import { CycleEditor } from './when-form-cycle'
import { keptInWords } from './when-form-kept'
import { WhenMonth } from './when-form-month'
import { RosterEditor } from './when-form-roster'
import { writtenKinds, type RuleEditorProps, type SaidRule, type TypedRule, type WhenRow, type WrittenKind } from './when-form-rows'
import { useWhenRows } from './when-form-use-rows'
import { WeekEditor } from './when-form-week'
import { keptWords, whenWords as words } from './when-form.copy'

interface WhenFormProps {
  personId: string
  name: string
  zone: string
  /** What was said before: the form begins with it. */
  said: readonly SaidRule[]
  version: number
  onSaid: () => void
}

const editors: Record<WrittenKind, ComponentType<RuleEditorProps>> = {
  ordinaryWeek: WeekEditor,
  shiftCycle: CycleEditor,
  roster: RosterEditor,
  cannot: CannotEditor,
}
/** The fields that the server may refuse, of each rule. */
const fields = ['weekdays', 'start', 'end', 'how', 'timeOffDays', 'from', 'until', 'cycle', 'shifts', 'sleepUntil'] as const

const writtenKind = ({ rule }: Pick<WhenRow, 'rule'>): WrittenKind | null => writtenKinds.find((kind) => kind === rule.kind) ?? null

/** A rule that is in the form no longer. */
function inWords(rule: TypedRule): string {
  const kind = writtenKind({ rule })
  return kind === null ? keptInWords(rule) : words.headings[kind]
}

/**
 * Says for somebody on the phone when they can come: weeks, shifts that repeat, a list of shifts, days that cannot be; all of it shown back
 * as a month.
 */
export function WhenForm({ personId, name, zone, said, version, onSaid }: WhenFormProps) {
  const { today } = useWhoIAm()
  const { rows, takenAway, at, add, write, takeAway, catchUp, saved } = useWhenRows({ said, version, zone, today })
  const saying = useChange(
    SayWhenICanComeDocument,
    rows.flatMap((_row, place) => fields.map((field) => `rules.${place}.${field}`)),
  )
  if (saying.trouble?.kind === 'refused' && saying.trouble.code === 'changedMeanwhile') catchUp()
  const asked = useRef<HTMLLegendElement>(null)
  function drop(key: number) {
    takeAway(key)
    // The button that was pressed goes with its rule.
    asked.current?.focus()
  }
  const written = rows.filter((row) => writtenKind(row) !== null)
  const kept = rows.filter((row) => writtenKind(row) === null)
  return (
    <ChangeForm
      change={saying}
      keeps
      button={words.button}
      onDone={onSaid}
      onSend={async () => {
        const done = await saying.run({ input: { personId, version: at, zone, rules: rows.map(({ rule }) => rule) } })
        if (done !== null) saved(rows, done.version)
        return done
      }}
    >
      {takenAway.length > 0 && (
        <>
          <p>{words.takenAwayMeanwhile}</p>
          <ul>
            {takenAway.map((rule, place) => (
              <li key={place}>{inWords(rule)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <bdi>{words.before(name)}</bdi> {words.zone(zoneInWords(zone))}
      </p>
      {rows.length === 0 && <p>{words.nothing}</p>}
      {written.map((row, place) => (
        <WrittenRule
          key={row.key}
          row={row}
          place={place + 1}
          onWrite={(rule) => write(row.key, rule)}
          onTakeAway={() => drop(row.key)}
          field={(field) => saying.field(`rules.${rows.indexOf(row)}.${field}`)}
          today={today}
        />
      ))}
      {kept.length > 0 && (
        <fieldset>
          <legend>{keptWords.heading}</legend>
          <ul>
            {kept.map(({ key, rule, enteredBy, meanwhile }) => (
              <li key={key}>
                {keptInWords(rule)}
                {meanwhile && <span className="quiet"> {words.saidMeanwhile}</span>}
                {enteredBy !== null && (
                  <span className="quiet">
                    {' '}
                    (<bdi>{words.writtenBy(enteredBy)}</bdi>)
                  </span>
                )}{' '}
                <Button look="link" aria-label={words.takeAwayNamed(keptInWords(rule))} onClick={() => drop(key)}>
                  {words.takeAway}
                </Button>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <fieldset>
        <legend ref={asked} tabIndex={-1}>
          {words.addHeading}
        </legend>
        <div className="cluster">
          {writtenKinds.map((kind) => (
            <Button key={kind} look="quiet" onClick={() => add(kind)}>
              {words.add[kind]}
            </Button>
          ))}
        </div>
      </fieldset>
      <WhenMonth rules={rows.map(({ rule }) => rule)} zone={zone} today={today} />
    </ChangeForm>
  )
}

interface WrittenRuleProps extends Omit<RuleEditorProps, 'rule' | 'name'> {
  row: WhenRow
  /** From 1. */
  place: number
  onTakeAway: () => void
}

/** One rule, as it is written; a new one takes the focus. */
function WrittenRule({ row, place, onTakeAway, ...props }: WrittenRuleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { isNew } = row
  useEffect(() => {
    if (isNew) heading.current?.focus()
  }, [isNew])
  const kind = writtenKind(row) ?? 'ordinaryWeek'
  const Editor = editors[kind]
  const title = words.rule(place, words.headings[kind])
  return (
    <div role="group" className="card" aria-label={title}>
      <h4 ref={heading} tabIndex={-1}>
        {title}
      </h4>
      {row.meanwhile && <p className="quiet">{words.saidMeanwhile}</p>}
      {row.enteredBy !== null && (
        <p className="quiet">
          <bdi>{words.writtenBy(row.enteredBy)}</bdi>
        </p>
      )}
      <Editor rule={row.rule} name={`rule-${row.key}`} {...props} />
      <Button look="link" aria-label={words.takeAwayNamed(title)} onClick={onTakeAway}>
        {words.takeAway}
      </Button>
    </div>
  )
}
