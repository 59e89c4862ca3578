import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { useEffect, useRef } from 'react'
import type { Trouble } from './ask'
import type { Refused } from './change'
import { refusalWords } from './refusal.copy'
import { troubleWords } from './trouble.copy'

interface Troubled {
  readonly trouble: Trouble | undefined
  readonly refused?: Refused | undefined
  tryAgain(): void
}

interface TroubleNoticeProps {
  of: Troubled
  /** Refusals that a field on the page says itself. */
  fields?: readonly string[]
  reading?: boolean
}

/** As `TroubleNotice`, and the focus goes to it: for what somebody sent by a button that rests meanwhile. */
export function TroubleNoticeInFocus(props: TroubleNoticeProps) {
  const place = useRef<HTMLDivElement>(null)
  const { trouble, refused } = props.of
  useEffect(() => {
    if (place.current?.hasChildNodes()) place.current.focus()
  }, [trouble, refused])
  return (
    <div ref={place} tabIndex={-1}>
      <TroubleNotice {...props} />
    </div>
  )
}

/** What went wrong and what to do, where there is something. */
export function TroubleNotice({ of: { trouble, refused, tryAgain }, fields = [], reading }: TroubleNoticeProps) {
  if (trouble?.why === 'notConnected') {
    return (
      <Notice tone="coral" live="alert" heading={troubleWords.notConnected}>
        <p>{reading ? troubleWords.lookLater : troubleWords.wordsStay}</p>
        <Button look="quiet" onClick={tryAgain}>
          {troubleWords.tryAgain}
        </Button>
      </Notice>
    )
  }
  if (trouble) {
    return (
      <Notice tone="coral" live="alert" heading={troubleWords.ours}>
        <p>{troubleWords.oursMore}</p>
        {trouble.reference && <p>{troubleWords.reference(trouble.reference)}</p>}
        <Button look="quiet" onClick={tryAgain}>
          {troubleWords.tryAgain}
        </Button>
      </Notice>
    )
  }
  if (!refused || fieldRefusal(refused, fields)) return null
  return (
    <Notice tone="coral" live="alert" heading={troubleWords.notDone}>
      <p>{refusalWords[refused.code]}</p>
    </Notice>
  )
}

/** True when one of these fields shows the refusal next to itself. */
function fieldRefusal({ field }: Refused, fields: readonly string[]): boolean {
  return field !== null && field !== undefined && fields.includes(field)
}

/** The words for one field, when the refusal is about it. */
export function wordsForField(refused: Refused | undefined, field: string): string | undefined {
  return refused?.field === field ? refusalWords[refused.code] : undefined
}
