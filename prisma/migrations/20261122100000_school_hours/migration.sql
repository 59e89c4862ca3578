-- When children are at school on a school day. At first as most are: a school week is at least 32.5 hours (Department for Education, 2023), so until 15:15, and a
-- quarter of an hour to come out.
ALTER TABLE "Council" ADD COLUMN "schoolStart" TEXT NOT NULL DEFAULT '08:45', ADD COLUMN "schoolEnd" TEXT NOT NULL DEFAULT '15:30',
  ADD CONSTRAINT "Council_school_times" CHECK ("schoolStart" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "schoolEnd" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "Council_school_span" CHECK ("schoolStart" < "schoolEnd");
