import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import { KeepRoomDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import type { RoomOf } from './place-of'
import { roomFormWords as words } from './places.copy'

const features = ['stepFree', 'twoWaysOut'] as const

/** Writes a room of a place down, or changes one. */
export function RoomForm({ placeId, room, onKept }: { placeId: string; room?: RoomOf; onKept: () => void }) {
  const keeping = useChange(KeepRoomDocument, ['name', 'capacity'])
  return (
    <ChangeForm
      change={keeping}
      keeps={room !== undefined}
      button={room ? words.button : words.addButton}
      onDone={onKept}
      onSend={(given) => {
        const has = given.all('features', features)
        return keeping.run({
          input: {
            id: room?.id ?? null,
            placeId,
            name: given.text('name'),
            capacity: given.text('capacity'),
            stepFree: has.includes('stepFree'),
            twoWaysOut: has.includes('twoWaysOut'),
          },
        })
      }}
    >
      <TextField {...keeping.field('name')} name="name" label={words.name} defaultValue={room?.name} autoComplete="off" />
      <TextField
        {...keeping.field('capacity')}
        name="capacity"
        inputMode="numeric"
        size={4}
        label={words.capacity}
        hint={words.capacityHint}
        defaultValue={room?.capacity}
      />
      <ChoiceField
        kind="many"
        name="features"
        label={words.access}
        initially={room ? features.filter((feature) => room[feature]) : []}
        choices={[
          { value: 'stepFree', label: words.stepFree },
          { value: 'twoWaysOut', label: words.twoWaysOut, hint: words.twoWaysOutHint },
        ]}
      />
    </ChangeForm>
  )
}
