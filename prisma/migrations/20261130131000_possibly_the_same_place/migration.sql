-- A place in words may be any place: 'The West Hub', its first floor, its address. It counts as possibly the same as every place of the council and as every
-- other place in words of the family, until whoever books says that it is certainly another.
ALTER TABLE "Meeting" ADD COLUMN "placeOtherAt" TIMESTAMPTZ(3);

-- At which places a meeting is for certain: where rooms are held for it, or else the one chosen, or else every place of the council that its words name, or else
-- what they name within the family, or else a place of its own.
CREATE FUNCTION certain_places(meeting uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
  RETURN QUERY SELECT r."placeId" FROM "RoomHold" h JOIN "Room" r ON r."id" = h."roomId" WHERE h."meetingId" = meeting;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT m."placeId" FROM "Meeting" m WHERE m."id" = meeting AND m."placeId" IS NOT NULL;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT p."id" FROM "Meeting" m JOIN "Place" p ON lower(trim(p."name")) = lower(trim(m."place")) WHERE m."id" = meeting;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT md5(coalesce(m."familyId"::text || 'place' || nullif(lower(trim(m."place")), ''), m."id"::text || 'place'))::uuid FROM "Meeting" m WHERE m."id" = meeting;
END $$;

-- Whether nothing but words says where a meeting is.
CREATE FUNCTION place_in_words(meeting uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "Meeting" m WHERE m."id" = meeting AND m."placeId" IS NULL AND trim(m."place") <> '')
    AND NOT EXISTS (SELECT FROM "RoomHold" h WHERE h."meetingId" = meeting);
END $$;

-- As before, each certain place under a name of its own; and, as long as nobody has said that it is certainly another, what it may be as well: for a place of the
-- council that place, for words every place of the council and every other one in words. Who books later meets what was said to be another before.
CREATE OR REPLACE FUNCTION meeting_places(meeting uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 1 AS $$
DECLARE
  asked "Meeting"%ROWTYPE;
  in_words boolean := place_in_words(meeting);
BEGIN
  SELECT m.* INTO asked FROM "Meeting" m WHERE m."id" = meeting;
  RETURN QUERY SELECT md5('certainly' || place::text)::uuid FROM certain_places(meeting) place;
  IF asked."placeOtherAt" IS NOT NULL THEN
    IF in_words THEN RETURN NEXT md5('said' || meeting::text)::uuid; END IF;
    RETURN;
  END IF;
  IF in_words THEN
    RETURN QUERY SELECT p."id" FROM "Place" p;
    RETURN NEXT md5('in words' || asked."familyId"::text)::uuid;
  ELSE
    RETURN QUERY SELECT place FROM certain_places(meeting) place;
  END IF;
  RETURN QUERY SELECT md5('said' || o."id"::text)::uuid FROM "Meeting" o
    WHERE o."familyId" = asked."familyId" AND o."id" <> meeting AND o."placeOtherAt" < asked."bookedAt" AND place_in_words(o."id");
END $$;

-- That it is another place moves a meeting as the place does.
DROP TRIGGER "Meeting_moved" ON "Meeting";
CREATE TRIGGER "Meeting_moved" AFTER UPDATE ON "Meeting" FOR EACH ROW
  WHEN ((OLD."start", OLD."minutes", OLD."placeId", OLD."place", OLD."placeOtherAt", OLD."bookedAt", OLD."stage" IN ('preparing', 'ended'))
    IS DISTINCT FROM (NEW."start", NEW."minutes", NEW."placeId", NEW."place", NEW."placeOtherAt", NEW."bookedAt", NEW."stage" IN ('preparing', 'ended')))
  EXECUTE FUNCTION meeting_moved();

-- What was booked before is read so too; where that brings a pair together, one of them is left out and the conflict shows. The owner sees rows as a job does.
SELECT set_config('app.job', 'outbox', true);
DELETE FROM "ApartPresence";
SELECT fill_presences("id", NULL) FROM "Family";
SELECT set_config('app.job', '', true);
