import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { useEffect, useRef } from 'react'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import type { TakenAway } from '@kinplan/private-draft/taken-away'
import type { HeldDraft } from './held-draft'
import { takenAwayWords } from './private.copy'

interface TakenAwayNoticeProps {
  taken: TakenAway
  held: HeldDraft
  /** It is in the draft again, with this id. */
  onBack: (id: string) => void
  onLetGo?: () => void
}

/** Says that a step or a heading was taken away, until somebody has seen it: it can be put back, with its words. */
export function TakenAwayNotice({ taken, held, onBack, onLetGo }: TakenAwayNoticeProps) {
  const { takenAway } = held.draft
  const undo = useRef<HTMLButtonElement>(null)
  // The button that was pressed has gone with the step.
  useEffect(() => undo.current?.focus(), [])
  // Whoever took it away and goes on to another page has seen it.
  useEffect(() => () => void (taken.here && takenAway.letGo(taken)), [taken, takenAway])
  function putBack() {
    const id = takenAway.putBack(taken, () => newUuid(deviceChance))
    if (id !== undefined) onBack(id)
  }
  if (taken.here) {
    return (
      <Notice tone="plum" live="polite">
        <p>{takenAwayWords.here[taken.kind]}</p>
        <TitleOf taken={taken} />
        <p>
          <Button ref={undo} look="quiet" onClick={putBack}>
            {takenAwayWords.undo}
          </Button>
        </p>
      </Notice>
    )
  }
  return (
    <Notice tone="plum" live="alert">
      <p>{takenAwayWords.bySomebody[taken.kind]}</p>
      <TitleOf taken={taken} />
      <div className="actions">
        <Button onClick={putBack}>{takenAwayWords.putBack}</Button>
        <Button
          look="quiet"
          onClick={() => {
            takenAway.letGo(taken)
            onLetGo?.()
          }}
        >
          {takenAwayWords.letGo}
        </Button>
      </div>
    </Notice>
  )
}

function TitleOf({ taken }: { taken: TakenAway }) {
  if (taken.kind === 'step' || !taken.heading.title) return null
  return (
    <p>
      <strong dir="auto">{taken.heading.title}</strong>
    </p>
  )
}
