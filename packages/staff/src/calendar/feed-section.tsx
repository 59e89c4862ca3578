import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { EndIt } from '../frame/end-it'
import { useLanding } from '../frame/focus-kept'
import { EndCalendarFeedDocument, MakeCalendarFeedDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import type { CalendarPartProps } from './calendar-of'
import { feedWords as words } from './calendar.copy'

/** The address at which another calendar reads when I am held: made here, ended here. */
export function FeedSection({ calendar, refetch }: CalendarPartProps) {
  const { landing, land } = useLanding<HTMLDivElement>()
  const making = useChange(MakeCalendarFeedDocument)
  async function make() {
    const done = await making.run({})
    if (done === null) return
    refetch()
    land()
  }
  const address = calendar.feedAddress
  return (
    <section aria-labelledby="feed">
      <h2 id="feed">{words.heading}</h2>
      <p>{words.why}</p>
      <p>
        <strong>{words.says}</strong>
      </p>
      <RefusalNotice change={making} onAgain={() => void make()} />
      <div ref={landing} role="status" tabIndex={-1}>
        {address !== null && <Address address={address} />}
      </div>
      {address === null ? (
        <div className="actions">
          <Button look="quiet" disabled={making.busy} onClick={() => void make()}>
            {words.make}
          </Button>
        </div>
      ) : (
        <EndFeed onEnded={refetch} />
      )}
    </section>
  )
}

function Address({ address }: { address: string }) {
  const [copied, setCopied] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(words.copied)
    } catch {
      // Plain HTTP and some browsers refuse the clipboard: the address can be marked.
      setCopied(words.notCopied)
    }
  }
  return (
    <Notice>
      <p>
        {words.address}: <code className="address">{address}</code>
      </p>
      <p className="cluster">
        <Button look="quiet" onClick={() => void copy()}>
          {words.copy}
        </Button>
        {copied}
      </p>
    </Notice>
  )
}

function EndFeed({ onEnded }: { onEnded: () => void }) {
  const ending = useChange(EndCalendarFeedDocument)
  async function end() {
    const done = await ending.run({})
    if (done !== null) onEnded()
    return done
  }
  return (
    <div className="actions">
      <EndIt
        change={ending}
        onEnd={end}
        look="quiet"
        label={words.end}
        sure={words.endSure}
        why={words.endWhy}
        yes={words.endYes}
        no={words.endNo}
      />
    </div>
  )
}
