-- A session proves that somebody had a link, not who: what vouches for it is the draft's key, taken together (design: private-time, Vouching).
ALTER TABLE "SignInLink" ADD COLUMN "workerCouldRead" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "Session_linkId_idx" ON "Session" ("linkId");
ALTER TABLE "Session" ADD FOREIGN KEY ("linkId") REFERENCES "SignInLink" ("id");

CREATE TABLE "KeyHolder" (
    "draftId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeyHolder_pkey" PRIMARY KEY ("draftId", "sessionId")
);
CREATE INDEX "KeyHolder_sessionId_idx" ON "KeyHolder" ("sessionId");
ALTER TABLE "KeyHolder" ADD FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE,
  ADD FOREIGN KEY ("sessionId") REFERENCES "Session" ("id");
-- As the rest of a private draft: members of the room now, nobody else, whatever they are.
ALTER TABLE "KeyHolder" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "KeyHolder" FORCE ROW LEVEL SECURITY;
CREATE POLICY room_members ON "KeyHolder" USING (CASE WHEN is_gate() THEN true ELSE "draftId" IN (SELECT my_drafts()) END);

ALTER TABLE "JoinOffer" ADD COLUMN "replySessionId" UUID;
ALTER TABLE "Draft" ADD COLUMN "joinedAt" TIMESTAMPTZ(3);
-- The first start reserves nothing: many may be begun side by side, and one is the room's.
DROP INDEX "Draft_one_open";
CREATE UNIQUE INDEX "Draft_one_of_room" ON "Draft" ("roomId") WHERE "state" = 'open' AND "joinedAt" IS NOT NULL;

-- Whoever has shown a key so far holds it. Row security is forced on the tables' owner too, and lets this job see every draft.
SELECT set_config('app.job', 'retention', true);
INSERT INTO "KeyHolder" ("draftId", "sessionId", "personId", "since")
  SELECT k."draftId", k."sessionId", k."personId", d."startedAt" FROM "KeyShare" k JOIN "Draft" d ON d."id" = k."draftId"
    JOIN "Session" s ON s."id" = k."sessionId";
UPDATE "Draft" d SET "joinedAt" = d."startedAt"
 WHERE (SELECT count(DISTINCT h."personId") FROM "KeyHolder" h WHERE h."draftId" = d."id") > 1;
SELECT set_config('app.job', '', true);

-- Through whose link a plan came, or an answer: a worker who could read the link may have been the one.
ALTER TABLE "Plan" ADD COLUMN "byLinkOfId" UUID, ADD COLUMN "sharedAlone" BOOLEAN NOT NULL DEFAULT false,
  ADD FOREIGN KEY ("byLinkOfId") REFERENCES "Worker" ("id");
CREATE INDEX "Plan_byLinkOfId_idx" ON "Plan" ("byLinkOfId");
ALTER TABLE "Agreement" ADD COLUMN "byLinkOfId" UUID, ADD FOREIGN KEY ("byLinkOfId") REFERENCES "Worker" ("id"),
  -- It counts as given to the coordinator.
  ADD CONSTRAINT "Agreement_by_link" CHECK ("byLinkOfId" IS NULL OR "givenTo" = 'coordinator');
CREATE INDEX "Agreement_byLinkOfId_idx" ON "Agreement" ("byLinkOfId");

-- The draft of a room: the one that a second person joined; as long as nobody has, the first that was begun.
CREATE FUNCTION draft_of_room(room uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT d."id" FROM "Draft" d WHERE d."roomId" = room AND d."state" = 'open' ORDER BY d."joinedAt" IS NULL, d."startedAt", d."id" LIMIT 1
$$;

-- As before; and a room in which nobody has begun can be asked to end by its members, because no session ends it alone. Only the key of a draft
-- that two people took together holds an end up: otherwise whoever has a link could.
CREATE OR REPLACE FUNCTION hold_rooms_to_end(meeting uuid) RETURNS TABLE ("roomId" uuid, "openDraftId" uuid, "proofShownAt" timestamptz, "heldAt" timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE held uuid[];
BEGIN
  -- Rooms before drafts, as whoever ends a room takes them; a plan being shared may still name its room.
  held := ARRAY(SELECT r."id" FROM "PrivateRoom" r WHERE r."meetingId" = meeting AND r."endedAt" IS NULL
    AND (r."id" IN (SELECT my_rooms()) OR (r."draftStartedAt" IS NOT NULL AND r."familyId" IN (SELECT my_allocations())))
    ORDER BY r."id" FOR NO KEY UPDATE);
  PERFORM 1 FROM "Draft" d WHERE d."roomId" = ANY (held) ORDER BY d."id" FOR UPDATE;
  RETURN QUERY SELECT room, draft_of_room(room),
      (SELECT CASE WHEN d."joinedAt" IS NOT NULL THEN d."proofShownAt" END FROM "Draft" d WHERE d."roomId" = room
        ORDER BY d."state" = 'open' DESC, d."joinedAt" IS NULL, d."startedAt" DESC LIMIT 1),
      database_now()
    FROM unnest(held) room;
END $$;

-- As before; and with the room every draft that was begun in it is closed.
CREATE OR REPLACE FUNCTION end_without_key() RETURNS TABLE ("meetingId" uuid, "draftId" uuid, "allEnded" boolean)
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
    open_draft := draft_of_room(room."id");
    IF room."endedAt" IS NOT NULL OR open_draft IS DISTINCT FROM asked."draftId"
      OR NOT EXISTS (SELECT 1 FROM "Meeting" m WHERE m."id" = room."meetingId" AND m."stage" = 'privateTime') THEN
      UPDATE "EndWithoutKey" SET "stoppedAt" = database_now() WHERE "id" = asked."id" AND "stoppedAt" IS NULL AND "tookEffectAt" IS NULL;
      CONTINUE;
    END IF;
    UPDATE "EndWithoutKey" SET "tookEffectAt" = database_now() WHERE "id" = asked."id" AND "stoppedAt" IS NULL AND "tookEffectAt" IS NULL;
    -- Another node was first, or a device stopped it.
    CONTINUE WHEN NOT FOUND;
    IF open_draft IS NOT NULL THEN
      UPDATE "Draft" SET "state" = 'closed', "closedAt" = database_now()
       WHERE "roomId" = room."id" AND "state" = 'open' AND (asked."kind" = 'end' OR "id" = open_draft);
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
