-- Each row carries what only the app's key can make of it, so that a row which somebody put in by hand is known for one; and whether it was a look.
ALTER TABLE "AccessRecord" ADD COLUMN "look" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "nonce" UUID, ADD COLUMN "mac" BYTEA;
CREATE INDEX "AccessRecord_familyId_look_at_idx" ON "AccessRecord"("familyId", "look", "at");

-- The chain over the rows, which themselves are never changed: each seal is made of the row, of its place and of the seal before.
CREATE TABLE "RecordSeal" (
    "n" BIGINT NOT NULL,
    "recordId" BIGINT NOT NULL,
    "genuine" BOOLEAN NOT NULL,
    "seal" BYTEA NOT NULL,

    CONSTRAINT "RecordSeal_pkey" PRIMARY KEY ("n")
);
CREATE UNIQUE INDEX "RecordSeal_recordId_key" ON "RecordSeal"("recordId");

-- The last checkpoint that was signed, so that one which is missing in the other place is missed.
CREATE TABLE "RecordCheckpoint" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "number" BIGINT NOT NULL,
    "n" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecordCheckpoint_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RecordCheckpoint_one" CHECK ("id" = 1)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['RecordSeal', 'RecordCheckpoint'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY sealer ON %I USING ((SELECT app_job()) = ''record'')', name);
  END LOOP;
END $$;
CREATE POLICY sealer_reads ON "AccessRecord" FOR SELECT USING ((SELECT app_job()) = 'record');

CREATE OR REPLACE FUNCTION write_record(entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  person uuid := app_person();
  worker uuid := app_worker();
BEGIN
  IF person IS NULL AND worker IS NULL THEN
    RAISE EXCEPTION 'nobody asks, so there is nobody to record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO "AccessRecord" ("at", "personId", "workerId", "action", "subjectId", "familyId", "allowed", "reason", "look", "nonce", "mac")
    SELECT app_now(), person, worker, e ->> 'right', (e ->> 'subjectId')::uuid, (e ->> 'familyId')::uuid, (e ->> 'allowed')::boolean, e ->> 'reason',
        (e ->> 'look')::boolean IS TRUE, (e ->> 'nonce')::uuid, decode(e ->> 'mac', 'hex')
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS x(e, place) ORDER BY place;
END $$;

DROP FUNCTION sign_in(bytea, bytea, bytea, bytea, timestamptz, timestamptz);
DROP FUNCTION record_sign_in_refused(uuid, uuid, text, timestamptz);
-- For sign_in() alone: nobody asks yet.
CREATE FUNCTION record_sign_in_refused(person uuid, family uuid, reason text, at timestamptz, nonce uuid, mac bytea) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AccessRecord" ("at", "action", "subjectId", "familyId", "allowed", "reason", "nonce", "mac")
    VALUES (at, 'account:signIn', person, family, false, reason, nonce, mac);
END $$;

-- Tries a spoken code: 'signedIn' with a new session of that fingerprint, or 'linkEnded', 'otherDevice', 'codeWrong', 'codeTooOften'. The first
-- right one binds the link to the device, and what was wrong before no longer counts. Tries at the same moment wait for each other.
CREATE FUNCTION sign_in(link bytea, code bytea, device bytea, session bytea, at timestamptz, until timestamptz, nonce uuid, mac bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  found_link "SignInLink"%ROWTYPE;
  wrong timestamptz[];
BEGIN
  PERFORM hold_link(link);
  SELECT l.* INTO found_link FROM "SignInLink" l JOIN "Person" p ON p."id" = l."personId" AND p."familyId" = l."familyId" AND p."endedAt" IS NULL
   WHERE l."tokenHash" = sha256(link) AND l."replacedAt" IS NULL AND l."endsAt" > at;
  IF NOT FOUND THEN RETURN 'linkEnded'; END IF;
  IF found_link."deviceHash" IS NOT NULL AND found_link."deviceHash" <> sha256(device) THEN
    UPDATE "SignInLink" l SET "otherDeviceAt" = at WHERE l."id" = found_link."id";
    -- In the record at most once an hour: a row each time would let anyone fill it.
    IF found_link."otherDeviceAt" IS NULL OR found_link."otherDeviceAt" <= at - interval '1 hour' THEN
      PERFORM record_sign_in_refused(found_link."personId", found_link."familyId", 'otherDevice', at, nonce, mac);
    END IF;
    RETURN 'otherDevice';
  END IF;
  wrong := ARRAY(SELECT w FROM unnest(found_link."wrongAt") w WHERE w > at - interval '24 hours' ORDER BY w);
  IF cardinality(wrong) >= most_wrong_codes() THEN RETURN 'codeTooOften'; END IF;
  IF found_link."codeHash" <> code THEN
    UPDATE "SignInLink" l SET "wrongAt" = wrong || at, "wrongCodeAt" = at, "wrongCodes" = l."wrongCodes" + 1 WHERE l."id" = found_link."id";
    RETURN 'codeWrong';
  END IF;
  IF found_link."deviceHash" IS NULL THEN
    UPDATE "SignInLink" l SET "deviceHash" = sha256(device), "wrongAt" = ARRAY[]::timestamptz[] WHERE l."id" = found_link."id";
  END IF;
  INSERT INTO "Session" ("tokenHash", "personId", "linkId", "createdAt", "endsAt")
    VALUES (sha256(session), found_link."personId", found_link."id", at, until);
  RETURN 'signedIn';
END $$;
