-- How long a private draft is kept goes by the database's clock alone: a node whose clock is wrong deletes nothing early.
-- This one function gives the time; tests put another in its place.
CREATE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT now() $$;

-- Since when nobody writes in the draft any more: it was shared, its room ended, or the meeting left private family time.
ALTER TABLE "Draft" ADD COLUMN "overSince" TIMESTAMPTZ(3);
-- Row security is forced on the tables' owner too, and lets this job see every draft.
SELECT set_config('app.job', 'retention', true);
UPDATE "Draft" d SET "overSince" = least(coalesce(d."closedAt", r."endedAt", m."endedAt", now()), now())
  FROM "PrivateRoom" r, "Meeting" m
 WHERE r."id" = d."roomId" AND m."id" = d."meetingId" AND (d."state" = 'closed' OR r."endedAt" IS NOT NULL OR m."stage" <> 'privateTime');
SELECT set_config('app.job', '', true);

-- As before; and from the end of a room, or of private family time, its drafts are kept for some days more.
CREATE OR REPLACE FUNCTION hold_drafts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_TABLE_NAME = 'Meeting' THEN
    PERFORM 1 FROM "Draft" d WHERE d."meetingId" = NEW."id" ORDER BY d."id" FOR UPDATE;
    UPDATE "Draft" d SET "overSince" = database_now() WHERE d."meetingId" = NEW."id" AND d."overSince" IS NULL;
  ELSIF TG_TABLE_NAME = 'PrivateRoom' THEN
    PERFORM 1 FROM "Draft" d WHERE d."roomId" = NEW."id" ORDER BY d."id" FOR UPDATE;
    UPDATE "Draft" d SET "overSince" = database_now() WHERE d."roomId" = NEW."id" AND d."overSince" IS NULL;
  ELSE
    PERFORM 1 FROM "Draft" d WHERE d."roomId" = NEW."roomId" ORDER BY d."id" FOR UPDATE;
    -- The worker who puts somebody out cannot see these rows, so they go here.
    DELETE FROM "DeviceHalf" h USING "Draft" d WHERE d."roomId" = NEW."roomId" AND h."draftId" = d."id" AND h."personId" = NEW."personId";
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION draft_shared() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."overSince" := database_now();
  RETURN NEW;
END $$;
CREATE TRIGGER "Draft_shared" BEFORE UPDATE ON "Draft" FOR EACH ROW
  WHEN (OLD."state" = 'open' AND NEW."state" = 'closed') EXECUTE FUNCTION draft_shared();

-- The drafts whose time has come: a day after they were shared, or a week after their room ended;
-- never one in which people may still write.
CREATE FUNCTION drafts_to_forget() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT d."id" FROM "Draft" d JOIN "PrivateRoom" r ON r."id" = d."roomId" JOIN "Meeting" m ON m."id" = d."meetingId"
   WHERE CASE WHEN d."state" = 'closed' THEN d."overSince" <= database_now() - interval '1 day'
     ELSE d."overSince" <= database_now() - interval '7 days' AND NOT (r."endedAt" IS NULL AND m."stage" = 'privateTime') END
$$;

-- A half is kept exactly as long as its draft, and goes with it.
ALTER TABLE "DeviceHalf" DROP COLUMN "endsAt";
