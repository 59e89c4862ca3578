-- Who asks, as operate() told it to this transaction. Nobody named: null, and null sees nothing.
CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
CREATE FUNCTION app_worker() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.worker', true), '')::uuid $$;
CREATE FUNCTION app_job() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.job', true), '') $$;
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- The gate is the role that owns the SECURITY DEFINER functions below; it has no login and cannot bypass policies.
CREATE FUNCTION is_gate() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT current_user = current_database() || '_gate' $$;

-- The families the asker may see at all: the wall behind the lock, wider than what the lock allows.
CREATE FUNCTION my_families() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "familyId" FROM "Allocation"
   WHERE "workerId" = app_worker() AND "from" <= app_now() AND ("until" IS NULL OR "until" > app_now())
  UNION
  SELECT f."id" FROM "Family" f JOIN "Team" t ON t."id" = f."teamId" WHERE t."supervisorId" = app_worker()
  UNION
  SELECT "familyId" FROM "Person" WHERE "id" = app_person() AND "endedAt" IS NULL
  UNION
  SELECT "id" FROM "Family" WHERE app_job() IN ('outbox', 'retention')
  UNION
  -- The page that lets a newcomer choose who to be; only where the whole database is the demo story.
  SELECT "id" FROM "Family" WHERE app_job() = 'story' AND EXISTS (SELECT 1 FROM "Council" WHERE "story")
$$;

CREATE FUNCTION my_rooms() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m."roomId" FROM "RoomMember" m JOIN "Person" p ON p."id" = m."personId"
   WHERE m."personId" = app_person() AND m."putOutAt" IS NULL AND p."endedAt" IS NULL
$$;

CREATE FUNCTION my_drafts() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d."id" FROM "Draft" d WHERE d."roomId" IN (SELECT my_rooms())
  UNION
  SELECT "id" FROM "Draft" WHERE app_job() = 'retention'
$$;

-- True while nobody is allocated: lets the worker who opens a family take its first allocation.
CREATE FUNCTION has_no_allocation(family uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT NOT EXISTS (SELECT 1 FROM "Allocation" WHERE "familyId" = family)
$$;

-- Compartment 1: the family.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Person', 'ParentSlot', 'Relation', 'PairApart', 'EarlierValue', 'Meeting', 'MeetingChild',
    'WhyEntry', 'BottomLine', 'Participant', 'Preparation', 'SafetyDecision', 'AvailabilityRule', 'Message', 'PrivateRoom',
    'RoomMember', 'Plan', 'PlanStep', 'Agreement', 'CouncilAnswer', 'Action', 'ActionUpdate']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    -- CASE keeps the gate's own reads from calling my_families() again.
    EXECUTE format('CREATE POLICY own_family ON %I USING (CASE WHEN is_gate() THEN true ELSE "familyId" IN (SELECT my_families()) END)', name);
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id")', name);
  END LOOP;
END $$;

ALTER TABLE "Family" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Family" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_family ON "Family" USING (CASE WHEN is_gate() THEN true ELSE "id" IN (SELECT my_families()) END)
  WITH CHECK ("id" IN (SELECT my_families()) OR "openedById" = app_worker());

ALTER TABLE "Allocation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Allocation" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_family ON "Allocation" USING (CASE WHEN is_gate() THEN true ELSE "familyId" IN (SELECT my_families()) END)
  WITH CHECK ("familyId" IN (SELECT my_families()) OR ("workerId" = app_worker() AND has_no_allocation("familyId")));

ALTER TABLE "AccessRecord" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AccessRecord" FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone_is_recorded ON "AccessRecord" FOR INSERT WITH CHECK (true);
CREATE POLICY own_family ON "AccessRecord" FOR SELECT USING ("familyId" IN (SELECT my_families()));

-- Compartment 2: contact facts. The person, the workers allocated to the family now, and the outbox; not supervisors.
CREATE FUNCTION my_allocations() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "familyId" FROM "Allocation"
   WHERE "workerId" = app_worker() AND "from" <= app_now() AND ("until" IS NULL OR "until" > app_now())
$$;
ALTER TABLE "ContactPoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ContactPoint" FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_facts ON "ContactPoint" USING (
  "personId" = app_person() OR "familyId" IN (SELECT my_allocations()) OR app_job() = 'outbox');

