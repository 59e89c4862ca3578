import { Card } from '@kinplan/ui/card'
import { Disclosure } from '@kinplan/ui/disclosure'
import { EndPlaceDocument, EndRoomDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import { ChangeIt } from './change-it'
import { EndIt } from '../frame/end-it'
import { PlaceForm } from './place-form'
import { RoomOf, KeepProps } from './place-of'
import type { PlaceOf } from './place-of'
import { changeWords, endWords, placeFormWords, placesWords as words, roomFormWords } from './places.copy'
import { RoomForm } from './room-form'

/** One place: its address and its rooms; for those who keep the list, the ways to change them. */
export function PlaceCard({ place, keeps, onKept }: KeepProps & { place: PlaceOf }) {
  const ending = useChange(EndPlaceDocument)
  async function end() {
    const done = await ending.run({ id: place.id })
    if (done) onKept()
    return done
  }
  return (
    <Card>
      <h2>
        <bdi>{place.name}</bdi>
      </h2>
      <p className="as-written" dir="auto">
        {place.address}
      </p>
      {place.rooms.length === 0 ? <p>{words.noRooms}</p> : <Rooms place={place} keeps={keeps} onKept={onKept} />}
      {keeps && (
        <div className="doings">
          <Disclosure label={roomFormWords.add}>
            <RoomForm placeId={place.id} onKept={onKept} />
          </Disclosure>
          <Disclosure label={placeFormWords.change}>
            <PlaceForm place={place} onKept={onKept} />
          </Disclosure>
          <EndIt
            change={ending}
            onEnd={end}
            label={placeFormWords.end}
            sure={<bdi>{placeFormWords.endSure(place.name)}</bdi>}
            why={placeFormWords.endWhy}
            {...endWords}
          />
        </div>
      )}
    </Card>
  )
}

function Rooms({ place, keeps, onKept }: KeepProps & { place: PlaceOf }) {
  const yesOrNo = (has: boolean) => (has ? words.yes : <span className="quiet">{words.no}</span>)
  return (
    <div className="table-scroll" role="region" aria-label={words.rooms(place.name)} tabIndex={0}>
      <table className="data-table">
        <caption className="visually-hidden">{words.rooms(place.name)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.room}</th>
            <th scope="col" className="number">
              {words.capacity}
            </th>
            <th scope="col">{words.stepFree}</th>
            <th scope="col">{words.twoWaysOut}</th>
            {keeps && <th scope="col">{changeWords.keep}</th>}
          </tr>
        </thead>
        <tbody>
          {place.rooms.map((room) => (
            <tr key={room.id}>
              <th scope="row">
                <bdi>{room.name}</bdi>
              </th>
              <td className="number">{room.capacity}</td>
              <td>{yesOrNo(room.stepFree)}</td>
              <td>{yesOrNo(room.twoWaysOut)}</td>
              {keeps && (
                <td>
                  <KeepRoom placeId={place.id} room={room} onKept={onKept} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function KeepRoom({ placeId, room, onKept }: { placeId: string; room: RoomOf; onKept: () => void }) {
  const ending = useChange(EndRoomDocument)
  async function end() {
    const done = await ending.run({ id: room.id })
    if (done) onKept()
    return done
  }
  return (
    <span className="row-doings">
      <ChangeIt label={words.changeRoom(room.name)}>
        {(close) => (
          <RoomForm
            placeId={placeId}
            room={room}
            onKept={() => {
              close()
              onKept()
            }}
          />
        )}
      </ChangeIt>
      <EndIt
        change={ending}
        onEnd={end}
        label={changeWords.takeOff}
        named={words.endRoom(room.name)}
        sure={<bdi>{roomFormWords.endSure(room.name)}</bdi>}
        why={roomFormWords.endWhy}
        {...endWords}
      />
    </span>
  )
}
