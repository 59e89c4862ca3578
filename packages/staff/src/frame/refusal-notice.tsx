import { useMemo } from 'react'
import type { RefusalCode } from '@kinplan/domain/refusal'
import { Button } from '@kinplan/ui/button'
import { ErrorSummary } from '@kinplan/ui/error-summary'
import { Notice } from '@kinplan/ui/notice'
import { nameOfControl } from './control-name'
import { refusalOf } from '../connection/refusal-of'
import { troubleWords as words } from '../connection/refusal.copy'
import type { Trouble } from '../connection/trouble'

/** The parts of a `Change` this notice reads. */
export interface Troubled {
  trouble: Trouble | null
  shows: (name: string) => string | null
  busy: boolean
  /** What it says of a refusal, where that is not what the field's name and the code say everywhere. */
  says?: (code: RefusalCode, field: string | null) => string
}

interface RefusalNoticeProps {
  change: Troubled
  /** Sends the same again after a lost connection; without it the form's own button does. */
  onAgain?: () => void
  /** What did not happen, where nothing was to be saved. */
  heading?: string
}

/** Why a change was not done, at the top of its form: a way to the field it is about, or the words alone. */
export function RefusalNotice({
  change: { trouble, shows, busy, says = refusalOf },
  onAgain,
  heading = words.heading,
}: RefusalNoticeProps) {
  const fieldId = trouble?.kind === 'refused' && trouble.field !== null ? shows(trouble.field) : null
  const said = trouble?.kind === 'refused' ? says(trouble.code, trouble.field) : null
  // A new trouble is a new list, even when it says the same: the summary takes the focus again.
  const problems = useMemo(
    () => (trouble === null || fieldId === null || said === null ? [] : [{ fieldId, message: atField(fieldId, said) }]),
    [trouble, fieldId, said],
  )
  if (trouble === null) return null
  if (problems.length > 0) return <ErrorSummary problems={problems} heading={heading} />
  return (
    <Notice tone="coral" heading={heading} headingLevel={3} live="alert">
      {trouble.kind === 'refused' ? <p>{said}</p> : <TroubleWords trouble={trouble} />}
      {trouble.kind === 'lost' && onAgain && (
        <Button look="quiet" disabled={busy} onClick={onAgain}>
          {words.again}
        </Button>
      )}
    </Notice>
  )
}

/** What is wrong, behind the name of the control as it stands on the page. */
function atField(fieldId: string, said: string): string {
  const name = nameOfControl(fieldId)
  return name === null ? said : words.ofField(name, said)
}

function TroubleWords({ trouble }: { trouble: Exclude<Trouble, { kind: 'refused' }> }) {
  if (trouble.kind !== 'fault') return <p>{words[trouble.kind]}</p>
  return (
    <>
      <p>{words.fault}</p>
      {trouble.reference !== null && <p>{words.reference(trouble.reference)}</p>}
    </>
  )
}
