-- A worker may read a family that is not theirs, in an emergency: for an hour, with a reason, told at once and looked at afterwards.
CREATE TABLE "BreakGlass" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID,
    "workerId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),
    "finding" TEXT,
    "reviewWords" TEXT,

    CONSTRAINT "BreakGlass_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BreakGlass_familyId_idx" ON "BreakGlass"("familyId");
CREATE INDEX "BreakGlass_workerId_openedAt_idx" ON "BreakGlass"("workerId", "openedAt");
CREATE INDEX "BreakGlass_reviewedById_idx" ON "BreakGlass"("reviewedById");
ALTER TABLE "BreakGlass" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("workerId") REFERENCES "Worker" ("id"),
  ADD FOREIGN KEY ("reviewedById") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "BreakGlass_finding" CHECK ("finding" IN ('right', 'notRight')),
  ADD CONSTRAINT "BreakGlass_reviewed_whole" CHECK (("reviewedById" IS NULL) = ("reviewedAt" IS NULL) AND ("reviewedById" IS NULL) = ("finding" IS NULL));

-- Families that whoever asks may read now in this way.
CREATE FUNCTION my_broken_glass() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE me uuid := app_worker();
BEGIN
  RETURN QUERY SELECT b."familyId" FROM "BreakGlass" b
    WHERE b."workerId" = me AND b."familyId" IS NOT NULL AND b."endedAt" IS NULL AND b."openedAt" <= app_now() AND b."endsAt" > app_now();
END $$;

-- Opens the one family in which a child has this name and this day of birth; gives the id of what it wrote down. Where there is none, or more than one, or
-- it is theirs already, it writes down that they looked, without a family. Ten in a day are all.
CREATE FUNCTION break_glass(child text, born text, why text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  me uuid := app_worker();
  found uuid[];
  written uuid;
BEGIN
  IF me IS NULL THEN RAISE EXCEPTION 'nobody asks' USING ERRCODE = 'insufficient_privilege'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('break_glass ' || me, 0));
  IF (SELECT count(*) FROM "BreakGlass" b WHERE b."workerId" = me AND b."openedAt" > app_now() - interval '24 hours') >= 10 THEN
    RAISE EXCEPTION 'too many in a day' USING ERRCODE = 'check_violation', CONSTRAINT = 'BreakGlass_few_a_day';
  END IF;
  SELECT array_agg(DISTINCT p."familyId") INTO found FROM "Person" p
   WHERE p."kind" = 'child' AND p."endedAt" IS NULL AND p."bornOn" = born AND lower(btrim(p."name")) = lower(btrim(child));
  IF array_length(found, 1) IS DISTINCT FROM 1 OR found[1] IN (SELECT my_families()) THEN found := NULL; END IF;
  INSERT INTO "BreakGlass" ("familyId", "workerId", "reason", "openedAt", "endsAt")
    VALUES (found[1], me, why, app_now(), app_now() + CASE WHEN found IS NULL THEN interval '0' ELSE interval '60 minutes' END)
    RETURNING "id" INTO written;
  RETURN written;
END $$;

ALTER TABLE "BreakGlass" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BreakGlass" FORCE ROW LEVEL SECURITY;
CREATE POLICY by_function ON "BreakGlass" USING (is_gate());
CREATE POLICY own ON "BreakGlass" FOR SELECT USING ("workerId" = (SELECT app_worker()));
CREATE POLICY of_family ON "BreakGlass" FOR SELECT USING ((SELECT app_worker()) IS NOT NULL AND "familyId" IN (SELECT my_families()));
CREATE POLICY own_end ON "BreakGlass" FOR UPDATE USING ("workerId" = (SELECT app_worker()));
CREATE POLICY review ON "BreakGlass" FOR UPDATE USING ("familyId" IN (SELECT my_supervised()));

-- What can be read so, and only read: not how to reach somebody, nor when they can come, nor what they said alone, nor a message, a link, a private room
-- or its draft.
DO $$
DECLARE name text;
BEGIN
  CREATE POLICY broken_glass ON "Family" FOR SELECT USING (CASE WHEN is_gate() THEN false ELSE "id" IN (SELECT my_broken_glass()) END);
  FOREACH name IN ARRAY ARRAY['Allocation', 'Person', 'Relation', 'ParentSlot', 'PairApart', 'ApartPresence', 'Meeting', 'MeetingChild', 'Participant', 'WhyEntry',
    'BottomLine', 'SafetyDecision', 'RoomHold', 'Plan', 'PlanStep', 'CouncilAnswer', 'Action', 'ActionUpdate', 'EarlierValue'] LOOP
    EXECUTE format('CREATE POLICY broken_glass ON %I FOR SELECT USING (CASE WHEN is_gate() THEN false ELSE "familyId" IN (SELECT my_broken_glass()) END)', name);
  END LOOP;
END $$;
