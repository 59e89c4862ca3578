-- Everybody who writes a plan sees what will be shared, and for a minute anybody of them may say "Not yet" (design: private-time, Sharing).

-- What was shown to everybody: the draft's head and the digest of the plan as it would be shared, and since when, by the database's clock. Who
-- showed it, and who asked for more time, is kept nowhere.
CREATE TABLE "ShareProposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draftId" UUID NOT NULL,
    "head" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', database_now()),
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShareProposal_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "ShareProposal" ADD FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE;
CREATE INDEX "ShareProposal_draftId_idx" ON "ShareProposal" ("draftId");
-- One stands at a time; once somebody has written more, its head is no longer the draft's and it is void.
CREATE UNIQUE INDEX "ShareProposal_one_standing" ON "ShareProposal" ("draftId", "head") WHERE "stoppedAt" IS NULL;

-- As the rest of a private draft: members of the room now, nobody else, whatever they are.
ALTER TABLE "ShareProposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShareProposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY room_members ON "ShareProposal" USING (CASE WHEN is_gate() THEN true ELSE "draftId" IN (SELECT my_drafts()) END);
