import { useQuery } from '@apollo/client/react'
import { needs } from '@kinplan/domain/meeting/participation'
import { ChangeForm } from '../frame/change-form'
import { AddParticipantDocument, FamilyDocument, TeamsDocument } from '../generated/graphql'
import { Read } from '../connection/read'
import { optionsOf, SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from './meeting-of'
import { needWords } from './participation.copy'
import { addParticipantWords as words } from './people.copy'

interface Somebody {
  id: string
  name: string
}

/** Puts a person of the family, or a worker, on the list of a meeting: not asked yet. */
export function AddParticipantForm({ meeting }: { meeting: MeetingOf }) {
  const family = useQuery(FamilyDocument, { variables: { id: meeting.familyId } })
  const teams = useQuery(TeamsDocument)
  const here = new Set(meeting.participants.flatMap(({ person, worker }) => [person?.id, worker?.id]))
  return (
    <Read reading={family}>
      {({ family: found }) => (
        <Fields
          meeting={meeting}
          people={(found?.people ?? []).filter(({ id, ended }) => !ended && !here.has(id))}
          workers={(teams.data?.teams ?? []).flatMap(({ workers }) => workers).filter(({ id }) => !here.has(id))}
        />
      )}
    </Read>
  )
}

function Fields({
  meeting,
  people,
  workers,
}: {
  meeting: MeetingOf
  people: readonly Somebody[]
  workers: readonly (Somebody & { title: string })[]
}) {
  const adding = useChange(AddParticipantDocument, ['personId', 'need'])
  return (
    <ChangeForm
      change={adding}
      button={words.button}
      onSend={(given) => {
        const id = given.text('personId')
        const isWorker = workers.some((worker) => worker.id === id)
        return adding.run({
          input: {
            meetingId: meeting.id,
            personId: isWorker ? null : id || null,
            workerId: isWorker ? id : null,
            need: given.one('need', needs),
          },
        })
      }}
    >
      {people.length === 0 && <p>{words.everybody}</p>}
      <SelectField {...adding.field('personId')} name="personId" label={words.who}>
        <optgroup label={words.person}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.worker}>
          {workers.map(({ id, name, title }) => (
            <option key={id} value={id}>
              {name}, {title}
            </option>
          ))}
        </optgroup>
      </SelectField>
      <SelectField {...adding.field('need')} name="need" label={words.need} defaultValue="welcome" options={optionsOf(needs, needWords)} />
    </ChangeForm>
  )
}
