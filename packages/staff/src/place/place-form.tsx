import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { KeepPlaceDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import type { PlaceOf } from './place-of'
import { placeFormWords as words } from './places.copy'

/** Writes a place down, or changes one. */
export function PlaceForm({ place, onKept }: { place?: PlaceOf; onKept: () => void }) {
  const keeping = useChange(KeepPlaceDocument, ['name', 'address'])
  return (
    <ChangeForm
      change={keeping}
      keeps={place !== undefined}
      button={place ? words.button : words.addButton}
      onDone={onKept}
      onSend={(given) => keeping.run({ input: { id: place?.id ?? null, name: given.text('name'), address: given.text('address') } })}
    >
      <TextField
        {...keeping.field('name')}
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={place?.name}
        autoComplete="off"
      />
      <TextArea
        {...keeping.field('address')}
        name="address"
        rows={3}
        label={words.address}
        hint={words.addressHint}
        defaultValue={place?.address}
      />
    </ChangeForm>
  )
}
