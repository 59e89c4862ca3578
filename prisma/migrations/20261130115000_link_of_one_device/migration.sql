-- A link belongs to the device that first opened it. Wrong codes cost waits, and the coordinator is told what was tried.
ALTER TABLE "SignInLink" ADD COLUMN "deviceHash" BYTEA,
  ADD COLUMN "wrongAt" TIMESTAMPTZ(3)[] NOT NULL DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
  ADD COLUMN "wrongCodeAt" TIMESTAMPTZ(3),
  ADD COLUMN "otherDeviceAt" TIMESTAMPTZ(3);

-- The links that are out have codes of six digits, which are worth fewer tries than a link now gives. Whoever is signed in stays so.
UPDATE "SignInLink" SET "replacedAt" = now() WHERE "replacedAt" IS NULL;
