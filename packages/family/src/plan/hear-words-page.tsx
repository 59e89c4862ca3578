import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { TextField } from '@kinplan/ui/text-field'
import { joinWordCount } from '@kinplan/private-draft/protocol'
import { joinByWords } from '@kinplan/private-draft/join-words'
import { isSpokenWord, readSpokenWords, wordsMeant, wordsThatBegin } from '@kinplan/private-draft/spoken-words'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { TroubleNotice } from '../connection/trouble-notice'
import { go } from '../page/address'
import type { CurrentUser, Meeting } from '../page/current-user'
import type { Room } from './held-draft'
import { joinRoom, type Joined } from './join-room'
import { PrivateFrame } from './private-frame'
import { hearWords } from './spoken-words.copy'

type State = 'typing' | 'looking' | 'asking' | 'notConnected' | Exclude<Joined['now'], 'in'>
const blank: readonly string[] = Array.from({ length: joinWordCount }, () => '')

/** Six words that somebody of the family reads out on the telephone let this phone in. */
export function HearWordsPage({ user, meeting, room }: { user: CurrentUser; meeting: Meeting; room: Room }) {
  const [words, setWords] = useState(blank)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [state, setState] = useState<State>('typing')
  const fields = useRef<(HTMLInputElement | null)[]>([])
  const stopped = useRef(false)
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])

  /** Several words at once, as they are pasted or dictated, go on into the next fields. */
  function type(at: number, typed: string) {
    const read = readSpokenWords(typed)
    const next = read.length > 1 ? read : [typed.trim().toLowerCase()]
    setWords(words.map((word, place) => next[place - at] ?? word))
    if (read.length > 1) fields.current[Math.min(at + read.length, joinWordCount - 1)]?.focus()
  }

  function choose(at: number, word: string) {
    setWords(words.map((one, place) => (place === at ? word : one)))
    fields.current[Math.min(at + 1, joinWordCount - 1)]?.focus()
  }

  function leave(at: number) {
    const [only, another] = wordsThatBegin(words[at] ?? '')
    if (only !== undefined && another === undefined) setWords(words.map((word, place) => (place === at ? only : word)))
    setLeft(new Set([...left, at]))
  }

  function press(at: number, event: KeyboardEvent) {
    if (event.key !== 'Enter' || at === joinWordCount - 1) return
    event.preventDefault()
    fields.current[at + 1]?.focus()
  }

  async function join() {
    setLeft(new Set(words.keys()))
    const first = words.findIndex((word) => !isSpokenWord(word))
    if (first !== -1) return fields.current[first]?.focus()
    setState('looking')
    try {
      const code = await joinByWords(meeting.id, words)
      const asking = () => setState('asking')
      const joined = await joinRoom([meeting.id], { ...code, asking, stopped: () => stopped.current })
      if (stopped.current) return undefined
      if (joined.now === 'in') return go(`/meeting/${meeting.id}/private`, { replace: true })
      setState(joined.now)
    } catch {
      if (!stopped.current) setState('notConnected')
    }
    return undefined
  }

  function send(event: FormEvent) {
    event.preventDefault()
    void join()
  }

  const busy = state === 'looking' || state === 'asking'
  return (
    <PrivateFrame user={user} room={room} title={hearWords.title} back={`/meeting/${meeting.id}/private`}>
      <p className="lede">{hearWords.how}</p>
      <p>{hearWords.neverWorker}</p>
      {(state === 'ended' || state === 'wrong' || state === 'notMine') && (
        <Notice tone="plum" live="alert">
          <p>{hearWords[state === 'wrong' ? 'wrong' : 'ended']}</p>
        </Notice>
      )}
      <TroubleNotice of={{ trouble: state === 'notConnected' ? { kind: 'lost' } : null, again: () => void join() }} />
      {busy ? (
        <Spinner>{hearWords[state]}</Spinner>
      ) : (
        <form noValidate onSubmit={send}>
          {words.map((word, at) => (
            <WordField
              // oxlint-disable-next-line react/no-array-index-key -- the first stays the first
              key={at}
              number={at + 1}
              word={word}
              wasLeft={left.has(at)}
              field={(input) => (fields.current[at] = input)}
              onType={(typed) => type(at, typed)}
              onChoose={(chosen) => choose(at, chosen)}
              onLeave={() => leave(at)}
              onPress={(event) => press(at, event)}
            />
          ))}
          <div className="actions">
            <Button type="submit">{hearWords.join}</Button>
          </div>
        </form>
      )}
    </PrivateFrame>
  )
}

interface WordFieldProps {
  number: number
  word: string
  /** Somebody has been in the field and gone on. */
  wasLeft: boolean
  field(input: HTMLInputElement | null): void
  onType(typed: string): void
  onChoose(word: string): void
  onLeave(): void
  onPress(event: KeyboardEvent): void
}

function WordField({ number, word, wasLeft, field, onType, onChoose, onLeave, onPress }: WordFieldProps) {
  const isKnown = isSpokenWord(word)
  const begin = isKnown ? [] : wordsThatBegin(word)
  const isAmiss = wasLeft && !isKnown && begin.length === 0
  const meant = isAmiss && word !== '' ? wordsMeant(word) : []
  const error = isAmiss && (word === '' ? hearWords.missing : meant.length > 0 ? hearWords.meant : hearWords.unknown)
  const offered = begin.length > 0 ? begin : meant
  return (
    <>
      <TextField
        label={hearWords.word(number)}
        value={word}
        ref={field}
        error={error || undefined}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="next"
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onPress}
        // On the way to one of the words that are offered nobody has gone on yet.
        onBlur={({ relatedTarget }) => relatedTarget?.closest('.word-choices') || onLeave()}
      />
      {offered.length > 0 && (
        <div className="cluster word-choices" role="group" aria-label={begin.length > 0 ? hearWords.begin : hearWords.meant}>
          {offered.map((one) => (
            // A finger on a word leaves the keyboard where it is.
            <Button key={one} look="quiet" onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(one)}>
              {one}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
