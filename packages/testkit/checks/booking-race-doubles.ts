/** What must never be, counted from the meetings themselves and not from what holds them: plain joins of each table with itself. */
export interface Doubles {
  doubleRooms: number
  doubleWorkers: number
  pairsTogether: number
}

const booked = (m: string) => `${m}."start" is not null and ${m}."stage" not in ('preparing', 'ended')`
const meetingSpan = (m: string) => `tstzrange(${m}."start", ${m}."start" + ${m}."minutes" * interval '1 minute')`
const partSpan = (p: string, m: string) => `tstzrange(
  ${m}."start" + interval '1 minute'
    * case when ${p}."partEdge" = 'end' then greatest(${m}."minutes" - ${p}."partMinutes", 0) else 0 end,
  ${m}."start" + interval '1 minute'
    * case when ${p}."partEdge" = 'beginning' then least(${p}."partMinutes", ${m}."minutes") else ${m}."minutes" end)`
const onWay = (span: string) => `tstzrange(lower(${span}) - interval '45 minutes', upper(${span}) + interval '15 minutes')`
const wayOf = (p: string) =>
  `case when ${p}."state" in ('coming', 'asked', 'noAnswerYet', 'notAsked') then coalesce(${p}."how", ${p}."plannedHow") end`
const present = `('inRoom', 'secondRoom', 'video', 'phone')`
const onSite = `('inRoom', 'secondRoom')`

const doubleRooms = `select count(*)::int as n from "RoomHold" a join "RoomHold" b on b."roomId" = a."roomId" and b."id" > a."id"
  join "Meeting" m on m."id" = a."meetingId" and ${booked('m')} join "Meeting" o on o."id" = b."meetingId" and ${booked('o')}
  where ${meetingSpan('m')} && ${meetingSpan('o')}`

const doubleWorkers = `select count(*)::int as n from "Participant" p
  join "Participant" q on q."workerId" = p."workerId" and q."id" > p."id"
  join "Meeting" m on m."id" = p."meetingId" and ${booked('m')} join "Meeting" o on o."id" = q."meetingId" and ${booked('o')}
  where ${wayOf('p')} in ${present} and ${wayOf('q')} in ${present} and ${partSpan('p', 'm')} && ${partSpan('q', 'o')}`

const together = `
  case a."level"
    when 'room' then m."id" = o."id" and ${wayOf('p')} = ${wayOf('q')} and ${wayOf('p')} in ${onSite}
      and ${onWay(partSpan('p', 'm'))} && ${onWay(partSpan('q', 'o'))}
    when 'site' then (m."id" = o."id" or m."placeId" = o."placeId") and ${wayOf('p')} in ${onSite} and ${wayOf('q')} in ${onSite}
      and ${onWay(partSpan('p', 'm'))} && ${onWay(partSpan('q', 'o'))}
    when 'online' then m."id" = o."id" and ${partSpan('p', 'm')} && ${partSpan('q', 'o')}
    else m."id" = o."id" end`

const pairsTogether = `select count(*)::int as n from "PairApart" a
  join "Participant" p on p."personId" = a."oneId" join "Participant" q on q."personId" = a."otherId"
  join "Meeting" m on m."id" = p."meetingId" and ${booked('m')} join "Meeting" o on o."id" = q."meetingId" and ${booked('o')}
  where a."endedAt" is null and ${wayOf('p')} in ${present} and ${wayOf('q')} in ${present} and ${together}`

/** Counts with somebody's connection whom no wall keeps from a row. */
export async function countDoubles(query: (sql: string) => Promise<{ rows: { n: number }[] }>): Promise<Doubles> {
  const count = async (sql: string) => (await query(sql)).rows[0]?.n ?? Number.NaN
  return { doubleRooms: await count(doubleRooms), doubleWorkers: await count(doubleWorkers), pairsTogether: await count(pairsTogether) }
}
