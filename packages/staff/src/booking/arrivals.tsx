import { todayIn } from '@kinplan/domain/clock/parse-time'
import { DataTable, type Column } from '@kinplan/ui/data-table'
import { stateWords } from '../meeting/participation.copy'
import { dayInShort } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { partSaid } from './ask.copy'
import { bookedWords as words } from './booked.copy'
import { waySaid } from './times.copy'
import type { ParticipantOf } from './typed-need'

/** How somebody comes: as they said, or else as was planned when the time was chosen; and for which part. */
function howInWords({ how, plannedHow, partEdge, partMinutes }: ParticipantOf): string {
  const way = how !== null ? waySaid[how] : plannedHow !== null ? words.planned(waySaid[plannedHow]) : ''
  return partEdge !== null && partMinutes !== null ? [way, partSaid[partEdge](String(partMinutes))].filter(Boolean).join(', ') : way
}

/** Whether the invitation has gone, and when; one that waits or failed is never called sent. */
function invitationInWords({ invitedAt, invitation, worker }: ParticipantOf, zone: string): string {
  if (worker) return words.worker
  if (invitedAt !== null && invitation === 'sent') return words.invitedAt(dayInShort(todayIn(zone, new Date(invitedAt))))
  return invitation === 'waiting' ? words.waiting : words.notSent
}

/**
 * Who comes and how; and, for those who may read who is kept apart, when each of them arrives, and whether an invitation went.
 */
export function Arrivals({ meeting }: { meeting: MeetingOf }) {
  const readsPairs = meeting.safety !== null
  const ofPairs: Column<ParticipantOf>[] = [
    { id: 'arrives', heading: words.arrives, text: ({ arriveAt }) => arriveAt ?? '' },
    {
      id: 'invited',
      heading: words.invited,
      text: (participant) => invitationInWords(participant, meeting.zone),
      sortBy: ({ invitedAt }) => invitedAt,
    },
  ]
  const columns: Column<ParticipantOf>[] = [
    { id: 'who', heading: words.who, text: ({ name }) => name },
    { id: 'state', heading: words.state, text: ({ state }) => stateWords[state] },
    { id: 'how', heading: words.how, text: howInWords },
    ...(readsPairs ? ofPairs : []),
  ]
  return (
    <section>
      <h2>{words.arrivals}</h2>
      <p className="quiet">{words.arrivalsWhy}</p>
      <DataTable
        caption={words.arrivalsTable}
        columns={columns}
        rows={meeting.participants.filter(({ state }) => state !== 'notPart')}
        rowKey={({ id }) => id}
        empty={<p>{words.noOne}</p>}
      />
    </section>
  )
}
