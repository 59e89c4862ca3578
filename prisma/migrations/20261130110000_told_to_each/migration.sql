-- When each of the family was told of the time that is booked, and of which ways to take part: a fact that no pair marked or lifted later changes.
ALTER TABLE "Participant" ADD COLUMN "toldAt" TIMESTAMPTZ(3), ADD COLUMN "toldWays" TEXT[] DEFAULT ARRAY[]::TEXT[];
-- So far a page told everybody whom nobody kept out: those invited, those who come or are planned in, and those to whom a way was open.
-- Row security is forced on the tables' owner too, and lets this job see every family.
SELECT set_config('app.job', 'outbox', true);
UPDATE "Participant" p
   SET "toldAt" = greatest(m."toldAt", m."bookedAt"), "toldWays" = ARRAY['inRoom', 'video', 'phone', 'spokenFor', 'letter']
  FROM "Meeting" m
 WHERE m."id" = p."meetingId" AND p."personId" IS NOT NULL AND p."state" <> 'notPart' AND m."bookedAt" IS NOT NULL
   AND (m."stage" <> 'booked' OR m."toldAt" >= m."bookedAt")
   AND (p."invitedAt" >= m."bookedAt" OR way_now(p."state", p."how", p."plannedHow") IS NOT NULL OR NOT EXISTS (
     SELECT 1 FROM "PairApart" a WHERE a."endedAt" IS NULL AND a."level" IN ('online', 'knowing') AND p."personId" IN (a."oneId", a."otherId")));
SELECT set_config('app.job', '', true);
