import { Button } from '@kinplan/ui/button'
import { timesWords } from './times.copy'

/** What has been said, each with a way to take it away again. The button goes with it: whoever takes it away moves the focus. */
export function TakeAwayList({
  heading,
  empty,
  items,
  onTakeAway,
}: {
  heading: string
  empty: string
  items: readonly string[]
  onTakeAway: (place: number, words: string) => void
}) {
  return (
    <section>
      <h2>{heading}</h2>
      {items.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul className="way-list take-away">
          {items.map((item, place) => (
            <li key={item}>
              <span>{item}</span>
              <Button look="link" aria-label={timesWords.takeAwayNamed(item)} onClick={() => onTakeAway(place, item)}>
                {timesWords.takeAway}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
