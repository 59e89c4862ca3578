-- Exclusion of equal ids and overlapping times in one constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE "Place" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Room" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "placeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "stepFree" BOOLEAN NOT NULL,
    "twoWaysOut" BOOLEAN NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Room_placeId_idx" ON "Room"("placeId");
ALTER TABLE "Room" ADD FOREIGN KEY ("placeId") REFERENCES "Place" ("id"),
  ADD CONSTRAINT "Room_capacity" CHECK ("capacity" BETWEEN 1 AND 500);

CREATE TABLE "SchoolTerm" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "fromDate" TEXT NOT NULL,
    "untilDate" TEXT NOT NULL,

    CONSTRAINT "SchoolTerm_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "SchoolTerm" ADD CONSTRAINT "SchoolTerm_span" CHECK ("fromDate" <= "untilDate");

ALTER TABLE "Meeting" ADD FOREIGN KEY ("placeId") REFERENCES "Place" ("id");
ALTER TABLE "TravelTime" ADD FOREIGN KEY ("placeId") REFERENCES "Place" ("id");

CREATE TABLE "RoomHold" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "use" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,

    CONSTRAINT "RoomHold_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RoomHold_meetingId_use_key" ON "RoomHold"("meetingId", "use");
CREATE INDEX "RoomHold_familyId_idx" ON "RoomHold"("familyId");
ALTER TABLE "RoomHold" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"), ADD FOREIGN KEY ("roomId") REFERENCES "Room" ("id"),
  ADD FOREIGN KEY ("confirmedById") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "RoomHold_use" CHECK ("use" IN ('main', 'second')),
  ADD CONSTRAINT "RoomHold_span" CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT "RoomHold_confirmed_by_somebody" CHECK (("confirmedAt" IS NULL) = ("confirmedById" IS NULL)),
  ADD CONSTRAINT "RoomHold_one_meeting" EXCLUDE USING gist ("roomId" WITH =, tstzrange("startsAt", "endsAt") WITH &&);

CREATE TABLE "WorkerHold" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "workerId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkerHold_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "WorkerHold_meetingId_workerId_key" ON "WorkerHold"("meetingId", "workerId");
CREATE INDEX "WorkerHold_familyId_idx" ON "WorkerHold"("familyId");
ALTER TABLE "WorkerHold" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"), ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "WorkerHold_span" CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT "WorkerHold_one_meeting" EXCLUDE USING gist ("workerId" WITH =, tstzrange("startsAt", "endsAt") WITH &&);

CREATE TABLE "ApartPresence" (
    "pairId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "whereId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApartPresence_pkey" PRIMARY KEY ("pairId","personId","meetingId","whereId")
);
CREATE INDEX "ApartPresence_meetingId_idx" ON "ApartPresence"("meetingId");
CREATE INDEX "ApartPresence_familyId_idx" ON "ApartPresence"("familyId");
ALTER TABLE "ApartPresence" ADD FOREIGN KEY ("pairId") REFERENCES "PairApart" ("id"), ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"),
  ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD CONSTRAINT "ApartPresence_span" CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT "ApartPresence_apart" EXCLUDE USING gist ("pairId" WITH =, "whereId" WITH =, "personId" WITH <>, tstzrange("startsAt", "endsAt") WITH &&);

CREATE TABLE "AnotherDay" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnotherDay_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "AnotherDay_meetingId_idx" ON "AnotherDay"("meetingId");
CREATE INDEX "AnotherDay_familyId_idx" ON "AnotherDay"("familyId");
ALTER TABLE "AnotherDay" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"), ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id");

CREATE TABLE "WorkerBusy" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "workerId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "WorkerBusy_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "WorkerBusy_workerId_startsAt_idx" ON "WorkerBusy"("workerId", "startsAt");
ALTER TABLE "WorkerBusy" ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "WorkerBusy_kind" CHECK ("kind" IN ('calendar', 'away')),
  ADD CONSTRAINT "WorkerBusy_span" CHECK ("startsAt" < "endsAt");

CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "workerId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");
CREATE INDEX "CalendarFeed_workerId_idx" ON "CalendarFeed"("workerId");
CREATE UNIQUE INDEX "CalendarFeed_one_open" ON "CalendarFeed" ("workerId") WHERE "endedAt" IS NULL;
ALTER TABLE "CalendarFeed" ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id");

-- Compartment 1: the family.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['RoomHold', 'WorkerHold', 'ApartPresence', 'AnotherDay'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_family ON %I USING (CASE WHEN is_gate() THEN true ELSE "familyId" IN (SELECT my_families()) END)', name);
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id")', name);
  END LOOP;
END $$;

-- When a worker is taken is for workers; the address of a calendar is for its worker alone.
ALTER TABLE "WorkerBusy" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WorkerBusy" FORCE ROW LEVEL SECURITY;
CREATE POLICY for_workers ON "WorkerBusy" USING (app_worker() IS NOT NULL);
ALTER TABLE "CalendarFeed" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CalendarFeed" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_feed ON "CalendarFeed" USING (is_gate() OR "workerId" = app_worker());

-- The way in which somebody takes part: as they answered, or else as the time was planned. Null: not part, not coming, or not planned in.
CREATE FUNCTION way_now(state text, how text, planned text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN state IN ('coming', 'asked', 'noAnswerYet', 'notAsked') THEN coalesce(how, planned) END $$;

-- The part of a meeting that somebody is there for.
CREATE FUNCTION part_of(start timestamptz, minutes int, edge text, part int) RETURNS tstzrange LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE edge
    WHEN 'beginning' THEN tstzrange(start, start + least(part, minutes) * interval '1 minute')
    WHEN 'end' THEN tstzrange(start + (minutes - least(part, minutes)) * interval '1 minute', start + minutes * interval '1 minute')
    ELSE tstzrange(start, start + minutes * interval '1 minute') END
$$;

-- Whoever changes what is booked, or who comes, waits for whoever does so now, until they have committed: each sees what the one before did, and none
-- waits for ever for another. Of one council these are few and short.
CREATE FUNCTION book_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('kinplan booking'));
  RETURN NULL;
END $$;
CREATE TRIGGER "Meeting_in_turn" BEFORE UPDATE ON "Meeting" FOR EACH STATEMENT EXECUTE FUNCTION book_in_turn();
CREATE TRIGGER "Participant_in_turn" BEFORE INSERT OR UPDATE OR DELETE ON "Participant" FOR EACH STATEMENT EXECUTE FUNCTION book_in_turn();
CREATE TRIGGER "RoomHold_in_turn" BEFORE INSERT OR UPDATE OR DELETE ON "RoomHold" FOR EACH STATEMENT EXECUTE FUNCTION book_in_turn();
CREATE TRIGGER "PairApart_in_turn" BEFORE INSERT OR UPDATE ON "PairApart" FOR EACH STATEMENT EXECUTE FUNCTION book_in_turn();

-- Holds the workers of a meeting for their part of it, and nobody else.
CREATE FUNCTION keep_worker_holds(meeting uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "WorkerHold" h WHERE h."meetingId" = meeting AND NOT EXISTS (
    SELECT 1 FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId"
     WHERE p."meetingId" = meeting AND p."workerId" = h."workerId" AND m."start" IS NOT NULL AND m."stage" NOT IN ('preparing', 'ended')
       AND way_now(p."state", p."how", p."plannedHow") IN ('inRoom', 'secondRoom', 'video', 'phone'));
  INSERT INTO "WorkerHold" ("familyId", "meetingId", "workerId", "startsAt", "endsAt")
    SELECT m."familyId", m."id", p."workerId", lower(s.span), upper(s.span)
      FROM "Meeting" m JOIN "Participant" p ON p."meetingId" = m."id" AND p."workerId" IS NOT NULL
     CROSS JOIN LATERAL (SELECT part_of(m."start", m."minutes", p."partEdge", p."partMinutes") AS span) s
     WHERE m."id" = meeting AND m."start" IS NOT NULL AND m."stage" NOT IN ('preparing', 'ended')
       AND way_now(p."state", p."how", p."plannedHow") IN ('inRoom', 'secondRoom', 'video', 'phone')
     ORDER BY p."workerId"
    ON CONFLICT ("meetingId", "workerId") DO UPDATE SET "startsAt" = excluded."startsAt", "endsAt" = excluded."endsAt"
     WHERE ("WorkerHold"."startsAt", "WorkerHold"."endsAt") IS DISTINCT FROM (excluded."startsAt", excluded."endsAt");
END $$;

-- Where and when each of the family's open pairs is in a meeting, at the pair's level: a room, a place with 45 minutes to arrive and 15 to leave, or the meeting itself.
-- Who must not be online together must not be at one place either.
CREATE FUNCTION apart_presences(meeting uuid) RETURNS TABLE ("pairId" uuid, "personId" uuid, "meetingId" uuid, "familyId" uuid, "whereId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT a."id", p."personId", m."id", m."familyId", at."whereId", lower(at.span), upper(at.span)
    FROM "Meeting" m
    JOIN "Participant" p ON p."meetingId" = m."id"
    JOIN "PairApart" a ON a."endedAt" IS NULL AND p."personId" IN (a."oneId", a."otherId")
   CROSS JOIN LATERAL (SELECT way_now(p."state", p."how", p."plannedHow") AS way,
      CASE a."level" WHEN 'knowing' THEN part_of(m."start", m."minutes", NULL, NULL) ELSE part_of(m."start", m."minutes", p."partEdge", p."partMinutes") END AS span) w
    LEFT JOIN "RoomHold" h ON h."meetingId" = m."id" AND h."use" = CASE w.way WHEN 'inRoom' THEN 'main' WHEN 'secondRoom' THEN 'second' END
   CROSS JOIN LATERAL (
      -- A meeting without rooms has a first and a second one of its own, and one without a place is a place of its own.
      SELECT coalesce(h."roomId", md5(m."id"::text || w.way)::uuid) AS "whereId", w.span WHERE a."level" = 'room' AND w.way IN ('inRoom', 'secondRoom')
      UNION ALL
      SELECT coalesce(m."placeId", md5(m."id"::text || 'place')::uuid), tstzrange(lower(w.span) - interval '45 minutes', upper(w.span) + interval '15 minutes')
       WHERE a."level" <> 'room' AND w.way IN ('inRoom', 'secondRoom')
      UNION ALL
      SELECT m."id", w.span WHERE a."level" IN ('online', 'knowing') AND w.way IN ('inRoom', 'secondRoom', 'video', 'phone')) at
   WHERE m."id" = meeting AND m."start" IS NOT NULL AND m."stage" NOT IN ('preparing', 'ended')
$$;

-- The open pairs that a meeting brings together as it is booked: by itself, or because another meeting of the family has the other one there then.
CREATE FUNCTION pairs_brought_together(meeting uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT DISTINCT x."pairId"
    FROM apart_presences(meeting) x
    JOIN "Meeting" m ON m."familyId" = x."familyId"
   CROSS JOIN LATERAL apart_presences(m."id") y
   WHERE y."pairId" = x."pairId" AND y."whereId" = x."whereId" AND y."personId" <> x."personId" AND tstzrange(y."startsAt", y."endsAt") && tstzrange(x."startsAt", x."endsAt")
$$;

-- Writes what is not written yet of where the pairs of these people are (null: every pair of the family), but for what would bring a pair together: a pair may
-- be marked whatever is booked, and who was left out then is written as soon as the other one is no longer there.
CREATE FUNCTION fill_presences(family uuid, people uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ApartPresence" ("pairId", "personId", "meetingId", "familyId", "whereId", "startsAt", "endsAt")
    SELECT x.* FROM "Meeting" m CROSS JOIN LATERAL apart_presences(m."id") x JOIN "PairApart" a ON a."id" = x."pairId"
     WHERE m."familyId" = family AND (people IS NULL OR a."oneId" = ANY (people) OR a."otherId" = ANY (people)) ORDER BY x."pairId", x."meetingId", x."personId", x."whereId"
    ON CONFLICT DO NOTHING
$$;

-- Writes where these people of a meeting are (null: all of them) while they are kept apart from somebody; ApartPresence_apart refuses what brings a pair together.
CREATE FUNCTION keep_presences(meeting uuid, people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "ApartPresence" x WHERE x."meetingId" = meeting AND (people IS NULL OR x."personId" = ANY (people));
  INSERT INTO "ApartPresence" ("pairId", "personId", "meetingId", "familyId", "whereId", "startsAt", "endsAt")
    SELECT x.* FROM apart_presences(meeting) x WHERE people IS NULL OR x."personId" = ANY (people) ORDER BY x."pairId", x."personId", x."whereId";
  PERFORM fill_presences(m."familyId", people) FROM "Meeting" m WHERE m."id" = meeting;
END $$;

-- What follows from a change of these people and workers of one meeting.
CREATE FUNCTION keep_parts(meeting uuid, people uuid[], workers boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF workers THEN PERFORM keep_worker_holds(meeting); END IF;
  IF people IS NOT NULL THEN PERFORM keep_presences(meeting, people); END IF;
END $$;

CREATE FUNCTION participants_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM keep_parts(x.meeting, x.people, x.workers) FROM (
    SELECT n."meetingId" AS meeting, array_agg(n."personId") FILTER (WHERE n."personId" IS NOT NULL) AS people, bool_or(n."workerId" IS NOT NULL) AS workers
      FROM after_it n GROUP BY n."meetingId") x;
  RETURN NULL;
END $$;

CREATE FUNCTION participants_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM keep_parts(x.meeting, x.people, x.workers) FROM (
    SELECT n."meetingId" AS meeting, array_agg(n."personId") FILTER (WHERE n."personId" IS NOT NULL) AS people, bool_or(n."workerId" IS NOT NULL) AS workers
      FROM after_it n LEFT JOIN before_it o ON o."id" = n."id"
     WHERE (way_now(o."state", o."how", o."plannedHow"), o."partEdge", o."partMinutes", o."meetingId", o."personId", o."workerId")
       IS DISTINCT FROM (way_now(n."state", n."how", n."plannedHow"), n."partEdge", n."partMinutes", n."meetingId", n."personId", n."workerId")
     GROUP BY n."meetingId") x;
  RETURN NULL;
END $$;

CREATE FUNCTION participants_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "ApartPresence" x USING before_it o WHERE x."meetingId" = o."meetingId" AND x."personId" = o."personId";
  DELETE FROM "WorkerHold" h USING before_it o WHERE h."meetingId" = o."meetingId" AND h."workerId" = o."workerId";
  PERFORM fill_presences(x.family, x.people) FROM (
    SELECT o."familyId" AS family, array_agg(o."personId") AS people FROM before_it o WHERE o."personId" IS NOT NULL GROUP BY o."familyId") x;
  RETURN NULL;
END $$;
CREATE TRIGGER "Participant_added" AFTER INSERT ON "Participant" REFERENCING NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION participants_added();
CREATE TRIGGER "Participant_changed" AFTER UPDATE ON "Participant" REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION participants_changed();
CREATE TRIGGER "Participant_gone" AFTER DELETE ON "Participant" REFERENCING OLD TABLE AS before_it FOR EACH STATEMENT EXECUTE FUNCTION participants_gone();

-- A room is held for the meeting's own time, whatever was written.
CREATE FUNCTION room_hold_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT m."familyId", m."start", m."start" + m."minutes" * interval '1 minute' INTO NEW."familyId", NEW."startsAt", NEW."endsAt"
    FROM "Meeting" m WHERE m."id" = NEW."meetingId" AND m."stage" NOT IN ('preparing', 'ended');
  RETURN NEW;
END $$;
CREATE TRIGGER "RoomHold_time" BEFORE INSERT OR UPDATE ON "RoomHold" FOR EACH ROW EXECUTE FUNCTION room_hold_time();

CREATE FUNCTION room_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM keep_presences(NEW."meetingId", NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER "RoomHold_held" AFTER INSERT OR UPDATE OF "roomId", "use", "meetingId" ON "RoomHold" FOR EACH ROW EXECUTE FUNCTION room_held();

-- A meeting that gets a time, or another, takes its workers, rooms and people with it; one that ends lets go of them.
CREATE FUNCTION meeting_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM keep_worker_holds(NEW."id");
  IF NEW."start" IS NULL OR NEW."stage" IN ('preparing', 'ended') THEN
    DELETE FROM "RoomHold" WHERE "meetingId" = NEW."id";
  ELSE
    -- The hub said yes to what was booked before.
    UPDATE "RoomHold" SET "startsAt" = NEW."start", "confirmedAt" = NULL, "confirmedById" = NULL WHERE "meetingId" = NEW."id";
  END IF;
  PERFORM keep_presences(NEW."id", NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER "Meeting_moved" AFTER UPDATE ON "Meeting" FOR EACH ROW
  WHEN ((OLD."start", OLD."minutes", OLD."placeId", OLD."bookedAt", OLD."stage" IN ('preparing', 'ended'))
    IS DISTINCT FROM (NEW."start", NEW."minutes", NEW."placeId", NEW."bookedAt", NEW."stage" IN ('preparing', 'ended')))
  EXECUTE FUNCTION meeting_moved();

-- A pair is marked whatever is booked: where the two would meet already, one of them is left out here, and the conflict shows until the meeting is booked again.
CREATE FUNCTION pair_marked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "ApartPresence" WHERE "pairId" = NEW."id";
  PERFORM fill_presences(NEW."familyId", ARRAY[NEW."oneId", NEW."otherId"]);
  RETURN NULL;
END $$;
CREATE TRIGGER "PairApart_marked" AFTER INSERT OR UPDATE OF "oneId", "otherId", "level", "endedAt" ON "PairApart" FOR EACH ROW EXECUTE FUNCTION pair_marked();

-- Which workers and rooms are held in a stretch of time, in whatever family: for workers alone, and nothing of whose meeting it is but its id.
CREATE FUNCTION holds_between(from_at timestamptz, until_at timestamptz)
RETURNS TABLE ("workerId" uuid, "roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "meetingId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "workerId", NULL::uuid, "startsAt", "endsAt", "meetingId" FROM "WorkerHold" WHERE app_worker() IS NOT NULL AND "startsAt" < until_at AND "endsAt" > from_at
  UNION ALL
  SELECT NULL, "roomId", "startsAt", "endsAt", "meetingId" FROM "RoomHold" WHERE app_worker() IS NOT NULL AND "startsAt" < until_at AND "endsAt" > from_at
$$;

-- When the worker is held to whom a calendar's token belongs: no row where the token is not, or no longer, good; one without times where nothing is held.
CREATE FUNCTION held_times(token_hash bytea) RETURNS TABLE ("id" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT h."id", h."startsAt", h."endsAt" FROM "CalendarFeed" f LEFT JOIN "WorkerHold" h ON h."workerId" = f."workerId"
   WHERE f."tokenHash" = token_hash AND f."endedAt" IS NULL
$$;

-- What was booked before holds existed is held now, the first comer first. The owner sees rows as a job does; elsewhere the wall would hide them.
SELECT set_config('app.job', 'outbox', true);
INSERT INTO "WorkerHold" ("familyId", "meetingId", "workerId", "startsAt", "endsAt")
  SELECT m."familyId", m."id", p."workerId", m."start", m."start" + m."minutes" * interval '1 minute'
    FROM "Meeting" m JOIN "Participant" p ON p."meetingId" = m."id" AND p."workerId" IS NOT NULL
   WHERE m."start" IS NOT NULL AND m."stage" NOT IN ('preparing', 'ended') AND way_now(p."state", p."how", p."plannedHow") IN ('inRoom', 'video', 'phone')
   ORDER BY m."bookedAt"
  ON CONFLICT DO NOTHING;
INSERT INTO "ApartPresence" ("pairId", "personId", "meetingId", "familyId", "whereId", "startsAt", "endsAt")
  SELECT x.* FROM "Meeting" m CROSS JOIN LATERAL apart_presences(m."id") x
  ON CONFLICT DO NOTHING;
SELECT set_config('app.job', '', true);
