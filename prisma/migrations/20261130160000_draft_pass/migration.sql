-- A pass lets one session send to one draft, or hear of it, without an operation each time (docs/decisions/0029). What it rests on has a version,
-- which moves in the same transaction as anything that could change who may.
ALTER TABLE "Draft" ADD COLUMN "accessVersion" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "DraftPass" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draftId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "accessVersion" INTEGER NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftPass_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "DraftPass_draftId_sessionId_right_key" ON "DraftPass" ("draftId", "sessionId", "right");
CREATE INDEX "DraftPass_sessionId_idx" ON "DraftPass" ("sessionId");
ALTER TABLE "DraftPass" ADD FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE,
  ADD FOREIGN KEY ("sessionId") REFERENCES "Session" ("id");
-- Whoever names a pass may use it, so that nobody reads them.
ALTER TABLE "DraftPass" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DraftPass" FORCE ROW LEVEL SECURITY;
CREATE POLICY gate_keeps ON "DraftPass" USING (is_gate()) WITH CHECK (is_gate());

-- The access version of a draft moves with whatever could change who may read it or write in it, for all drafts of the room alike: it is one room
-- that vouches. The drafts are locked, in the order of their ids, so that appends under way end first and later ones see the new version.
CREATE FUNCTION move_access() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  people uuid[];
  rooms uuid[];
BEGIN
  IF TG_TABLE_NAME = 'PrivateRoom' THEN rooms := ARRAY[NEW."id"];
  ELSIF TG_TABLE_NAME = 'RoomMember' THEN rooms := ARRAY[NEW."roomId"];
  ELSIF TG_TABLE_NAME = 'KeyHolder' THEN rooms := ARRAY(SELECT d."roomId" FROM "Draft" d WHERE d."id" = NEW."draftId");
  ELSIF TG_TABLE_NAME = 'Meeting' THEN rooms := ARRAY(SELECT r."id" FROM "PrivateRoom" r WHERE r."meetingId" = NEW."id");
  ELSIF TG_TABLE_NAME = 'Participant' THEN rooms := ARRAY(SELECT r."id" FROM "PrivateRoom" r WHERE r."meetingId" = NEW."meetingId");
  ELSE
    IF TG_TABLE_NAME = 'Person' THEN people := ARRAY[NEW."id"];
    ELSIF TG_TABLE_NAME = 'PairApart' THEN people := ARRAY[NEW."oneId", NEW."otherId"];
    ELSE people := ARRAY[NEW."personId"];
    END IF;
    rooms := ARRAY(SELECT b."roomId" FROM "RoomMember" b WHERE b."personId" = ANY (people));
  END IF;
  PERFORM 1 FROM "Draft" d WHERE d."roomId" = ANY (rooms) ORDER BY d."id" FOR NO KEY UPDATE;
  UPDATE "Draft" d SET "accessVersion" = d."accessVersion" + 1 WHERE d."roomId" = ANY (rooms);
  RETURN NULL;
END $$;
CREATE TRIGGER "Session_moves_access" AFTER UPDATE ON "Session" FOR EACH ROW
  WHEN (NEW."personId" IS NOT NULL AND (OLD."endedAt", OLD."endsAt", OLD."personId") IS DISTINCT FROM (NEW."endedAt", NEW."endsAt", NEW."personId"))
  EXECUTE FUNCTION move_access();
CREATE TRIGGER "SignInLink_moves_access" AFTER UPDATE ON "SignInLink" FOR EACH ROW
  WHEN (OLD."replacedAt" IS DISTINCT FROM NEW."replacedAt") EXECUTE FUNCTION move_access();
CREATE TRIGGER "Person_moves_access" AFTER UPDATE ON "Person" FOR EACH ROW
  WHEN (OLD."endedAt" IS DISTINCT FROM NEW."endedAt") EXECUTE FUNCTION move_access();
CREATE TRIGGER "RoomMember_moves_access" AFTER INSERT OR UPDATE ON "RoomMember" FOR EACH ROW EXECUTE FUNCTION move_access();
CREATE TRIGGER "PrivateRoom_moves_access" AFTER UPDATE ON "PrivateRoom" FOR EACH ROW
  WHEN (OLD."endedAt" IS DISTINCT FROM NEW."endedAt") EXECUTE FUNCTION move_access();
CREATE TRIGGER "Meeting_moves_access" AFTER UPDATE ON "Meeting" FOR EACH ROW
  WHEN (OLD."stage" IS DISTINCT FROM NEW."stage") EXECUTE FUNCTION move_access();
CREATE TRIGGER "Participant_added_moves_access" AFTER INSERT ON "Participant" FOR EACH ROW EXECUTE FUNCTION move_access();
CREATE TRIGGER "Participant_moves_access" AFTER UPDATE ON "Participant" FOR EACH ROW
  WHEN ((OLD."state", OLD."toldAt") IS DISTINCT FROM (NEW."state", NEW."toldAt")) EXECUTE FUNCTION move_access();
