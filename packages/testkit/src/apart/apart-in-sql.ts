import { randomUUID } from 'node:crypto'
import type { CleanDatabase } from '../clean-database'
import { undone, type Question } from '../as-administrator'
import type { ApartAnswer } from './apart-in-typescript'
import { peopleOfWorld, placesOfWorlds, roomsOfWorlds, type ApartWorld } from './apart-worlds'

const morning = Date.UTC(2030, 0, 1, 8)
const dayMs = 24 * 60 * 60_000
/** Worlds written in one transaction: few enough for the time that a transaction has. */
const atOnce = 250

/** Each world on a day of its own, so that no room is held twice. */
interface Setting {
  workers: [string, string]
  teamId: string
  places: string[]
  rooms: string[]
}

/** Thousands of small questions: planning each of them anew, or compiling it, takes longer than answering. */
const settings = ['set local plan_cache_mode = force_generic_plan', 'set local jit = off']

/** Temporary functions that write a world, and one that asks the database's own functions, triggers and constraint what they make of it. */
const functions = [
  `create function pg_temp.come(world jsonb) returns void language sql as $$
    insert into "Participant" ("familyId", "meetingId", "personId", "need", "state", "how", "plannedHow", "partEdge", "partMinutes",
        "notPartReason", "notPartById", "lookAgainOn")
      select (world->>'familyId')::uuid, p."meetingId", p."personId", 'must', p."state", p."how", p."plannedHow",
        p."partEdge", p."partMinutes", p."notPartReason", p."notPartById", p."lookAgainOn"
        from jsonb_populate_recordset(null::"Participant", world->'participants') p $$`,
  `create function pg_temp.book(world jsonb) returns void language plpgsql as $$
    declare meeting jsonb;
    begin
      for meeting in select jsonb_array_elements(world->'meetings') loop
        update "Meeting" set "start" = (meeting->>'start')::timestamptz, "minutes" = (meeting->>'minutes')::int,
          "stage" = meeting->>'stage', "placeId" = (meeting->>'placeId')::uuid, "place" = meeting->>'place',
          "placeOtherAt" = case when (meeting->>'other')::boolean then now() end
          where "id" = (meeting->>'id')::uuid;
        insert into "RoomHold" ("familyId", "meetingId", "roomId", "use", "startsAt", "endsAt")
          select (world->>'familyId')::uuid, (meeting->>'id')::uuid, (hold->>'roomId')::uuid, hold->>'use', now(), now()
            from jsonb_array_elements(meeting->'holds') hold;
      end loop;
    end $$`,
  `create function pg_temp.mark(world jsonb) returns void language sql as $$
    insert into "PairApart" ("id", "familyId", "oneId", "otherId", "level", "markedById", "markedAt")
      select p."id", (world->>'familyId')::uuid, p."oneId", p."otherId", p."level", (world->>'coordinatorId')::uuid, now()
        from jsonb_populate_recordset(null::"PairApart", world->'pairs') p $$`,
  `create function pg_temp.ask_worlds(worlds jsonb) returns table (together jsonb, "leftOut" jsonb, "mayBeBooked" boolean)
    language plpgsql as $$
    declare world jsonb; constraint_name text; meeting_id uuid; pairs jsonb;
    begin
      for world in select jsonb_array_elements(worlds) loop
        insert into "Family" ("id", "name", "teamId", "zone", "openedById", "openedAt")
          values ((world->>'familyId')::uuid, 'A family', (world->>'teamId')::uuid, 'Europe/London',
            (world->>'coordinatorId')::uuid, now());
        insert into "Person" ("id", "familyId", "name", "kind", "zone")
          select id::uuid, (world->>'familyId')::uuid, 'A person', 'kin', 'Europe/London'
            from jsonb_array_elements_text(world->'people') id;
        insert into "Meeting" ("id", "familyId", "kind", "coordinatorId", "referrerId", "stage", "zone", "createdAt")
          select (m->>'id')::uuid, (world->>'familyId')::uuid, 'conference', (world->>'coordinatorId')::uuid, (world->>'referrerId')::uuid,
              'preparing', 'Europe/London', now()
            from jsonb_array_elements(world->'meetings') m;
        -- Marked first: is any of it refused, whether people come or the time comes last?
        begin
          perform pg_temp.mark(world);
          if (world->>'bookedFirst')::boolean then
            perform pg_temp.book(world);
            perform pg_temp.come(world);
          else
            perform pg_temp.come(world);
            perform pg_temp.book(world);
          end if;
          "mayBeBooked" := true;
        exception when exclusion_violation then
          get stacked diagnostics constraint_name = constraint_name;
          if constraint_name <> 'ApartPresence_apart' then raise; end if;
          -- Marked last: then nothing is, and whoever would meet is told of and left out.
          perform pg_temp.come(world);
          perform pg_temp.book(world);
          perform pg_temp.mark(world);
          "mayBeBooked" := false;
        end;
        together := '[]';
        for meeting_id in select (m->>'id')::uuid from jsonb_array_elements(world->'meetings') m loop
          select jsonb_agg(pair) into pairs from pairs_brought_together(meeting_id) pair;
          together := together || jsonb_build_array(coalesce(pairs, '[]'));
        end loop;
        select coalesce(jsonb_agg(distinct missing."pairId"), '[]') into "leftOut" from (
          select p."pairId", p."personId", p."meetingId", p."whereId", p."startsAt", p."endsAt"
            from jsonb_array_elements(world->'meetings') m cross join lateral apart_presences((m->>'id')::uuid) p
          except select "pairId", "personId", "meetingId", "whereId", "startsAt", "endsAt" from "ApartPresence") missing;
        return next;
      end loop;
    end $$`,
]

