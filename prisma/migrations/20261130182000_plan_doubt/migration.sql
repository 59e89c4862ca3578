-- Somebody who wrote the plan tells the coordinator alone: this is not what we wrote (design: private-time, Sharing).
CREATE TABLE "PlanDoubt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlanDoubt_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PlanDoubt_familyId_idx" ON "PlanDoubt" ("familyId");
CREATE INDEX "PlanDoubt_planId_idx" ON "PlanDoubt" ("planId");
CREATE INDEX "PlanDoubt_personId_idx" ON "PlanDoubt" ("personId");
-- Said again it is said already.
CREATE UNIQUE INDEX "PlanDoubt_one_standing" ON "PlanDoubt" ("planId", "personId") WHERE "takenBackAt" IS NULL;
ALTER TABLE "PlanDoubt" ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id"), ADD FOREIGN KEY ("planId") REFERENCES "Plan" ("id"),
  ADD FOREIGN KEY ("personId") REFERENCES "Person" ("id");

-- For whoever said it, and for the coordinator of that meeting now: no relative, and no other worker, reads one.
ALTER TABLE "PlanDoubt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PlanDoubt" FORCE ROW LEVEL SECURITY;
CREATE POLICY to_the_coordinator ON "PlanDoubt" USING (CASE WHEN is_gate() THEN true
  WHEN app_worker() IS NOT NULL THEN "familyId" IN (SELECT my_allocations()) AND EXISTS (SELECT 1 FROM "Plan" p JOIN "Meeting" m ON m."id" = p."meetingId"
    WHERE p."id" = "planId" AND m."coordinatorId" = app_worker())
  ELSE "personId" = app_signed_in() AND "familyId" IN (SELECT my_families()) END);
-- Each says so for themselves, and takes it back.
CREATE POLICY by_themselves ON "PlanDoubt" AS RESTRICTIVE FOR INSERT WITH CHECK ("personId" = (SELECT app_signed_in()) AND "takenBackAt" IS NULL);
CREATE POLICY taken_back_by_themselves ON "PlanDoubt" AS RESTRICTIVE FOR UPDATE USING ("personId" = (SELECT app_signed_in()));
