/** Everybody who comes to the door in the check of access, by what a social worker would call them. */
export const people = [
  'somebody who is not signed in',
  'somebody put out of the family',
  'a person of another family',
  'a cousin who is not in the meeting',
  'an uncle who was decided not to be part',
  'Dad, kept apart from Mum and not to know',
  'Mum, at risk',
  'Gran',
  'Nan, kept apart from a room',
  'Grandad, kept apart from a place',
  'Aunt, on a link that a worker made',
  'Mia, a child',
  'the interpreter',
  'the advocate',
  'the holder of a promise link',
  'the coordinator',
  'the coordinator before her',
  'the social worker',
  'the supervisor',
  'a worker who reads in an emergency',
  'the supervisor of another team',
  'a worker of another team',
  'a worker of the team without the family',
  'a worker who left the team',
] as const
export type Person = (typeof people)[number]

const workersOfTheFamily = ['the coordinator', 'the social worker', 'the supervisor'] as const
const inEmergency = 'a worker who reads in an emergency'
const otherWorkers = [
  'the coordinator before her',
  'the supervisor of another team',
  'a worker of another team',
  'a worker of the team without the family',
  'a worker who left the team',
] as const
const inTheRoom = ['Mum, at risk', 'Gran', 'Aunt, on a link that a worker made', 'Mia, a child', 'the interpreter'] as const
const whoWereTold = [...inTheRoom, 'Nan, kept apart from a room', 'Grandad, kept apart from a place', 'the advocate'] as const
const ofTheFamily = [
  ...whoWereTold,
  'Dad, kept apart from Mum and not to know',
  'a cousin who is not in the meeting',
  'an uncle who was decided not to be part',
] as const

/** Words for several of them at once, as the tables use them. */
const groups = {
  everybody: people,
  'everybody in the family': ofTheFamily,
  'everybody who is told of the meeting': whoWereTold,
  'everybody of a family': [...ofTheFamily, 'a person of another family'],
  'everybody in a private room': [...inTheRoom, 'Nan, kept apart from a room'],
  'whoever wrote the plan together': ['Mum, at risk', 'Gran'],
  'others in the room': ['Aunt, on a link that a worker made', 'Mia, a child', 'the interpreter'],
  "the family's workers": workersOfTheFamily,
  'whichever workers read the family': [...workersOfTheFamily, inEmergency],
  'any worker': [...workersOfTheFamily, inEmergency, ...otherWorkers],
  'whoever has no such link': people.filter((person) => person !== 'the holder of a promise link'),
  'any supervisor': ['the supervisor', 'the supervisor of another team'],
} as const satisfies Record<string, readonly Person[]>

/** One of them, or a word for several. */
export type Who = Person | keyof typeof groups

/** All whom these words name. */
export function named(who: Who): readonly Person[] {
  return who in groups ? groups[who as keyof typeof groups] : [who as Person]
}

/** To whom the family is nothing: the wall behind the lock shows them no row of it. */
export const strangers: readonly Person[] = [
  'somebody who is not signed in',
  'somebody put out of the family',
  'a person of another family',
  ...otherWorkers,
]
