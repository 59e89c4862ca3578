import type { TypeRow } from './row'

const everybody = { everybody: 'always' } as const
const anyWorker = { 'any worker': 'always' } as const
const anyWorkerWhenHeld = { 'any worker': 'from the booking until it has ended' } as const
const readersWhenHeld = { 'whichever workers read the family': 'from the booking until it has ended' } as const
const helen = { 'the coordinator': 'always' } as const

/** The council: its workers, places and days, and workers' own time. */
export const whoSeesTheCouncil: Record<string, TypeRow> = {
  Team: { who: anyWorker, all: 'id name supervisor workers' },
  // Whoever comes with a link is told who made it.
  Worker: { who: everybody, all: 'id name title phone' },
  Place: { who: anyWorker, all: 'id name address rooms' },
  Room: { who: anyWorker, all: 'id name capacity stepFree twoWaysOut' },
  SchoolTerm: { who: anyWorker, all: 'id name from until' },
  HolidaysAndSchool: { who: anyWorker, all: 'nation schoolStart schoolEnd' },
  Week: {
    who: anyWorker,
    all: 'from days',
    some: { meetings: anyWorkerWhenHeld, rooms: anyWorkerWhenHeld, workers: anyWorkerWhenHeld },
  },
  // That a room and a worker are taken is for every worker; for which family is not.
  WeekMeeting: {
    who: anyWorkerWhenHeld,
    all: 'startWall endWall zone mine',
    some: { meetingId: readersWhenHeld, familyName: readersWhenHeld, placeName: readersWhenHeld },
  },
  WeekRoom: { who: anyWorkerWhenHeld, all: 'roomId placeName roomName startWall endWall' },
  WeekWorker: {
    who: anyWorkerWhenHeld,
    all: 'workerId name startWall endWall kind',
    some: { meetingId: readersWhenHeld },
  },
  MyCalendar: {
    who: anyWorker,
    all: 'busyCount',
    some: { feedAddress: helen, away: helen, sayAwayFor: { 'any supervisor': 'always' } },
    unmet: 'busyFrom busyUntil',
  },
  Away: { who: helen, all: 'id from until' },
  HeldTime: { who: { everybody: 'from the booking until it has ended' }, all: 'id start end' },
}
