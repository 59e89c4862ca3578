-- The server's part of what opens a draft again, by the name that such a part has.
ALTER TABLE "DeviceHalf" RENAME TO "KeyShare";
ALTER TABLE "KeyShare" RENAME COLUMN "half" TO "bytes";
ALTER TABLE "KeyShare" RENAME CONSTRAINT "DeviceHalf_pkey" TO "KeyShare_pkey";
ALTER TABLE "KeyShare" RENAME CONSTRAINT "DeviceHalf_draftId_fkey" TO "KeyShare_draftId_fkey";
ALTER INDEX "DeviceHalf_draftId_sessionId_key" RENAME TO "KeyShare_draftId_sessionId_key";

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
    DELETE FROM "KeyShare" k USING "Draft" d WHERE d."roomId" = NEW."roomId" AND k."draftId" = d."id" AND k."personId" = NEW."personId";
  END IF;
  RETURN NEW;
END $$;
