import { HintAndError } from '@kinplan/ui/field-frame'
import type { PlacesToAskQuery } from '../generated/graphql'
import { SelectField } from '../frame/select-field'
import { askWords as words } from './ask.copy'

export type PlaceToAsk = NonNullable<PlacesToAskQuery['places']>[number]

interface PlacesFieldProps {
  id: string
  error: string | undefined
  places: readonly PlaceToAsk[]
  /** Ids of places, the one liked best first. */
  chosen: readonly string[]
  onChoose: (placeIds: string[]) => void
}

/** Several places in the order in which they are liked: a list for the first, and one more for each that was chosen. */
export function PlacesField({ id, error, places, chosen, onChoose }: PlacesFieldProps) {
  // A place that was taken off the list meanwhile is chosen no longer.
  const known = chosen.filter((placeId) => places.some((place) => place.id === placeId))
  const rows = Math.min(known.length + 1, places.length)
  const put = (row: number, placeId: string) =>
    onChoose([...known.slice(0, row), ...(placeId === '' ? [] : [placeId]), ...known.slice(row + 1)])
  return (
    <fieldset>
      <legend>{words.places}</legend>
      <HintAndError id={id} hint={places.length === 0 ? words.noPlaces : words.placesHint} error={error} />
      <div className="short-fields">
        {Array.from({ length: rows }, (_, row) => (
          <SelectField
            key={row}
            id={row === 0 ? id : undefined}
            label={row === 0 ? words.placeFirst : words.placeNext(row + 1)}
            none={row === 0 ? words.nowhere : words.nowhereElse}
            value={known[row] ?? ''}
            onChange={(event) => put(row, event.target.value)}
            options={places
              .filter((place) => place.id === known[row] || !known.includes(place.id))
              .map((place) => ({ value: place.id, label: place.name }))}
          />
        ))}
      </div>
    </fieldset>
  )
}
