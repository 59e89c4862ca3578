import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { SendActionsDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { actionsWords as words } from './actions.copy'

/** Sends each person their own promises, with the link that reports with one tap. */
export function SendActions({ planId }: { planId: string }) {
  const sending = useChange(SendActionsDocument)
  const [sent, setSent] = useState<number | null>(null)
  async function send() {
    const done = await sending.run({ planId })
    if (done) setSent(done.sent)
  }
  return (
    <Card className="no-print">
      <h2>{words.sendHeading}</h2>
      <p>{words.sendWhy}</p>
      <RefusalNotice change={sending} onAgain={() => void send()} />
      <p role="status">{sent !== null && words.sent(sent)}</p>
      <div className="actions">
        <Button look="quiet" disabled={sending.busy} onClick={() => void send()}>
          {words.send}
        </Button>
      </div>
    </Card>
  )
}