CREATE TRIGGER "PairApart_moves_access" AFTER INSERT OR UPDATE ON "PairApart" FOR EACH ROW EXECUTE FUNCTION move_access();
-- Who has taken a key can change for whom the room's other drafts are open; whoever takes it holds them all.
CREATE TRIGGER "KeyHolder_moves_access" AFTER INSERT ON "KeyHolder" FOR EACH ROW EXECUTE FUNCTION move_access();

-- A draft's own state moves its own version: the others of the room are not locked by whoever closes it.
CREATE FUNCTION move_own_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."accessVersion" := OLD."accessVersion" + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "Draft_moves_access" BEFORE UPDATE ON "Draft" FOR EACH ROW
  WHEN ((OLD."state", OLD."epoch", OLD."joinedAt", OLD."memberProofHash") IS DISTINCT FROM (NEW."state", NEW."epoch", NEW."joinedAt", NEW."memberProofHash"))
  EXECUTE FUNCTION move_own_access();

-- Gives whoever asks a pass for a draft, for one right, made under the access version that was read before that right was decided: had it moved
-- meanwhile, the pass is old already. No row without the proof, or for somebody who is no member now. It ends when its session does, by the
-- database's clock from here on.
CREATE FUNCTION take_draft_pass(draft uuid, proof bytea, wanted text, seen int)
RETURNS TABLE ("id" uuid, "epoch" int, "accessVersion" int, "endsInMs" double precision)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  who text[] := asker();
  session_id uuid;
  person_id uuid;
  epoch_now int;
  ends timestamptz;
BEGIN
  IF who[1] IS DISTINCT FROM 'person' OR wanted NOT IN ('draft:read', 'draft:append') THEN RETURN; END IF;
  SELECT s."id", q."id", d."epoch", database_now() + (s."endsAt" - app_now()) INTO session_id, person_id, epoch_now, ends
    FROM "Draft" d
    JOIN "RoomMember" b ON b."roomId" = d."roomId" AND b."personId" = who[2]::uuid AND b."putOutAt" IS NULL
    JOIN "Person" q ON q."id" = b."personId" AND q."endedAt" IS NULL
    JOIN "Session" s ON s."id" = who[3]::uuid AND s."personId" = q."id" AND s."endedAt" IS NULL AND s."endsAt" > app_now()
   WHERE d."id" = draft AND d."memberProofHash" = sha256(proof);
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO "DraftPass" AS kept ("draftId", "sessionId", "personId", "right", "epoch", "accessVersion", "endsAt")
    VALUES (draft, session_id, person_id, wanted, epoch_now, seen, ends)
    ON CONFLICT ("draftId", "sessionId", "right") DO UPDATE
      SET "epoch" = EXCLUDED."epoch", "accessVersion" = EXCLUDED."accessVersion", "endsAt" = EXCLUDED."endsAt"
      WHERE (kept."epoch", kept."accessVersion") IS DISTINCT FROM (EXCLUDED."epoch", EXCLUDED."accessVersion") OR kept."endsAt" <= database_now();
  RETURN QUERY SELECT p."id", p."epoch", p."accessVersion", extract(epoch FROM p."endsAt" - database_now())::double precision * 1000
    FROM "DraftPass" p WHERE p."draftId" = draft AND p."sessionId" = session_id AND p."right" = wanted;
END $$;

-- The pass with this id while it holds: for this right, its session not over by the database's clock, its person a member now. For the gate alone.
CREATE FUNCTION pass_that_holds(pass uuid, wanted text) RETURNS "DraftPass" LANGUAGE plpgsql STABLE AS $$
DECLARE held "DraftPass"%ROWTYPE;
BEGIN
  SELECT p.* INTO held FROM "DraftPass" p
    JOIN "Session" s ON s."id" = p."sessionId" AND s."endedAt" IS NULL
    JOIN "Person" q ON q."id" = p."personId" AND q."endedAt" IS NULL
    JOIN "Draft" d ON d."id" = p."draftId" AND d."accessVersion" = p."accessVersion"
    JOIN "RoomMember" b ON b."roomId" = d."roomId" AND b."personId" = p."personId" AND b."putOutAt" IS NULL
   WHERE p."id" = pass AND p."right" = wanted AND p."endsAt" > database_now();
  RETURN held;
END $$;

