import { cycleOf, shiftPattern, shiftPatterns } from '@kinplan/domain/availability/shift-patterns'
import type { ReactNode } from 'react'
import { go } from '../page/address'
import { LinkList } from '../page/link-list'
import { CalendarQuestion } from './calendar-question'
import { CannotDays } from './cannot-days'
import { DaysQuestion } from './days-question'
import { ExactTimes } from './exact-times'
import type { HoursKept } from './hours-kept'
import { HoursQuestion } from './hours-question'
import { HowQuestion } from './how-question'
import { ListQuestion } from './list-question'
import { monthWords } from './month.copy'
import { MyMonth } from './my-month'
import { cycleOfOwn, ownFrom, OwnCycleQuestion, type OwnCycle } from './own-cycle'
import { PatternQuestion } from './pattern-question'
import { hasPages, pageOf, ruleAt, type RuleWithPages } from './rule-at'
import { RunDayQuestion } from './run-day-question'
import { ofKind } from './said-hours'
import { SaidTimes } from './said-times'
import { withCycle, type ShiftCycle } from './shift-cycle'
import { calendarWords, listWords, ownWords, questionWords, shiftsWords } from './shifts.copy'
import { TimeOffQuestion } from './time-off-question'
import { timeOffWords, timesWords } from './times.copy'

/** One question of "when I can come". */
interface Question {
  readonly title: string
  readonly back: string
  /** The one main button; none where an answer itself leads on. */
  readonly onward?: { readonly to: string; readonly label: string }
  readonly body: ReactNode
  /** What stands below the line that says what was saved. */
  readonly more?: ReactNode
}

interface Asking {
  readonly kept: HoursKept
  readonly today: string
  /** A pattern that is being built. */
  readonly own: OwnCycle | undefined
  setOwn(own: OwnCycle): void
}

const toStart = '/times/start'
const toMonth = '/times/month'
const goOn = (to: string) => ({ to, label: timesWords.nextPage })
const month = { to: toMonth, label: timesWords.toMonth }

/** The question at an address below /times; null where there is none. */
export function questionAt([part = '', which, more]: readonly string[], asking: Asking): Question | null {
  const { kept, today } = asking
  if (part === 'shifts' && which) return shiftQuestion(which, more, asking)
  if (part === 'hours' || part === 'timeOff') {
    const rule = ruleAt(kept.rules, which)
    if (!rule) return null
    return part === 'hours' ? hoursOf(rule, kept) : timeOffOf(rule, kept)
  }
  if (which !== undefined) return null
  const onlyWeek = kept.rules.every(({ kind }) => kind === 'ordinaryWeek' || kind === 'cannot')
  const questions: Record<string, () => Question> = {
    start: () => ({ title: timesWords.startTitle, back: '/', ...(kept.rules.length > 0 ? { onward: month } : {}), body: <Starts /> }),
    shifts: () => ({ title: shiftsWords.title, back: toStart, body: <PatternQuestion /> }),
    list: () => ({ title: listWords.title, back: toStart, body: <ListQuestion kept={kept} today={today} /> }),
    calendar: () => ({ title: calendarWords.title, back: toStart, body: <CalendarQuestion kept={kept} today={today} /> }),
    days: () => ({ title: timesWords.daysTitle, back: toStart, onward: goOn('/times/how'), body: <DaysQuestion kept={kept} /> }),
    exact: () => ({ title: timesWords.exactTitle, back: '/times/days', onward: goOn('/times/how'), body: <ExactTimes kept={kept} /> }),
    how: () => ({
      title: timesWords.howTitle,
      back: beforeHow(kept.rules),
      onward: onlyWeek ? goOn('/times/cannot') : month,
      body: <HowQuestion kept={kept} />,
    }),
    cannot: () => ({ title: timesWords.cannotTitle, back: toStart, onward: month, body: <CannotDays kept={kept} today={today} /> }),
    month: () => ({
      title: monthWords.title,
      back: '/',
      onward: { to: '/', label: timesWords.done },
      body: <MyMonth kept={kept} today={today} />,
      more: <SaidTimes kept={kept} today={today} />,
    }),
  }
  return Object.keys(questions).includes(part) ? (questions[part]?.() ?? null) : null
}

/** A question that leads to how somebody could join. */
function beforeHow(rules: HoursKept['rules']): string {
  const last = rules.filter(hasPages).pop()
  if (last) return pageOf(last.kind === 'calendar' ? 'hours' : 'timeOff', last)
  return ofKind(rules, 'ordinaryWeek').length > 0 ? '/times/days' : toStart
}

function Starts() {
  return (
    <>
      <p className="lede">{timesWords.startHint}</p>
      <LinkList rows={Object.entries(timesWords.starts).map(([part, words]) => ({ to: `/times/${part}`, ...words }))} />
    </>
  )
}

/** Which day a pattern begins on; for a pattern of one's own first how it goes. */
function shiftQuestion(which: string, more: string | undefined, { kept, today, own, setOwn }: Asking): Question | null {
  const code = shiftPatterns.find((pattern) => pattern.code === which)?.code
  if (!code || (more !== undefined && (more !== 'day' || code !== 'own'))) return null
  const building = own ?? ownFrom(ofKind(kept.rules, 'shiftCycle')[0]?.cycle)
  if (code === 'own' && more === undefined)
    return { title: ownWords.title, back: '/times/shifts', body: <OwnCycleQuestion own={building} onChange={setOwn} /> }
  const cycle = code === 'own' ? cycleOfOwn(building) : cycleOf(code)

  function choose(from: string) {
    const rules = withCycle(kept, cycle, from)
    kept.change({ rules })
    go(pageOf('hours', rules[rules.length - 1] as ShiftCycle))
  }
  return {
    title: questionWords[shiftPattern(code).question],
    back: code === 'own' ? '/times/shifts/own' : '/times/shifts',
    body: <RunDayQuestion question={shiftPattern(code).question} days={cycle.length} today={today} onChoose={choose} />,
  }
}

function hoursOf(rule: RuleWithPages, kept: HoursKept): Question {
  const to = rule.kind === 'calendar' ? '/times/how' : pageOf('timeOff', rule)
  return {
    title: shiftsWords.hoursTitle,
    back: toMonth,
    onward: { to, label: shiftsWords.hoursYes },
    body: <HoursQuestion rule={rule} kept={kept} />,
  }
}

function timeOffOf(rule: RuleWithPages, kept: HoursKept): Question | null {
  if (rule.kind === 'calendar') return null
  return {
    title: timeOffWords.title,
    back: pageOf('hours', rule),
    onward: goOn('/times/how'),
    body: <TimeOffQuestion rule={rule} kept={kept} />,
  }
}
