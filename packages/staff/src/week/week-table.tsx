import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { WeekQuery } from '../generated/graphql'
import { dayInRow, zoneInWords } from '../frame/when'
import { byName, onDay } from './taken-on-day'
import { partInWords, takenWords, weekWords as words } from './week.copy'

type WeekOf = NonNullable<WeekQuery['week']>

/** The days of a week with what is on and what is taken: a row a day, on a narrow screen a block a day. */
export function WeekTable({ week, today }: { week: WeekOf; today: string }) {
  const zones = [...new Set(week.meetings.map(({ zone }) => zone))]
  return (
    <>
      <p className="quiet">{words.lede}</p>
      {/* Not a table element: laid out as blocks on a narrow screen, that would lose its meaning in some browsers. */}
      <div className="week" role="table" aria-label={words.caption}>
        <div role="row" className="week-head">
          {[words.day, words.meetings, words.rooms, words.workers].map((heading) => (
            <div key={heading} role="columnheader">
              {heading}
            </div>
          ))}
        </div>
        {week.days.map((day) => (
          <div key={day} role="row" className="week-day" aria-current={day === today ? 'date' : undefined}>
            <div role="rowheader">
              {dayInRow(day)} {day === today && <span className="today-word">{words.today}</span>}
            </div>
            <Cell heading={words.meetings} none={words.noMeetings}>
              {meetingsOn(week, day, zones.length > 1)}
            </Cell>
            <Cell heading={words.rooms} none={words.noRooms}>
              {roomsOn(week, day)}
            </Cell>
            <Cell heading={words.workers} none={words.noWorkers}>
              {workersOn(week, day)}
            </Cell>
          </div>
        ))}
      </div>
      {zones.length === 1 && zones[0] !== undefined && <p className="quiet">{words.inZone(zoneInWords(zones[0]))}</p>}
    </>
  )
}

/** What falls on a day under one heading; the heading shows where the columns do not. */
function Cell({ heading, none, children }: { heading: string; none: string; children: ReactNode[] }) {
  return (
    <div role="cell">
      {children.length === 0 ? (
        <>
          <span className="quiet week-nothing" aria-hidden="true">
            –
          </span>
          <span className="visually-hidden">{none}</span>
        </>
      ) : (
        <>
          <p className="week-heading" aria-hidden="true">
            {heading}
          </p>
          <ul className="bare-list">{children}</ul>
        </>
      )}
    </div>
  )
}

function meetingsOn({ meetings }: WeekOf, day: string, severalZones: boolean): ReactNode[] {
  return onDay(meetings, day).map(({ thing, part }, place) => (
    <li key={thing.meetingId ?? `${place} ${thing.startWall}`}>
      <span className="week-time">{partInWords(part)}</span>{' '}
      {thing.meetingId === null ? (
        <span className="quiet">{words.notYourMeeting}</span>
      ) : (
        <MeetingLink id={thing.meetingId} familyName={thing.familyName} />
      )}
      {thing.placeName && (
        <>
          {', '}
          <bdi>{words.at(thing.placeName)}</bdi>
        </>
      )}
      {severalZones && <span className="quiet"> ({zoneInWords(thing.zone)})</span>}
    </li>
  ))
}

/** The name of the family that meets, where the viewer may know it. */
function familyOf(meetings: WeekOf['meetings'], id: string): string | null {
  return meetings.find(({ meetingId }) => meetingId === id)?.familyName ?? null
}

function MeetingLink({ id, familyName }: { id: string; familyName: string | null }) {
  return (
    <Link to={`/meetings/${id}`}>
      <bdi>{familyName ?? words.theMeeting}</bdi>
    </Link>
  )
}

function roomsOn({ rooms }: WeekOf, day: string): ReactNode[] {
  return byName(onDay(rooms, day), ({ thing }) => thing.placeName).map(({ name, things }) => (
    <li key={name}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <ul className="bare-list">
        {byName(things, ({ thing }) => thing.roomName).map((room) => (
          <li key={room.name}>
            <bdi>{room.name}</bdi>:{' '}
            {room.things.map(({ thing, part }, place) => (
              <span key={`${place} ${thing.startWall}`}>
                {place > 0 && ', '}
                <span className="week-time">{partInWords(part)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </li>
  ))
}

function workersOn({ workers, meetings }: WeekOf, day: string): ReactNode[] {
  return byName(onDay(workers, day), ({ thing }) => thing.name).map(({ name, things }) => (
    <li key={name}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      :{' '}
      {things.map(({ thing, part }, place) => (
        <span key={`${place} ${thing.startWall}`}>
          {place > 0 && ', '}
          {takenWords[thing.kind]} <span className="week-time">{partInWords(part)}</span>
          {thing.meetingId !== null && (
            <>
              {' '}
              <MeetingLink id={thing.meetingId} familyName={familyOf(meetings, thing.meetingId)} />
            </>
          )}
        </span>
      ))}
    </li>
  ))
}
