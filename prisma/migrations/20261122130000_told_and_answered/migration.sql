-- When the family was told of the time that is booked; until then their pages show none. And when somebody answered, so that an answer to an earlier day is known as one.
ALTER TABLE "Meeting" ADD COLUMN "toldAt" TIMESTAMPTZ(3);
ALTER TABLE "Participant" ADD COLUMN "answeredAt" TIMESTAMPTZ(3);
UPDATE "Meeting" m SET "toldAt" = (SELECT max(p."invitedAt") FROM "Participant" p WHERE p."meetingId" = m."id");