-- Compartment 3: the private draft. Members of the room now, nobody else, whatever they are.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Writer', 'Envelope', 'JoinOffer', 'DeviceHalf'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY room_members ON %I USING (CASE WHEN is_gate() THEN true ELSE "draftId" IN (SELECT my_drafts()) END)', name);
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE', name);
  END LOOP;
END $$;
-- Envelopes are read under the policy above and written by append_envelopes() alone.
DROP POLICY room_members ON "Envelope";
CREATE POLICY room_members_read ON "Envelope" FOR SELECT USING (CASE WHEN is_gate() THEN true ELSE "draftId" IN (SELECT my_drafts()) END);
CREATE POLICY gate_appends ON "Envelope" FOR INSERT WITH CHECK (is_gate());
CREATE POLICY retention_deletes ON "Envelope" FOR DELETE USING (app_job() = 'retention');
ALTER TABLE "Draft" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Draft" FORCE ROW LEVEL SECURITY;
CREATE POLICY room_members ON "Draft" USING (CASE WHEN is_gate() THEN true
  WHEN app_job() = 'retention' THEN true ELSE "roomId" IN (SELECT my_rooms()) END);

-- Appends sealed envelopes for many drafts in one commit. Rows: draftId, personId, device, envelopeId, epoch, n, kind, nonce, sealed (base64).
-- Only rows whose draft is open, in private time, of the current epoch, from a member now, are kept; each gets the next number of its draft.
CREATE FUNCTION append_envelopes(batch jsonb) RETURNS TABLE ("draftId" uuid, "envelopeId" uuid, "seq" int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  entry record;
  draft "Draft"%ROWTYPE;
  stored int;
BEGIN
  PERFORM 1 FROM "Draft" d WHERE d."id" IN (SELECT (e ->> 'draftId')::uuid FROM jsonb_array_elements(batch) e) ORDER BY d."id" FOR UPDATE;
  FOR entry IN SELECT (e ->> 'draftId')::uuid AS draft_id, (e ->> 'personId')::uuid AS person_id, decode(e ->> 'device', 'base64') AS device,
      (e ->> 'envelopeId')::uuid AS envelope_id, (e ->> 'epoch')::int AS epoch, (e ->> 'n')::bigint AS n, e ->> 'kind' AS kind,
      decode(e ->> 'nonce', 'base64') AS nonce, decode(e ->> 'sealed', 'base64') AS sealed
    FROM jsonb_array_elements(batch) WITH ORDINALITY AS x(e, place) ORDER BY place
  LOOP
    SELECT v."seq" INTO stored FROM "Envelope" v
     WHERE v."draftId" = entry.draft_id AND v."personId" = entry.person_id AND v."envelopeId" = entry.envelope_id;
    IF FOUND THEN
      "draftId" := entry.draft_id; "envelopeId" := entry.envelope_id; "seq" := stored; RETURN NEXT; CONTINUE;
    END IF;
    SELECT d.* INTO draft FROM "Draft" d
      JOIN "PrivateRoom" r ON r."id" = d."roomId" AND r."endedAt" IS NULL
      JOIN "Meeting" m ON m."id" = d."meetingId" AND m."stage" = 'privateTime'
      JOIN "RoomMember" b ON b."roomId" = d."roomId" AND b."personId" = entry.person_id AND b."putOutAt" IS NULL
      JOIN "Person" p ON p."id" = b."personId" AND p."endedAt" IS NULL
     WHERE d."id" = entry.draft_id AND d."state" = 'open' AND d."epoch" = entry.epoch;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO "Writer" ("draftId", "device", "personId") VALUES (entry.draft_id, entry.device, entry.person_id) ON CONFLICT DO NOTHING;
    PERFORM 1 FROM "Writer" w WHERE w."draftId" = entry.draft_id AND w."device" = entry.device AND w."personId" = entry.person_id;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO "Envelope" ("draftId", "seq", "epoch", "envelopeId", "device", "personId", "n", "kind", "nonce", "sealed", "at")
      VALUES (entry.draft_id, draft."head" + 1, entry.epoch, entry.envelope_id, entry.device, entry.person_id, entry.n, entry.kind, entry.nonce, entry.sealed, app_now())
      ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    UPDATE "Draft" SET "head" = "head" + 1 WHERE "id" = entry.draft_id;
    "draftId" := entry.draft_id; "envelopeId" := entry.envelope_id; "seq" := draft."head" + 1; RETURN NEXT;
  END LOOP;
END $$;

-- Two people kept apart are never in one private room, whoever puts them there.
CREATE FUNCTION refuse_pair_in_room() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- One row to wait for, so that two inserts into the same room cannot pass each other.
  PERFORM 1 FROM "PrivateRoom" WHERE "id" = NEW."roomId" FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "RoomMember" m JOIN "PairApart" a ON a."endedAt" IS NULL
      AND ((a."oneId" = m."personId" AND a."otherId" = NEW."personId") OR (a."otherId" = m."personId" AND a."oneId" = NEW."personId"))
      WHERE m."roomId" = NEW."roomId" AND m."putOutAt" IS NULL) THEN
    RAISE EXCEPTION 'a pair kept apart cannot share a private room' USING ERRCODE = 'check_violation', CONSTRAINT = 'RoomMember_no_pair_apart';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RoomMember_no_pair_apart" BEFORE INSERT OR UPDATE ON "RoomMember" FOR EACH ROW WHEN (NEW."putOutAt" IS NULL) EXECUTE FUNCTION refuse_pair_in_room();

