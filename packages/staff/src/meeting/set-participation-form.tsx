import { useState } from 'react'
import { ways } from '@kinplan/domain/meeting/participation'
import { mayStillCome } from '@kinplan/domain/meeting/way-now'
import { wayWords } from '../availability/ways.copy'
import { ChangeForm } from '../frame/change-form'
import { SetParticipationDocument } from '../generated/graphql'
import { optionsOf, SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { ParticipantOf } from './meeting-of'
import { stateWords } from './participation.copy'
import { setWords as words, settable } from './people.copy'

/** The coordinator writes down how somebody stands, as they told her. Somebody whose access has ended does not come any more. */
export function SetParticipationForm({ participant }: { participant: ParticipantOf }) {
  const setting = useChange(SetParticipationDocument, ['state', 'how'])
  const [state, setState] = useState<string>(participant.state)
  const states = participant.person?.ended ? settable.filter((one) => !mayStillCome.includes(one)) : settable
  return (
    <ChangeForm
      change={setting}
      keeps
      version={participant.version}
      button={words.button}
      onSend={(given, version) =>
        setting.run({
          input: {
            participantId: participant.id,
            version,
            state: given.one('state', settable),
            how: ways.find((way) => way === given.text('how')) ?? null,
          },
        })
      }
    >
      <SelectField
        {...setting.field('state')}
        name="state"
        label={words.state}
        value={state}
        onChange={(event) => setState(event.target.value)}
        options={optionsOf(states, stateWords)}
      />
      {(state === 'coming' || state === 'sendingViews') && (
        <SelectField
          {...setting.field('how')}
          name="how"
          label={words.how}
          none={words.noHow}
          defaultValue={participant.how ?? ''}
          options={optionsOf(ways, wayWords)}
        />
      )}
    </ChangeForm>
  )
}
