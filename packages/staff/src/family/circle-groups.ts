import type { CircleGroup, CirclePerson } from '@kinplan/ui/circle-picture'
import type { AllocationRole, FamilyPartsFragment, ParticipationState } from '../generated/graphql'
import { markOf, stateWords } from '../meeting/participation.copy'
import { circleWords as words, relationWords, roleWords } from './family.copy'

type FamilyOf = FamilyPartsFragment
type PersonOf = FamilyOf['people'][number]
/** How each person stands in the family's open meeting, by person or worker id. */
export type StatesById = ReadonlyMap<string, ParticipationState>

/** Room on the ring that a group takes besides its people. */
const roomBetween = 0.5

/**
 * Who belongs to one child: kin by the parent they come through, friends below, workers outside. An empty side is a gap with a question.
 */
export function groupsAround(childId: string, family: FamilyOf, states: StatesById): CircleGroup[] {
  const slots = family.parents.filter((parent) => parent.childId === childId)
  const parentIds = new Set(slots.map(({ personId }) => personId))
  const related = family.people
    .map((person) => ({ person, relation: person.relations.find((one) => one.childId === childId) }))
    .filter(
      ({ person, relation }) => person.id !== childId && (relation !== undefined || person.kind === 'child' || parentIds.has(person.id)),
    )
  const shown = (person: PersonOf): CirclePerson => personInCircle(person, childId, states)
  const sides = slots.map((slot) => ({
    id: slot.id,
    label: words.side(slot.label),
    question: words.sideEmpty(slot.label),
    people: related
      .filter(({ person, relation }) => slot.personId !== null && (person.id === slot.personId || relation?.sideId === slot.personId))
      .map(({ person }) => shown(person)),
  }))
  const onSides = new Set(sides.flatMap(({ people }) => people.map(({ id }) => id)))
  if (slots.length < 2) sides.push({ id: 'other-side', label: words.otherSide, question: words.otherSideEmpty, people: [] })
  const rest = related.filter(({ person }) => !onSides.has(person.id))
  const kin = rest.filter(({ person }) => person.kind === 'kin' || person.kind === 'child').map(({ person }) => shown(person))
  const friends = rest.filter(({ person }) => person.kind !== 'kin' && person.kind !== 'child').map(({ person }) => shown(person))
  const workers = family.allocations
    .filter(({ until }) => until === null)
    .map(({ worker, role, id }) => workerInCircle(id, worker, role, states))
  const ring = onRing(
    [...sides, { id: 'friends', label: words.friends, people: friends }, { id: 'kin', label: words.kin, people: kin }],
    sides.length,
  )
  return [...ring, { id: 'workers', label: words.workers, from: 140, to: 220, outside: true, people: workers }]
}

type Ungrouped = Omit<CircleGroup, 'from' | 'to'>

/** Shares the ring among the groups by how many they are, with the middle of the first `upper` groups at the top. */
function onRing(groups: readonly Ungrouped[], upper: number): CircleGroup[] {
  const drawn = groups.filter(({ people, question }) => people.length > 0 || question)
  const roomOf = ({ people }: Ungrouped) => Math.max(1, people.length) + roomBetween
  const roomIn = (some: readonly Ungrouped[]) => some.reduce((sum, group) => sum + roomOf(group), 0)
  const degrees = 360 / roomIn(drawn)
  let from = (-roomIn(drawn.slice(0, upper)) * degrees) / 2
  return drawn.map((group) => {
    const begins = from
    from += roomOf(group) * degrees
    return { ...group, from: begins, to: from }
  })
}

function personInCircle(person: PersonOf, childId: string, states: StatesById): CirclePerson {
  const relation = person.relations.find((one) => one.childId === childId)
  const state = states.get(person.id) ?? 'notAsked'
  const word = person.ended ? words.gone : stateWords[state]
  return { id: person.id, name: person.name, state: markOf[state], word, ...(relation && { note: relationWords[relation.kind] }) }
}

function workerInCircle(id: string, worker: { id: string; name: string }, role: AllocationRole, states: StatesById): CirclePerson {
  const state = states.get(worker.id)
  return {
    id,
    name: worker.name,
    state: state === undefined ? 'full' : markOf[state],
    word: state === undefined ? words.worker : stateWords[state],
    note: roleWords[role],
  }
}
