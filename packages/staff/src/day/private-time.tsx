import { useEffect, useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { PrivateBand } from '@kinplan/ui/private-band'
import { TextField } from '@kinplan/ui/text-field'
import { EndPrivateTimeForFamilyDocument, MoveStageDocument } from '../generated/graphql'
import type { MeetingOf } from '../meeting/meeting-page'
import { RefusalNotice } from '../refusal-notice'
import { useChange } from '../use-change'
import { privateWords as words } from './day.copy'

/** The page is plum for as long as this stands on it. */
function usePlumPage(): void {
  useEffect(() => {
    document.body.classList.add('plum-page')
    return () => document.body.classList.remove('plum-page')
  }, [])
}

/** Private family time, for a worker: that it is private, and nothing else. Only the family ends it; the coordinator may write down who said so. */
export function PrivateTime({ meeting }: { meeting: MeetingOf }) {
  usePlumPage()
  const may = (name: string) => meeting.viewerCan.includes(name)
  return (
    <>
      <PrivateBand heading={words.heading}>{words.line}</PrivateBand>
      {may('room:endForFamily') && <FamilyHasFinished meeting={meeting} />}
      {may('stage:move') && <GoOn meeting={meeting} />}
    </>
  )
}

function FamilyHasFinished({ meeting }: { meeting: MeetingOf }) {
  const ending = useChange(EndPrivateTimeForFamilyDocument, ['saidBy'])
  const [open, setOpen] = useState(false)
  const [saidBy, setSaidBy] = useState('')
  async function end() {
    const done = await ending.run({ meetingId: meeting.id, saidBy })
    if (done) setOpen(false)
  }
  return (
    <>
      <div className="actions">
        <Button look="quiet" onClick={() => setOpen(true)}>
          {words.told}
        </Button>
      </div>
      <Dialog
        open={open}
        heading={words.told}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button disabled={ending.busy} onClick={() => void end()}>
              {words.end}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {words.back}
            </Button>
          </>
        }
      >
        <RefusalNotice change={ending} onAgain={() => void end()} />
        <p>{words.toldWhy}</p>
        <TextField {...ending.field('saidBy')} label={words.saidBy} value={saidBy} onChange={(event) => setSaidBy(event.target.value)} />
      </Dialog>
    </>
  )
}

function GoOn({ meeting }: { meeting: MeetingOf }) {
  const moving = useChange(MoveStageDocument)
  const move = () => void moving.run({ meetingId: meeting.id, to: 'agreeing', version: meeting.version })
  return (
    <>
      <RefusalNotice change={moving} onAgain={move} />
      <div className="actions">
        <Button look="quiet" disabled={moving.busy} onClick={move}>
          {words.on}
        </Button>
        <span className="quiet">{words.onWhy}</span>
      </div>
    </>
  )
}
