/** Who works for the story's council. Families are told in story.ts. */
export const workers = {
  /** Social worker. */
  priya: { id: '00000000-0000-4000-8000-000000000001', name: 'Priya Shah', title: 'Social worker', phone: '01632 960101' },
  /** Social worker. */
  marcus: { id: '00000000-0000-4000-8000-000000000002', name: 'Marcus Bell', title: 'Social worker', phone: '01632 960102' },
  /** Coordinator of family meetings, independent of the social workers. */
  helen: { id: '00000000-0000-4000-8000-000000000003', name: 'Helen Okafor', title: 'Family meeting coordinator', phone: '01632 960103' },
  /** Supervisor of the family's team. */
  ruth: { id: '00000000-0000-4000-8000-000000000004', name: 'Ruth Jenkins', title: 'Team manager', phone: '01632 960104' },
  /** A worker of another team, with no tie to the story's families. */
  owen: { id: '00000000-0000-4000-8000-000000000005', name: 'Owen Price', title: 'Social worker', phone: '01632 960105' },
  /** Supervisor of the other team. */
  tessa: { id: '00000000-0000-4000-8000-000000000006', name: 'Tessa Grant', title: 'Team manager', phone: '01632 960106' },
} as const

export const teams = {
  north: {
    id: '00000000-0000-4000-8000-000000000011',
    name: 'North team',
    supervisorId: workers.ruth.id,
    workerIds: [workers.priya.id, workers.marcus.id, workers.helen.id],
  },
  south: { id: '00000000-0000-4000-8000-000000000012', name: 'South team', supervisorId: workers.tessa.id, workerIds: [workers.owen.id] },
} as const

export const council = {
  name: 'Wendlebury Council',
  phone: '01632 960100',
  story: true,
  workers: Object.values(workers).map((worker) => ({ ...worker })),
  teams: Object.values(teams).map((team) => ({ ...team, workerIds: [...team.workerIds] })),
}