-- Whoever ends an append's right (put out, room ended, stage over) waits for the appends under way, and later ones see the end:
-- nothing is stored after the commit that ended it.
CREATE FUNCTION hold_drafts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_TABLE_NAME = 'Meeting' THEN
    PERFORM 1 FROM "Draft" d WHERE d."meetingId" = NEW."id" ORDER BY d."id" FOR UPDATE;
  ELSIF TG_TABLE_NAME = 'PrivateRoom' THEN
    PERFORM 1 FROM "Draft" d WHERE d."roomId" = NEW."id" ORDER BY d."id" FOR UPDATE;
  ELSE
    PERFORM 1 FROM "Draft" d WHERE d."roomId" = NEW."roomId" ORDER BY d."id" FOR UPDATE;
    -- The worker who puts somebody out cannot see these rows, so they go here.
    DELETE FROM "DeviceHalf" h USING "Draft" d WHERE d."roomId" = NEW."roomId" AND h."draftId" = d."id" AND h."personId" = NEW."personId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RoomMember_holds_drafts" BEFORE UPDATE ON "RoomMember" FOR EACH ROW WHEN (OLD."putOutAt" IS NULL AND NEW."putOutAt" IS NOT NULL) EXECUTE FUNCTION hold_drafts();
CREATE TRIGGER "PrivateRoom_holds_drafts" BEFORE UPDATE ON "PrivateRoom" FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION hold_drafts();
CREATE TRIGGER "Meeting_holds_drafts" BEFORE UPDATE ON "Meeting" FOR EACH ROW WHEN (OLD."stage" = 'privateTime' AND NEW."stage" <> 'privateTime') EXECUTE FUNCTION hold_drafts();

-- References between nouns.
ALTER TABLE "Team" ADD FOREIGN KEY ("supervisorId") REFERENCES "Worker" ("id");
ALTER TABLE "TeamMember" ADD FOREIGN KEY ("teamId") REFERENCES "Team" ("id"), ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id");
ALTER TABLE "Session" ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"), ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "Session_one_holder" CHECK (("personId" IS NULL) <> ("workerId" IS NULL));
ALTER TABLE "SignInLink" ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id");
ALTER TABLE "Family" ADD FOREIGN KEY ("teamId") REFERENCES "Team" ("id"), ADD FOREIGN KEY ("openedById") REFERENCES "Worker" ("id");
ALTER TABLE "Allocation" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "Allocation_role" CHECK ("role" IN ('socialWorker', 'coordinator')),
  ADD CONSTRAINT "Allocation_span" CHECK ("until" IS NULL OR "until" >= "from");
