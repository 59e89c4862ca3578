import { useNavigate } from 'react-router'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import { StartMeetingDocument, type FamilyPartsFragment } from '../generated/graphql'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import { startWords as words } from './start-meeting.copy'

interface StartMeetingFormProps {
  familyId: string
  childrenHere: readonly { id: string; name: string }[]
  /** Who works with the family now. */
  workersHere: FamilyPartsFragment['allocations']
}

/** Starts a meeting: an independent coordinator, the social worker who asks, the children. */
export function StartMeetingForm({ familyId, childrenHere, workersHere }: StartMeetingFormProps) {
  const starting = useChange(StartMeetingDocument, ['coordinatorId', 'referrerId', 'childIds'])
  const navigate = useNavigate()
  const workersOf = (role: 'coordinator' | 'socialWorker') =>
    workersHere.filter((one) => one.role === role).map(({ worker }) => ({ value: worker.id, label: worker.name }))
  const childIds = childrenHere.map(({ id }) => id)
  const coordinators = workersOf('coordinator')
  return (
    <ChangeForm
      change={starting}
      keeps
      button={words.button}
      onSend={async (given) => {
        const done = await starting.run({
          input: {
            familyId,
            coordinatorId: given.text('coordinatorId'),
            referrerId: given.text('referrerId'),
            childIds: given.all('childIds', childIds),
          },
        })
        if (done) await navigate(`/meetings/${done.meeting.id}`)
        return done
      }}
    >
      <p>{coordinators.length === 0 ? words.noCoordinator : words.independent}</p>
      <SelectField
        {...starting.field('coordinatorId')}
        name="coordinatorId"
        label={words.coordinator}
        none={coordinators.length === 0 ? '' : undefined}
        options={coordinators}
      />
      <SelectField {...starting.field('referrerId')} name="referrerId" label={words.referrer} options={workersOf('socialWorker')} />
      <ChoiceField
        {...starting.field('childIds')}
        kind="many"
        name="childIds"
        label={words.children}
        initially={childIds}
        choices={childrenHere.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
      />
    </ChangeForm>
  )
}
