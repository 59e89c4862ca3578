import { useState } from 'react'
import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TwoLanes, type LaneItem } from '@kinplan/ui/two-lanes'
import { PromiseState } from '../plan/promise-state'
import type { PromiseOf } from '../plan/use-plan'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { AcceptActionDocument } from '../generated/graphql'
import { dayInWords, instantInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import type { MeetingOf } from '../meeting/meeting-of'
import { promisesWords as words, reportWords } from './promises.copy'
import { ReportDialog } from './report-dialog'

interface PromiseLanesProps {
  meeting: MeetingOf
  promises: readonly PromiseOf[]
  onChanged: () => void
}

/** The family's promises and the council's on one time line, the same size and the same honesty. */
export function PromiseLanes({ meeting, promises, onChanged }: PromiseLanesProps) {
  const { worker } = useWhoIAm()
  const accepting = useChange(AcceptActionDocument)
  const [reporting, setReporting] = useState<PromiseOf | null>(null)

  async function accept(promise: PromiseOf) {
    const done = await accepting.run({ actionId: promise.id, version: promise.version })
    if (done) onChanged()
  }

  function item(promise: PromiseOf): LaneItem {
    const mine = promise.ownerWorkerId === worker.id
    return {
      id: promise.id,
      at: promise.dueOn,
      when: words.due(dayInWords(promise.dueOn)),
      what: <bdi>{promise.text}</bdi>,
      who: <bdi>{promise.owner}</bdi>,
      status: (
        <>
          <PromiseState promise={promise} />
          <Updates promise={promise} zone={meeting.zone} />
          <div className="cluster no-print">
            {may(promise, 'action:accept') && !promise.binding && (
              <Button
                look="quiet"
                aria-label={mine ? words.acceptLabel(promise.text) : words.acceptForLabel(promise.owner, promise.text)}
                disabled={accepting.busy}
                onClick={() => void accept(promise)}
              >
                {mine ? words.accept : words.acceptFor}
              </Button>
            )}
            {may(promise, 'action:report') && (
              <Button look="quiet" aria-label={words.reportLabel(promise.text)} onClick={() => setReporting(promise)}>
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
          { label: words.family, items: promises.filter(({ ofCouncil }) => !ofCouncil).map(item), empty: words.familyEmpty },
          { label: words.council, items: promises.filter(({ ofCouncil }) => ofCouncil).map(item), empty: words.councilEmpty },
        ]}
      />
      {reporting && (
        <ReportDialog
          promise={reporting}
          mine={reporting.ownerWorkerId === worker.id}
          onDone={onChanged}
          onClose={() => setReporting(null)}
        />
      )}
    </>
  )
}

function Updates({ promise: { updates }, zone }: { promise: PromiseOf; zone: string }) {
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
