import type { Way } from '@kinplan/domain/meeting/participation'
import { placeOfZone } from '@kinplan/domain/clock/wall-time'

/** What an invitation to one person is made from. Times are on the wall of the meeting's zone. */
interface Invitation {
  name: string
  /** Start and end of this person's own part, YYYY-MM-DDTHH:MM. */
  startWall: string
  endWall: string
  zone: string
  /** Where, this person's own time HH:MM, and whether they have a room of their own there; null until they are coming. */
  comeTo: { place: string; arriveAt: string; ownRoom: boolean } | null
  /** The ways of taking part that are open to them. */
  ways: Way[]
  /** They were told of an earlier time. */
  told: boolean
  coordinator: { name: string; phone: string }
}

/** Subject and body of a message, as a person reads them. */
export interface Words {
  subject: string
  body: string
}

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
/** The weekday and date of an ISO date or wall time, in words. */
export const dayOf = (wall: string) => day.format(new Date(`${wall.slice(0, 10)}T00:00:00Z`)).replace(',', '')
const timeOf = (wall: string) => wall.slice(11, 16)

const saidWays: Partial<Record<Way, string>> = { inRoom: 'be in the room', video: 'join by video', phone: 'join by phone' }

function waysToBeThere(ways: Way[]): string {
  const said = ways.flatMap((way) => saidWays[way] ?? [])
  return said.length === 0 ? 'Please ring me about how you can take part.' : `You can ${said.join(', or ')}.`
}

/** The invitation: when, where, whom to ring, and which link is theirs. It names nobody else who comes. */
export function invitationWords({ name, startWall, endWall, zone, comeTo, ways, told, coordinator }: Invitation): Words {
  return {
    subject: `Family meeting on ${dayOf(startWall)}`,
    body: [
      `Hello ${name},`,
      '',
      `This is ${coordinator.name}. I am writing about the family meeting we talked about.`,
      ...(told ? ['Something has changed since my last message. This message takes its place.'] : []),
      '',
      `When: ${dayOf(startWall)}, ${timeOf(startWall)} to ${timeOf(endWall)}, ${placeOfZone(zone)} time`,
      ...(comeTo === null
        ? [
            [
              waysToBeThere(ways),
              ...(ways.includes('inRoom')
                ? ['Once you tell me that you are coming in the room, your page shows the place and a time just for you.']
                : []),
            ].join(' '),
          ]
        : [
            `Where: ${comeTo.place}`,
            ...(comeTo.ownRoom ? ['You are in a room of your own there.'] : []),
            `Please be there at ${comeTo.arriveAt}. This time is just for you.`,
          ]),
      '',
      'To tell me if you are coming, open the link I gave you. It is still the same one. If you have no link, or have lost it, ' +
        'please ring me.',
      '',
      `You can ring me on ${coordinator.phone}. Please ring if the day or the time does not work for you.`,
      '',
      coordinator.name,
    ].join('\n'),
  }
}
