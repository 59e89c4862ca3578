import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Disclosure } from '@kinplan/ui/disclosure'
import { PageLink } from '../page/page-link'
import { LikingChoice, TimeOffChoice } from './about-time'
import type { HoursKept } from './hours-kept'
import { pickNames, pickOf, picks, saidWeek, type PickName, type Week } from './ordinary-week'
import { ofKind } from './said-hours'
import { moreAboutPick, pickWords, timeOffWords, timesWords } from './times.copy'

/** The big choices of an ordinary week. */
export function DaysQuestion({ kept }: { kept: HoursKept }) {
  const { ways: how, zone, rules, change } = kept
  const picked = new Map(
    ofKind(rules, 'ordinaryWeek').flatMap((week) => {
      const pick = pickOf(week)
      return pick ? [[pick, week] as const] : []
    }),
  )
  const exact = ofKind(rules, 'ordinaryWeek').filter((week) => pickOf(week) === undefined)

  function choose(values: readonly string[]) {
    const stay = rules.filter((rule) => {
      const pick = pickOf(rule)
      return pick === undefined || values.includes(pick)
    })
    const added = pickNames.filter((pick) => values.includes(pick) && !picked.has(pick))
    change({
      rules: [...stay, ...added.map((pick): Week => ({ kind: 'ordinaryWeek', ...picks[pick], zone, how, preference: 'possible' }))],
    })
  }

  return (
    <>
      <ChoiceList
        name="days"
        kind="many"
        label={<span className="visually-hidden">{timesWords.daysTitle}</span>}
        hint={timesWords.daysHint}
        choices={pickNames.map((value) => ({
          value,
          ...pickWords[value],
          more: <AboutPick pick={value} week={picked.get(value)} kept={kept} />,
        }))}
        chosen={[...picked.keys()]}
        onChoose={choose}
      />
      {exact.length > 0 && (
        <>
          <h2>{timesWords.exactList}</h2>
          <ul>
            {exact.map((week) => (
              <li key={saidWeek(week)}>{saidWeek(week)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        {timesWords.exactLead} <PageLink to="/times/exact">{timesWords.toExact}</PageLink>
      </p>
    </>
  )
}

function AboutPick({ pick, week, kept: { rules, change } }: { pick: PickName; week: Week | undefined; kept: HoursKept }) {
  if (!week) return null
  const become = (part: Partial<Week>) =>
    change({ rules: rules.map((rule): AvailabilityRule => (rule === week ? { ...week, ...part } : rule)) })
  return (
    <Disclosure label={moreAboutPick[pick]}>
      <LikingChoice name={`liking-${pick}`} liking={week.preference} onChange={(preference) => become({ preference })} />
      <TimeOffChoice
        name={`off-${pick}`}
        label={timeOffWords.onlyIf}
        noLabel={timeOffWords.noNeed}
        timeOff={week.timeOff}
        onChange={(timeOff) => become({ timeOff })}
      />
    </Disclosure>
  )
}
