import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Disclosure } from '@kinplan/ui/disclosure'
import { useEffect, useRef, useState } from 'react'
import { go } from '../page/address'
import { PageLink } from '../page/page-link'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { addStep, removeHeading, removeStep } from '@kinplan/private-draft/draft-document'
import { type DraftStep, type StepField, stepFields } from '@kinplan/private-draft/draft-plan'
import type { TakenAway } from '@kinplan/private-draft/taken-away'
import { DraftWords } from './draft-words'
import type { HeldDraft } from './held-draft'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { fieldWords, privateWords, writeWords } from './private.copy'
import { TakenAwayNotice } from './taken-away-notice'

/** The steps for one thing, or under one heading; `know`: what we want you to know. */
export function WritePage({ user, meeting, room, held, section }: OpenDraftPage & { section: string }) {
  const at = `/meeting/${meeting.id}/private`
  const [added, setAdded] = useState('')
  const addButton = useRef<HTMLButtonElement>(null)
  const { fields, takenAway } = held.draft
  useEffect(() => takenAway.watch(section), [takenAway, section])
  const frame = { user, room, held, back: at }
  if (section === 'know') {
    return (
      <PrivateFrame {...frame} title={privateWords.wantYouToKnow}>
        <DraftWords
          fields={fields}
          place="weWantYouToKnow"
          words={held.plan.weWantYouToKnow}
          label={writeWords.knowLabel}
          hint={privateWords.wantYouToKnowMore}
          rows={8}
        />
        <Done to={at} />
      </PrivateFrame>
    )
  }
  function addOne() {
    const id = newUuid(deviceChance)
    if (addStep(held.draft.document, section, id)) setAdded(id)
  }
  const goneHeading = held.takenAway.find((taken) => taken.kind === 'heading' && taken.heading.id === section && !taken.here)
  const given = room.bottomLines.find(({ id }) => id === section)
  const heading = held.plan.headings.find(({ id }) => id === section) ?? (goneHeading?.kind === 'heading' ? goneHeading.heading : undefined)
  const steps = given ? held.plan.things.find(({ id }) => id === section)?.steps : heading?.steps
  if (!steps) {
    return (
      <PrivateFrame {...frame} title={privateWords.title}>
        <p>{writeWords.gone}</p>
        <Done to={at} />
      </PrivateFrame>
    )
  }
  return (
    <PrivateFrame {...frame} title={given?.text ?? (heading?.title || writeWords.headingTitle)}>
      {goneHeading && (
        <TakenAwayNotice
          taken={goneHeading}
          held={held}
          onBack={(id) => go(`${at}/write/${id}`, { replace: true })}
          onLetGo={() => go(at, { replace: true })}
        />
      )}
      {heading && (
        <DraftWords fields={fields} place={{ heading: section }} words={heading.title} label={writeWords.headingLabel} rows={1} />
      )}
      {given && <p className="lede">{writeWords.question}</p>}
      {stepsAndTaken(steps, held.takenAway, section).map(({ step, number, taken }) => (
        <StepCard
          key={step.id}
          held={held}
          step={step}
          number={number}
          isNew={step.id === added}
          taken={taken}
          mayTakeAway={!goneHeading}
          onBack={setAdded}
          onLetGo={() => addButton.current?.focus()}
        />
      ))}
      {!goneHeading && (
        <p>
          <Button ref={addButton} look={steps.length === 0 ? 'main' : 'quiet'} onClick={addOne}>
            {steps.length === 0 ? writeWords.addStep : writeWords.addAnotherStep}
          </Button>
        </p>
      )}
      <Done to={at} />
      {heading && !goneHeading && (
        <TakeAway
          label={writeWords.removeHeading}
          question={writeWords.removeHeadingSure}
          onYes={() => {
            removeHeading(held.draft.document, section)
            go(at, { replace: true })
          }}
        />
      )}
    </PrivateFrame>
  )
}

interface StepRow {
  readonly step: DraftStep
  readonly number: number
  readonly taken: TakenAway | undefined
}

/** The steps, and those that were taken away where they stood. */
function stepsAndTaken(steps: readonly DraftStep[], takenAway: readonly TakenAway[], section: string): readonly StepRow[] {
  const rows = steps.map((step, place): StepRow => ({ step, number: place + 1, taken: undefined }))
  for (const taken of takenAway) {
    if (taken.kind === 'step' && taken.section === section) {
      rows.splice(taken.place, 0, { step: taken.step, number: taken.place + 1, taken })
    }
  }
  return rows
}

function Done({ to }: { to: string }) {
  return (
    <div className="actions">
      <PageLink className="button" to={to}>
        {writeWords.done}
      </PageLink>
    </div>
  )
}

const shownFirst: readonly StepField[] = ['what', 'who', 'byWhen']

interface StepCardProps extends StepRow {
  held: HeldDraft
  isNew: boolean
  mayTakeAway: boolean
  onBack: (id: string) => void
  onLetGo: () => void
}

/** One step. When somebody else takes it away, its words stay where they are until that has been seen. */
function StepCard({ held, step, number, isNew, taken, mayTakeAway, onBack, onLetGo }: StepCardProps) {
  const later = stepFields.filter((field) => !shownFirst.includes(field))
  const [open] = useState(later.some((field) => step[field]))
  const { fields, document } = held.draft
  const notice = taken && <TakenAwayNotice taken={taken} held={held} onBack={onBack} onLetGo={onLetGo} />
  const field = (name: StepField) => (
    <DraftWords
      key={name}
      fields={fields}
      place={{ step: step.id, field: name }}
      words={step[name]}
      {...fieldWords[name]}
      rows={name === 'what' ? 2 : 1}
      isNew={isNew && name === 'what'}
    />
  )
  if (taken?.here) return notice
  return (
    <Card tone={taken ? 'sand' : 'plain'}>
      <h2>{taken ? writeWords.stepTaken : writeWords.step(number)}</h2>
      {notice}
      {shownFirst.map(field)}
      <Disclosure label={writeWords.more} open={open}>
        {later.map(field)}
      </Disclosure>
      {mayTakeAway && !taken && (
        <TakeAway label={writeWords.takeAway} question={writeWords.takeAwaySure} onYes={() => removeStep(document, step.id)} />
      )}
    </Card>
  )
}

/** Words are gone only after a second yes. The focus goes along: to the answer that keeps them, and back. */
function TakeAway({ label, question, onYes }: { label: string; question: string; onYes: () => void }) {
  const [asking, setAsking] = useState<boolean>()
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking !== undefined) here.current?.focus()
  }, [asking])
  if (!asking) {
    return (
      <p>
        <Button ref={here} look="link" onClick={() => setAsking(true)}>
          {label}
        </Button>
      </p>
    )
  }
  return (
    <div role="group" aria-label={question}>
      <p>
        <strong>{question}</strong>
      </p>
      <div className="actions">
        <Button look="danger" onClick={onYes}>
          {writeWords.yesTakeAway}
        </Button>
        <Button ref={here} look="quiet" onClick={() => setAsking(false)}>
          {writeWords.keep}
        </Button>
      </div>
    </div>
  )
}
