import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { useEffect, useRef } from 'react'
import type { Trouble } from './ask'
import { refusalWords } from './refusal.copy'
import { troubleWords } from './trouble.copy'

interface Troubled {
  readonly trouble: Trouble | null
  again(): unknown
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
  const { trouble } = props.of
  useEffect(() => {
    if (place.current?.hasChildNodes()) place.current.focus()
  }, [trouble])
  return (
    <div ref={place} tabIndex={-1}>
      <TroubleNotice {...props} />
    </div>
  )
}

/** What went wrong and what to do, where there is something. */
export function TroubleNotice({ of: { trouble, again }, fields = [], reading }: TroubleNoticeProps) {
  if (trouble === null) return null
  if (trouble.kind === 'refused') {
    if (trouble.field !== null && fields.includes(trouble.field)) return null
    return (
      <Notice tone="coral" live="alert" heading={troubleWords.notDone}>
        <p>{refusalWords[trouble.code]}</p>
      </Notice>
    )
  }
  if (trouble.kind === 'lost') {
    return (
      <Notice tone="coral" live="alert" heading={troubleWords.notConnected}>
        <p>{reading ? troubleWords.lookLater : troubleWords.wordsStay}</p>
        <Button look="quiet" onClick={() => void again()}>
          {troubleWords.tryAgain}
        </Button>
      </Notice>
    )
  }
  return (
    <Notice tone="coral" live="alert" heading={troubleWords.ours}>
      <p>{troubleWords.oursMore}</p>
      {trouble.kind === 'fault' && trouble.reference && <p>{troubleWords.reference(trouble.reference)}</p>}
      <Button look="quiet" onClick={() => void again()}>
        {troubleWords.tryAgain}
      </Button>
    </Notice>
  )
}

/** The words for one field, when a refusal is about it. */
export function wordsForField(trouble: Trouble | null, field: string): string | undefined {
  return trouble?.kind === 'refused' && trouble.field === field ? refusalWords[trouble.code] : undefined
}
