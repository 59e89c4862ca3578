import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { MakeActionDocument } from '../generated/graphql'
import type { PlanOf, StepOf } from '../plan/use-plan'
import { RefusalNotice } from '../frame/refusal-notice'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from '../meeting/meeting-of'
import { promisesWords as words } from './promises.copy'

/** Who may promise: people of the family who take part, and the workers of this meeting, each once. */
function ownersOf({ participants, coordinator, referrer }: MeetingOf) {
  const parts = participants.filter(({ state }) => state !== 'notPart')
  const workers = [referrer, coordinator, ...parts.flatMap(({ worker }) => (worker ? [worker] : []))]
  return {
    family: parts.flatMap(({ person }) => (person ? [{ value: person.id, label: words.ofFamily(person.name) }] : [])),
    council: [...new Map(workers.map(({ id, name, title }) => [id, { value: id, label: words.ofCouncil(name, title) }])).values()],
  }
}

/** Makes one promise: what, who (one person, or one worker for the council), by when. Opens with the step's own words. */
export function MakePromiseDialog({
  meeting,
  plan,
  step,
  onClose,
}: {
  meeting: MeetingOf
  plan: PlanOf
  step: StepOf | null
  onClose: () => void
}) {
  const making = useChange(MakeActionDocument, ['text', 'ownerPersonId', 'dueOn'])
  const [text, setText] = useState(step?.what ?? '')
  const [owner, setOwner] = useState('')
  const [dueOn, setDueOn] = useState('')
  const { family, council } = ownersOf(meeting)

  async function send() {
    const ownerPersonId = family.some(({ value }) => value === owner) ? owner : null
    const ownerWorkerId = ownerPersonId === null && owner !== '' ? owner : null
    const done = await making.run({ input: { planId: plan.id, stepId: step?.id ?? null, text, dueOn, ownerPersonId, ownerWorkerId } })
    if (done) onClose()
  }

  return (
    <Dialog
      open
      heading={words.makeHeading}
      onClose={onClose}
      actions={
        <>
          <Button disabled={making.busy} onClick={() => void send()}>
            {words.make}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.back}
          </Button>
        </>
      }
    >
      <RefusalNotice change={making} onAgain={() => void send()} />
      {step && (step.who !== '' || step.byWhen !== '') && (
        <p className="quiet">
          <bdi>{words.planSays(step.who, step.byWhen)}</bdi>
        </p>
      )}
      <TextArea {...making.field('text')} label={words.text} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      <SelectField
        {...making.field('ownerPersonId')}
        label={words.owner}
        hint={words.ownerHint}
        none={words.chooseOwner}
        options={[...family, ...council]}
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
      />
      <TextField
        {...making.field('dueOn')}
        type="date"
        label={words.dueOn}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </Dialog>
  )
}
