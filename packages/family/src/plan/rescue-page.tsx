import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useRef, useState } from 'react'
import type { Trouble } from '../connection/ask'
import { TroubleNotice } from '../connection/trouble-notice'
import { go } from '../page/address'
import type { CurrentUser, Meeting } from '../page/current-user'
import type { Room } from './held-draft'
import { PrivateFrame } from './private-frame'
import { openByRescueWords } from './rescue-draft'
import { rescueWords as words } from './rescue-words.copy'
import { SixWordsForm, useSixWords } from './six-words-form'

type State = { now: 'typing' | 'opening' | 'none' } | { now: 'trouble'; trouble: Trouble }

/** Six words from the family's card open the plan on a phone that has no key. */
export function RescuePage({ user, meeting, room }: { user: CurrentUser; meeting: Meeting; room: Room }) {
  const six = useSixWords()
  const [state, setState] = useState<State>({ now: 'typing' })
  const stopped = useRef(false)
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])

  const at = `/meeting/${meeting.id}/private`
  async function open(typed: readonly string[]) {
    setState({ now: 'opening' })
    const done = await openByRescueWords(room, typed)
    if (stopped.current) return
    if (done === 'in') go(at, { replace: true })
    else setState(done === 'none' ? { now: 'none' } : { now: 'trouble', trouble: done.trouble })
  }

  return (
    <PrivateFrame user={user} room={room} title={words.title} back={at}>
      <p className="lede">{words.how}</p>
      <p>{words.neverWorker}</p>
      {state.now === 'none' && (
        <Notice tone="plum" live="alert">
          <p>{words.none}</p>
        </Notice>
      )}
      <TroubleNotice of={{ trouble: state.now === 'trouble' ? state.trouble : null, again: () => void open(six.words) }} />
      {state.now === 'opening' ? (
        <Spinner>{words.opening}</Spinner>
      ) : (
        <SixWordsForm of={six} unknown={words.unknown} send={words.open} onSend={(typed) => void open(typed)} />
      )}
      <p className="quiet">{words.told}</p>
    </PrivateFrame>
  )
}
