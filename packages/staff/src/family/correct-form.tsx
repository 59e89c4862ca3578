import { useState } from 'react'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { CorrectDocument } from '../generated/graphql'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { FamilyPartProps } from './family-of'
import { peopleWords as words } from './family.copy'

const correctable = ['personName', 'personBornOn'] as const

/** Corrects a name or a date of birth; what it said before is kept. */
export function CorrectForm({ family }: FamilyPartProps) {
  const correcting = useChange(CorrectDocument, ['subjectId', 'field', 'value'])
  const [personId, setPersonId] = useState(family.people[0]?.id ?? '')
  const [field, setField] = useState<string>('personName')
  const person = family.people.find(({ id }) => id === personId)
  return (
    <ChangeForm
      change={correcting}
      button={words.correctButton}
      onSend={(given) =>
        correcting.run({
          input: { field: given.one('field', correctable), subjectId: personId, version: person?.version ?? 0, value: given.text('value') },
        })
      }
    >
      <p>{words.correctHint}</p>
      <SelectField
        {...correcting.field('subjectId')}
        name="subjectId"
        label={words.correctWho}
        value={personId}
        onChange={(event) => setPersonId(event.target.value)}
        options={family.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        {...correcting.field('field')}
        name="field"
        label={words.correctField}
        value={field}
        onChange={(event) => setField(event.target.value)}
        options={[
          { value: 'personName', label: words.correctName },
          { value: 'personBornOn', label: words.correctBorn },
        ]}
      />
      <TextField
        {...correcting.field('value')}
        key={`${personId} ${field}`}
        name="value"
        type={field === 'personBornOn' ? 'date' : 'text'}
        label={words.correctValue}
        defaultValue={(field === 'personBornOn' ? person?.bornOn : person?.name) ?? ''}
        autoComplete="off"
      />
    </ChangeForm>
  )
}