ALTER TABLE "Person" ADD CONSTRAINT "Person_kind" CHECK ("kind" IN ('child', 'kin', 'friend', 'advocate', 'interpreter'));
ALTER TABLE "ParentSlot" ADD FOREIGN KEY ("childId") REFERENCES "Person" ("id"), ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"),
  ADD CONSTRAINT "ParentSlot_state" CHECK ("state" IN ('reachable', 'notReachable', 'notKnown', 'notSafe')),
  ADD CONSTRAINT "ParentSlot_not_known_has_no_person" CHECK ("state" <> 'notKnown' OR "personId" IS NULL);
ALTER TABLE "Relation" ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"), ADD FOREIGN KEY ("childId") REFERENCES "Person" ("id"),
  ADD FOREIGN KEY ("throughId") REFERENCES "Person" ("id");
ALTER TABLE "PairApart" ADD FOREIGN KEY ("oneId") REFERENCES "Person" ("id"), ADD FOREIGN KEY ("otherId") REFERENCES "Person" ("id"),
  ADD CONSTRAINT "PairApart_level" CHECK ("level" IN ('room', 'site', 'online', 'knowing')),
  ADD CONSTRAINT "PairApart_two_people" CHECK ("oneId" < "otherId");
CREATE UNIQUE INDEX "PairApart_one_open" ON "PairApart" ("oneId", "otherId", "level") WHERE "endedAt" IS NULL;
ALTER TABLE "ContactPoint" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"),
  ADD CONSTRAINT "ContactPoint_kind" CHECK ("kind" IN ('phone', 'email', 'address'));
ALTER TABLE "Meeting" ADD FOREIGN KEY ("coordinatorId") REFERENCES "Worker" ("id"), ADD FOREIGN KEY ("referrerId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "Meeting_coordinator_is_independent" CHECK ("coordinatorId" <> "referrerId"),
  ADD CONSTRAINT "Meeting_kind" CHECK ("kind" IN ('conference', 'review')),
  ADD CONSTRAINT "Meeting_stage" CHECK ("stage" IN ('preparing', 'booked', 'welcome', 'information', 'privateTime', 'agreeing', 'ended')),
  ADD CONSTRAINT "Meeting_ending" CHECK ("ending" IN ('plan', 'partOfPlan', 'severalPlans', 'anotherDate', 'noPlanThisTime', 'stoppedForSafety')),
  ADD CONSTRAINT "Meeting_minutes" CHECK ("minutes" BETWEEN 15 AND 720);
ALTER TABLE "MeetingChild" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"), ADD FOREIGN KEY ("childId") REFERENCES "Person" ("id");
ALTER TABLE "WhyEntry" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD CONSTRAINT "WhyEntry_kind" CHECK ("kind" IN ('goingWell', 'worry', 'question', 'familyQuestion', 'help', 'withoutPlan')),
  ADD CONSTRAINT "WhyEntry_one_author" CHECK (("byWorkerId" IS NULL) <> ("byPersonId" IS NULL));
ALTER TABLE "BottomLine" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"), ADD FOREIGN KEY ("setById") REFERENCES "Worker" ("id");
ALTER TABLE "Participant" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"), ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"),
  ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "Participant_one_of" CHECK (("personId" IS NULL) <> ("workerId" IS NULL)),
  ADD CONSTRAINT "Participant_need" CHECK ("need" IN ('must', 'askedByChild', 'hoped', 'welcome')),
  ADD CONSTRAINT "Participant_state" CHECK ("state" IN ('notAsked', 'asked', 'noAnswerYet', 'coming', 'sendingViews', 'notComing', 'notPart')),
  ADD CONSTRAINT "Participant_how" CHECK ("how" IN ('inRoom', 'video', 'phone', 'spokenFor', 'letter')),
  ADD CONSTRAINT "Participant_not_part_has_a_decider" CHECK ("state" <> 'notPart' OR ("notPartReason" IS NOT NULL AND "notPartById" IS NOT NULL AND "lookAgainOn" IS NOT NULL));
