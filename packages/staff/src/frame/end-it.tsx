import { useState, type ReactNode } from 'react'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { RefusalNotice, type Troubled } from './refusal-notice'

interface EndItProps {
  change: Troubled
  /** Ends it; null when it was not done. */
  onEnd: () => Promise<object | null>
  label: string
  /** What is ended, for people who hear the button without its row. */
  named?: string
  look?: 'link' | 'quiet'
  sure: ReactNode
  why: string
  yes: string
  no: string
}

/** A button that ends something, after asking once more. */
export function EndIt({ change, onEnd, label, named, look = 'link', sure, why, yes, no }: EndItProps) {
  const [asking, setAsking] = useState(false)
  async function end() {
    const done = await onEnd()
    if (done !== null) setAsking(false)
  }
  return (
    <>
      <Button look={look} aria-label={named} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog
        open={asking}
        heading={sure}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="danger" disabled={change.busy} onClick={() => void end()}>
              {yes}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {no}
            </Button>
          </>
        }
      >
        <RefusalNotice change={change} onAgain={() => void end()} />
        <p>{why}</p>
      </Dialog>
    </>
  )
}
