import type { Telling } from '@kinplan/server/start'
import { council, workers } from '../src/cast'
import { openStoryFamily, saysWhen, startStoryMeeting, type Said } from '../src/story-family'
import { StoryTeller } from '../src/story-teller'
import { bigWorld } from '../src/times/big-worlds'
import { Chance } from '../src/times/chance'
import { changesOfWorlds } from '../src/times/compare-times'
import { typedWorldRule } from '../src/times/typed-world-rule'

const { helen, priya, ruth } = workers
const dayMs = 86_400_000
const decision = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
/** As much as two calendars of one person may say. */
const calendarsOfOne = 2
const entriesOfCalendar = 2000

/** Meetings whose times take long to find, each by its id with what is asked for; `relative` is somebody whose calendar is full. */
export interface WorstWorld {
  ordinary: WorstMeeting
  sixty: WorstMeeting
  manyPairs: WorstMeeting
  calendars: WorstMeeting
  relative: string
  /** Calendar entries of three relatives that a program sent at once. */
  flood: Said[]
}
export interface WorstMeeting {
  meetingId: string
  ask: Record<string, unknown>
}

/** The families of the measurement, told through the door. */
export async function tellWorst({ found, doorAt, now }: Telling): Promise<WorstWorld> {
  await found({ ...council, from: new Date(now.getTime() - 400 * dayMs) })
  const teller = new StoryTeller(doorAt, now)
  const places = await tenPlaces(teller)
  const isoDay = (days: number) => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10)
  const ask = (weeks: number, placeIds: string[]) => ({
    from: isoDay(1),
    until: isoDay(weeks * 7),
    minutes: '120',
    earliest: '09:00',
    latest: '20:30',
    weekdays: [1, 2, 3, 4, 5, 6],
    noticeDays: '0',
    bankHolidays: false,
    schoolHours: true,
    placeIds,
    stepFree: false,
    twoWaysOut: false,
    secondRoom: false,
  })
  const family = async (name: string, count: number, pairs: number, rules: (at: number) => Said[] = rulesOfWorld(count)) => {
    const { people, familyId, meetingId } = await tellFamily(teller, name, count, rules)
    await keepApart(teller, people, pairs)
    await teller.does(ruth.id, 'recordSafety', { meetingId, ...decision }, 'meeting { id }')
    return { people, familyId, meetingId }
  }
  const ordinary = await family('The Ordinary family', 30, 3)
  const sixty = await family('The Sixty family', 60, 277)
  const manyPairs = await family('The Pairs family', 30, 95)
  const calendars = await family('The Calendar family', 8, 0, (at) => (at < 3 ? fullCalendars(now) : weekdaysFree))
  return {
    ordinary: { meetingId: ordinary.meetingId, ask: ask(8, places.slice(0, 1)) },
    sixty: { meetingId: sixty.meetingId, ask: ask(26, places) },
    manyPairs: { meetingId: manyPairs.meetingId, ask: ask(26, places) },
    calendars: { meetingId: calendars.meetingId, ask: ask(26, places) },
    relative: calendars.people[0] ?? '',
    flood: Array.from({ length: 28 }, () => fullCalendars(now)[0]!),
  }
}

const weekdaysFree: Said[] = [{ kind: 'ordinaryWeek', weekdays: [1, 2, 3, 4, 5], start: '08:00', end: '21:00', how: ['inRoom', 'phone'] }]

/** Half a year of entries of ten minutes, as many as are kept. */
function fullCalendars(now: Date): Said[] {
  const from = new Date(now.getTime() + dayMs).toISOString().slice(0, 10)
  const until = new Date(now.getTime() + 180 * dayMs).toISOString().slice(0, 10)
  const first = Date.parse(`${from}T00:00:00Z`)
  const every = Math.floor((178 * dayMs) / entriesOfCalendar)
  return Array.from({ length: calendarsOfOne }, (_, calendar) => ({
    kind: 'calendar',
    from,
    until,
    start: '08:00',
    end: '21:00',
    how: ['inRoom', 'phone'],
    busy: Array.from({ length: entriesOfCalendar }, (__, at) => {
      const start = first + at * every + calendar * 20 * 60_000
      return `${instant(start)}/${instant(start + 10 * 60_000)}`
    }),
  }))
}
const instant = (ms: number) => `${new Date(Math.floor(ms / 60_000) * 60_000).toISOString().slice(0, 16)}:00Z`

/** What the people of a made-up world said, but for the dates that lie elsewhere in the year. */
function rulesOfWorld(count: number): (at: number) => Said[] {
  const change = changesOfWorlds().find(({ zone, date }) => zone === 'Europe/London' && date === '2026-03-29')
  if (change === undefined) throw new Error('No clock changes in London on 29 March 2026')
  const { people } = bigWorld(7, count * 2, change)
  const kin = people.filter(({ worker = false, rules }) => !worker && rules.length > 0)
  return (at) => kin[at % kin.length]!.rules.map((rule) => withoutZone(typedWorldRule(rule)))
}

const withoutZone = ({ zone: _, ...rule }: ReturnType<typeof typedWorldRule>): Said => ({ ...rule })

async function tellFamily(teller: StoryTeller, name: string, count: number, rules: (at: number) => Said[]) {
  const short = (at: number) => `p${at}`
  const { id: familyId, people } = await openStoryFamily(teller, {
    name,
    socialWorker: priya.id,
    children: { child: { name: `Child of ${name}`, bornOn: '2017-05-02' } },
    people: Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        short(at),
        { name: `Relative ${at} of ${name}`, relations: at < 2 ? [{ child: 'child', kind: at === 0 ? 'mother' : 'father' }] : [] },
      ]),
    ),
  })
  const kin = Array.from({ length: count }, (_, at) => people[short(at)] ?? '')
  const { id: meetingId } = await startStoryMeeting(teller, {
    familyId,
    socialWorker: priya.id,
    childIds: [people['child'] ?? ''],
    participants: kin.map((personId, at) => ({ personId, need: at < 2 ? 'must' : 'hoped' })),
  })
  for (const [at, personId] of kin.entries()) await saysWhen(teller, personId, rules(at))
  return { familyId, meetingId, people: kin }
}

async function keepApart(teller: StoryTeller, people: string[], pairs: number): Promise<void> {
  const chance = new Chance(5)
  const marked = new Set<string>()
  while (marked.size < pairs) {
    const [oneId, otherId] = chance.some(people, 2).toSorted() as [string, string]
    if (marked.has(`${oneId} ${otherId}`)) continue
    marked.add(`${oneId} ${otherId}`)
    const levels = [chance.one(['room', 'site', 'online'] as const)]
    await teller.does(helen.id, 'markApart', { oneId, otherId, levels }, 'family { id }')
  }
}

async function tenPlaces(teller: StoryTeller): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < 10; at++) {
    const name = `Hub ${at}`
    const kept = await teller.does(ruth.id, 'keepPlace', { name, address: `${at} High Street` }, 'places { id name }')
    const id = (kept['places'] as { id: string; name: string }[]).find((place) => place.name === name)?.id ?? ''
    for (const room of ['hall', 'quiet room'])
      await teller.does(
        ruth.id,
        'keepRoom',
        { placeId: id, name: room, capacity: room === 'hall' ? '80' : '10', stepFree: true, twoWaysOut: true },
        'places { id }',
      )
    ids.push(id)
  }
  return ids
}
