import { parse } from 'graphql'
import { openDoor } from '@kinplan/server/graphql/operate'
import { workers } from '../cast'
import { nothingYet, type World } from './world'
import { people as everyone, type Person } from './people'

/** What a request has to name beside ids: how things stand at this moment. */
export interface Facts {
  meetingVersion: number
  /** By participant. */
  participantVersions: Record<string, number>
  personVersions: Record<string, number>
  askVersion: number
  /** The bottom line that the supervisor has not agreed yet. */
  line: { id: string; version: number }
  why: { id: string; version: number }
  pairId: string
  slot: { id: string; version: number }
  anotherDayId: string
  withdrawalId: string
  /** At which the supervisor has not looked yet. */
  breakGlassId: string
  awayId: string
  termId: string
  actionVersions: Record<string, number>
  /** Each person's own: of their part in the meeting, and of what they said of their hours. */
  mine: Record<Person, { part: number; said: number }>
  /** The phone of the aunt, as those see it who are vouched for. */
  auntsSession: string
}

/** Asks whom it concerns for what requests have to name. */
export async function gatherFacts(world: World): Promise<Facts> {
  const { server, meetingId: id, familyId, people, planId } = world
  const [helen, ruth] = [await server.phone(workers.helen.id), await server.phone(workers.ruth.id)]
  const { meeting } = (await helen.send(
    `query ($id: ID!) { meeting(id: $id) {
      version timeAsk { version } participants { id version } why { id version }
      bottomLines { id version agreedBy { id } } anotherDays { id } withdrawals { id }
    } }`,
    { id },
  )) as {
    meeting: {
      version: number
      timeAsk: { version: number } | null
      participants: Versioned[]
      why: Versioned[]
      bottomLines: (Versioned & { agreedBy: object | null })[]
      anotherDays: { id: string }[]
      withdrawals: { id: string }[]
    }
  }
  const { family } = (await ruth.send(
    'query ($id: ID!) { family(id: $id) { people { id version } parents { id version } pairs { id } breakGlass { id finding } } }',
    { id: familyId },
  )) as {
    family: { people: Versioned[]; parents: Versioned[]; pairs: { id: string }[]; breakGlass: { id: string; finding: string | null }[] }
  }
  const { plan } = (await helen.send('query ($id: ID!) { plan(id: $id) { actions { id version } } }', { id: planId })) as {
    plan: { actions: Versioned[] } | null
  }
  const { myCalendar, schoolTerms } = (await helen.send('{ myCalendar { away { id } } schoolTerms { id } }')) as {
    myCalendar: { away: { id: string }[] }
    schoolTerms: { id: string }[]
  }
  const { myRoom } = (await (
    await server.phone(people.gran)
  ).send('query ($id: ID!) { myRoom(meetingId: $id) { sessions { id linkOf } } }', { id })) as {
    myRoom: { sessions: { id: string; linkOf: string | null }[] } | null
  }
  const mine = {} as Facts['mine']
  for (const person of everyone) mine[person] = await ofTheirOwn(world, person)
  return {
    meetingVersion: meeting.version,
    askVersion: meeting.timeAsk?.version ?? 0,
    participantVersions: versionsOf(meeting.participants),
    personVersions: versionsOf(family.people),
    line: meeting.bottomLines.find(({ agreedBy }) => agreedBy === null) ?? nothing,
    why: meeting.why[0] ?? nothing,
    pairId: family.pairs[0]?.id ?? nothingYet,
    slot: family.parents[0] ?? nothing,
    anotherDayId: meeting.anotherDays[0]?.id ?? nothingYet,
    withdrawalId: meeting.withdrawals[0]?.id ?? nothingYet,
    breakGlassId: family.breakGlass.find(({ finding }) => finding === null)?.id ?? nothingYet,
    awayId: myCalendar.away[0]?.id ?? nothingYet,
    termId: schoolTerms[0]?.id ?? nothingYet,
    actionVersions: versionsOf(plan?.actions ?? []),
    mine,
    auntsSession: myRoom?.sessions.find(({ linkOf }) => linkOf !== null)?.id ?? nothingYet,
  }
}

interface Versioned {
  id: string
  version: number
}
const nothing: Versioned = { id: nothingYet, version: 1 }
const versionsOf = (rows: Versioned[]) => Object.fromEntries(rows.map(({ id, version }) => [id, version]))

async function ofTheirOwn({ server, sessions, meetingId: id }: World, person: Person): Promise<{ part: number; said: number }> {
  const document = parse('query ($id: ID!) { myMeeting(id: $id) { mine { version } } myAvailability { version } }')
  const { result } = await openDoor(server.parts)(document, { id }, { session: sessions[person], storyPage: true })
  const { myMeeting, myAvailability } = (result.data ?? {}) as {
    myMeeting?: { mine: { version: number } } | null
    myAvailability?: { version: number } | null
  }
  return { part: myMeeting?.mine.version ?? 0, said: myAvailability?.version ?? 0 }
}
