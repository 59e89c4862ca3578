-- Everything a person can say about when they can come, flat, as it was typed.
ALTER TABLE "AvailabilityRule"
  ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "preference" TEXT,
  ADD COLUMN "timeOffDays" INTEGER,
  ADD COLUMN "sleepUntil" TEXT,
  ADD COLUMN "cycle" TEXT[],
  ADD COLUMN "shifts" TEXT[],
  ADD COLUMN "busy" TEXT[];
ALTER TABLE "AvailabilityRule" DROP CONSTRAINT "AvailabilityRule_kind",
  ADD CONSTRAINT "AvailabilityRule_kind" CHECK ("kind" IN ('ordinaryWeek', 'shiftCycle', 'roster', 'calendar', 'oneDay', 'cannot')),
  ADD CONSTRAINT "AvailabilityRule_preference" CHECK ("preference" IN ('lastResort', 'possible', 'better')),
  ADD CONSTRAINT "AvailabilityRule_notice" CHECK ("timeOffDays" BETWEEN 0 AND 90);

-- How somebody was to take part when the time was chosen, the part they are there for, and who has to be there with them.
ALTER TABLE "Participant"
  ADD COLUMN "plannedHow" TEXT,
  ADD COLUMN "partEdge" TEXT,
  ADD COLUMN "partMinutes" INTEGER,
  ADD COLUMN "comesWithId" UUID;
ALTER TABLE "Participant" DROP CONSTRAINT "Participant_how",
  ADD CONSTRAINT "Participant_how" CHECK ("how" IN ('inRoom', 'secondRoom', 'video', 'phone', 'spokenFor', 'letter')),
  ADD CONSTRAINT "Participant_plannedHow" CHECK ("plannedHow" IN ('inRoom', 'secondRoom', 'video', 'phone', 'spokenFor', 'letter')),
  ADD CONSTRAINT "Participant_partEdge" CHECK ("partEdge" IN ('beginning', 'end')),
  ADD CONSTRAINT "Participant_part" CHECK (("partEdge" IS NULL) = ("partMinutes" IS NULL) AND "partMinutes" BETWEEN 15 AND 720),
  ADD CONSTRAINT "Participant_comes_with_another" CHECK ("comesWithId" <> "id"),
  ADD FOREIGN KEY ("comesWithId") REFERENCES "Participant" ("id");

ALTER TABLE "Meeting" ADD COLUMN "placeId" UUID;

ALTER TABLE "Council" ADD COLUMN "nation" TEXT NOT NULL DEFAULT 'englandAndWales',
  ADD CONSTRAINT "Council_nation" CHECK ("nation" IN ('englandAndWales', 'scotland', 'northernIreland'));

CREATE TABLE "TravelTime" (
    "participantId" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "TravelTime_pkey" PRIMARY KEY ("participantId","placeId")
);
CREATE INDEX "TravelTime_meetingId_idx" ON "TravelTime"("meetingId");
ALTER TABLE "TravelTime" ADD FOREIGN KEY ("participantId") REFERENCES "Participant" ("id"), ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD CONSTRAINT "TravelTime_minutes" CHECK ("minutes" BETWEEN 0 AND 720);

CREATE TABLE "TimeAsk" (
    "meetingId" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fromDate" TEXT NOT NULL,
    "untilDate" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "earliest" TEXT NOT NULL,
    "latest" TEXT NOT NULL,
    "weekdays" INTEGER[],
    "noticeDays" INTEGER NOT NULL,
    "bankHolidays" BOOLEAN NOT NULL,
    "schoolHours" BOOLEAN NOT NULL,
    "placeIds" UUID[],
    "stepFree" BOOLEAN NOT NULL,
    "twoWaysOut" BOOLEAN NOT NULL,
    "secondRoom" BOOLEAN NOT NULL,

    CONSTRAINT "TimeAsk_pkey" PRIMARY KEY ("meetingId")
);
ALTER TABLE "TimeAsk" ADD FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id"),
  ADD CONSTRAINT "TimeAsk_minutes" CHECK ("minutes" BETWEEN 15 AND 720),
  ADD CONSTRAINT "TimeAsk_notice" CHECK ("noticeDays" BETWEEN 0 AND 90);

-- Compartment 1: the family.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['TravelTime', 'TimeAsk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_family ON %I USING (CASE WHEN is_gate() THEN true ELSE "familyId" IN (SELECT my_families()) END)', name);
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY ("familyId") REFERENCES "Family" ("id")', name);
  END LOOP;
END $$;
