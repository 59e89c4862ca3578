import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord } from '@kinplan/ui/status-word'
import { TextField } from '@kinplan/ui/text-field'
import { useLanding } from '../frame/focus-kept'
import { SaveMyBusyTimesDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { dayInShort } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import type { CalendarPartProps } from './calendar-of'
import { busyWords as words } from './calendar.copy'
import { readCalendar, type CalendarRead, type CalendarTrouble } from './read-calendar'

type Chosen = 'none' | 'reading' | 'sent' | CalendarTrouble | CalendarRead

/** My busy times, from a file that is read here and shown before anything is sent. */
export function BusySection({ calendar, refetch }: CalendarPartProps) {
  const { today } = useWhoIAm()
  const { landing, land } = useLanding<HTMLDivElement>()
  const saving = useChange(SaveMyBusyTimesDocument)
  const [chosen, setChosen] = useState<Chosen>('none')
  async function choose(file: File | undefined) {
    if (file === undefined) return
    setChosen('reading')
    setChosen(await readCalendar(file, today))
  }
  async function send({ from, until, busy }: Pick<CalendarRead, 'from' | 'until' | 'busy'>, then: Chosen) {
    const done = await saving.run({ input: { from, until, busy } })
    if (done === null) return
    setChosen(then)
    refetch()
    if (then === 'sent') land()
  }
  const { busyFrom, busyUntil, busyCount } = calendar
  return (
    <section aria-labelledby="busy">
      <h2 id="busy">{words.heading}</h2>
      <p>{words.why}</p>
      {busyFrom === null || busyUntil === null || busyCount === 0 ? (
        <p>{words.none}</p>
      ) : (
        <p>
          <StatusWord kind="done">{words.kept(busyCount, dayInShort(busyFrom), dayInShort(busyUntil))}</StatusWord>{' '}
          <Button look="link" disabled={saving.busy} onClick={() => void send({ from: busyFrom, until: busyUntil, busy: [] }, 'none')}>
            {words.forget}
          </Button>
        </p>
      )}
      <TextField
        type="file"
        accept=".ics,text/calendar"
        label={words.file}
        hint={words.fileHint}
        error={chosen === 'notCalendar' || chosen === 'tooLarge' || chosen === 'unread' ? words[chosen] : undefined}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <RefusalNotice change={saving} />
      <div ref={landing} role="status" tabIndex={-1}>
        {chosen === 'reading' && <Spinner>{words.reading}</Spinner>}
        {chosen === 'sent' && (
          <p>
            <StatusWord kind="done">{words.sent}</StatusWord>
          </p>
        )}
        {typeof chosen === 'object' && <Found read={chosen} />}
      </div>
      {typeof chosen === 'object' && (
        <div className="actions">
          <Button disabled={saving.busy} onClick={() => void send(chosen, 'sent')}>
            {words.send}
          </Button>
        </div>
      )}
    </section>
  )
}

function Found({ read: { from, until, busy, unreadable, weeks } }: { read: CalendarRead }) {
  return (
    <div className="card card-soft">
      <p>
        <strong>{words.found(busy.length, dayInShort(from), dayInShort(until))}</strong> {words.instead}
      </p>
      {unreadable > 0 && (
        <p>
          <StatusWord kind="needs-you">{words.unreadable(unreadable)}</StatusWord>
        </p>
      )}
      {weeks.length > 0 && (
        <Disclosure label={words.weeks}>
          <ul className="busy-weeks">
            {weeks.map(({ monday, times }) => (
              <li key={monday}>{words.inWeek(dayInShort(monday), times)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
