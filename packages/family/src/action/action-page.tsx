import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { TextArea } from '@kinplan/ui/text-area'
import { reportStates, type ReportState } from '@kinplan/domain/action/action-states'
import { mostWords } from '@kinplan/domain/parse-words'
import { useState, type FormEvent } from 'react'
import { useCurrentUser, type Promised } from '../page/current-user'
import { useChange } from '../connection/change'
import { TroubleNotice, wordsForField } from '../connection/trouble-notice'
import { AcceptActionDocument, ReportActionDocument } from '../generated/graphql'
import { NotFoundPage } from '../meeting/not-found-page'
import { useKeptWords } from '../page/kept-words'
import { PageFrame } from '../page/page-frame'
import { saidDay } from '../page/said-dates'
import { useSaid } from '../page/said-status'
import { ActionStatus } from './action-status'
import { actionWords, reportWords } from './actions.copy'

/** One promise: say yes to it, and say how it goes. */
export function ActionPage({ id }: { id: string }) {
  const user = useCurrentUser()
  const action = user.actions.find((one) => one.id === id)
  if (!action) return <NotFoundPage />
  const unsaid = action.state === 'promised' && !action.binding
  return (
    <PageFrame title={actionWords.title} back="/promises" user={user}>
      <Card>
        <p className="lede own-lines" dir="auto">
          {action.text}
        </p>
        <p>
          {actionWords.by} <strong>{saidDay(action.dueOn, user.today)}</strong>
        </p>
        <p>
          <ActionStatus action={action} />
        </p>
      </Card>
      {unsaid ? <SayYes action={action} /> : <Report action={action} />}
    </PageFrame>
  )
}

function SayYes({ action }: { action: Promised }) {
  const change = useChange(AcceptActionDocument)
  return (
    <>
      <h2>{actionWords.yesTitle}</h2>
      <p>{actionWords.yesWhy}</p>
      <TroubleNotice of={change} />
      <div className="actions">
        <Button disabled={change.busy} onClick={() => void change.run({ actionId: action.id, version: action.version })}>
          {actionWords.yes}
        </Button>
      </div>
      <p className="quiet">{actionWords.wrong(action.coordinator.name)}</p>
    </>
  )
}

function Report({ action: { id, state, version, coordinator } }: { action: Promised }) {
  const change = useChange(ReportActionDocument)
  const [chosen, setChosen] = useState<ReportState | undefined>(reportStates.find((one) => one === state))
  const [words, setWords, forgetWords] = useKeptWords(`promise ${id}`)
  const [missing, setMissing] = useState(false)
  const said = useSaid()

  async function send(event: FormEvent) {
    event.preventDefault()
    setMissing(chosen === undefined)
    if (chosen === undefined) return
    if (!(await change.run({ input: { actionId: id, version, state: chosen, words } }))) return
    forgetWords()
    said.say(actionWords.saved)
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <TroubleNotice of={change} fields={['state', 'words']} />
      <ChoiceList
        name="state"
        kind="one"
        label={actionWords.howGoing}
        error={missing ? actionWords.choose : wordsForField(change.trouble, 'state')}
        choices={reportStates.map((value) => ({ value, ...reportWords[value] }))}
        chosen={chosen ? [chosen] : []}
        onChoose={([value]) => setChosen(reportStates.find((one) => one === value))}
      />
      <TextArea
        label={chosen === 'needsHand' ? actionWords.wordsHand : actionWords.words}
        error={wordsForField(change.trouble, 'words')}
        value={words}
        budget={mostWords}
        rows={3}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={change.busy}>
          {actionWords.send}
        </Button>
      </div>
      {said.shown}
      <p className="quiet">{actionWords.whoSees(coordinator.name)}</p>
    </form>
  )
}
