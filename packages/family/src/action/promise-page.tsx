import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { TextArea } from '@kinplan/ui/text-area'
import { reportStates, type ReportState } from '@kinplan/domain/action/promise-states'
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
import { PromiseStatus } from './promise-status'
import { promiseWords, reportWords } from './promises.copy'

/** One promise: say yes to it, and say how it goes. */
export function PromisePage({ id }: { id: string }) {
  const user = useCurrentUser()
  const promise = user.promises.find((one) => one.id === id)
  if (!promise) return <NotFoundPage />
  const unsaid = promise.state === 'promised' && !promise.binding
  return (
    <PageFrame title={promiseWords.title} back="/promises" user={user}>
      <Card>
        <p className="lede own-lines" dir="auto">
          {promise.text}
        </p>
        <p>
          {promiseWords.by} <strong>{saidDay(promise.dueOn, user.today)}</strong>
        </p>
        <p>
          <PromiseStatus promise={promise} />
        </p>
      </Card>
      {unsaid ? <SayYes promise={promise} /> : <Report promise={promise} />}
    </PageFrame>
  )
}

function SayYes({ promise }: { promise: Promised }) {
  const change = useChange(AcceptActionDocument)
  return (
    <>
      <h2>{promiseWords.yesTitle}</h2>
      <p>{promiseWords.yesWhy}</p>
      <TroubleNotice of={change} />
      <div className="actions">
        <Button disabled={change.busy} onClick={() => void change.run({ actionId: promise.id, version: promise.version })}>
          {promiseWords.yes}
        </Button>
      </div>
      <p className="quiet">{promiseWords.wrong(promise.coordinator.name)}</p>
    </>
  )
}

function Report({ promise: { id, state, version, coordinator } }: { promise: Promised }) {
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
    said.say(promiseWords.saved)
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <TroubleNotice of={change} fields={['state', 'words']} />
      <ChoiceList
        name="state"
        kind="one"
        label={promiseWords.howGoing}
        error={missing ? promiseWords.choose : wordsForField(change.trouble, 'state')}
        choices={reportStates.map((value) => ({ value, ...reportWords[value] }))}
        chosen={chosen ? [chosen] : []}
        onChoose={([value]) => setChosen(reportStates.find((one) => one === value))}
      />
      <TextArea
        label={chosen === 'needsHand' ? promiseWords.wordsHand : promiseWords.words}
        error={wordsForField(change.trouble, 'words')}
        value={words}
        budget={mostWords}
        rows={3}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={change.busy}>
          {promiseWords.send}
        </Button>
      </div>
      {said.shown}
      <p className="quiet">{promiseWords.whoSees(coordinator.name)}</p>
    </form>
  )
}
