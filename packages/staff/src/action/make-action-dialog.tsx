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
import { actionsWords as words } from './actions.copy'

/** Makes one promise: what, who (one person, or one worker for the council), by when. Opens with the step's own words. */
export function MakeActionDialog({ plan, step, onClose }: { plan: PlanOf; step: StepOf | null; onClose: () => void }) {
  const making = useChange(MakeActionDocument, ['text', 'ownerPersonId', 'dueOn'])
  const [text, setText] = useState(step?.what ?? '')
  const [ownerId, setOwnerId] = useState('')
  const [dueOn, setDueOn] = useState('')
  const owners = plan.possibleOwners ?? []
  const owner = owners.find(({ id }) => id === ownerId)

  async function send() {
    const whose = owner?.ofCouncil
      ? { ownerPersonId: null, ownerWorkerId: owner.id }
      : { ownerPersonId: owner?.id ?? null, ownerWorkerId: null }
    const done = await making.run({ input: { planId: plan.id, stepId: step?.id ?? null, text, dueOn, ...whose } })
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
        options={owners.map(({ id, name, title }) => ({
          value: id,
          label: title === null ? words.ofFamily(name) : words.ofCouncil(name, title),
        }))}
        value={ownerId}
        onChange={(event) => setOwnerId(event.target.value)}
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
