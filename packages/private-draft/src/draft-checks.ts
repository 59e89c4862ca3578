import { allSteps, type DraftPlan } from './draft-plan'

/** Fewer named steps than this say nothing about who carries too much. */
const fewestNamedSteps = 3

/** Ids of what the plan must make sure of that no step answers yet. */
export function thingsNotAnswered(plan: DraftPlan): readonly string[] {
  return plan.things.filter(({ steps }) => !steps.some(({ what }) => what.trim())).map(({ id }) => id)
}

/** Ids of steps that say what, and not who. */
export function stepsNamingNobody(plan: DraftPlan): readonly string[] {
  return allSteps(plan)
    .filter(({ what, who }) => what.trim() && !who.trim())
    .map(({ id }) => id)
}

/** Somebody who holds more than half: `name` as first written, `steps` of all `of` steps that name people. */
interface CarriesMost {
  readonly name: string
  readonly steps: number
  readonly of: number
}

/** Read from the words under *who*: "Gran and Mum" are two, and each carries half of that step. Never blocks anything. */
export function whoCarriesMost(plan: DraftPlan): CarriesMost | undefined {
  const steps = allSteps(plan)
    .map(({ who }) => namesIn(who))
    .filter((names) => names.length > 0)
  if (steps.length < fewestNamedSteps) return undefined
  const carried = new Map<string, { name: string; weight: number; steps: number }>()
  for (const names of steps) {
    for (const name of names) {
      const person = carried.get(sameName(name)) ?? { name, weight: 0, steps: 0 }
      carried.set(sameName(name), { ...person, weight: person.weight + 1 / names.length, steps: person.steps + 1 })
    }
  }
  const most = [...carried.values()].find(({ weight }) => weight > steps.length / 2)
  return most && { name: most.name, steps: most.steps, of: steps.length }
}

const everybody = new Set(['all', 'all of us', 'everybody', 'everyone', 'family', 'the family', 'us', 'we'])

function namesIn(who: string): readonly string[] {
  const names = who.split(/[,;/&+\n]|\s(?:and|with|or)\s/iu).map((name) => name.trim().replace(/\s+/g, ' '))
  const people = names.filter((name) => name && !everybody.has(sameName(name)))
  return people.filter((name, at) => people.findIndex((other) => sameName(other) === sameName(name)) === at)
}

function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
