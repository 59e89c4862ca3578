import type { CircleGroup, CirclePerson } from '@kinplan/ui/circle-picture'
import type { AllocationRole, FamilyPartsFragment, ParticipationState } from '../generated/graphql'
import { markOf, stateWords } from '../meeting/participation.copy'
import { circleWords as words, relationWords, roleWords } from './family.copy'

type FamilyOf = FamilyPartsFragment
type PersonOf = FamilyOf['people'][number]
/** How each person stands in the family's open meeting, by person or worker id. */
export type StatesById = ReadonlyMap<string, ParticipationState>

/** Degrees of the ring that the sides share; friends have the rest, below. */
const sidesFrom = -120
const sidesTo = 120

/** Everybody around one child: kin by the parent they come through, friends below, workers outside. An empty side is a gap with a question. */
export function groupsAround(childId: string, family: FamilyOf, states: StatesById): CircleGroup[] {
  const slots = family.parents.filter((parent) => parent.childId === childId)
  const related = family.people.filter(({ id }) => id !== childId).map((person) => ({ person, relation: person.relations.find((one) => one.childId === childId) }))
  const shown = (person: PersonOf): CirclePerson => personInCircle(person, childId, states)
  const sides = slots.map((slot) => ({
    id: slot.id,
    label: words.side(slot.label),
    question: words.sideEmpty(slot.label),
    people: related.filter(({ person, relation }) => slot.personId !== null && (person.id === slot.personId || relation?.sideId === slot.personId)).map(({ person }) => shown(person)),
  }))
  const onSides = new Set(sides.flatMap(({ people }) => people.map(({ id }) => id)))
  if (slots.length < 2) sides.push({ id: 'other-side', label: words.otherSide, question: words.otherSideEmpty, people: [] })
  const rest = related.filter(({ person }) => !onSides.has(person.id))
  const kin = rest.filter(({ person }) => person.kind === 'kin' || person.kind === 'child').map(({ person }) => shown(person))
  const friends = rest.filter(({ person }) => person.kind !== 'kin' && person.kind !== 'child').map(({ person }) => shown(person))
  const workers = family.allocations.filter(({ until }) => until === null).map(({ worker, role, id }) => workerInCircle(id, worker, role, states))
  const step = (sidesTo - sidesFrom) / sides.length
  return [
    ...sides.map((side, place) => ({ ...side, from: sidesFrom + step * place, to: sidesFrom + step * (place + 1) })),
    { id: 'kin', label: words.kin, from: 180, to: 240, people: kin },
    { id: 'friends', label: words.friends, from: 120, to: 180, people: friends },
    { id: 'workers', label: words.workers, from: 140, to: 220, outside: true, people: workers },
  ]
}

function personInCircle(person: PersonOf, childId: string, states: StatesById): CirclePerson {
  const relation = person.relations.find((one) => one.childId === childId)
  const state = states.get(person.id) ?? 'notAsked'
  const word = person.ended ? words.gone : stateWords[state]
  return { id: person.id, name: person.name, state: markOf[state], word, ...(relation && { note: relationWords[relation.kind] }) }
}

function workerInCircle(id: string, worker: { id: string; name: string }, role: AllocationRole, states: StatesById): CirclePerson {
  const state = states.get(worker.id)
  return { id, name: worker.name, state: state === undefined ? 'full' : markOf[state], word: state === undefined ? words.worker : stateWords[state], note: roleWords[role] }
}
