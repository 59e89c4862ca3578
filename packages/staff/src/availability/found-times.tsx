import { useMemo } from 'react'
import { parseTimeAsk } from '@kinplan/domain/availability/time-ask'
import { weekdayOfDay, dayOfDate } from '@kinplan/domain/availability/wall-time'
import { Button } from '@kinplan/ui/button'
import { HeatWeeks, type HeatCell } from '@kinplan/ui/heat-weeks'
import { Notice } from '@kinplan/ui/notice'
import type { MeetingOf } from '../meeting/meeting-page'
import { clockOf, dayInRow, dayInWords, wallInWords } from '../when'
import { heatOfHours, type HeatHour } from './heat-of-hours'
import { hoursGiven } from './hours-given'
import { ProposalWords } from './proposal-words'
import { timesWords as words, waySaid } from './times.copy'
import type { FoundTimes, Proposal } from './use-ranked-times'

/** Warmer where more can come; full only where everybody can who has said when. */
function cellOf(day: string, { time, can, cannot }: HeatHour): HeatCell {
  const all = can.length + cannot.length
  const level = can.length === 0 ? 0 : cannot.length === 0 ? 4 : can.length * 3 > all * 2 ? 3 : can.length * 3 > all ? 2 : 1
  const names = can.length === 0 ? words.nobodyThen : words.canThen(can.map(({ name, how }) => `${name} ${waySaid[how]}`).join(', '))
  const others = can.length > 0 && cannot.length > 0 ? `; ${words.cannotThen(cannot.join(', '))}` : ''
  return { level, text: can.length === 0 ? '' : String(can.length), words: `${dayInWords(day)}, ${time}: ${names}${others}.` }
}

export interface FoundTimesProps {
  found: FoundTimes
  meeting: MeetingOf
  onPick: (proposal: Proposal) => void
}

/** The answer as a picture of the weeks with the proposals as stones on it, and as a list that says the same in words. */
export function FoundTimesView({ found: { ask, proposals }, meeting, onPick }: FoundTimesProps) {
  const people = useMemo(() => hoursGiven(meeting), [meeting])
  const heat = useMemo(() => {
    const { from: fromDate, until: untilDate, minutes, ...rest } = ask
    const parsed = parseTimeAsk({ ...rest, fromDate, untilDate, minutes: Number(minutes), zone: meeting.zone, noticeUntil: 0 })
    return parsed.ok ? heatOfHours(parsed.ask, people) : null
  }, [ask, meeting.zone, people])
  if (proposals.length === 0) {
    return (
      <Notice live="polite">
        <p>{people.length === 0 ? words.notSaid : words.none}</p>
      </Notice>
    )
  }
  if (heat === null) return null
  return (
    <HeatWeeks
      label={words.pictureLabel}
      hint={words.pictureHint}
      stonesLabel={words.stones}
      days={heat.days.map((day, place) => ({
        id: day,
        label: dayInRow(day),
        weekBegins: place > 0 && weekdayOfDay(dayOfDate(day)) < weekdayOfDay(dayOfDate(heat.days[place - 1] ?? day)),
      }))}
      hours={heat.hours.map((hour) => ({ id: String(hour), label: String(hour) }))}
      cell={(day, hour) => cellOf(day, heat.at(day, Number(hour)))}
      stones={proposals.map((proposal, place) => ({
        number: place + 1,
        day: proposal.startWall.slice(0, 10),
        hour: String(Number(clockOf(proposal.startWall).slice(0, 2))),
        words: (
          <div className="said">
            <ProposalWords proposal={proposal} last={place === proposals.length - 1} />
            <Button look="quiet" aria-label={words.pickLabel(wallInWords(proposal.startWall))} onClick={() => onPick(proposal)}>
              {words.pick}
            </Button>
          </div>
        ),
      }))}
    />
  )
}
