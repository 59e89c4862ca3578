import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { useEffect, useRef, useState } from 'react'
import { useChange } from '../connection/change'
import { TroubleNoticeInFocus } from '../connection/trouble-notice'
import { EndWithoutKeyDocument, type EndWithoutKeyKind } from '../generated/graphql'
import type { CurrentUser, Meeting } from '../page/current-user'
import { PageLink } from '../page/page-link'
import type { Room } from './held-draft'
import { PrivateFrame } from './private-frame'
import { privateWords, withoutKeyWords as words } from './private.copy'
import { rescueWords } from './rescue-words.copy'

/** No phone here has the key: the family can still start its plan again, or end. Everybody in the room is told before. */
export function WithoutKeyPage({ user, meeting, room }: { user: CurrentUser; meeting: Meeting; room: Room }) {
  const change = useChange(EndWithoutKeyDocument)
  const [sure, setSure] = useState<EndWithoutKeyKind | undefined>()
  const yesButton = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: whoever uses the keyboard goes on at the question.
  useEffect(() => yesButton.current?.focus(), [sure])
  const { name } = meeting.coordinator
  const back = `/meeting/${meeting.id}/private`
  const ways = [
    { kind: 'restart', heading: words.startAgain, more: words.startAgainMore, question: words.startAgainSure, yes: words.startAgainYes },
    { kind: 'end', heading: words.end, more: words.endMore(name), question: words.endSure, yes: words.endYes },
  ] as const

  async function send(kind: EndWithoutKeyKind) {
    await change.run({ meetingId: meeting.id, kind })
    setSure(undefined)
  }
  return (
    <PrivateFrame user={user} room={room} title={words.title} back={back}>
      <p className="lede">{words.more}</p>
      <p>
        <PageLink to={back}>{privateWords.joinTitle}</PageLink>
      </p>
      <p>
        {rescueWords.lost} <PageLink to={`${back}/rescue`}>{rescueWords.link}</PageLink>
      </p>
      <TroubleNoticeInFocus of={change} />
      {!room.waitingEnd && (
        <>
          <p>{words.first}</p>
          {ways.map(({ kind, heading, more, question, yes }) => (
            <Card key={kind}>
              <h2>{heading}</h2>
              <p>
                <bdi>{more}</bdi>
              </p>
              {sure === kind ? (
                <div role="group" aria-label={question}>
                  <p>
                    <strong>{question}</strong>
                  </p>
                  <div className="actions">
                    <Button disabled={change.busy} ref={yesButton} onClick={() => void send(kind)}>
                      {yes}
                    </Button>
                    <Button look="quiet" onClick={() => setSure(undefined)}>
                      {words.no}
                    </Button>
                  </div>
                </div>
              ) : (
                <div className="actions">
                  <Button look="quiet" onClick={() => setSure(kind)}>
                    {heading}
                  </Button>
                </div>
              )}
            </Card>
          ))}
        </>
      )}
      <p className="quiet">
        <bdi>{words.paper(name)}</bdi>
      </p>
    </PrivateFrame>
  )
}
