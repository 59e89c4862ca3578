-- What the family wrote on paper, typed in by the coordinator and read back to them. It waits here, and is no plan, until somebody of the room that wrote
-- it says that it is what they wrote (docs/decisions/0036). A new typing is a new row; what was typed stays as it was typed.
CREATE TABLE "PaperPlan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "typing" INTEGER NOT NULL,
    "typedById" UUID NOT NULL,
    "typedAt" TIMESTAMPTZ(3) NOT NULL,
    "readBackToIds" UUID[] NOT NULL,
    "wantYouToKnow" TEXT NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaperPlan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PaperPlan_read_back" CHECK (cardinality("readBackToIds") > 0)
);
CREATE UNIQUE INDEX "PaperPlan_roomId_typing_key" ON "PaperPlan" ("roomId", "typing");
CREATE INDEX "PaperPlan_familyId_idx" ON "PaperPlan" ("familyId");
CREATE INDEX "PaperPlan_meetingId_idx" ON "PaperPlan" ("meetingId");
CREATE INDEX "PaperPlan_typedById_idx" ON "PaperPlan" ("typedById");
ALTER TABLE "PaperPlan" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD FOREIGN KEY ("roomId") REFERENCES "PrivateRoom" ("id"), ADD FOREIGN KEY ("typedById") REFERENCES "Worker" ("id");

CREATE TABLE "PaperStep" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "paperPlanId" UUID NOT NULL,
    "bottomLineId" UUID,
    "heading" TEXT,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "byWhen" TEXT NOT NULL,
    "howWeWillKnow" TEXT NOT NULL,
    "helpNeeded" TEXT NOT NULL,
    "ifItDoesNotWork" TEXT NOT NULL,

    CONSTRAINT "PaperStep_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PaperStep_familyId_idx" ON "PaperStep" ("familyId");
CREATE INDEX "PaperStep_paperPlanId_idx" ON "PaperStep" ("paperPlanId");
ALTER TABLE "PaperStep" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("paperPlanId") REFERENCES "PaperPlan" ("id");

CREATE TABLE "PaperDoubt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "paperPlanId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaperDoubt_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PaperDoubt_familyId_idx" ON "PaperDoubt" ("familyId");
CREATE INDEX "PaperDoubt_paperPlanId_idx" ON "PaperDoubt" ("paperPlanId");
CREATE INDEX "PaperDoubt_personId_idx" ON "PaperDoubt" ("personId");
CREATE UNIQUE INDEX "PaperDoubt_one_standing" ON "PaperDoubt" ("paperPlanId", "personId") WHERE "takenBackAt" IS NULL;
ALTER TABLE "PaperDoubt" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("paperPlanId") REFERENCES "PaperPlan" ("id"),
  ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id");

-- Every reader of a plan is told that it was on paper. One typing becomes one plan; and a plan from paper is of no draft, so that it closes none.
ALTER TABLE "Plan" ADD COLUMN "paperPlanId" UUID, ADD COLUMN "typedAt" TIMESTAMPTZ(3), ADD COLUMN "readBackToIds" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "yesGivenTo" TEXT, ADD COLUMN "yesSaidToId" UUID,
  ADD FOREIGN KEY ("paperPlanId") REFERENCES "PaperPlan" ("id"), ADD FOREIGN KEY ("typedById") REFERENCES "Worker" ("id"),
  ADD FOREIGN KEY ("yesSaidToId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "Plan_from_paper" CHECK (CASE WHEN "paperPlanId" IS NULL
    THEN "typedById" IS NULL AND "typedAt" IS NULL AND "yesGivenTo" IS NULL AND "yesSaidToId" IS NULL
    ELSE "draftId" IS NULL AND "roomId" IS NOT NULL AND "sharedById" IS NOT NULL AND "typedById" IS NOT NULL AND "typedAt" IS NOT NULL
      AND "yesGivenTo" IS NOT NULL END),
  -- On one's own screen no worker wrote it down; through a link that a worker could read it counts as given to the coordinator.
  ADD CONSTRAINT "Plan_yes_given" CHECK ("yesGivenTo" IS NULL OR ("yesGivenTo" = 'ownScreen') = ("yesSaidToId" IS NULL AND "byLinkOfId" IS NULL));
