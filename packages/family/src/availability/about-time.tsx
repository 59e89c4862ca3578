import { preferences, mostNoticeDays, type Preference, type TimeOff } from '@kinplan/domain/availability/availability-rule'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { TextField } from '@kinplan/ui/text-field'
import { useState, type ReactNode } from 'react'
import { useRefusal } from './saved-line'
import { likingWords, timeOffWords } from './times.copy'

/** How well times suit. `name` tells several on one page apart. */
export function LikingChoice({ name, liking, onChange }: { name: string; liking: Preference; onChange: (liking: Preference) => void }) {
  return (
    <ChoiceList
      name={name}
      kind="one"
      label={likingWords.label}
      choices={[...preferences].reverse().map((value) => ({ value, label: likingWords[value] }))}
      chosen={[liking]}
      onChoose={([value]) => onChange(preferences.find((one) => one === value) ?? 'possible')}
    />
  )
}

/** Days' notice that many employers ask for. */
const usualNotices = [7, 14, 28]
const none = 'none'
const other = 'other'

/** Whether somebody can get time off work, and how long before they have to ask. */
export function TimeOffChoice({
  name,
  label,
  noLabel,
  timeOff,
  onChange,
}: {
  name: string
  label: ReactNode
  noLabel: string
  timeOff: TimeOff | undefined
  onChange: (timeOff: TimeOff | undefined) => void
}) {
  const isUsual = timeOff !== undefined && usualNotices.includes(timeOff.noticeDays)
  const [asksOther, setAsksOther] = useState(timeOff !== undefined && !isUsual)
  const [days, setDays] = useState(timeOff && !isUsual ? String(timeOff.noticeDays) : '')
  const count = noticeIn(days)
  const isWrong = asksOther && days !== '' && count === undefined
  useRefusal(isWrong)
  const chosen = asksOther ? other : timeOff ? String(timeOff.noticeDays) : none

  function choose(value: string) {
    setAsksOther(value === other)
    if (value === other) return count === undefined ? undefined : onChange({ noticeDays: count })
    onChange(value === none ? undefined : { noticeDays: Number(value) })
  }

  return (
    <ChoiceList
      name={name}
      kind="one"
      label={label}
      choices={[
        { value: none, label: noLabel },
        ...usualNotices.map((notice) => ({ value: String(notice), label: timeOffWords.weeksBefore(notice / 7) })),
        {
          value: other,
          label: timeOffWords.otherNotice,
          more: (
            <TextField
              inputMode="numeric"
              size={4}
              label={timeOffWords.days}
              error={isWrong ? timeOffWords.daysWrong(mostNoticeDays) : undefined}
              value={days}
              onChange={(event) => {
                setDays(event.target.value)
                const typed = noticeIn(event.target.value)
                if (typed !== undefined) onChange({ noticeDays: typed })
              }}
            />
          ),
        },
      ]}
      chosen={[chosen]}
      onChoose={([value = none]) => choose(value)}
    />
  )
}

function noticeIn(typed: string): number | undefined {
  const text = typed.trim()
  return /^\d{1,3}$/.test(text) && Number(text) <= mostNoticeDays ? Number(text) : undefined
}
