-- Somebody withdraws from a meeting unseen, and somebody gets in touch.
CREATE TABLE "Withdrawal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "writtenById" UUID,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Withdrawal_familyId_idx" ON "Withdrawal"("familyId");
CREATE INDEX "Withdrawal_meetingId_idx" ON "Withdrawal"("meetingId");
CREATE INDEX "Withdrawal_participantId_idx" ON "Withdrawal"("participantId");
CREATE INDEX "Withdrawal_writtenById_idx" ON "Withdrawal"("writtenById");
-- Pressing again adds nothing while somebody has still to get in touch.
CREATE UNIQUE INDEX "Withdrawal_one_open" ON "Withdrawal" ("participantId") WHERE "closedAt" IS NULL;
ALTER TABLE "Withdrawal" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD FOREIGN KEY ("participantId") REFERENCES "Participant" ("id"),
  ADD FOREIGN KEY ("writtenById") REFERENCES "Worker" ("id");

CREATE TABLE "WithdrawalContact" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "withdrawalId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "WithdrawalContact_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "WithdrawalContact_familyId_idx" ON "WithdrawalContact"("familyId");
CREATE INDEX "WithdrawalContact_withdrawalId_idx" ON "WithdrawalContact"("withdrawalId");
CREATE INDEX "WithdrawalContact_byId_idx" ON "WithdrawalContact"("byId");
ALTER TABLE "WithdrawalContact" ADD FOREIGN KEY ("withdrawalId") REFERENCES "Withdrawal" ("id"),
  ADD FOREIGN KEY ("byId") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "WithdrawalContact_outcome" CHECK ("outcome" IN ('notReached', 'stays', 'wantsOut'));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Withdrawal', 'WithdrawalContact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_family ON %I USING (CASE WHEN is_gate() THEN true ELSE "familyId" IN (SELECT my_families()) END)', name);
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id")', name);
    -- Unseen: nobody of the family reads one, not even whoever withdrew, whose phone may be in another's hand.
    EXECUTE format('CREATE POLICY for_workers ON %I AS RESTRICTIVE USING ((SELECT app_worker()) IS NOT NULL)
      WITH CHECK ((SELECT app_worker()) IS NOT NULL OR (SELECT app_signed_in()) IS NOT NULL)', name);
  END LOOP;
END $$;
-- A person withdraws for themselves alone, and a worker says so in their own name.
CREATE POLICY by_themselves ON "Withdrawal" AS RESTRICTIVE FOR INSERT WITH CHECK (CASE WHEN (SELECT app_worker()) IS NOT NULL THEN "writtenById" = (SELECT app_worker())
  ELSE "writtenById" IS NULL AND "closedAt" IS NULL AND EXISTS (SELECT 1 FROM "Participant" p
    WHERE p."id" = "participantId" AND p."meetingId" = "Withdrawal"."meetingId" AND p."personId" = (SELECT app_signed_in())) END);
CREATE POLICY by_workers ON "WithdrawalContact" AS RESTRICTIVE FOR INSERT WITH CHECK ("byId" = (SELECT app_worker()));
