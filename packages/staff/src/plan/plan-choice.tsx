import { ChoiceList } from '@kinplan/ui/choice-list'
import { instantInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { planWords as words } from './plan.copy'

/** Which version of the plan is looked at; nothing to choose when there is one. */
export function PlanChoice({
  meeting: { plans, zone },
  chosenId,
  onChoose,
}: {
  meeting: Pick<MeetingOf, 'plans' | 'zone'>
  chosenId: string
  onChoose: (id: string) => void
}) {
  if (plans.length < 2) return null
  return (
    <ChoiceList
      name="version"
      kind="one"
      label={words.versions}
      choices={plans.map(({ id, version, sharedAt, fromPaper }, place) => ({
        value: id,
        label: words.version(version, instantInWords(sharedAt, zone), fromPaper),
        ...(place === 0 && { hint: words.newest }),
      }))}
      chosen={[chosenId]}
      onChoose={([id]) => id !== undefined && onChoose(id)}
    />
  )
}
