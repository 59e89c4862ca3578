import type { Nation } from '../generated/graphql'

export const placesWords = {
  title: 'Places and rooms',
  lede: 'Where families can meet. The supervisors of a team keep this list; Kinplan offers these rooms when a time is looked for.',
  week: 'What is taken this week',
  none: 'No place is written down yet. A supervisor can add the first one.',
  notYours: 'This page is for workers.',
  rooms: (place: string) => `Rooms of ${place}`,
  room: 'Room',
  capacity: 'People it holds',
  stepFree: 'Step-free',
  twoWaysOut: 'Two ways out',
  yes: 'Yes',
  no: 'No',
  noRooms: 'No room is written down here yet, so no meeting can be put here.',
  changeRoom: (room: string) => `Change ${room}`,
  endRoom: (room: string) => `Take off: ${room}`,
} as const

export const placeFormWords = {
  add: 'Add a place',
  change: 'Change its name or address',
  name: 'Name of the place',
  nameHint: 'As families would say it: “Willow Hub”.',
  address: 'Address',
  addressHint: 'What somebody needs to find it.',
  addButton: 'Add this place',
  button: 'Save this place',
  end: 'Take this place off the list',
  endSure: (place: string) => `Take ${place} off the list?`,
  endWhy: 'No new meeting is put here. Meetings that are booked here already stay as they are: look at them under Week.',
} as const

export const roomFormWords = {
  add: 'Add a room',
  name: 'Name of the room',
  capacity: 'How many people it holds',
  capacityHint: 'Sitting in a circle, children counted.',
  access: 'What it has',
  stepFree: 'It can be reached without a step',
  twoWaysOut: 'It has two ways out',
  twoWaysOutHint: 'So that nobody has to pass somebody they are afraid of.',
  addButton: 'Add this room',
  button: 'Save this room',
  endSure: (room: string) => `Take ${room} off the list?`,
  endWhy: 'No new meeting is put in it. Meetings that hold it already stay as they are: look at them under Week.',
} as const

export const roomsFieldWords = {
  rooms: 'Rooms to hold',
  roomId: 'Main room',
  secondRoomId: 'Second room',
  noRoom: 'Hold no room',
  roomOf: (name: string, capacity: number) => `${name}, for ${capacity}`,
  heldIsNot: 'Held here is not confirmed with the hub. Ring them, then write down that they have said yes.',
} as const

export const termWords = {
  heading: 'School terms',
  why: 'On school days of these terms a meeting is kept out of school hours, unless the coordinator says otherwise.',
  none: 'No term is written down yet, so Kinplan does not know the school days.',
  caption: 'The days of each term',
  name: 'Term',
  nameHint: 'For example “Spring 2027, first half”. Write each half as its own, so that the holiday between them counts.',
  from: 'First day',
  until: 'Last day',
  add: 'Add a term',
  changeTerm: (term: string) => `Change ${term}`,
  addButton: 'Add this term',
  button: 'Save this term',
  end: (term: string) => `Take off: ${term}`,
  endSure: (term: string) => `Take ${term} off the list?`,
  endWhy: 'Its days count as days without school from now on.',
} as const

export const holidaysAndSchoolWords = {
  heading: 'Bank holidays and school hours',
  said: (nation: string, start: string, end: string) =>
    `Bank holidays are those of ${nation}. On a school day children are at school from ${start} ` +
    `to ${end}. A meeting is kept off both, unless the coordinator says otherwise.`,
  change: 'Change bank holidays or school hours',
  nation: 'Whose bank holidays',
  nations: { englandAndWales: 'England and Wales', scotland: 'Scotland', northernIreland: 'Northern Ireland' } satisfies Record<
    Nation,
    string
  >,
  schoolStart: 'School starts at',
  schoolEnd: 'Children are out by',
  schoolEndHint: 'Count a quarter of an hour to come out.',
  button: 'Save these days and hours',
} as const

export const changeWords = {
  keep: 'Change the list',
  change: 'Change',
  takeOff: 'Take off',
  back: 'Leave it as it was',
} as const

export const endWords = {
  yes: 'Take it off',
  no: 'Leave it',
} as const
