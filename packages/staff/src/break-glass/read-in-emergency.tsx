import { useNavigate } from 'react-router'
import { may } from '@kinplan/domain/access/may'
import { breakGlassFindings } from '@kinplan/domain/break-glass/break-glass'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { StatusWord } from '@kinplan/ui/status-word'
import { TextArea } from '@kinplan/ui/text-area'
import { useChange } from '../connection/use-change'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import { RefusalNotice } from '../frame/refusal-notice'
import { instantInWords } from '../frame/when'
import { EndBreakGlassDocument, ReviewBreakGlassDocument, type FamilyPartsFragment } from '../generated/graphql'
import { readByWords, readingWords } from './break-glass.copy'

type Family = Pick<FamilyPartsFragment, 'id' | 'zone' | 'readUntil' | 'breakGlass' | 'viewerCan'>

/** To whoever reads the family in an emergency: until when, and the way to close it. */
export function ReadingInEmergency({ family: { id, zone, readUntil } }: { family: Family }) {
  const ending = useChange(EndBreakGlassDocument)
  const navigate = useNavigate()
  if (readUntil === null) return null
  const close = async () => {
    if (await ending.run({ familyId: id })) void navigate('/families')
  }
  return (
    <Notice tone="coral" heading={readingWords.heading}>
      <p>{readingWords.until(instantInWords(readUntil, zone))}</p>
      <RefusalNotice change={ending} onAgain={() => void close()} />
      <p>
        <Button look="quiet" disabled={ending.busy} onClick={() => void close()}>
          {readingWords.close}
        </Button>
      </p>
    </Notice>
  )
}

/** To the workers of the family: who read it in an emergency, and what the supervisor found. */
export function ReadInEmergency({ family }: { family: Family }) {
  const read = family.breakGlass ?? []
  if (read.length === 0) return null
  const when = (instant: string) => instantInWords(instant, family.zone)
  const { findings } = readByWords
  return (
    <section aria-labelledby="read-in-emergency">
      <h2 id="read-in-emergency">{readByWords.heading}</h2>
      <ul className="bare-list entries">
        {read.map(({ id, worker, reason, openedAt, endsAt, finding, reviewWords, reviewedBy, reviewedAt }) => (
          <li key={id}>
            <h3>
              <bdi>{readByWords.entry(worker.name, when(openedAt), when(endsAt))}</bdi>
            </h3>
            <p className="quiet">{readByWords.reason}</p>
            <blockquote className="as-written">
              <bdi>{reason}</bdi>
            </blockquote>
            {finding === null ? (
              <StatusWord kind="needs-you">{readByWords.open}</StatusWord>
            ) : (
              <>
                <p>
                  <bdi>{readByWords.reviewed(findings[finding], reviewedBy?.name ?? '', when(reviewedAt ?? openedAt))}</bdi>
                </p>
                <blockquote className="as-written">
                  <bdi>{reviewWords}</bdi>
                </blockquote>
              </>
            )}
            {finding === null && may(family, 'breakGlass:review') && (
              <Disclosure label={readByWords.review}>
                <ReviewForm id={id} />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReviewForm({ id }: { id: string }) {
  const reviewing = useChange(ReviewBreakGlassDocument, ['finding', 'words'])
  const { findings } = readByWords
  return (
    <ChangeForm
      change={reviewing}
      button={readByWords.save}
      onSend={(given) => {
        const finding = breakGlassFindings.find((one) => one === given.text('finding'))
        if (finding === undefined) return Promise.resolve(reviewing.refuse('choiceUnknown', 'finding'))
        return reviewing.run({ input: { id, finding, words: given.text('words') } })
      }}
    >
      <ChoiceField
        {...reviewing.field('finding')}
        kind="one"
        inRow
        name="finding"
        label={readByWords.finding}
        choices={breakGlassFindings.map((value) => ({ value, label: findings[value] }))}
      />
      <TextArea {...reviewing.field('words')} name="words" rows={3} label={readByWords.words} hint={readByWords.wordsHint} />
    </ChangeForm>
  )
}
