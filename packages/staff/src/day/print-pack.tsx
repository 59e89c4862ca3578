import { useQuery } from '@apollo/client/react'
import { Button } from '@kinplan/ui/button'
import { Sheet } from '@kinplan/ui/sheet'
import { waySaid } from '../booking/times.copy'
import { SlipsDocument, type SlipsQuery } from '../generated/graphql'
import { Read } from '../connection/read'
import { clockOf, dayInWords, wallInWords, zoneInWords } from '../frame/when'
import type { MeetingOf, MeetingTabProps } from '../meeting/meeting-of'
import { sheetLines, sheetWords, stepFields } from '../plan/sheet.copy'
import { packWords as words, slipSaid } from './day.copy'

const lines = (count: number) => Array.from({ length: count }, (_, place) => <span key={place} className="write-line" />)

/**
 * Everything for a meeting on paper, as one pack. The day sheet has no arrival times and nobody who is not part of the meeting;
 * each slip holds one person's things alone, and of those only what their own page says too, so no sheet tells of a pair.
 */
export function PrintPack({ meeting }: MeetingTabProps) {
  // As in private family time: what nobody gave the family is not theirs to answer.
  const given = meeting.bottomLines.filter(({ givenToFamilyOn }) => givenToFamilyOn !== null)
  const expected = meeting.participants.filter(({ state }) => state !== 'notPart' && state !== 'notComing')
  return (
    <div className="pack">
      <div className="no-print">
        <h2>{words.heading}</h2>
        <p>{words.why}</p>
        <div className="actions">
          <Button onClick={() => window.print()}>{words.print}</Button>
        </div>
      </div>
      <DaySheet meeting={meeting} expected={expected} />
      {given.map(({ id, text }, place) => (
        <PlanSheet key={id} heading={sheetWords.planSheetOf(place + 1, given.length)} about={sheetWords.mustMakeSure} text={text} />
      ))}
      <PlanSheet heading={sheetWords.ownSheet} about={sheetWords.ownAbout} text={null} />
      <PlanSheet heading={sheetWords.planSheet} about={sheetWords.more} />
      <RescueCard />
      <AnswerSlips expected={expected} />
      <Slips meeting={meeting} expected={expected} />
    </div>
  )
}

type SlipOf = NonNullable<NonNullable<SlipsQuery['meeting']>['participants'][number]['slip']>
type Expected = readonly MeetingOf['participants'][number][]

