import { useState } from 'react'
import { reportStates, type ReportState } from '@kinplan/domain/action/action-states'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Dialog } from '@kinplan/ui/dialog'
import { TextArea } from '@kinplan/ui/text-area'
import { ReportActionDocument } from '../generated/graphql'
import type { ActionOf } from '../plan/use-plan'
import { RefusalNotice } from '../frame/refusal-notice'
import { refusalWords } from '../connection/refusal.copy'
import { useChange } from '../connection/use-change'
import { actionsWords as words, reportWords } from './actions.copy'

/** Says how a promise goes: one's own, or for somebody who said so on the phone or face to face. */
export function ReportDialog({
  action,
  mine,
  onDone,
  onClose,
}: {
  action: ActionOf
  mine: boolean
  onDone: () => void
  onClose: () => void
}) {
  const reporting = useChange(ReportActionDocument, ['state', 'words'])
  const [state, setState] = useState<ReportState | null>(null)
  const [said, setSaid] = useState('')
  const [unchosen, setUnchosen] = useState(false)

  async function send() {
    setUnchosen(state === null)
    if (state === null) return
    const done = await reporting.run({ input: { actionId: action.id, version: action.version, state, words: said } })
    if (!done) return
    onDone()
    onClose()
  }

  return (
    <Dialog
      open
      heading={words.reportHeading}
      onClose={onClose}
      actions={
        <>
          <Button disabled={reporting.busy} onClick={() => void send()}>
            {words.reportSave}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.back}
          </Button>
        </>
      }
    >
      <p>
        <strong>
          <bdi>{action.text}</bdi>
        </strong>
      </p>
      <p className="quiet">{mine ? words.reportOwn : <bdi>{words.reportWhy(action.owner)}</bdi>}</p>
      <RefusalNotice change={reporting} onAgain={() => void send()} />
      <ChoiceList
        {...reporting.field('state')}
        {...(unchosen && state === null && { error: refusalWords.choiceUnknown })}
        name="state"
        kind="one"
        label={words.reportState}
        choices={reportStates.map((one) => ({ value: one, label: reportWords[one] }))}
        chosen={state === null ? [] : [state]}
        onChoose={([value]) => setState(reportStates.find((one) => one === value) ?? null)}
      />
      <TextArea
        {...reporting.field('words')}
        label={words.reportSaid}
        rows={3}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
    </Dialog>
  )
}