ALTER TABLE "Preparation" ADD FOREIGN KEY ("participantId") REFERENCES "Participant" ("id");
ALTER TABLE "SafetyDecision" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"), ADD FOREIGN KEY ("decidedById") REFERENCES "Worker" ("id");
CREATE UNIQUE INDEX "SafetyDecision_one_standing" ON "SafetyDecision" ("meetingId") WHERE "reopenedAt" IS NULL;
ALTER TABLE "AvailabilityRule" ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"),
  ADD CONSTRAINT "AvailabilityRule_kind" CHECK ("kind" IN ('ordinaryWeek', 'cannot')),
  ADD CONSTRAINT "AvailabilityRule_one_of" CHECK (("personId" IS NULL) <> ("workerId" IS NULL)),
  ADD CONSTRAINT "AvailabilityRule_dates" CHECK ("kind" <> 'cannot' OR ("fromInstant" < "untilInstant" AND "fromDate" <= "untilDate"));
ALTER TABLE "Message" ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id"),
  ADD CONSTRAINT "Message_kind" CHECK ("kind" IN ('signIn', 'invitation', 'promise', 'review')),
  ADD CONSTRAINT "Message_state" CHECK ("state" IN ('waiting', 'sent', 'failed'));
ALTER TABLE "PrivateRoom" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id");
ALTER TABLE "RoomMember" ADD FOREIGN KEY ("roomId") REFERENCES "PrivateRoom" ("id"), ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id");
ALTER TABLE "Draft" ADD FOREIGN KEY ("roomId") REFERENCES "PrivateRoom" ("id"), ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD CONSTRAINT "Draft_state" CHECK ("state" IN ('open', 'closed'));
CREATE UNIQUE INDEX "Draft_one_open" ON "Draft" ("roomId") WHERE "state" = 'open';
ALTER TABLE "Envelope" ADD CONSTRAINT "Envelope_size" CHECK (octet_length("sealed") <= 65536 AND octet_length("nonce") = 12 AND octet_length("device") = 16),
  ADD CONSTRAINT "Envelope_kind" CHECK ("kind" IN ('update', 'snapshot'));
ALTER TABLE "Plan" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id");
CREATE UNIQUE INDEX "Plan_version" ON "Plan" ("meetingId", coalesce("roomId", "meetingId"), "version");
ALTER TABLE "PlanStep" ADD FOREIGN KEY ("planId") REFERENCES "Plan" ("id");
ALTER TABLE "Agreement" ADD FOREIGN KEY ("planId") REFERENCES "Plan" ("id"), ADD FOREIGN KEY ("participantId") REFERENCES "Participant" ("id"),
  ADD CONSTRAINT "Agreement_givenTo" CHECK ("givenTo" IN ('ownScreen', 'slip', 'coordinator')),
  ADD CONSTRAINT "Agreement_answer" CHECK ("answer" IN ('yes', 'notYet', 'later', 'notAsked'));
ALTER TABLE "CouncilAnswer" ADD FOREIGN KEY ("planId") REFERENCES "Plan" ("id"), ADD FOREIGN KEY ("answeredById") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "CouncilAnswer_answer" CHECK ("answer" IN ('yes', 'no', 'notYet', 'decidedBy')),
  ADD CONSTRAINT "CouncilAnswer_says_why" CHECK ("answer" NOT IN ('no', 'notYet') OR "reason" IS NOT NULL);
ALTER TABLE "Action" ADD FOREIGN KEY ("planId") REFERENCES "Plan" ("id"), ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD FOREIGN KEY ("ownerPersonId") REFERENCES "Person" ("id"), ADD FOREIGN KEY ("ownerWorkerId") REFERENCES "Worker" ("id"),
  ADD FOREIGN KEY ("writtenDownById") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "Action_one_owner" CHECK (("ownerPersonId" IS NULL) <> ("ownerWorkerId" IS NULL)),
  ADD CONSTRAINT "Action_state" CHECK ("state" IN ('promised', 'doing', 'done', 'needsHand', 'noLongerNeeded'));
ALTER TABLE "ActionUpdate" ADD FOREIGN KEY ("actionId") REFERENCES "Action" ("id"),
  ADD CONSTRAINT "ActionUpdate_state" CHECK ("state" IN ('doing', 'done', 'needsHand', 'noLongerNeeded'));
ALTER TABLE "ActionLink" ADD FOREIGN KEY ("actionId") REFERENCES "Action" ("id"), ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id");
