import { workers } from './cast'
import type { StoryTeller } from './story-teller'

const { ruth } = workers

interface ToldRoom {
  name: string
  capacity: string
  stepFree: boolean
  twoWaysOut: boolean
}

/** A place of the story, with its rooms by name. */
export interface ToldPlace {
  id: string
  rooms: Record<string, string>
}

/** Half terms of a school year that begins in this year: month and day, the second year's from January on. */
const halfTerms: [string, string, string][] = [
  ['Autumn term, first half', '09-03', '10-23'],
  ['Autumn term, second half', '11-02', '12-18'],
  ['Spring term, first half', '01-05', '02-12'],
  ['Spring term, second half', '02-22', '03-27'],
  ['Summer term, first half', '04-13', '05-21'],
  ['Summer term, second half', '06-01', '07-21'],
]

/** The month, counted from 0, from which on the next school year is the one that counts. */
const augustMonth = 7

/** The council's two places with their rooms, and the terms of this school year and the next. */
export async function tellPlaces(teller: StoryTeller): Promise<Record<'willow' | 'meadow', ToldPlace>> {
  const willow = await placeOf(teller, { name: 'Willow Family Hub', address: '14 Mill Lane, Wendlebury' }, [
    { name: 'The garden room', capacity: '16', stepFree: true, twoWaysOut: true },
    { name: 'The blue room', capacity: '8', stepFree: true, twoWaysOut: true },
    { name: 'The attic', capacity: '5', stepFree: false, twoWaysOut: false },
  ])
  const meadow = await placeOf(teller, { name: 'Meadow Road Hub', address: '2 Meadow Road, Wendlebury' }, [
    { name: 'The hall', capacity: '30', stepFree: true, twoWaysOut: true },
    { name: 'The reading room', capacity: '6', stepFree: true, twoWaysOut: false },
  ])
  const { now } = teller
  const schoolYear = now.getUTCMonth() < augustMonth ? now.getUTCFullYear() - 1 : now.getUTCFullYear()
  for (const year of [schoolYear, schoolYear + 1]) {
    for (const [name, from, until] of halfTerms) {
      const calendarYear = name.startsWith('Autumn') ? year : year + 1
      await teller.does(
        ruth.id,
        'keepSchoolTerm',
        { name, from: `${calendarYear}-${from}`, until: `${calendarYear}-${until}` },
        'schoolTerms { id }',
      )
    }
  }
  return { willow, meadow }
}

async function placeOf(teller: StoryTeller, place: { name: string; address: string }, rooms: ToldRoom[]): Promise<ToldPlace> {
  const shown = 'places { id name rooms { id name } }'
  const named = ({ places }: Record<string, unknown>) =>
    (places as { id: string; name: string; rooms: { id: string; name: string }[] }[]).find(({ name }) => name === place.name)
  const placeId = named(await teller.does(ruth.id, 'keepPlace', place, shown))?.id ?? ''
  let told = {}
  for (const room of rooms) told = await teller.does(ruth.id, 'keepRoom', { placeId, ...room }, shown)
  return { id: placeId, rooms: Object.fromEntries((named(told)?.rooms ?? []).map(({ id, name }) => [name, id])) }
}
