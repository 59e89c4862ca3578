import { needs } from '@kinplan/domain/meeting/participation'
import { needWords } from '../meeting/participation.copy'
import { optionsOf } from '../frame/select-field'
import { askWords as words } from './ask.copy'
import type { PlaceToAsk } from './places-field'
import type { NeedField, ParticipantOf, TypedNeed } from './typed-need'

interface NeedsTableProps {
  participants: readonly ParticipantOf[]
  /** Places to which somebody may have to travel, in the order asked. */
  places: readonly PlaceToAsk[]
  typed: (participant: ParticipantOf) => TypedNeed
  onType: (participant: ParticipantOf, typed: TypedNeed) => void
  /** A control's id, and what is wrong with it. */
  field: (participantId: string, name: NeedField) => { id: string; error: string | undefined }
}

const edges = ['beginning', 'end'] as const

/** Everybody of the meeting in a row of their own: how much we need them, for how much of it, with whom, and how far they travel. */
export function NeedsTable(table: NeedsTableProps) {
  const { participants, places } = table
  return (
    <div className="table-scroll" role="region" aria-label={words.whoHeading} tabIndex={0}>
      <table className="data-table needs-table">
        <thead>
          <tr>
            {[words.who, words.need, words.part, words.comesWith, ...places.map(({ name }) => words.travel(name))].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {participants.map((participant) => (
            <NeedRow key={participant.id} {...table} participant={participant} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function NeedRow({ participant, participants, places, typed: typedOf, onType, field }: NeedsTableProps & { participant: ParticipantOf }) {
  const typed = typedOf(participant)
  const control = (name: NeedField, heading: string) => {
    const { id, error } = field(participant.id, name)
    return {
      error,
      props: {
        id,
        'aria-label': words.of(heading, participant.name),
        'aria-invalid': error ? true : undefined,
        'aria-describedby': error ? `${id}-error` : undefined,
      },
    }
  }
  const need = control('need', words.need)
  const edge = control('partEdge', words.part)
  const minutes = control('partMinutes', words.partMinutes)
  const companion = control('comesWithId', words.comesWith)
  return (
    <tr>
      <th scope="row">
        <bdi>{participant.name}</bdi>
        {participant.worker && <span className="quiet under">{words.worker}</span>}
      </th>
      <td data-heading={words.need}>
        <select
          {...need.props}
          value={typed.need}
          onChange={({ target }) => onType(participant, { ...typed, need: needs.find((one) => one === target.value) ?? typed.need })}
        >
          {optionsOf(needs, needWords).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <CellError {...need} />
      </td>
      <td data-heading={words.part}>
        <span className="need-part">
          <select
            {...edge.props}
            value={typed.partEdge}
            onChange={({ target }) => onType(participant, { ...typed, partEdge: edges.find((one) => one === target.value) ?? '' })}
          >
            <option value="">{words.whole}</option>
            {optionsOf(edges, words.edges).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          {typed.partEdge !== '' && (
            <span className="need-minutes">
              <input
                {...minutes.props}
                inputMode="numeric"
                size={3}
                placeholder="45"
                value={typed.partMinutes}
                onChange={({ target }) => onType(participant, { ...typed, partMinutes: target.value })}
              />
              <span aria-hidden="true">{words.partUnit}</span>
            </span>
          )}
        </span>
        <CellError {...edge} />
        <CellError {...minutes} />
      </td>
      <td data-heading={words.comesWith}>
        <select
          {...companion.props}
          value={typed.comesWithId}
          onChange={({ target }) => onType(participant, { ...typed, comesWithId: target.value })}
        >
          <option value="">{words.nobody}</option>
          {participants
            .filter(({ id }) => id !== participant.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
        <CellError {...companion} />
      </td>
      {places.map((place) => {
        const travel = control(`travel.${place.id}`, words.travel(place.name))
        return (
          <td key={place.id} data-heading={words.travel(place.name)}>
            <input
              {...travel.props}
              inputMode="numeric"
              size={3}
              value={typed.travel[place.id] ?? ''}
              onChange={({ target }) => onType(participant, { ...typed, travel: { ...typed.travel, [place.id]: target.value } })}
            />
            <CellError {...travel} />
          </td>
        )
      })}
    </tr>
  )
}

function CellError({ error, props: { id } }: { error: string | undefined; props: { id: string } }) {
  if (!error) return null
  return (
    <p className="field-error" id={`${id}-error`}>
      {error}
    </p>
  )
}
