import { readRoster } from '@kinplan/domain/availability/typed-roster'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TextArea } from '@kinplan/ui/text-area'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { refusalWords } from '../connection/refusal.copy'
import { go } from '../page/address'
import { useKeptWords } from '../page/kept-words'
import { daysRead, rosterOf, withRoster } from './dated-shifts'
import type { HoursKept } from './hours-kept'
import { ReadDays, Reasons } from './list-read'
import { pageOf } from './rule-at'
import { problemOf } from './said-hours'
import { listWords } from './shifts.copy'

/** Letters of one line of the box on a narrow phone: a longer one takes two. */
const lettersInRow = 28
const fewestRows = 4

/** Shifts by their dates, typed or pasted. Lines that cannot be read are mended; the others are kept meanwhile. */
export function ListQuestion({ kept, today }: { kept: HoursKept; today: string }) {
  const { rules, change } = kept
  const [typed, setTyped, forgetTyped] = useKeptWords('roster')
  const [good, setGood, forgetGood] = useKeptWords('roster read')
  const [faulty, setFaulty] = useKeptWords('roster not read')
  const [wrong, setWrong] = useState<string>()
  const line = useRef<HTMLParagraphElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  /** What the last press led to, where the page stays: it is read from there. */
  const [ledTo, setLedTo] = useState<{ to: 'line' | 'box' }>()
  useEffect(() => {
    if (ledTo) (ledTo.to === 'line' ? line : box).current?.focus()
  }, [ledTo])
  const isMending = good !== '' || faulty !== ''

  function read(event: FormEvent) {
    event.preventDefault()
    const { unreadable } = readRoster(typed, { from: today })
    const left = new Set(unreadable.map((one) => one.line))
    const lines = typed.split(/\r\n|\r|\n/)
    const readable = [good, ...lines.filter((text, place) => text.trim() !== '' && !left.has(place + 1))].filter(Boolean).join('\n')
    const isNothing = readable === '' && left.size === 0
    setWrong(isNothing ? listWords.nothing : undefined)
    setGood(readable)
    setTyped(unreadable.map(({ text }) => text).join('\n'))
    setFaulty(unreadable.map(({ text }) => text).join('\n'))
    if (left.size === 0 && readable !== '') return save(readable)
    setLedTo({ to: isNothing ? 'box' : 'line' })
  }

  function save(lines: string) {
    const roster = rosterOf(lines, kept, today)
    const problem = roster && problemOf(roster)
    setWrong(problem ? refusalWords[problem.code] : roster ? undefined : listWords.nothing)
    if (!roster || problem) return setLedTo({ to: 'box' })
    change({ rules: withRoster(rules, roster) })
    forget()
    go(pageOf('hours', roster))
  }

  function forget() {
    forgetTyped()
    forgetGood()
    setFaulty('')
  }

  const leftOut = (
    <p className="quiet">{rules.some(({ kind }) => kind === 'shiftCycle') ? listWords.leftOutBesidePattern : listWords.leftOut}</p>
  )
  if (!isMending) {
    return (
      <form onSubmit={read}>
        <TextArea
          ref={box}
          label={listWords.label}
          hint={listWords.hint}
          error={wrong}
          rows={8}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {leftOut}
        <div className="actions">
          <Button type="submit">{listWords.read}</Button>
        </div>
      </form>
    )
  }
  const days = daysRead(good, today)
  const shifts = days.filter(({ shift }) => shift).length
  const { unreadable } = readRoster(faulty, { from: today })
  const toMend = typed.split('\n').filter((text) => text.trim() !== '').length
  return (
    <form onSubmit={read}>
      <p className="lede" role="status" tabIndex={-1} ref={line}>
        {days.length === 0 ? listWords.couldReadNothing : listWords.couldRead(shifts, days.length - shifts)}{' '}
        {unreadable.length > 0 && listWords.couldNot(unreadable.length)}
      </p>
      <Reasons unreadable={unreadable} today={today} />
      <TextArea
        ref={box}
        label={listWords.mend}
        hint={listWords.mendHint}
        error={wrong}
        rows={rowsFor(typed)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="actions">
        <Button type="submit">{listWords.readAgain}</Button>
        {days.length > 0 && toMend > 0 && (
          <Button look="quiet" onClick={() => save(good)}>
            {listWords.leaveOut(toMend)}
          </Button>
        )}
      </div>
      {leftOut}
      {days.length > 0 && (
        <Disclosure label={listWords.see}>
          <ReadDays days={days} today={today} />
        </Disclosure>
      )}
      <Button
        look="link"
        onClick={() => {
          forget()
          setWrong(undefined)
          setLedTo({ to: 'box' })
        }}
      >
        {listWords.startAgain}
      </Button>
    </form>
  )
}

/** So high that all of it is seen. */
function rowsFor(text: string): number {
  return Math.max(
    fewestRows,
    text.split('\n').reduce((rows, one) => rows + Math.max(1, Math.ceil(one.length / lettersInRow)), 0),
  )
}
