import { classNames } from './class-names'
import { partWords } from './words.copy'

type Stone = { id: string; label: string; tone?: 'plum' }

type SteppingStonesProps = {
  /** Says what these are the stages of. */
  label: string
  stones: readonly Stone[]
  /** The id of the stone we stand on; those before it are done. */
  current: string
  words?: { done: string; now: string; later: string }
}

const ownWords = { done: partWords.stageDone, now: partWords.stageNow, later: partWords.stageLater }

/** Stages as stepping stones; for a screen reader an ordered list that says where we are. */
export function SteppingStones({ label, stones, current, words = ownWords }: SteppingStonesProps) {
  const here = stones.findIndex((stone) => stone.id === current)
  return (
    <div className="stepping">
      <ol className="stones" aria-label={label}>
        {stones.map((stone, place) => {
          const state = place < here ? 'done' : place === here ? 'now' : 'later'
          return (
            <li
              key={stone.id}
              className={classNames('stone', `stone-${state}`, stone.tone && `stone-${stone.tone}`)}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <span className="stone-rock" aria-hidden="true">
                {state === 'done' ? (
                  <svg viewBox="0 0 16 16" fill="currentColor">
                    <path d="m1 8.6 2.2-2.2 3.3 3.3 6.4-7.5 2.3 2L6.7 14Z" />
                  </svg>
                ) : (
                  place + 1
                )}
              </span>
              <span className="stone-word">
                {stone.label}
                <span className="visually-hidden">, {words[state]}</span>
              </span>
            </li>
          )
        })}
      </ol>
      <p className="stones-now" aria-hidden="true">
        {stones[here]?.label}
      </p>
    </div>
  )
}
