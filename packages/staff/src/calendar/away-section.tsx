import { useQuery } from '@apollo/client/react'
import { Button } from '@kinplan/ui/button'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../change-form'
import { EndAwayDocument, SayAwayDocument, TeamsDocument } from '../generated/graphql'
import { RefusalNotice } from '../refusal-notice'
import { SelectField } from '../select-field'
import { useChange } from '../use-change'
import { dayInWords } from '../when'
import { useWhoIAm } from '../who-i-am'
import type { CalendarPartProps } from './calendar-page'
import { awayWords as words } from './calendar.copy'

/** Days on which I am away; a supervisor says it for their workers too. */
export function AwaySection({ calendar, refetch }: CalendarPartProps) {
  const { worker, supervisor } = useWhoIAm()
  const saying = useChange(SayAwayDocument, ['workerId', 'from', 'until'])
  return (
    <section aria-labelledby="away">
      <h2 id="away">{words.heading}</h2>
      <p>{words.why}</p>
      {calendar.away.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DaysAway calendar={calendar} refetch={refetch} />
      )}
      <ChangeForm
        change={saying}
        button={words.button}
        onDone={refetch}
        onSend={(given) => saying.run({ input: { workerId: given.text('workerId') || worker.id, from: given.text('from'), until: given.text('until') } })}
      >
        {supervisor && <WhoField {...saying.field('workerId')} meId={worker.id} />}
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

/** Oneself, and the workers of the teams one supervises. */
function WhoField({ meId, ...field }: { id: string; error: string | undefined; meId: string }) {
  const teams = useQuery(TeamsDocument)
  const mine = (teams.data?.teams ?? []).filter(({ supervisor }) => supervisor.id === meId).flatMap(({ workers }) => workers)
  const others = mine.filter(({ id }, place) => id !== meId && mine.findIndex((one) => one.id === id) === place)
  return <SelectField {...field} name="workerId" label={words.who} options={[{ value: meId, label: words.me }, ...others.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))]} />
}
