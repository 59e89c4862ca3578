import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Notice } from '@kinplan/ui/notice'
import { SendInvitationsDocument, WhoCanBeReachedDocument, type WhoCanBeReachedQuery } from '../generated/graphql'
import { NameList } from '../frame/name-list'
import { Read } from '../connection/read'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from '../meeting/meeting-of'
import { inviteWords as words } from './booked.copy'
import { Copies } from './copies'

/** Ids of participants to whom nothing can go, as the server says. */
function withoutSafeWay({ meeting }: WhoCanBeReachedQuery): ReadonlySet<string> {
  const without = meeting?.participants.filter(({ person }) => person?.canBeReached === false)
  return new Set(without?.map(({ id }) => id))
}

/** Sends everybody their own invitation; says how many went and whom none can reach. */
export function Invitations({ meeting }: { meeting: MeetingOf }) {
  const reading = useQuery(WhoCanBeReachedDocument, { variables: { id: meeting.id } })
  const sending = useChange(SendInvitationsDocument)
  const [sent, setSent] = useState<number | null>(null)
  async function send() {
    const done = await sending.run({ meetingId: meeting.id, version: meeting.version })
    if (done) setSent(done.sent)
  }
  const before = meeting.participants.some(({ invitedAt }) => invitedAt !== null)
  return (
    <Card>
      <h2>{words.heading}</h2>
      <p>{words.why}</p>
      <RefusalNotice change={sending} onAgain={() => void send()} />
      <p role="status">{sent !== null && words.sent(sent)}</p>
      <NotTalked meeting={meeting} />
      <Read reading={reading}>{(data) => <NoWay meeting={meeting} without={withoutSafeWay(data)} />}</Read>
      <Copies meetingId={meeting.id} />
      <div className="actions">
        <Button look={before ? 'quiet' : 'main'} disabled={sending.busy} onClick={() => void send()}>
          {before ? words.again : words.invite}
        </Button>
      </div>
    </Card>
  )
}

function NotTalked({ meeting }: { meeting: MeetingOf }) {
  const names = meeting.participants.filter(({ person, state }) => person !== null && state === 'notAsked').map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <Notice>
      <p>
        {words.notTalked}{' '}
        <strong>
          <NameList names={names} />
        </strong>
        .
      </p>
    </Notice>
  )
}

function NoWay({ meeting, without }: { meeting: MeetingOf; without: ReadonlySet<string> }) {
  const names = meeting.participants.filter(({ id, state }) => without.has(id) && state !== 'notPart').map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <Notice tone="coral">
      <p>
        {words.noWay}{' '}
        <strong>
          <NameList names={names} />
        </strong>
        . <Link to={`/families/${meeting.familyId}`}>{words.familyPage}</Link>
      </p>
    </Notice>
  )
}
