import { may } from '@kinplan/domain/access/may'
import { parentStates } from '@kinplan/domain/family/circle'
import { Disclosure } from '@kinplan/ui/disclosure'
import { StatusWord } from '@kinplan/ui/status-word'
import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { SetParentDocument } from '../generated/graphql'
import { optionsOf, SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { FamilyOf, FamilyPartProps } from './family-of'
import { familyWords, parentStateWords, parentWords as words } from './family.copy'

type PersonOf = FamilyOf['people'][number]
type SlotOf = FamilyOf['parents'][number]

/** Each child's parents, fathers and mothers alike: how they can be found, and why it is so. */
export function ParentsSection({ family }: FamilyPartProps) {
  const mayGrow = may(family, 'family:grow')
  return (
    <section aria-labelledby="parents">
      <h2 id="parents">{familyWords.sections.parents}</h2>
      <div className="columns">
        {family.people
          .filter(({ kind }) => kind === 'child')
          .map((child) => (
            <ParentsOfChild key={child.id} child={child} family={family} mayGrow={mayGrow} />
          ))}
      </div>
    </section>
  )
}

function ParentsOfChild({ child, family, mayGrow }: { child: PersonOf; family: FamilyOf; mayGrow: boolean }) {
  const slots = family.parents.filter((slot) => slot.childId === child.id)
  return (
    <div className="card">
      <h3>
        <bdi>{child.name}</bdi>
      </h3>
      {slots.length === 0 && <p>{words.none}</p>}
      {slots.map((slot) => (
        <div key={slot.id} className="parent-slot">
          <ParentSlot slot={slot} family={family} />
          {mayGrow && (
            <Disclosure label={words.change(slot.label)}>
              <ParentForm child={child} family={family} slot={slot} />
            </Disclosure>
          )}
        </div>
      ))}
      {mayGrow && (
        <Disclosure label={words.add(child.name)}>
          <ParentForm child={child} family={family} slot={null} />
        </Disclosure>
      )}
    </div>
  )
}

function ParentSlot({ slot, family }: { slot: SlotOf; family: FamilyOf }) {
  const person = family.people.find(({ id }) => id === slot.personId)
  return (
    <p>
      <strong>
        <bdi>{slot.label}</bdi>
      </strong>
      {person && (
        <>
          : <bdi>{person.name}</bdi>
        </>
      )}{' '}
      <StatusWord kind={slot.state === 'reachable' ? 'done' : slot.state === 'notSafe' ? 'needs-you' : 'waiting'}>
        {parentStateWords[slot.state]}
      </StatusWord>
      {slot.reason && (
        <span className="quiet under">
          {words.reason}: <bdi>{slot.reason}</bdi>
        </span>
      )}
    </p>
  )
}

function ParentForm({ child, family, slot }: { child: PersonOf; family: FamilyOf; slot: SlotOf | null }) {
  const setting = useChange(SetParentDocument, ['label', 'personId', 'state', 'reason'])
  return (
    <ChangeForm
      change={setting}
      keeps={slot !== null}
      version={slot?.version}
      button={words.save}
      onSend={(given, version) =>
        setting.run({
          input: {
            familyId: family.id,
            slotId: slot?.id ?? null,
            version: slot === null ? null : version,
            childId: child.id,
            personId: given.some('personId'),
            label: given.text('label'),
            state: given.one('state', parentStates),
            reason: given.text('reason'),
          },
        })
      }
    >
      <TextField
        {...setting.field('label')}
        name="label"
        label={words.label}
        hint={words.labelHint(child.name)}
        defaultValue={slot?.label}
        autoComplete="off"
      />
      <SelectField
        {...setting.field('personId')}
        name="personId"
        label={words.person}
        none={words.noPerson}
        defaultValue={slot?.personId ?? ''}
        options={family.people.filter(({ id }) => id !== child.id).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        {...setting.field('state')}
        name="state"
        label={words.state}
        defaultValue={slot?.state ?? 'notKnown'}
        options={optionsOf(parentStates, parentStateWords)}
      />
      <TextArea
        {...setting.field('reason')}
        name="reason"
        rows={2}
        label={words.reasonField}
        hint={words.reasonHint}
        defaultValue={slot?.reason}
      />
    </ChangeForm>
  )
}