function DaySheet({ meeting, expected }: { meeting: MeetingOf; expected: Expected }) {
  return (
    <Sheet>
      <h2>
        {words.daySheet}: <bdi>{meeting.familyName}</bdi>
      </h2>
      <p>
        <strong>{words.dayFor}</strong>
      </p>
      <dl className="facts">
        <dt>{words.about}</dt>
        <dd>
          <bdi>{meeting.children.map(({ name }) => name).join(', ')}</bdi>
        </dd>
        <dt>{words.when}</dt>
        <dd>
          {meeting.startWall === null ? words.noTime : `${wallInWords(meeting.startWall, meeting.endWall)}, ${zoneInWords(meeting.zone)}`}
        </dd>
        <dt>{words.where}</dt>
        <dd>
          <bdi>{meeting.place}</bdi>
        </dd>
        <dt>{words.coordinator}</dt>
        <dd>
          <bdi>{meeting.coordinator.name}</bdi>, {meeting.coordinator.phone}
        </dd>
        <dt>{words.socialWorker}</dt>
        <dd>
          <bdi>{meeting.referrer.name}</bdi>, {meeting.referrer.phone}
        </dd>
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.how}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.notHere}</th>
          </tr>
        </thead>
        <tbody>
          {expected.map(({ id, name, how }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{how !== null && waySaid[how]}</td>
              <td>
                <span className="tick-box" />
              </td>
              <td>
                <span className="tick-box" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {words.began} {lines(1)}
      </p>
      <p>
        {words.finished} {lines(1)}
      </p>
      <h3>{words.notes}</h3>
      {lines(3)}
    </Sheet>
  )
}

/** `text`: what its steps make sure of; null where the family says what they are about. Without it the sheet has lines alone. */
function PlanSheet({ heading, about, text }: { heading: string; about: string; text?: string | null }) {
  return (
    <Sheet>
      <p className="quiet">{heading}</p>
      <h2>{about}</h2>
      {text === undefined ? (
        lines(12)
      ) : (
        <>
          {text === null ? (
            <PlanLine label={sheetWords.ownHeading} count={1} />
          ) : (
            <p className="lede">
              <bdi>{text}</bdi>
            </p>
          )}
          {stepFields.map((field) => (
            <PlanLine key={field} label={sheetLines[field].label} count={sheetLines[field].lines} />
          ))}
        </>
      )}
      <p className="quiet">{sheetWords.ownPage}</p>
    </Sheet>
  )
}

function PlanLine({ label, count }: { label: string; count: number }) {
  return (
    <>
      <h3>{label}</h3>
      {lines(count)}
    </>
  )
}

/** Blank: the words are the family's, and no worker ever has them. */
function RescueCard() {
  return (
    <Sheet>
      <h2>{words.rescueCard}</h2>
      <p>
        <strong>{words.rescueFor}</strong>
      </p>
      <p>{words.rescueWhat}</p>
      <ol>
        {lines(6).map((line, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- blank lines
          <li key={place}>{line}</li>
        ))}
      </ol>
      <p>
        <strong>{words.rescueKeep}</strong>
      </p>
      <p className="quiet">{words.rescueNew}</p>
    </Sheet>
  )
}

function AnswerSlips({ expected }: { expected: Expected }) {
  return (
    <Sheet>
      {expected
        .filter(({ person }) => person !== null)
        .map(({ id, name }) => (
          <div key={id} className="slip">
            <h2>
              {words.slips}: <bdi>{name}</bdi>
            </h2>
            <p className="cluster">
              {words.answers.map((answer) => (
                <span key={answer}>
                  <span className="tick-box" /> {answer}
                </span>
              ))}
            </p>
            <p>
              {words.reason} {lines(2)}
            </p>
            <p className="quiet">{words.slipHow}</p>
          </div>
        ))}
    </Sheet>
  )
}

function Slips({ meeting, expected }: { meeting: MeetingOf; expected: Expected }) {
  const reading = useQuery(SlipsDocument, { variables: { id: meeting.id } })
  return (
    <Read reading={reading}>
      {({ meeting: found }) => {
        const slips = expected.flatMap(({ id, name }) => {
          const slip = found?.participants.find((participant) => participant.id === id)?.slip
          return slip ? [<OwnSlip key={id} name={name} slip={slip} meeting={meeting} />] : []
        })
        return slips.length === 0 ? <p className="no-print">{words.noSlips}</p> : <Sheet>{slips}</Sheet>
      }}
    </Read>
  )
}

function OwnSlip({ name, slip, meeting: { coordinator } }: { name: string; slip: SlipOf; meeting: MeetingOf }) {
  const said = slipSaid[slip.kind]?.(clockOf(slip.startWall), coordinator.name)
  return (
    <div className="slip">
      <h2>
        {slip.arriveAt === null ? words.howYouTakePart : words.whenToCome}: <bdi>{name}</bdi>
      </h2>
      <p>{dayInWords(slip.startWall)}</p>
      {slip.arriveAt !== null && (
        <p className="lede">
          <strong>{words.comeAt(slip.arriveAt)}</strong>
        </p>
      )}
      {slip.place !== null && (
        <p>
          <bdi>{slip.place}</bdi>
        </p>
      )}
      {said !== undefined && <p>{said}</p>}
      <p>{words.ring(coordinator.name, coordinator.phone)}</p>
    </div>
  )
}
