import { SelectField } from '../frame/select-field'
import { roomsFieldWords as words } from './places.copy'

interface RoomToHold {
  id: string
  name: string
  capacity: number
}

type RoomField = 'roomId' | 'secondRoomId'

interface RoomsFieldProps {
  rooms: readonly RoomToHold[]
  /** Ids, '' for none. */
  chosen: Readonly<Record<RoomField, string>>
  onChoose: (name: RoomField, id: string) => void
  field: (name: RoomField) => { id: string; error: string | undefined }
}

/** Which rooms of a place to hold, each for one use. */
export function RoomsField({ rooms, chosen, onChoose, field }: RoomsFieldProps) {
  const select = (name: RoomField, other: RoomField) => (
    <SelectField
      {...field(name)}
      label={words[name]}
      none={words.noRoom}
      value={chosen[name]}
      onChange={({ target }) => onChoose(name, target.value)}
      options={rooms
        .filter(({ id }) => id !== chosen[other])
        .map(({ id, name: room, capacity }) => ({ value: id, label: words.roomOf(room, capacity) }))}
    />
  )
  return (
    <fieldset>
      <legend>{words.rooms}</legend>
      <div className="short-fields">
        {select('roomId', 'secondRoomId')}
        {select('secondRoomId', 'roomId')}
      </div>
      {chosen.roomId !== '' && <p>{words.heldIsNot}</p>}
    </fieldset>
  )
}
