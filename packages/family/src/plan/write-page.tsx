import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Disclosure } from '@kinplan/ui/disclosure'
import { useState } from 'react'
import { go } from '../page/address'
import { PageLink } from '../page/page-link'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { addStep, removeHeading, removeStep } from '@kinplan/private-draft/draft-document'
import { type DraftStep, type StepField, stepFields } from '@kinplan/private-draft/draft-plan'
import { DraftWords } from './draft-words'
import type { HeldDraft } from './held-draft'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { fieldWords, privateWords, writeWords } from './private.copy'

/** The steps for one thing, or under one heading; `know`: what we want you to know. */
export function WritePage({ user, meeting, room, held, section }: OpenDraftPage & { section: string }) {
  const at = `/meeting/${meeting.id}/private`
  const [added, setAdded] = useState('')
  const frame = { user, room, held, back: at }
  if (section === 'know') {
    return (
      <PrivateFrame {...frame} title={privateWords.wantYouToKnow}>
        <DraftWords
          draft={held.draft.document}
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
  const given = room.bottomLines.find(({ id }) => id === section)
  const heading = held.plan.headings.find(({ id }) => id === section)
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
      {heading && (
        <DraftWords
          draft={held.draft.document}
          place={{ heading: section }}
          words={heading.title}
          label={writeWords.headingLabel}
          rows={1}
        />
      )}
      {given && <p className="lede">{writeWords.question}</p>}
      {steps.map((step, place) => (
        <StepCard key={step.id} held={held} step={step} number={place + 1} isNew={step.id === added} />
      ))}
      <p>
        <Button look={steps.length === 0 ? 'main' : 'quiet'} onClick={addOne}>
          {steps.length === 0 ? writeWords.addStep : writeWords.addAnotherStep}
        </Button>
      </p>
      <Done to={at} />
      {heading && (
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

function StepCard({ held, step, number, isNew }: { held: HeldDraft; step: DraftStep; number: number; isNew: boolean }) {
  const later = stepFields.filter((field) => !shownFirst.includes(field))
  const [open] = useState(later.some((field) => step[field]))
  const field = (name: StepField) => (
    <DraftWords
      key={name}
      draft={held.draft.document}
      place={{ step: step.id, field: name }}
      words={step[name]}
      {...fieldWords[name]}
      rows={name === 'what' ? 2 : 1}
      isNew={isNew && name === 'what'}
    />
  )
  return (
    <Card>
      <h2>{writeWords.step(number)}</h2>
      {shownFirst.map(field)}
      <Disclosure label={writeWords.more} open={open}>
        {later.map(field)}
      </Disclosure>
      <TakeAway label={writeWords.takeAway} question={writeWords.takeAwaySure} onYes={() => removeStep(held.draft.document, step.id)} />
    </Card>
  )
}

/** Words are gone only after a second yes. */
function TakeAway({ label, question, onYes }: { label: string; question: string; onYes: () => void }) {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <p>
        <Button look="link" onClick={() => setAsking(true)}>
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
        <Button look="quiet" onClick={() => setAsking(false)}>
          {writeWords.keep}
        </Button>
      </div>
    </div>
  )
}
