import { useState } from 'react'
import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TwoLanes, type LaneItem } from '@kinplan/ui/two-lanes'
import { ActionMark } from '../plan/action-mark'
import type { ActionOf } from '../plan/use-plan'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { AcceptActionDocument } from '../generated/graphql'
import { dayInWords, instantInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import type { MeetingOf } from '../meeting/meeting-of'
import { actionsWords as words, reportWords } from './actions.copy'
import { ReportDialog } from './report-dialog'

interface ActionLanesProps {
  meeting: MeetingOf
  actions: readonly ActionOf[]
  onChanged: () => void
}

/** The family's promises and the council's on one time line, the same size and the same honesty. */
export function ActionLanes({ meeting, actions, onChanged }: ActionLanesProps) {
  const { worker } = useWhoIAm()
  const accepting = useChange(AcceptActionDocument)
  const [reporting, setReporting] = useState<ActionOf | null>(null)

  async function accept(action: ActionOf) {
    const done = await accepting.run({ actionId: action.id, version: action.version })
    if (done) onChanged()
  }

  function item(action: ActionOf): LaneItem {
    const mine = action.ownerWorkerId === worker.id
    return {
      id: action.id,
      at: action.dueOn,
      when: words.due(dayInWords(action.dueOn)),
      what: <bdi>{action.text}</bdi>,
      who: <bdi>{action.owner}</bdi>,
      status: (
        <>
          <ActionMark action={action} />
          <Updates action={action} zone={meeting.zone} />
          <div className="cluster no-print">
            {may(action, 'action:accept') && !action.binding && (
              <Button
                look="quiet"
                aria-label={mine ? words.acceptLabel(action.text) : words.acceptForLabel(action.owner, action.text)}
                disabled={accepting.busy}
                onClick={() => void accept(action)}
              >
                {mine ? words.accept : words.acceptFor}
              </Button>
            )}
            {may(action, 'action:report') && (
              <Button look="quiet" aria-label={words.reportLabel(action.text)} onClick={() => setReporting(action)}>
                {words.report}
              </Button>
            )}
          </div>
        </>
      ),
    }
  }

  return (
    <>
      <RefusalNotice change={accepting} onAgain={() => void accepting.again()} />
      <TwoLanes
        label={words.heading}
        lanes={[
          { label: words.family, items: actions.filter(({ ofCouncil }) => !ofCouncil).map(item), empty: words.familyEmpty },
          { label: words.council, items: actions.filter(({ ofCouncil }) => ofCouncil).map(item), empty: words.councilEmpty },
        ]}
      />
      {reporting && (
        <ReportDialog
          action={reporting}
          mine={reporting.ownerWorkerId === worker.id}
          onDone={onChanged}
          onClose={() => setReporting(null)}
        />
      )}
    </>
  )
}

function Updates({ action: { updates }, zone }: { action: ActionOf; zone: string }) {
  if (updates.length === 0) return null
  return (
    <Disclosure label={words.history}>
      <ul className="bare-list">
        {updates.map(({ id, at, by, state, words: said }) => (
          <li key={id}>
            <span className="quiet">
              <bdi>{words.update(by, instantInWords(at, zone), reportWords[state])}</bdi>
            </span>
            {said !== '' && (
              <p className="as-written" dir="auto">
                {said}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
