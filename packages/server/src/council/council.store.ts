import type { Nation } from '@kinplan/domain/days-off/bank-holidays'
import type { SchoolHours } from '@kinplan/domain/days-off/school-hours'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'

/** The council of this installation; without words in a database where none has been founded, in which nobody can sign in. */
export async function readCouncil(op: Operation) {
  const council = await op.tx.council.findUnique({ where: { id: 1 }, select: { name: true, phone: true, story: true } })
  return council ?? { name: '', phone: '', story: false }
}

/** Whose bank holidays the council's families have, and when their children are at school. */
export function holidaysAndSchool(op: Operation): Promise<{ nation: Nation } & SchoolHours> {
  return loadOnce(op, 'holidaysAndSchool', async () => {
    const { nation, ...hours } = await op.tx.council.findUniqueOrThrow({
      where: { id: 1 },
      select: { nation: true, schoolStart: true, schoolEnd: true },
    })
    return { nation: nation as Nation, ...hours }
  })
}

export async function nationOf(op: Operation): Promise<Nation> {
  return (await holidaysAndSchool(op)).nation
}

export async function saveHolidaysAndSchool({ op }: Permit<'place:manage'>, kept: { nation: Nation } & SchoolHours): Promise<void> {
  await op.tx.council.update({ where: { id: 1 }, data: kept, select: { id: true } })
}
