import { useState } from 'react'
import { may } from '@kinplan/domain/access/may'
import type { Stage } from '@kinplan/domain/meeting/stages'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { MoveStageDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from '../meeting/meeting-of'
import { dayWords as words, moveSaid } from './day.copy'

/** The one step forward that is made by hand from here; booking and ending are made elsewhere. */
const nextOf: Partial<Record<Stage, Stage>> = { booked: 'welcome', welcome: 'information', information: 'privateTime' }

/** Moves a meeting one stage forward, or from agreeing back to private family time, asking first when every worker has to leave. */
export function MoveStage({ meeting }: { meeting: MeetingOf }) {
  const moving = useChange(MoveStageDocument)
  const [asking, setAsking] = useState(false)
  const { id, stage, version } = meeting
  const to = stage === 'agreeing' ? 'privateTime' : nextOf[stage]
  if (to === undefined) return null
  if (!may(meeting, 'stage:move')) return <p className="quiet">{words.onlyCoordinator}</p>
  const next = to
  async function move() {
    const done = await moving.run({ meetingId: id, to: next, version })
    if (done) setAsking(false)
  }
  return (
    <>
      {!asking && <RefusalNotice change={moving} onAgain={() => void move()} />}
      <div className="actions">
        <Button
          look={stage === 'agreeing' ? 'quiet' : 'main'}
          disabled={moving.busy}
          onClick={() => (to === 'privateTime' ? setAsking(true) : void move())}
        >
          {stage === 'agreeing' ? words.privateAgain : moveSaid[to]}
        </Button>
      </div>
      <Dialog
        open={asking}
        heading={words.privateHeading}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button disabled={moving.busy} onClick={() => void move()}>
              {words.privateYes}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {words.back}
            </Button>
          </>
        }
      >
        <RefusalNotice change={moving} onAgain={() => void move()} />
        <p>{words.privateAsk}</p>
        <p>{words.privateMore}</p>
      </Dialog>
    </>
  )
}
