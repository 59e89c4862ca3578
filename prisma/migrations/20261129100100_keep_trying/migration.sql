-- A message that did not go is tried again, later and later, by the database's clock. What waits now is tried at once.
ALTER TABLE "Message" ADD COLUMN "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(), ADD COLUMN "failingSince" TIMESTAMPTZ(3);
