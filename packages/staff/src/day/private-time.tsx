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
import { EndMeeting } from './end-meeting'

/** While the family is alone the meeting can be stopped for safety; every other ending comes after. */
const stopping = ['stoppedForSafety'] as const

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
  const moving = useChange(MoveStageDocument)
  const goOn = (version: number) => void moving.run({ meetingId: meeting.id, to: 'agreeing', version })
  const may = (name: string) => meeting.viewerCan.includes(name)
  return (
    <>
      <PrivateBand heading={words.heading}>{words.line}</PrivateBand>
      <RefusalNotice change={moving} onAgain={() => goOn(meeting.version)} />
      {may('room:endForFamily') && <FamilyHasFinished meetingId={meeting.id} onEnded={goOn} />}
      {may('stage:move') && (
        <div className="actions">
          <Button look="quiet" disabled={moving.busy} onClick={() => goOn(meeting.version)}>
            {words.on}
          </Button>
          <span className="quiet">{words.onWhy}</span>
        </div>
      )}
      {may('meeting:end') && <EndMeeting meeting={meeting} heading={words.stop} ways={stopping} />}
    </>
  )
}

/** Writes down who said that the family has finished; `onEnded` gets the meeting's version since. */
function FamilyHasFinished({ meetingId, onEnded }: { meetingId: string; onEnded: (version: number) => void }) {
  const ending = useChange(EndPrivateTimeForFamilyDocument, ['saidBy'])
  const [open, setOpen] = useState(false)
  const [saidBy, setSaidBy] = useState('')
  async function end() {
    const done = await ending.run({ meetingId, saidBy })
    if (!done) return
    setOpen(false)
    onEnded(done.meeting.version)
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