CREATE UNIQUE INDEX "Plan_paperPlanId_key" ON "Plan" ("paperPlanId");
CREATE INDEX "Plan_typedById_idx" ON "Plan" ("typedById");
CREATE INDEX "Plan_yesSaidToId_idx" ON "Plan" ("yesSaidToId");

-- For the coordinator of that meeting now, and for whoever is in the room that wrote it: no relative of another room, and no other worker.
ALTER TABLE "PaperPlan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PaperPlan" FORCE ROW LEVEL SECURITY;
CREATE POLICY coordinator_and_room ON "PaperPlan" USING (CASE WHEN is_gate() THEN true
  WHEN app_worker() IS NOT NULL THEN "familyId" IN (SELECT my_allocations())
    AND EXISTS (SELECT 1 FROM "Meeting" m WHERE m."id" = "meetingId" AND m."coordinatorId" = app_worker())
  ELSE "familyId" IN (SELECT my_families()) AND "roomId" IN (SELECT my_rooms()) END);
-- Typed in by the coordinator herself, of a room of that meeting whose private family time is over; taken back by her alone.
CREATE POLICY typed_by_the_coordinator ON "PaperPlan" AS RESTRICTIVE FOR INSERT WITH CHECK ("typedById" = app_worker() AND "takenBackAt" IS NULL
  AND EXISTS (SELECT 1 FROM "PrivateRoom" r WHERE r."id" = "roomId" AND r."meetingId" = "PaperPlan"."meetingId" AND r."endedAt" IS NOT NULL));
CREATE POLICY taken_back_by_the_coordinator ON "PaperPlan" AS RESTRICTIVE FOR UPDATE USING (app_worker() IS NOT NULL);

ALTER TABLE "PaperStep" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PaperStep" FORCE ROW LEVEL SECURITY;
CREATE POLICY as_what_was_typed ON "PaperStep" USING ("paperPlanId" IN (SELECT p."id" FROM "PaperPlan" p));
CREATE POLICY typed_by_the_coordinator ON "PaperStep" AS RESTRICTIVE FOR INSERT WITH CHECK (app_worker() IS NOT NULL);

-- What is wrong is for whoever said it, and for the coordinator of that meeting now.
ALTER TABLE "PaperDoubt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PaperDoubt" FORCE ROW LEVEL SECURITY;
CREATE POLICY to_the_coordinator ON "PaperDoubt" USING (CASE WHEN is_gate() THEN true
  WHEN app_worker() IS NOT NULL THEN "paperPlanId" IN (SELECT p."id" FROM "PaperPlan" p)
  ELSE "personId" = app_signed_in() AND "familyId" IN (SELECT my_families()) END);
CREATE POLICY by_themselves ON "PaperDoubt" AS RESTRICTIVE FOR INSERT WITH CHECK ("personId" = (SELECT app_signed_in()) AND "takenBackAt" IS NULL
  AND "paperPlanId" IN (SELECT p."id" FROM "PaperPlan" p));
CREATE POLICY taken_back_by_themselves ON "PaperDoubt" AS RESTRICTIVE FOR UPDATE USING ("personId" = (SELECT app_signed_in()));

-- Of these typings, those of which somebody says that it is not what they wrote: never who. For whoever may read the typing.
CREATE FUNCTION papers_stopped(papers uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE me uuid := app_worker();
BEGIN
  RETURN QUERY SELECT p."id" FROM "PaperPlan" p JOIN "Meeting" m ON m."id" = p."meetingId"
    WHERE p."id" = ANY(papers) AND EXISTS (SELECT 1 FROM "PaperDoubt" d WHERE d."paperPlanId" = p."id" AND d."takenBackAt" IS NULL)
      AND CASE WHEN me IS NULL THEN p."roomId" IN (SELECT my_rooms()) ELSE m."coordinatorId" = me AND p."familyId" IN (SELECT my_allocations()) END;
END $$;
