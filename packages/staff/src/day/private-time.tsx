import { useEffect, useState } from 'react'
import { may } from '@kinplan/domain/access/may'
import type { Right } from '@kinplan/domain/access/rules'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { Notice } from '@kinplan/ui/notice'
import { PrivateBand } from '@kinplan/ui/private-band'
import { TextField } from '@kinplan/ui/text-field'
import { EndOnSpokenWordDocument, EndPrivateTimeForFamilyDocument, MoveStageDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange, type Change } from '../connection/use-change'
import { clockOf } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { privateWords as words } from './day.copy'
import { EndMeeting } from './end-meeting'
import { WithoutPlan } from './without-plan'

/** While the family is alone the meeting can be stopped for safety; every other ending comes after. */
const stopping = ['stoppedForSafety'] as const

/** The page is plum for as long as this stands on it. */
function usePlumPage(): void {
  useEffect(() => {
    document.body.classList.add('plum-page')
    return () => document.body.classList.remove('plum-page')
  }, [])
}

/**
 * Private family time, for a worker: that it is private, and nothing else. Only the family ends it; the coordinator may write down who said
 * so.
 */
export function PrivateTime({ meeting }: { meeting: MeetingOf }) {
  usePlumPage()
  const moving = useChange(MoveStageDocument)
  const goOn = (version: number) => void moving.run({ meetingId: meeting.id, to: 'agreeing', version })
  const over = meeting.spokenEnd?.state === 'waiting' || meeting.endedWithoutPlan !== null
  const mayDo = (right: Right) => may(meeting, right)
  return (
    <>
      <PrivateBand heading={words.heading}>{words.line}</PrivateBand>
      <RefusalNotice change={moving} onAgain={() => goOn(meeting.version)} />
      <WithoutPlan meeting={meeting} />
      <Spoken meeting={meeting} />
      {mayDo('room:endForFamily') && <FamilyHasFinished meetingId={meeting.id} onEnded={goOn} />}
      {mayDo('room:endSpoken') && !over && <NobodyHasThePlan meetingId={meeting.id} />}
      {mayDo('stage:move') && (
        <div className="actions">
          <Button look="quiet" disabled={moving.busy} onClick={() => goOn(meeting.version)}>
            {words.on}
          </Button>
          <span className="quiet">{words.onWhy}</span>
        </div>
      )}
      {mayDo('meeting:end') && <EndMeeting meeting={meeting} heading={words.stop} ways={stopping} />}
    </>
  )
}

/** What came of the word that this coordinator wrote down. */
function Spoken({ meeting: { spokenEnd } }: { meeting: MeetingOf }) {
  if (spokenEnd === null || spokenEnd.state === 'ended') return null
  const { saidBy, state, takesEffectWall } = spokenEnd
  return (
    <Notice tone="plum" live="polite">
      <p>{state === 'waiting' ? words.spoken.waiting(saidBy, clockOf(takesEffectWall)) : words.spoken.stopped(saidBy)}</p>
    </Notice>
  )
}

/** Writes down who said that the family has finished; `onEnded` gets the meeting's version since. */
function FamilyHasFinished({ meetingId, onEnded }: { meetingId: string; onEnded: (version: number) => void }) {
  const ending = useChange(EndPrivateTimeForFamilyDocument, ['saidBy'])
  async function end(saidBy: string) {
    const done = await ending.run({ meetingId, saidBy })
    if (done) onEnded(done.meeting.version)
    return done !== null
  }
  return <WriteDown label={words.told} why={words.toldWhy} yes={words.end} change={ending} onWrite={end} />
}

/** Writes down who said so where the family wrote on a device that is gone: told to every device, which may stop it. */
function NobodyHasThePlan({ meetingId }: { meetingId: string }) {
  const ending = useChange(EndOnSpokenWordDocument, ['saidBy'])
  const end = async (saidBy: string) => (await ending.run({ meetingId, saidBy })) !== null
  return <WriteDown label={words.lost} why={words.lostWhy} yes={words.lostEnd} change={ending} onWrite={end} />
}

interface WriteDownProps<Data, Variables> {
  label: string
  why: string
  yes: string
  change: Change<Data, Variables, 'saidBy'>
  /** True when it was done. */
  onWrite: (saidBy: string) => Promise<boolean>
}

/** A button that asks, in a dialog, who told the coordinator. */
function WriteDown<Data, Variables>({ label, why, yes, change, onWrite }: WriteDownProps<Data, Variables>) {
  const [open, setOpen] = useState(false)
  const [saidBy, setSaidBy] = useState('')
  const write = async () => {
    if (await onWrite(saidBy)) setOpen(false)
  }
  return (
    <>
      <div className="actions">
        <Button look="quiet" onClick={() => setOpen(true)}>
          {label}
        </Button>
      </div>
      <Dialog
        open={open}
        heading={label}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button disabled={change.busy} onClick={() => void write()}>
              {yes}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {words.back}
            </Button>
          </>
        }
      >
        <RefusalNotice change={change} onAgain={() => void write()} />
        <p>{why}</p>
        <TextField {...change.field('saidBy')} label={words.saidBy} value={saidBy} onChange={(event) => setSaidBy(event.target.value)} />
      </Dialog>
    </>
  )
}