-- Appends sealed envelopes for many drafts in one commit. The batch: calls of {passId, device, envelopes: [{id, n, kind, nonce, sealed}]}, bytes in
-- base64. Draft, sender and epoch are the pass's, which is looked at under the draft's lock before anything else. A row for each envelope with what
-- became of it, and the access version under the lock: 'stored' (once; again gives its first number), 'closed', 'refused'; or one row 'judgeAgain'
-- for a call whose pass does not hold. `node`: which server this is, so that the others hear; null where there is but one.
DROP FUNCTION append_envelopes(jsonb);
CREATE FUNCTION append_envelopes(batch jsonb, node text)
RETURNS TABLE ("call" int, "outcome" text, "envelopeId" uuid, "seq" int, "isNew" boolean, "accessVersion" int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  sent record;
  entry record;
  pass "DraftPass"%ROWTYPE;
  draft "Draft"%ROWTYPE;
  stored int;
  takes_words boolean;
  is_writer boolean;
BEGIN
  PERFORM 1 FROM "Draft" d WHERE d."id" IN (
      SELECT p."draftId" FROM "DraftPass" p WHERE p."id" IN (SELECT (c ->> 'passId')::uuid FROM jsonb_array_elements(batch) c))
    ORDER BY d."id" FOR NO KEY UPDATE;
  FOR sent IN SELECT place, c ->> 'passId' AS pass_id, decode(c ->> 'device', 'base64') AS device, c -> 'envelopes' AS envelopes
    FROM jsonb_array_elements(batch) WITH ORDINALITY AS x(c, place) ORDER BY place
  LOOP
    "call" := sent.place - 1; "outcome" := 'judgeAgain'; "envelopeId" := NULL; "seq" := NULL; "isNew" := false; "accessVersion" := NULL;
    pass := pass_that_holds(sent.pass_id::uuid, 'draft:append');
    IF pass."id" IS NULL THEN RETURN NEXT; CONTINUE; END IF;
    SELECT d.* INTO draft FROM "Draft" d WHERE d."id" = pass."draftId";
    "accessVersion" := draft."accessVersion";
    takes_words := draft."state" = 'open' AND draft."epoch" = pass."epoch" AND EXISTS (SELECT 1 FROM "PrivateRoom" r
      JOIN "Meeting" m ON m."id" = r."meetingId" AND m."stage" = 'privateTime' WHERE r."id" = draft."roomId" AND r."endedAt" IS NULL);
    SELECT w."personId" = pass."personId" INTO is_writer FROM "Writer" w WHERE w."draftId" = draft."id" AND w."device" = sent.device;
    IF NOT FOUND AND takes_words THEN
      INSERT INTO "Writer" ("draftId", "device", "personId") VALUES (draft."id", sent.device, pass."personId");
      is_writer := true;
    END IF;
    stored := draft."head";
    FOR entry IN SELECT (e ->> 'id')::uuid AS id, (e ->> 'n')::bigint AS n, e ->> 'kind' AS kind, decode(e ->> 'nonce', 'base64') AS nonce,
        decode(e ->> 'sealed', 'base64') AS sealed
      FROM jsonb_array_elements(sent.envelopes) WITH ORDINALITY AS x(e, place) ORDER BY place
    LOOP
      "envelopeId" := entry.id; "isNew" := false;
      SELECT v."seq" INTO "seq" FROM "Envelope" v
       WHERE v."draftId" = draft."id" AND v."personId" = pass."personId" AND v."envelopeId" = entry.id;
      IF FOUND THEN "outcome" := 'stored'; RETURN NEXT; CONTINUE; END IF;
      "outcome" := CASE WHEN NOT takes_words THEN 'closed' ELSE 'refused' END;
      IF NOT takes_words OR is_writer IS NOT TRUE THEN RETURN NEXT; CONTINUE; END IF;
      INSERT INTO "Envelope" ("draftId", "seq", "epoch", "envelopeId", "device", "personId", "n", "kind", "nonce", "sealed", "at")
        VALUES (draft."id", draft."head" + 1, draft."epoch", entry.id, sent.device, pass."personId", entry.n, entry.kind, entry.nonce, entry.sealed, app_now())
        ON CONFLICT DO NOTHING;
      IF FOUND THEN
        draft."head" := draft."head" + 1;
        "outcome" := 'stored'; "seq" := draft."head"; "isNew" := true;
      END IF;
      RETURN NEXT;
    END LOOP;
    IF draft."head" > stored THEN
      UPDATE "Draft" d SET "head" = draft."head" WHERE d."id" = draft."id";
      IF node IS NOT NULL THEN
        PERFORM pg_notify('kinplan', format('stored %s %s %s', draft."id", draft."head", node));
      END IF;
    END IF;
  END LOOP;
END $$;

-- What was stored after a number, for whoever listens by a pass that holds, with the access version of the same moment.
CREATE FUNCTION envelopes_by_pass(pass uuid, after int, most int)
RETURNS TABLE ("accessVersion" int, "seq" int, "epoch" int, "envelopeId" uuid, "device" bytea, "personId" uuid, "n" bigint, "kind" text, "nonce" bytea, "sealed" bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE held "DraftPass"%ROWTYPE := pass_that_holds(pass, 'draft:read');
BEGIN
  RETURN QUERY SELECT held."accessVersion", v."seq", v."epoch", v."envelopeId", v."device", v."personId", v."n", v."kind", v."nonce", v."sealed"
    FROM "Envelope" v WHERE v."draftId" = held."draftId" AND v."seq" > after ORDER BY v."seq" LIMIT most;
END $$;
