import { Button } from '@kinplan/ui/button'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import type { FormValues } from '../frame/form-values'
import { EndAwayDocument, SayAwayDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import { dayInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import { AwayWrittenWords } from './away-written'
import type { CalendarPartProps } from './calendar-of'
import { awayRefusals, awayWords as words } from './calendar.copy'
import { useHeldWhileAway } from './use-held-while-away'

/** Days on which I am away; a supervisor says it for their workers too. */
export function AwaySection({ calendar, refetch }: CalendarPartProps) {
  const { worker, today } = useWhoIAm()
  const others = calendar.sayAwayFor
  const saying = useChange(SayAwayDocument, ['workerId', 'from', 'until'], awayRefusals)
  const { written, look } = useHeldWhileAway(today)
  async function send(given: FormValues) {
    const input = { workerId: given.text('workerId') || worker.id, from: given.text('from'), until: given.text('until') }
    const done = await saying.run({ input })
    if (done !== null) void look({ ...input, name: others.find(({ id }) => id === input.workerId)?.name ?? null })
    return done
  }
  return (
    <section aria-labelledby="away">
      <h2 id="away">{words.heading}</h2>
      <p>{words.why}</p>
      {calendar.away.length === 0 ? <p>{words.none}</p> : <DaysAway calendar={calendar} refetch={refetch} />}
      <div role="status">{written !== null && <AwayWrittenWords written={written} />}</div>
      <ChangeForm change={saying} button={words.button} onDone={refetch} onSend={send}>
        {others.length > 0 && (
          <SelectField
            {...saying.field('workerId')}
            name="workerId"
            label={words.who}
            options={[
              { value: worker.id, label: words.me },
              ...others.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
            ]}
          />
        )}
        <div className="short-fields">
          <TextField {...saying.field('from')} type="date" name="from" label={words.from} />
          <TextField {...saying.field('until')} type="date" name="until" label={words.until} />
        </div>
      </ChangeForm>
    </section>
  )
}

function DaysAway({ calendar, refetch }: CalendarPartProps) {
  const ending = useChange(EndAwayDocument)
  async function end(id: string) {
    const done = await ending.run({ id })
    if (done) refetch()
  }
  return (
    <>
      <RefusalNotice change={ending} onAgain={() => void ending.again().then(refetch)} />
      <ul>
        {calendar.away.map(({ id, from, until }) => {
          const days = words.one(dayInWords(from), dayInWords(until))
          return (
            <li key={id}>
              {days}{' '}
              <Button look="link" aria-label={words.takeAwayNamed(days)} disabled={ending.busy} onClick={() => void end(id)}>
                {words.takeAway}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
