import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import { DecideNotPartDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import type { ParticipantOf } from './meeting-of'
import { notPartWords as words } from './people.copy'

/** A manager decides that somebody is not part of this meeting, with a reason and a day to look again. */
export function NotPartForm({ participant }: { participant: ParticipantOf }) {
  const deciding = useChange(DecideNotPartDocument, ['reason', 'lookAgainOn', 'viewsGathered'])
  return (
    <ChangeForm
      change={deciding}
      look="danger"
      button={words.button}
      onSend={(given) => {
        const viewsGathered = given.yesOrNo('viewsGathered')
        if (viewsGathered === null) return Promise.resolve(deciding.refuse('choiceUnknown', 'viewsGathered'))
        return deciding.run({
          input: {
            participantId: participant.id,
            version: participant.version,
            reason: given.text('reason'),
            lookAgainOn: given.text('lookAgainOn'),
            viewsGathered,
          },
        })
      }}
    >
      <p>{words.before}</p>
      <TextArea {...deciding.field('reason')} name="reason" rows={3} label={words.reason} hint={words.reasonHint} />
      <TextField {...deciding.field('lookAgainOn')} type="date" name="lookAgainOn" label={words.lookAgainOn} />
      <ChoiceField
        {...deciding.field('viewsGathered')}
        kind="one"
        inRow
        name="viewsGathered"
        label={words.views}
        choices={[
          { value: 'yes', label: words.viewsYes },
          { value: 'no', label: words.viewsNo },
        ]}
      />
    </ChangeForm>
  )
}
