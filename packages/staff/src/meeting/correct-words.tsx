import { Disclosure } from '@kinplan/ui/disclosure'
import { ChangeForm } from '../frame/change-form'
import { CorrectWordsDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import { PlainTextArea } from './plain-text-area'
import { whyWords as words } from './why.copy'

/** Corrects words of Why; what they said before is kept in the family's page. */
export function CorrectWords({
  field,
  subjectId,
  version,
  text,
  refetch,
}: {
  field: 'whyText' | 'bottomLineText'
  subjectId: string
  version: number
  text: string
  refetch: () => void
}) {
  const correcting = useChange(CorrectWordsDocument, ['value'])
  return (
    <Disclosure label={words.correct}>
      <ChangeForm
        change={correcting}
        keeps
        version={version}
        button={words.correctButton}
        onSend={(given, typedAt) => correcting.run({ input: { field, subjectId, version: typedAt, value: given.text('value') } })}
        onDone={refetch}
      >
        <PlainTextArea {...correcting.field('value')} name="value" rows={3} label={words.correctLabel} defaultValue={text} />
      </ChangeForm>
    </Disclosure>
  )
}