/** What the database says of the worlds, with some of its statements changed before, if any are given. */
export async function apartInSql(
  clean: CleanDatabase,
  worlds: readonly ApartWorld[],
  change: (ask: Question) => Promise<void> = async () => {},
): Promise<ApartAnswer[]> {
  const answers: ApartAnswer[] = []
  for (let from = 0; from < worlds.length; from += atOnce) {
    const some = worlds.slice(from, from + atOnce)
    answers.push(
      ...(await undone(clean, async (ask) => {
        await change(ask)
        return askSome(ask, some)
      })),
    )
  }
  return answers
}

async function askSome(ask: Question, worlds: readonly ApartWorld[]): Promise<ApartAnswer[]> {
  const setting = await writeSetting(ask)
  for (const text of [...settings, ...functions]) await ask(text)
  const written = worlds.map((world, day) => asRows(world, day, setting))
  const rows = await ask<{ together: string[][]; leftOut: string[]; mayBeBooked: boolean }>(
    'select * from pg_temp.ask_worlds($1::jsonb)',
    JSON.stringify(written),
  )
  return rows.map(({ together, leftOut, mayBeBooked }, at) => {
    const ids = written[at]!.pairs.map(({ id }) => id)
    const numbers = (found: string[]) => [...ids.keys()].filter((pair) => found.includes(ids[pair]!))
    return { together: together.map(numbers), inConflict: numbers(leftOut), mayBeBooked }
  })
}

async function writeSetting(ask: Question): Promise<Setting> {
  const [one, other, teamId] = [randomUUID(), randomUUID(), randomUUID()]
  const places = placesOfWorlds.map(() => randomUUID())
  const rooms = roomsOfWorlds.map(() => randomUUID())
  for (const id of [one, other])
    await ask(`insert into "Worker" ("id", "name", "title", "phone") values ($1::uuid, 'A worker', 'Coordinator', '01632 960108')`, id)
  await ask(`insert into "Team" ("id", "name", "supervisorId") values ($1::uuid, 'A team', $2::uuid)`, teamId, one)
  for (const [at, name] of placesOfWorlds.entries())
    await ask(`insert into "Place" ("id", "name", "address") values ($1::uuid, $2, '1 Mill Lane')`, places[at], name)
  for (const [at, place] of roomsOfWorlds.entries()) {
    await ask(
      `insert into "Room" ("id", "placeId", "name", "capacity", "stepFree", "twoWaysOut") values ($1::uuid, $2::uuid, $3, 9, true, true)`,
      rooms[at],
      places[place],
      `Room ${at}`,
    )
  }
  return { workers: [one, other], teamId, places, rooms }
}

/** The world as the rows that stand for it. */
function asRows(world: ApartWorld, day: number, { workers: [coordinatorId, referrerId], teamId, places, rooms }: Setting) {
  // A pair is stored in one order, which random ids may not have.
  const people = peopleOfWorld.map(() => randomUUID()).toSorted()
  const meetings = world.meetings.map(({ start, minutes, over, where: { place, words, other, main, second } }) => ({
    id: randomUUID(),
    start: new Date(morning + day * dayMs + start * 60_000).toISOString(),
    minutes,
    stage: over ? 'ended' : 'booked',
    placeId: place === null ? null : places[place],
    place: words,
    other,
    holds: over
      ? []
      : (
          [
            [main, 'main'],
            [second, 'second'],
          ] as const
        ).flatMap(([room, use]) => (room === null ? [] : [{ roomId: rooms[room], use }])),
  }))
  const participants = world.meetings.flatMap((meeting, at) =>
    meeting.participants.map(({ person, ...standing }) => ({
      ...standing,
      personId: people[person],
      meetingId: meetings[at]!.id,
      ...(standing.state === 'notPart' ? { notPartReason: 'a', notPartById: coordinatorId, lookAgainOn: '2030-01-01' } : {}),
    })),
  )
  const pairs = world.pairs.map(({ one, other, level }) => ({ id: randomUUID(), oneId: people[one], otherId: people[other], level }))
  // A booking takes its rooms after its time. In between the meeting counts as anywhere at its place, which is stricter than the rule where
  // another meeting is there without a room.
  const movesIn = meetings.length > 1 && meetings.some(({ holds }) => holds.length > 0)
  return {
    familyId: randomUUID(),
    teamId,
    coordinatorId,
    referrerId,
    people,
    bookedFirst: movesIn || world.seed % 2 === 0,
    meetings,
    participants,
    pairs,
  }
}
