-- Where two people kept apart would be, read more strictly: a meeting is at the place of the rooms held for it, and two meetings of a family at one place are
-- together there, whether the place was chosen or written in words.

-- Where rooms are was counted on when they were booked.
CREATE FUNCTION room_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a room stays at its place' USING ERRCODE = 'check_violation', CONSTRAINT = 'Room_stays_at_its_place';
END $$;
CREATE TRIGGER "Room_stays_at_its_place" BEFORE UPDATE ON "Room" FOR EACH ROW WHEN (OLD."placeId" IS DISTINCT FROM NEW."placeId") EXECUTE FUNCTION room_stays();

-- At which places a meeting may be: where rooms are held for it, or else the one chosen, or else every place of the council that its words name, or else what
-- they name within the family, or else a place of its own.
CREATE FUNCTION meeting_places(meeting uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY SELECT r."placeId" FROM "RoomHold" h JOIN "Room" r ON r."id" = h."roomId" WHERE h."meetingId" = meeting;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT m."placeId" FROM "Meeting" m WHERE m."id" = meeting AND m."placeId" IS NOT NULL;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT p."id" FROM "Meeting" m JOIN "Place" p ON lower(trim(p."name")) = lower(trim(m."place")) WHERE m."id" = meeting;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT md5(coalesce(m."familyId"::text || 'place' || nullif(lower(trim(m."place")), ''), m."id"::text || 'place'))::uuid FROM "Meeting" m WHERE m."id" = meeting;
END $$;

-- As before, by the places above; UNION, since of two places a held room is at one.
CREATE OR REPLACE FUNCTION apart_presences(meeting uuid) RETURNS TABLE ("pairId" uuid, "personId" uuid, "meetingId" uuid, "familyId" uuid, "whereId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT a."id", p."personId", m."id", m."familyId", at."whereId", lower(at.span), upper(at.span)
    FROM "Meeting" m
    JOIN "Participant" p ON p."meetingId" = m."id"
    JOIN "PairApart" a ON a."endedAt" IS NULL AND p."personId" IN (a."oneId", a."otherId")
   CROSS JOIN LATERAL (SELECT way_now(p."state", p."how", p."plannedHow") AS way,
      CASE a."level" WHEN 'knowing' THEN part_of(m."start", m."minutes", NULL, NULL) ELSE part_of(m."start", m."minutes", p."partEdge", p."partMinutes") END AS span) w
    LEFT JOIN "RoomHold" h ON h."meetingId" = m."id" AND h."use" = CASE w.way WHEN 'inRoom' THEN 'main' WHEN 'secondRoom' THEN 'second' END
   CROSS JOIN LATERAL (
      -- A place whose rooms nobody held is taken to have a first and a second one, whatever meets there.
      SELECT coalesce(h."roomId", md5(place::text || w.way)::uuid) AS "whereId", w.span FROM meeting_places(m."id") place WHERE a."level" = 'room' AND w.way IN ('inRoom', 'secondRoom')
      UNION
      SELECT place, tstzrange(lower(w.span) - interval '45 minutes', upper(w.span) + interval '15 minutes')
        FROM meeting_places(m."id") place WHERE a."level" <> 'room' AND w.way IN ('inRoom', 'secondRoom')
      UNION
      SELECT m."id", w.span WHERE a."level" IN ('online', 'knowing') AND w.way IN ('inRoom', 'secondRoom', 'video', 'phone')) at
   WHERE m."id" = meeting AND m."start" IS NOT NULL AND m."stage" NOT IN ('preparing', 'ended')
$$;

-- As before; of the meeting `but_for`, if one is given, only where others than these people are.
DROP FUNCTION fill_presences(uuid, uuid[]);
CREATE FUNCTION fill_presences(family uuid, people uuid[], but_for uuid DEFAULT NULL) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ApartPresence" ("pairId", "personId", "meetingId", "familyId", "whereId", "startsAt", "endsAt")
    SELECT x.* FROM "Meeting" m CROSS JOIN LATERAL apart_presences(m."id") x JOIN "PairApart" a ON a."id" = x."pairId"
     WHERE m."familyId" = family AND (people IS NULL OR a."oneId" = ANY (people) OR a."otherId" = ANY (people))
       AND (x."meetingId" IS DISTINCT FROM but_for OR x."personId" <> ALL (people))
     ORDER BY x."pairId", x."meetingId", x."personId", x."whereId"
    ON CONFLICT DO NOTHING
$$;

-- As before, but first it is written where everybody else is by now: who was left out when a pair was marked, and at what has since become the name of a place.
CREATE OR REPLACE FUNCTION keep_presences(meeting uuid, people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "ApartPresence" x WHERE x."meetingId" = meeting AND (people IS NULL OR x."personId" = ANY (people));
  PERFORM fill_presences(m."familyId", people, meeting) FROM "Meeting" m WHERE m."id" = meeting;
  INSERT INTO "ApartPresence" ("pairId", "personId", "meetingId", "familyId", "whereId", "startsAt", "endsAt")
    SELECT x.* FROM apart_presences(meeting) x WHERE people IS NULL OR x."personId" = ANY (people) ORDER BY x."pairId", x."personId", x."whereId";
END $$;

-- A meeting that loses a room is elsewhere from then on, which counts at the end of the transaction: a booking lets go of its rooms before it takes others. Until
-- then it keeps nobody from the room.
CREATE OR REPLACE FUNCTION room_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_NAME = 'RoomHold_let_go' THEN
    PERFORM keep_presences(OLD."meetingId", NULL);
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN DELETE FROM "ApartPresence" WHERE "meetingId" = OLD."meetingId"; END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM keep_presences(NEW."meetingId", NULL); END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "RoomHold_held" ON "RoomHold";
CREATE TRIGGER "RoomHold_held" AFTER INSERT OR DELETE OR UPDATE OF "roomId", "use", "meetingId" ON "RoomHold" FOR EACH ROW EXECUTE FUNCTION room_held();
CREATE CONSTRAINT TRIGGER "RoomHold_let_go" AFTER DELETE OR UPDATE OF "meetingId" ON "RoomHold" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION room_held();

-- The words of a place move a meeting as a place does.
DROP TRIGGER "Meeting_moved" ON "Meeting";
CREATE TRIGGER "Meeting_moved" AFTER UPDATE ON "Meeting" FOR EACH ROW
  WHEN ((OLD."start", OLD."minutes", OLD."placeId", OLD."place", OLD."bookedAt", OLD."stage" IN ('preparing', 'ended'))
    IS DISTINCT FROM (NEW."start", NEW."minutes", NEW."placeId", NEW."place", NEW."bookedAt", NEW."stage" IN ('preparing', 'ended')))
  EXECUTE FUNCTION meeting_moved();

-- What was booked before is read as strictly; where that brings a pair together, one of them is left out and the conflict shows. The owner sees rows as a job does.
SELECT set_config('app.job', 'outbox', true);
DELETE FROM "ApartPresence";
SELECT fill_presences("id", NULL) FROM "Family";
SELECT set_config('app.job', '', true);
