-- Two people kept apart who come to one place at times of their own have an hour between them at every level, in one room too: one arrives up to 45 minutes before
-- their part, the other leaves up to 15 after. The rule of the domain (placed-together.ts) says the same; `npm run check:apart` asks both.
-- PL/pgSQL, so that who asks for one meeting reads the rows of one meeting, whatever the planner makes of the rest.
CREATE OR REPLACE FUNCTION apart_presences(meeting uuid) RETURNS TABLE ("pairId" uuid, "personId" uuid, "meetingId" uuid, "familyId" uuid, "whereId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT a."id", p."personId", m."id", m."familyId", at."whereId", lower(at.span), upper(at.span)
    FROM "Meeting" m
    JOIN "Participant" p ON p."meetingId" = m."id"
    JOIN "PairApart" a ON a."familyId" = m."familyId" AND a."endedAt" IS NULL AND p."personId" IN (a."oneId", a."otherId")
   CROSS JOIN LATERAL (SELECT way_now(p."state", p."how", p."plannedHow") AS way,
      CASE a."level" WHEN 'knowing' THEN part_of(m."start", m."minutes", NULL, NULL) ELSE part_of(m."start", m."minutes", p."partEdge", p."partMinutes") END AS span) w
   CROSS JOIN LATERAL (SELECT tstzrange(lower(w.span) - interval '45 minutes', upper(w.span) + interval '15 minutes') AS stay) s
    LEFT JOIN "RoomHold" h ON h."meetingId" = m."id" AND h."use" = CASE w.way WHEN 'inRoom' THEN 'main' WHEN 'secondRoom' THEN 'second' END
   CROSS JOIN LATERAL (
      -- On site: in the room, or at the place. A place whose rooms nobody held is taken to have a first and a second one, whatever meets there.
      SELECT CASE a."level" WHEN 'room' THEN coalesce(h."roomId", md5(place::text || w.way)::uuid) ELSE place END AS "whereId", s.stay AS span
        FROM meeting_places(m."id") place WHERE w.way IN ('inRoom', 'secondRoom')
      UNION
      -- Online together, for as long as both are there.
      SELECT m."id", w.span WHERE a."level" IN ('online', 'knowing') AND w.way IN ('inRoom', 'secondRoom', 'video', 'phone')) at
   WHERE m."id" = meeting AND m."start" IS NOT NULL AND m."stage" NOT IN ('preparing', 'ended');
END $$;

ALTER FUNCTION meeting_places(uuid) ROWS 1;
-- What it adds to a time is stable, and only a function that says no more than that becomes part of the statement that asks it.
ALTER FUNCTION part_of(timestamptz, int, text, int) STABLE;

-- As before, reading the meetings of the one family and no others.
CREATE OR REPLACE FUNCTION pairs_brought_together(meeting uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 10 AS $$
BEGIN
  RETURN QUERY
    WITH here AS MATERIALIZED (SELECT x.* FROM apart_presences(meeting) x),
      family AS MATERIALIZED (SELECT m."id" FROM "Meeting" m WHERE m."familyId" = (SELECT one."familyId" FROM "Meeting" one WHERE one."id" = meeting)),
      there AS MATERIALIZED (SELECT y.* FROM family f CROSS JOIN LATERAL apart_presences(f."id") y)
    SELECT DISTINCT x."pairId" FROM here x JOIN there y ON y."pairId" = x."pairId" AND y."whereId" = x."whereId" AND y."personId" <> x."personId"
       AND tstzrange(y."startsAt", y."endsAt") && tstzrange(x."startsAt", x."endsAt");
END $$;

-- As before, planned once and not each time.
CREATE OR REPLACE FUNCTION fill_presences(family uuid, people uuid[], but_for uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ApartPresence" ("pairId", "personId", "meetingId", "familyId", "whereId", "startsAt", "endsAt")
    SELECT x.* FROM "Meeting" m CROSS JOIN LATERAL apart_presences(m."id") x JOIN "PairApart" a ON a."id" = x."pairId"
     WHERE m."familyId" = family AND (people IS NULL OR a."oneId" = ANY (people) OR a."otherId" = ANY (people))
       AND (x."meetingId" IS DISTINCT FROM but_for OR x."personId" <> ALL (people))
     ORDER BY x."pairId", x."meetingId", x."personId", x."whereId"
    ON CONFLICT DO NOTHING;
END $$;

-- What was booked before is read so too; where that brings a pair together, one of them is left out and the conflict shows. The owner sees rows as a job does.
SELECT set_config('app.job', 'outbox', true);
DELETE FROM "ApartPresence";
SELECT fill_presences("id", NULL) FROM "Family";
SELECT set_config('app.job', '', true);
