import { useState } from 'react'
import { contactKinds } from '@kinplan/domain/family/circle'
import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { contactWords } from '../frame/contact-points.copy'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import { AddContactPointDocument } from '../generated/graphql'
import { optionsOf, SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { FamilyPartProps } from './family-of'
import { peopleWords as words } from './family.copy'

/** Adds a number, an email or an address, and whether it is safe to use. */
export function ContactForm({ family }: FamilyPartProps) {
  const adding = useChange(AddContactPointDocument, ['personId', 'kind', 'value', 'safeToUse', 'note', 'reason', 'talkedOn'])
  const [asksForTalk, setAsksForTalk] = useState(false)
  // The family has it marked as not safe: from then on the form asks why it is safe now, until it is saved.
  if (!asksForTalk && adding.trouble?.kind === 'refused' && adding.trouble.code === 'unsafeBefore') setAsksForTalk(true)
  return (
    <ChangeForm
      change={adding}
      button={words.reachButton}
      onDone={() => setAsksForTalk(false)}
      onSend={(given) => {
        const safeToUse = given.yesOrNo('safeToUse')
        // Nobody may guess this one: without an answer nothing is sent.
        if (safeToUse === null) return Promise.resolve(adding.refuse('choiceUnknown', 'safeToUse'))
        const point = {
          personId: given.text('personId'),
          kind: given.one('kind', contactKinds),
          value: given.text('value'),
          safeToUse,
          note: given.text('note'),
        }
        return adding.run({ input: { ...point, reason: given.some('reason'), talkedOn: given.some('talkedOn') } })
      }}
    >
      <SelectField
        {...adding.field('personId')}
        name="personId"
        label={words.whose}
        options={family.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField {...adding.field('kind')} name="kind" label={words.reachKind} options={optionsOf(contactKinds, contactWords.kinds)} />
      <TextField {...adding.field('value')} name="value" label={words.value} autoComplete="off" />
      <ChoiceField
        {...adding.field('safeToUse')}
        kind="one"
        name="safeToUse"
        label={words.safeField}
        choices={[
          { value: 'yes', label: words.safeYes },
          { value: 'no', label: words.safeNo },
        ]}
      />
      {asksForTalk && (
        <>
          <p>{words.unsafeBefore}</p>
          <TextArea {...adding.field('reason')} name="reason" rows={2} label={words.whySafe} hint={words.whySafeHint} />
          <TextField {...adding.field('talkedOn')} name="talkedOn" label={words.talkedOn} hint={words.talkedOnHint} autoComplete="off" />
        </>
      )}
      <TextArea {...adding.field('note')} name="note" rows={2} label={words.note} hint={words.noteHint} />
    </ChangeForm>
  )
}
