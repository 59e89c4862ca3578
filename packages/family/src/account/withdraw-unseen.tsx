import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { useState } from 'react'
import { useChange } from '../connection/change'
import { TroubleNoticeInFocus } from '../connection/trouble-notice'
import { WithdrawUnseenDocument } from '../generated/graphql'
import { meetingTitle } from '../meeting/meeting-of'
import type { Meeting } from '../page/current-user'
import { withdrawWords as words } from './help-page.copy'

/**
 * The way out of a meeting that nobody sees, not even on the phone on which it was pressed: everybody who takes part has it, and once the
 * page is left nothing says that it was used.
 */
export function WithdrawUnseen({ meetings }: { meetings: readonly Meeting[] }) {
  const open = meetings.filter((meeting) => may(meeting, 'withdrawal:say'))
  if (open.length === 0) return null
  return (
    <>
      <h2>{words.heading}</h2>
      {open.map((meeting) => (
        <WithdrawFrom key={meeting.id} meeting={meeting} named={open.length > 1} />
      ))}
    </>
  )
}

function WithdrawFrom({ meeting, named }: { meeting: Meeting; named: boolean }) {
  const withdrawing = useChange(WithdrawUnseenDocument)
  const [isSaid, setIsSaid] = useState(false)
  const { name } = meeting.coordinator
  async function say() {
    if (await withdrawing.run({ meetingId: meeting.id })) setIsSaid(true)
  }
  if (isSaid) {
    return (
      <p role="status">
        <strong>{words.said(name)}</strong> {words.saidMore}
      </p>
    )
  }
  return (
    <>
      <p>{words.what(name)}</p>
      <TroubleNoticeInFocus of={withdrawing} />
      <p>
        <Button look="quiet" disabled={withdrawing.busy} onClick={() => void say()}>
          {named ? words.sayAbout(name, meetingTitle(meeting)) : words.say(name)}
        </Button>
      </p>
    </>
  )
}
