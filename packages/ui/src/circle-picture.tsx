import { useId, type ReactNode } from 'react'
import { CircleMark, CircleMarkKey, type MarkState } from './circle-mark'
import { arcPath, pointAt, spread, wrapWords } from './circle-places'

export type CirclePerson = {
  id: string
  name: string
  state: MarkState
  /** The state in words: always shown in the list. */
  word: string
  /** One line more about the person, in the list. */
  note?: ReactNode
  /** The name in the list, where it is more than words (a link). */
  show?: ReactNode
}

export type CircleGroup = {
  id: string
  label: string
  /** Degrees, clockwise from the top. `to` is larger than `from`. */
  from: number
  to: number
  /** Further out than the ring. */
  outside?: boolean
  people: readonly CirclePerson[]
  /** Asked where nobody is; the gap is drawn. Without it an empty group is not drawn at all. */
  question?: string
}

type CirclePictureProps = { label: string; centre: string; groups: readonly CircleGroup[] }

const ring = 142
const outer = 222
const mark = 17

/** People around one person, and the same as a list beside it. */
export function CirclePicture({ label, centre, groups }: CirclePictureProps) {
  const id = useId()
  const drawn = groups.filter((group) => group.people.length > 0 || group.question)
  return (
    <figure className="picture circle" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{label}</h2>
      </figcaption>
      <div className="circle-both">
        <svg className="circle-picture" viewBox={frame(drawn)} aria-hidden="true">
          <circle className="circle-table" r={ring} />
          {/* Every arc lies below every name. */}
          {drawn
            .filter(({ outside }) => !outside)
            .map(({ id: key, people, from, to }) => (
              <path
                key={key}
                className={people.length === 0 ? 'circle-arc circle-arc-gap' : 'circle-arc'}
                d={arcPath(from + 4, to - 4, ring)}
              />
            ))}
          {drawn.map((group) => (
            <GroupOnRing key={group.id} group={group} />
          ))}
          <circle className="circle-centre" r="46" />
          <Words className="circle-centre-word" lines={wrapWords(centre, 9, 2)} y={6} middle />
        </svg>
        <div className="circle-list">
          {drawn.map((group) => (
            <div key={group.id}>
              <h3>{group.label}</h3>
              <ul>
                {group.people.length === 0 && <li className="circle-gap">{group.question}</li>}
                {group.people.map((person) => (
                  <li key={person.id}>
                    <CircleMarkKey state={person.state} />
                    <span>
                      {person.show ?? <bdi>{person.name}</bdi>}
                      <span className="quiet">{person.word}</span>
                      {person.note && <span className="quiet">{person.note}</span>}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
    </figure>
  )
}

function GroupOnRing({ group }: { group: CircleGroup }) {
  const radius = group.outside ? outer : ring
  const middle = (group.from + group.to) / 2
  const word = pointAt(middle, 86)
  const isGap = group.people.length === 0
  const gap = pointAt(middle, radius)
  const angles = spread(group.from, group.to, group.people.length)
  return (
    <g>
      {!group.outside && <Words className="circle-group-word" lines={wrapWords(group.label, 10, 2)} x={word.x} y={word.y} middle />}
      {isGap && (
        <g transform={`translate(${gap.x} ${gap.y})`}>
          <circle className="mark-gap" r={mark} />
          <Words className="circle-gap-word" lines={['?']} y={6} />
        </g>
      )}
      {group.people.map((person, place) => {
        const at = pointAt(angles[place] ?? middle, radius)
        const lines = wrapWords(person.name, 11, 2)
        // Names stand away from the middle, where the groups are named.
        const above = at.y < -radius * 0.5
        return (
          <g key={person.id} transform={`translate(${at.x} ${at.y})`}>
            <CircleMark state={person.state} radius={mark} />
            <Words lines={lines} y={above ? -mark - 9 : mark + 20} upward={above} />
          </g>
        )
      })}
    </g>
  )
}

type WordsProps = { lines: string[]; className?: string; x?: number; y: number; middle?: boolean; upward?: boolean }

function Words({ lines, className, x = 0, y, middle, upward }: WordsProps) {
  const lift = (lines.length - 1) * (upward ? 1.1 : middle ? 0.55 : 0)
  return (
    <text className={className} x={x} y={y}>
      {lines.map((line, place) => (
        <tspan key={place} x={x} dy={`${place === 0 ? -lift : 1.1}em`}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** The smallest view box with the ring, every mark and room for its name. */
function frame(groups: readonly CircleGroup[]): string {
  const marks = groups.flatMap((group) =>
    spread(group.from, group.to, group.people.length).map((angle) => pointAt(angle, group.outside ? outer : ring)),
  )
  const across = marks.map((at) => Math.abs(at.x) + 62)
  const wide = Math.max(ring + 30, ...across)
  const top = Math.min(-ring - 30, ...marks.map((at) => at.y - 66))
  const bottom = Math.max(ring + 30, ...marks.map((at) => at.y + 66))
  return `${-wide} ${top} ${wide * 2} ${bottom - top}`
}
