-- Private family time ends, or the plan is started again, also when no device holds the draft's key any more (design: private-time, Nothing jams).

-- When a device shows its proof, the minute is kept and no more, rounded up: written at most once a minute, and never earlier than it was.
CREATE FUNCTION proof_moment() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT date_trunc('minute', database_now()) + interval '1 minute' $$;

ALTER TABLE "Draft" ADD COLUMN "proofShownAt" TIMESTAMPTZ(3) NOT NULL DEFAULT proof_moment();
ALTER TABLE "PrivateRoom" ADD COLUMN "endedWithoutPlan" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "EndWithoutKey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "draftId" UUID,
    "kind" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "byPersonId" UUID,
    "byWorkerId" UUID,
    "saidByName" TEXT,
    "takesEffectAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "tookEffectAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "EndWithoutKey_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "EndWithoutKey_roomId_idx" ON "EndWithoutKey"("roomId");
CREATE INDEX "EndWithoutKey_draftId_idx" ON "EndWithoutKey"("draftId");
ALTER TABLE "EndWithoutKey" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("roomId") REFERENCES "PrivateRoom" ("id"),
  ADD FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE SET NULL,
  ADD FOREIGN KEY ("byPersonId") REFERENCES "Person" ("id"), ADD FOREIGN KEY ("byWorkerId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "EndWithoutKey_kind" CHECK ("kind" IN ('end', 'restart')),
  -- A worker writes down who said so, and nothing but an end.
  ADD CONSTRAINT "EndWithoutKey_asker" CHECK (("byPersonId" IS NULL) <> ("byWorkerId" IS NULL) AND ("byWorkerId" IS NULL) = ("saidByName" IS NULL)
    AND ("byWorkerId" IS NULL OR "kind" = 'end')),
  ADD CONSTRAINT "EndWithoutKey_one_outcome" CHECK (("stoppedAt" IS NULL OR "tookEffectAt" IS NULL) AND ("undoneAt" IS NULL OR "tookEffectAt" IS NOT NULL));
-- One waits at a time, whoever asks at the same moment; and the job finds those that wait without reading the rest.
CREATE UNIQUE INDEX "EndWithoutKey_one_waiting" ON "EndWithoutKey" ("roomId") WHERE "stoppedAt" IS NULL AND "tookEffectAt" IS NULL;

-- Of the private room, as its draft is: its members now. A worker sees what she wrote down herself, and no other.
ALTER TABLE "EndWithoutKey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "EndWithoutKey" FORCE ROW LEVEL SECURITY;
CREATE POLICY room_members ON "EndWithoutKey" USING (CASE WHEN is_gate() THEN true
  WHEN app_worker() IS NOT NULL THEN "byWorkerId" = app_worker() AND "familyId" IN (SELECT my_families())
  ELSE "roomId" IN (SELECT my_rooms()) END);

-- Holds the rooms of a meeting that have not ended, and their drafts, until the transaction ends: a device that shows its proof meanwhile waits.
-- Of each: the draft that is open, and when a device last showed the key of the present one. For a member their own room; for the coordinator,
-- who may read neither rooms nor drafts, all of them that have begun to write.
CREATE FUNCTION hold_rooms_to_end(meeting uuid) RETURNS TABLE ("roomId" uuid, "openDraftId" uuid, "proofShownAt" timestamptz, "heldAt" timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE held uuid[];
BEGIN
  -- Rooms before drafts, as whoever ends a room takes them; a plan being shared may still name its room.
  held := ARRAY(SELECT r."id" FROM "PrivateRoom" r WHERE r."meetingId" = meeting AND r."endedAt" IS NULL AND r."draftStartedAt" IS NOT NULL
    AND (r."id" IN (SELECT my_rooms()) OR r."familyId" IN (SELECT my_allocations())) ORDER BY r."id" FOR NO KEY UPDATE);
  PERFORM 1 FROM "Draft" d WHERE d."roomId" = ANY (held) ORDER BY d."id" FOR UPDATE;
  RETURN QUERY SELECT DISTINCT ON (d."roomId") d."roomId", CASE WHEN d."state" = 'open' THEN d."id" END, d."proofShownAt", database_now()
    FROM "Draft" d WHERE d."roomId" = ANY (held) ORDER BY d."roomId", d."state" = 'open' DESC, d."startedAt" DESC;
END $$;

-- A draft that is opened again is one in which people write, and is kept.
CREATE FUNCTION draft_opened_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."overSince" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "Draft_opened_again" BEFORE UPDATE ON "Draft" FOR EACH ROW
  WHEN (OLD."state" = 'closed' AND NEW."state" = 'open') EXECUTE FUNCTION draft_opened_again();

-- What was asked takes effect when its three minutes are over, once, whichever node comes first. It lapses when the room, the stage or the
-- open draft is no longer the one it was asked for. Gives whom to tell.
CREATE FUNCTION end_without_key() RETURNS TABLE ("meetingId" uuid, "draftId" uuid, "allEnded" boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  asked "EndWithoutKey"%ROWTYPE;
  room "PrivateRoom"%ROWTYPE;
  open_draft uuid;
BEGIN
  FOR asked IN SELECT e.* FROM "EndWithoutKey" e
    WHERE e."stoppedAt" IS NULL AND e."tookEffectAt" IS NULL AND e."takesEffectAt" <= database_now() ORDER BY e."roomId"
  LOOP
    SELECT r.* INTO room FROM "PrivateRoom" r WHERE r."id" = asked."roomId" FOR NO KEY UPDATE;
    PERFORM 1 FROM "Draft" d WHERE d."roomId" = room."id" ORDER BY d."id" FOR UPDATE;
    open_draft := (SELECT d."id" FROM "Draft" d WHERE d."roomId" = room."id" AND d."state" = 'open');
    IF room."endedAt" IS NOT NULL OR open_draft IS DISTINCT FROM asked."draftId"
      OR NOT EXISTS (SELECT 1 FROM "Meeting" m WHERE m."id" = room."meetingId" AND m."stage" = 'privateTime') THEN
      UPDATE "EndWithoutKey" SET "stoppedAt" = database_now() WHERE "id" = asked."id" AND "stoppedAt" IS NULL AND "tookEffectAt" IS NULL;
      CONTINUE;
    END IF;
    UPDATE "EndWithoutKey" SET "tookEffectAt" = database_now() WHERE "id" = asked."id" AND "stoppedAt" IS NULL AND "tookEffectAt" IS NULL;
    -- Another node was first, or a device stopped it.
    CONTINUE WHEN NOT FOUND;
    IF open_draft IS NOT NULL THEN
      UPDATE "Draft" SET "state" = 'closed', "closedAt" = database_now() WHERE "id" = open_draft;
    END IF;
    IF asked."kind" = 'end' THEN
      UPDATE "PrivateRoom" SET "endedAt" = database_now(), "endedById" = coalesce(asked."byPersonId", asked."byWorkerId"), "saidByName" = asked."saidByName",
        "endedWithoutPlan" = NOT EXISTS (SELECT 1 FROM "Plan" p WHERE p."roomId" = room."id") WHERE "id" = room."id";
    END IF;
    "meetingId" := room."meetingId"; "draftId" := open_draft;
    "allEnded" := NOT EXISTS (SELECT 1 FROM "PrivateRoom" r WHERE r."meetingId" = room."meetingId" AND r."endedAt" IS NULL);
    RETURN NEXT;
  END LOOP;
END $$;
