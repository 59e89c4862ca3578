import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { TextField } from '@kinplan/ui/text-field'
import { deviceChance } from '@kinplan/private-draft/chance'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Trouble } from '../connection/ask'
import { TroubleNotice } from '../connection/trouble-notice'
import { PageLink } from '../page/page-link'
import { saidWall } from '../page/said-dates'
import { useSharedTablet } from './kept-here'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { makeRescueWords } from './rescue-draft'
import { cardWords as copy, tabletWords } from './rescue-words.copy'
import { sixWords } from './spoken-words.copy'

type State =
  | { now: 'before' | 'making' | 'ready' }
  | { now: 'trouble'; trouble: Trouble }
  | { now: 'shown' | 'checked'; words: readonly string[]; places: readonly number[] }

/** Six words for the card: shown once, asked for again so that they are truly written, and made anew when the card is lost. */
export function CardPage({ user, meeting, room, held }: OpenDraftPage) {
  const [state, setState] = useState<State>({ now: 'before' })
  const isShared = useSharedTablet()
  const at = `/meeting/${meeting.id}/private`
  const madeAt = room.rescueWordsWall

  async function make() {
    setState({ now: 'making' })
    const made = await makeRescueWords(held)
    if ('trouble' in made) setState({ now: 'trouble', ...made })
    else setState({ now: 'shown', words: made.words, places: twoOf(made.words.length) })
  }

  return (
    <PrivateFrame user={user} room={room} held={held} title={copy.title} back={at}>
      {(state.now === 'before' || state.now === 'trouble') && (
        <>
          <p className="lede">{copy.why}</p>
          {isShared && madeAt === null && (
            <Notice tone="plum">
              <p>{copy.tablet}</p>
              <p>{tabletWords.handOn}</p>
            </Notice>
          )}
          <p>{copy.card}</p>
          <p>{copy.who}</p>
          <p>
            <strong>{copy.neverWorker}</strong>
          </p>
          {madeAt !== null && (
            <>
              <p>{copy.made(saidWall(madeAt, user.today))}</p>
              <p>{copy.lost}</p>
            </>
          )}
          <TroubleNotice of={{ trouble: state.now === 'trouble' ? state.trouble : null, again: () => void make() }} reading />
          <div className="actions">
            <Button look={madeAt === null ? 'main' : 'quiet'} onClick={() => void make()}>
              {madeAt === null ? copy.make : copy.makeNew}
            </Button>
          </div>
        </>
      )}
      {state.now === 'making' && <Spinner>{copy.making}</Spinner>}
      {state.now === 'shown' && (
        <>
          <p className="lede">{copy.write}</p>
          <ol className="spoken-words">
            {state.words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <p>{copy.once}</p>
          <p>
            <strong>{copy.neverWorker}</strong>
          </p>
          <div className="actions">
            <Button onClick={() => setState({ ...state, now: 'checked' })}>{copy.written}</Button>
          </div>
        </>
      )}
      {state.now === 'checked' && (
        <CheckCard {...state} onReady={() => setState({ now: 'ready' })} onShow={() => setState({ ...state, now: 'shown' })} />
      )}
      {state.now === 'ready' && (
        <>
          <Notice tone="plum" live="polite">
            <p>{copy.ready}</p>
          </Notice>
          <p>
            <PageLink className="button" to={at}>
              {copy.toPlan}
            </PageLink>
          </p>
        </>
      )}
    </PrivateFrame>
  )
}

/** Two different places, in order. */
function twoOf(count: number): readonly number[] {
  const [one = 0, other = 0] = deviceChance(2)
  const first = one % count
  const second = (first + 1 + (other % (count - 1))) % count
  return first < second ? [first, second] : [second, first]
}

interface CheckCardProps {
  words: readonly string[]
  places: readonly number[]
  onReady(): void
  onShow(): void
}

function CheckCard({ words, places, onReady, onShow }: CheckCardProps) {
  const [typed, setTyped] = useState<readonly string[]>(places.map(() => ''))
  const [isCompared, setIsCompared] = useState(false)
  const fields = useRef<(HTMLInputElement | null)[]>([])
  // The button that was pressed is gone: whoever uses the keyboard goes on here.
  useEffect(() => fields.current[0]?.focus(), [])
  const isSame = (field: number) => typed[field]?.trim().toLowerCase() === words[places[field] ?? 0]

  function compare(event: FormEvent) {
    event.preventDefault()
    setIsCompared(true)
    const other = places.findIndex((_place, field) => !isSame(field))
    if (other === -1) onReady()
    else fields.current[other]?.focus()
  }

  return (
    <form noValidate onSubmit={compare}>
      <h2>{copy.check}</h2>
      <p>{copy.checkMore}</p>
      {places.map((place, field) => (
        <TextField
          key={place}
          label={sixWords.word(place + 1)}
          value={typed[field]}
          ref={(input) => {
            fields.current[field] = input
          }}
          error={isCompared && !isSame(field) ? (typed[field]?.trim() ? copy.notThat : sixWords.missing) : undefined}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(typed.map((one, at) => (at === field ? target.value : one)))}
        />
      ))}
      <div className="actions">
        <Button type="submit">{copy.compare}</Button>
        <Button look="quiet" onClick={onShow}>
          {copy.showAgain}
        </Button>
        <Button look="quiet" onClick={onReady}>
          {copy.skip}
        </Button>
      </div>
    </form>
  )
}
