import type { Way } from '@kinplan/domain/meeting/participation'
import type { Found } from './use-ranked-times'

const wayOf: Readonly<Record<string, Way>> = { r: 'inRoom', s: 'secondRoom', v: 'video', p: 'phone', f: 'spokenFor', l: 'letter' }
const present = 'rsvp'

/** If we begin in one hour of a day: the best start 'HH:MM' in it, who takes part and how, and who does not. */
export interface HeatHour {
  day: string
  hour: number
  time: string
  can: { name: string; how: Way }[]
  cannot: string[]
  /** 0 nobody, 4 everybody who has answered is there in person or by voice. */
  level: 0 | 1 | 2 | 3 | 4
}

/** What the server gives: a letter for each of `people` in the `ways` of an hour. */
interface HeatGiven {
  heat: readonly Omit<Found['heat'][number], '__typename'>[]
  people: readonly Omit<Found['people'][number], '__typename'>[]
}

function levelOf(there: number, all: number): HeatHour['level'] {
  if (there === 0) return 0
  if (there === all) return 4
  return there * 3 > all * 2 ? 3 : there * 3 > all ? 2 : 1
}

/**
 * The server's heat in names. `silent` are ids of participants who have not said yet when they can come: they are no part of it, because
 * not having said is not a no.
 */
export function heatHours({ heat, people }: HeatGiven, silent: ReadonlySet<string>): HeatHour[] {
  const asked = people.map((person, place) => ({ ...person, place })).filter(({ participantId }) => !silent.has(participantId))
  return heat.map(({ day, hour, time, ways }) => {
    const can = asked.flatMap(({ name, place }) => {
      const how = wayOf[ways[place] ?? '-']
      return how === undefined ? [] : [{ name, how }]
    })
    const cannot = asked.filter(({ place }) => wayOf[ways[place] ?? '-'] === undefined).map(({ name }) => name)
    return {
      day,
      hour,
      time,
      can,
      cannot,
      level: levelOf(asked.filter(({ place }) => present.includes(ways[place] ?? '-')).length, asked.length),
    }
  })
}

/** Hours of one day, one after another, in which the same people can come in the same ways. */
export interface HeatSpell extends Pick<HeatHour, 'day' | 'can' | 'cannot'> {
  from: string
  to: string
}

/** The same as a list that can be read: hours in which nothing changes are one row. Hours in which nobody can come are left out. */
export function heatSpells(hours: readonly HeatHour[]): HeatSpell[] {
  const spells: HeatSpell[] = []
  let before: HeatHour | undefined
  for (const hour of hours) {
    const last = spells.at(-1)
    const goesOn = before !== undefined && before.day === hour.day && before.hour + 1 === hour.hour && sameWho(before, hour)
    if (hour.can.length > 0) {
      if (goesOn && last !== undefined) last.to = hour.time
      else spells.push({ day: hour.day, from: hour.time, to: hour.time, can: hour.can, cannot: hour.cannot })
    }
    before = hour
  }
  return spells
}

const sameWho = (a: HeatHour, b: HeatHour) => JSON.stringify(a.can) === JSON.stringify(b.can)
