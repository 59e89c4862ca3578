import { waysToChoose } from '@kinplan/domain/meeting/participation'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { useState } from 'react'
import { wayHints, wayWords } from '../meeting/meeting.copy'
import type { HoursKept } from './hours-kept'
import { offers } from './said-hours'
import { useRefusal } from './saved-line'
import { timesWords } from './times.copy'

/** In which ways somebody could join, at all the times they said. */
export function HowQuestion({ kept: { ways: chosen, rules, change } }: { kept: HoursKept }) {
  const [none, setNone] = useState(false)
  useRefusal(none)

  function choose(values: readonly string[]) {
    const how = waysToChoose.filter((way) => values.includes(way))
    setNone(how.length === 0)
    if (how.length === 0) return
    change({ ways: how, ...(rules.some(offers) ? { rules: rules.map((rule) => (offers(rule) ? { ...rule, how } : rule)) } : {}) })
  }

  return (
    <ChoiceList
      name="how"
      kind="many"
      label={<span className="visually-hidden">{timesWords.howTitle}</span>}
      hint={timesWords.howHint}
      error={none ? timesWords.howOne : undefined}
      choices={waysToChoose.map((value) => ({ value, label: wayWords[value], hint: wayHints[value] }))}
      chosen={chosen}
      onChoose={choose}
    />
  )
}
