import type { LookAbout, LookRole } from '@kinplan/domain/access/looks'
import { todayIn } from '@kinplan/domain/clock/parse-time'
import { dateOfDay, dayOfDate, readDate } from '@kinplan/domain/clock/wall-time'
import type { Permit } from './permit'

/** Days of one page. */
const days = 28

/** Which workers looked at what concerns the viewer in the four weeks before a day (YYYY-MM-DD), or up to today. */
export async function looksAtMine({ op, subjectId, familyId }: Permit<'record:readMine'>, before: string | null) {
  const { zone, family } = await op.tx.person.findUniqueOrThrow({
    where: { id: subjectId, familyId },
    select: { zone: true, family: { select: { openedAt: true } } },
  })
  const until = readDate(before ?? '') ?? dateOfDay(dayOfDate(todayIn(zone, op.now)) + 1)
  const since = dateOfDay(dayOfDate(until) - days)
  const looks = await op.tx.$queryRaw<{ day: string; who: string; role: LookRole; about: LookAbout }[]>`
    SELECT "day", "who", "role", "about" FROM my_looks(${since}::date, ${until}::date)`
  return { looks, since, earlier: since > todayIn(zone, family.openedAt) ? since : null }
}
