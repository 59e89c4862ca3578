import { useMemo, useRef } from 'react'
import { dayOfDate, weekdayOfDay } from '@kinplan/domain/clock/wall-time'
import { Button } from '@kinplan/ui/button'
import { HeatWeeks } from '@kinplan/ui/heat-weeks'
import { Notice } from '@kinplan/ui/notice'
import { clockOf, dayInRow, dayInWords, wallInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { heatHours, type HeatHour } from './heat-hours'
import { HeatList, peopleInWords } from './heat-list'
import { noneHasEveryMust, OneAsks } from './one-asks'
import type { PlaceToAsk } from './places-field'
import { BetterWords, FoldedAccount, NextProposalWords, ProposalWords } from './proposal-words'
import { heatWords, timesWords as words } from './times.copy'
import type { FoundTimes, Proposal } from './use-ranked-times'

interface FoundTimesProps {
  found: FoundTimes
  meeting: MeetingOf
  places: readonly PlaceToAsk[]
  onPick: (proposal: Proposal) => void
  /** An hour of the picture was chosen at which no proposal lies: the day, and the best start in the hour. */
  onHour: (day: string, time: string) => void
}

/** The answer: times as numbered stones on a picture of the weeks and as sentences, and the one question that would help. */
export function FoundTimesView({ found, meeting, places, onPick, onHour }: FoundTimesProps) {
  const { proposals } = found
  const { participants } = meeting
  const silent = useMemo(
    () => new Set(participants.filter(({ person }) => person !== null && !person.saidWhen).map(({ id }) => id)),
    [participants],
  )
  const hours = useMemo(() => heatHours(found, silent), [found, silent])
  const asksFirst = noneHasEveryMust(found, participants)
  const nobodySaid = participants.every(({ person }) => person === null || !person.saidWhen)
  return (
    <>
      {found.stopped && (
        <Notice live="polite">
          <p>{words.stopped}</p>
        </Notice>
      )}
      {proposals.length === 0 && found.asks.length === 0 && (
        <Notice live="polite">
          <p>{nobodySaid ? words.notSaid : words.none}</p>
        </Notice>
      )}
      {asksFirst && <OneAsks found={found} participants={participants} places={places} />}
      {(proposals.length > 0 || (hours.length > 0 && !nobodySaid)) && (
        <Weeks hours={hours} proposals={proposals} participants={participants} places={places} onPick={onPick} onHour={onHour} />
      )}
      {!asksFirst && <OneAsks found={found} participants={participants} places={places} />}
    </>
  )
}

interface WeeksProps extends Pick<FoundTimesProps, 'places' | 'onPick' | 'onHour'> {
  hours: readonly HeatHour[]
  proposals: readonly Proposal[]
  participants: MeetingOf['participants']
}

const cellId = (day: string, hour: number | string) => `${day} ${hour}`

function Weeks({ hours, proposals, participants, places, onPick, onHour }: WeeksProps) {
  const said = useRef<(HTMLDivElement | null)[]>([])
  const byCell = new Map(hours.map((hour) => [cellId(hour.day, hour.hour), hour]))
  const days = [...new Set(hours.map(({ day }) => day))]
  const clock = [...new Set(hours.map(({ hour }) => hour))].toSorted((a, b) => a - b)
  const cells = proposals.map(({ startWall }) => cellId(startWall.slice(0, 10), Number(clockOf(startWall).slice(0, 2))))
  function choose(day: string, hour: string) {
    const place = cells.indexOf(cellId(day, hour))
    if (place >= 0) said.current[place]?.focus()
    else onHour(day, byCell.get(cellId(day, hour))?.time ?? `${hour.padStart(2, '0')}:00`)
  }
  return (
    <HeatWeeks
      label={heatWords.label}
      hint={heatWords.hint}
      below={<HeatList hours={hours} />}
      stonesLabel={words.stones}
      days={days.map((day, place) => ({
        id: day,
        label: dayInRow(day),
        weekBegins: place > 0 && weekdayOfDay(dayOfDate(day)) < weekdayOfDay(dayOfDate(days[place - 1] ?? day)),
      }))}
      hours={clock.map((hour) => ({ id: String(hour), label: String(hour) }))}
      cell={(day, hour) => cellOf(byCell.get(cellId(day, hour)))}
      onChoose={choose}
      stones={proposals.map((proposal, place) => ({
        number: place + 1,
        day: proposal.startWall.slice(0, 10),
        hour: String(Number(clockOf(proposal.startWall).slice(0, 2))),
        words: (
          <div
            className="said"
            tabIndex={-1}
            ref={(element) => {
              said.current[place] = element
            }}
          >
            {place === 0 ? (
              <ProposalWords proposal={proposal} participants={participants} places={places} />
            ) : (
              <NextProposalWords proposal={proposal} first={proposals[0] ?? proposal} participants={participants} places={places} />
            )}
            <BetterWords better={proposal.better} last={place === proposals.length - 1} />
            <div className="doings">
              <Button look="quiet" aria-label={words.pickLabel(wallInWords(proposal.startWall))} onClick={() => onPick(proposal)}>
                {words.pick}
              </Button>
              {place > 0 && <FoldedAccount proposal={proposal} participants={participants} places={places} />}
            </div>
          </div>
        ),
      }))}
    />
  )
}

/** Hours at which the meeting cannot begin at all are empty. */
function cellOf(hour: HeatHour | undefined) {
  if (hour === undefined) return { level: 0 as const, text: '', words: heatWords.notAsked }
  const { day, time, can, cannot, level } = hour
  const at = `${dayInWords(day)}, ${time}`
  if (can.length === 0) return { level, text: '', words: `${at}: ${heatWords.nobodyThen}.` }
  const others = cannot.length > 0 ? `; ${heatWords.notThen(cannot.join(', '))}` : ''
  return { level, text: String(can.length), words: `${at}: ${heatWords.canThen(can.length, peopleInWords(can))}${others}.` }
}
