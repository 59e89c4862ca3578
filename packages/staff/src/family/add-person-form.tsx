import { useState } from 'react'
import { personKinds, relationKinds } from '@kinplan/domain/family/circle'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import type { FormValues } from '../frame/form-values'
import { AddPersonDocument } from '../generated/graphql'
import { optionsOf, SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { FamilyOf, FamilyPartProps } from './family-of'
import { peopleWords as words, personKindWords, relationWords } from './family.copy'

/** Adds a person, with what they are to each child. */
export function AddPersonForm({ family }: FamilyPartProps) {
  const adding = useChange(AddPersonDocument, ['name', 'kind', 'bornOn', 'relations'])
  const children = family.people.filter(({ kind }) => kind === 'child')
  return (
    <ChangeForm
      change={adding}
      button={words.addButton}
      onSend={(given) =>
        adding.run({
          input: {
            familyId: family.id,
            name: given.text('name'),
            kind: given.one('kind', personKinds),
            bornOn: given.some('bornOn'),
            zone: family.zone,
            relations: children.flatMap(({ id }) => relationTyped(id, given)),
          },
        })
      }
    >
      <TextField {...adding.field('name')} name="name" label={words.addName} hint={words.addNameHint} autoComplete="off" />
      <SelectField
        {...adding.field('kind')}
        name="kind"
        label={words.addKind}
        defaultValue="kin"
        options={optionsOf(personKinds, personKindWords)}
      />
      {children.map((child, place) => (
        <RelationFields key={child.id} child={child} family={family} at={place === 0 ? adding.field('relations') : {}} />
      ))}
      <TextField {...adding.field('bornOn')} type="date" name="bornOn" label={words.addBorn} />
    </ChangeForm>
  )
}

function relationTyped(childId: string, given: FormValues) {
  const kind = relationKinds.find((one) => one === given.text(`kind-${childId}`))
  if (kind === undefined) return []
  const responsibility = given.text(`responsibility-${childId}`) === 'yes'
  return [
    {
      childId,
      kind,
      throughId: given.some(`through-${childId}`),
      responsibility,
      basis: responsibility ? given.some(`basis-${childId}`) : null,
    },
  ]
}

function RelationFields({
  child,
  family,
  at,
}: {
  child: FamilyOf['people'][number]
  family: FamilyOf
  at: { id?: string; error?: string | undefined }
}) {
  const [kind, setKind] = useState('')
  const others = family.people.filter(({ id, kind: who }) => id !== child.id && who === 'kin')
  return (
    <>
      <SelectField
        {...at}
        name={`kind-${child.id}`}
        label={words.toChild(child.name)}
        none={words.noneToChild}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        options={optionsOf(relationKinds, relationWords)}
      />
      {kind !== '' && (
        <div className="choice-more">
          <SelectField
            name={`through-${child.id}`}
            label={words.throughField(child.name)}
            hint={words.throughHint}
            none={words.throughNobody}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ChoiceField
            kind="many"
            name={`responsibility-${child.id}`}
            label={words.responsibility}
            choices={[
              {
                value: 'yes',
                label: words.responsibilityField(child.name),
                more: <TextField name={`basis-${child.id}`} label={words.basis} hint={words.basisHint} />,
              },
            ]}
          />
        </div>
      )}
    </>
  )
}
