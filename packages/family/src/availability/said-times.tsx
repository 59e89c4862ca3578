import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { Button } from '@kinplan/ui/button'
import { wayWords } from '../meeting/meeting.copy'
import { useSaid } from '../page/said-status'
import { PageLink } from '../page/page-link'
import type { HoursKept } from './hours-kept'
import { monthWords } from './month.copy'
import { ruleInWords } from './rule-words'
import { offers } from './said-hours'
import { timesWords } from './times.copy'

/** Everything said, read back, each part with its way to change it and to take it away. */
export function SaidTimes({ kept: { ways, rules, change }, today }: { kept: HoursKept; today: string }) {
  const line = useSaid()
  const waysAlike = new Set(rules.filter(offers).map(({ how }) => how.join())).size < 2

  function takeAway(gone: AvailabilityRule, words: string) {
    change({ rules: rules.filter((one) => one !== gone) })
    line.say(timesWords.takenAway(words), { focus: true })
  }

  return (
    <>
      <section className="said-part">
        <h2>{monthWords.said}</h2>
        {line.shown}
        {rules.length === 0 && <p className="quiet">{monthWords.nothingYet}</p>}
        <ul className="said-rules">
          {rules.map((rule, place) => {
            const { said, more, page } = ruleInWords(rule, today, waysAlike)
            return (
              <li key={`${place} ${said}`}>
                <div>
                  <strong>{said}</strong>
                  {more.map((words) => (
                    <span key={words} className="way-more">
                      {words}
                    </span>
                  ))}
                </div>
                <p className="cluster">
                  {page && (
                    <PageLink to={page} aria-label={monthWords.changeWhat(said)}>
                      {monthWords.change}
                    </PageLink>
                  )}
                  <Button look="link" aria-label={timesWords.takeAwayNamed(said)} onClick={() => takeAway(rule, said)}>
                    {timesWords.takeAway}
                  </Button>
                </p>
              </li>
            )
          })}
        </ul>
        <p>
          <PageLink to="/times/start">{monthWords.sayMore}</PageLink>
        </p>
      </section>
      <section className="said-part">
        <h2>{monthWords.how}</h2>
        <ul>
          {ways.map((way) => (
            <li key={way}>{wayWords[way]}</li>
          ))}
        </ul>
        <p>
          <PageLink to="/times/how" aria-label={monthWords.changeWhat(monthWords.how)}>
            {monthWords.change}
          </PageLink>
        </p>
      </section>
    </>
  )
}
