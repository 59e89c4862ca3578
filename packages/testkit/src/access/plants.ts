import { policy } from '@kinplan/domain/access/rules'
import { extendSchema, parse } from 'graphql'
import { tryAlike } from './answered-alike'
import { coverageOf } from './coverage'
import type { Moment } from './moments'
import { isOfAFamily } from './of-families'
import type { Person } from './people'
import { withPolicy } from './policy-reads'
import { rowsBehind } from './rows-behind'
import { passAndLearn, noticedIn } from './try-mutants'
import { tryCell, type Cell, type Scene } from './scene'
import { withOpenLock, withoutRowSecurity, withoutWall } from './walls'

interface Plant {
  name: string
  isFound(scene: Scene): Promise<boolean>
}

const cell = (ask: string, person: Person): Cell => ({ ask, person })
const isWrong = async (scene: Scene, one: Cell) => (await tryCell(scene, one)).wrong.length > 0
const stranger = 'a worker of another team'

/** Faults planted on purpose, one for each kind that must not be there: the control of every zero. */
const plants: Plant[] = [
  {
    name: 'a field of the schema that no row has',
    isFound: async ({ parts }) =>
      coverageOf(extendSchema(parts.schema, parse('extend type Person { diagnosis: String }'))).missing.length > 0,
  },
  {
    name: 'an argument of the schema that no row has',
    isFound: async ({ parts }) =>
      coverageOf(extendSchema(parts.schema, parse('extend input AddWhyInput { childId: ID }'))).missing.length > 0,
  },
  {
    name: 'the social worker reads what was said alone',
    isFound: (scene) =>
      withPolicy({ 'preparation:read': { ...policy['preparation:read'], socialWorker: true } }, () =>
        isWrong(scene, cell('meeting', 'the social worker')),
      ),
  },
  {
    name: 'a worker in an emergency reads how people are reached',
    isFound: (scene) =>
      withPolicy({ 'contact:read': { ...policy['contact:read'], brokeGlass: true } }, () =>
        isWrong(scene, cell('family', 'a worker who reads in an emergency')),
      ),
  },
  {
    name: 'the social worker reads who withdrew unseen',
    isFound: (scene) =>
      withPolicy({ 'withdrawal:read': { ...policy['withdrawal:read'], socialWorker: true } }, () =>
        isWrong(scene, cell('meeting', 'the social worker')),
      ),
  },
  {
    name: 'the supervisor marks who comes',
    isFound: (scene) =>
      withPolicy({ 'participant:set': { ...policy['participant:set'], supervisor: true } }, () =>
        isWrong(scene, cell('setParticipation', 'the supervisor')),
      ),
  },
  {
    name: 'a refusal tells that somebody withdrew unseen',
    isFound: (scene) =>
      withPolicy({ 'withdrawal:answer': { ...policy['withdrawal:answer'], socialWorker: () => 'notNow' } }, async () => {
        const tried = await tryAlike(scene, cell('answerWithdrawal', 'the social worker'), { cells: 0, wrong: [] })
        return tried.wrong.length > 0
      }),
  },
  {
    name: 'the coordinator no longer reads the family',
    isFound: (scene) =>
      withPolicy({ 'family:read': { ...policy['family:read'], coordinator: undefined } }, () =>
        isWrong(scene, cell('family', 'the coordinator')),
      ),
  },
  {
    name: 'no lock, and no wall before the family',
    isFound: (scene) =>
      withOpenLock(() =>
        withoutWall(scene.world.server, async () => isOfAFamily('family') && (await isWrong(scene, cell('family', stranger)))),
      ),
  },
  ...(['PairApart', 'ContactPoint', 'WhyEntry', 'SafetyDecision', 'AvailabilityRule', 'Withdrawal', 'BreakGlass'] as const).map(
    (table) => ({
      name: `no wall before ${table}`,
      isFound: async ({ world, moment }: Scene) => (await withoutRowSecurity(world.server, [table], () => leaks(world, moment))).length > 0,
    }),
  ),
  {
    name: 'a lock open to any worker, and no wall',
    isFound: (scene) =>
      withoutWall(scene.world.server, () =>
        withPolicy({ 'family:read': { ...policy['family:read'], worker: true } }, () => isWrong(scene, cell('family', stranger))),
      ),
  },
]

const leaks = async (world: Scene['world'], moment: Moment) => (await rowsBehind(world, moment, [stranger, 'Gran'])).leaks

/** Plants each fault at one moment, and counts those that the check finds. */
export async function foundPlants(scene: Scene): Promise<{ planted: number; missed: string[] }> {
  const missed: string[] = []
  for (const { name, isFound } of plants) if (!(await isFound(scene))) missed.push(name)
  // And the other way about: a policy that was not changed is not noticed.
  const { deciding } = await passAndLearn({ ...scene, people: ['the social worker'] })
  const same = [...deciding.keys()].slice(0, 1).map((entry) => {
    const right = entry.split(' ')[0] as keyof typeof policy
    return { name: 'unchanged', entry, right, isOneMore: false, row: policy[right] }
  })
  if ((await noticedIn(scene, deciding, same)).length > 0) missed.push('a policy that was not changed is noticed')
  return { planted: plants.length + 1, missed }
}
