import { useMemo } from 'react'
import { Button } from '@kinplan/ui/button'
import { ErrorSummary } from '@kinplan/ui/error-summary'
import { Notice } from '@kinplan/ui/notice'
import { refusalWords, troubleWords as words } from './refusal.copy'
import type { Trouble } from './trouble'

/** The parts of a `Change` this notice reads. */
export interface Troubled {
  trouble: Trouble | null
  shows: (name: string) => string | null
  busy: boolean
}

export interface RefusalNoticeProps {
  change: Troubled
  /** Sends the same again after a lost connection; without it the form's own button does. */
  onAgain?: () => void
}

/** Why a change was not done, at the top of its form: a way to the field it is about, or the words alone. */
export function RefusalNotice({ change: { trouble, shows, busy }, onAgain }: RefusalNoticeProps) {
  const fieldId = trouble?.kind === 'refused' && trouble.field !== null ? shows(trouble.field) : null
  // A new trouble is a new list, even when it says the same: the summary takes the focus again.
  const problems = useMemo(() => (trouble?.kind === 'refused' && fieldId !== null ? [{ fieldId, message: refusalWords[trouble.code] }] : []), [trouble, fieldId])
  if (trouble === null) return null
  if (problems.length > 0) return <ErrorSummary problems={problems} heading={words.heading} />
  return (
    <Notice tone="coral" heading={words.heading} headingLevel={3} live="alert">
      <TroubleWords trouble={trouble} />
      {trouble.kind === 'lost' && onAgain && (
        <Button look="quiet" disabled={busy} onClick={onAgain}>
          {words.again}
        </Button>
      )}
    </Notice>
  )
}

function TroubleWords({ trouble }: { trouble: Trouble }) {
  if (trouble.kind === 'refused') return <p>{refusalWords[trouble.code]}</p>
  if (trouble.kind !== 'fault') return <p>{words[trouble.kind]}</p>
  return (
    <>
      <p>{words.fault}</p>
      {trouble.reference !== null && <p>{words.reference(trouble.reference)}</p>}
    </>
  )
}
