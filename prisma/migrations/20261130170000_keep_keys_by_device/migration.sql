-- What lets a device open a draft again belongs to a person on that device, and not to one session: it outlives leaving, and signing in again.
ALTER TABLE "KeyShare" ADD COLUMN "deviceHash" BYTEA;
-- Row security is forced on the tables' owner too, and lets this job see every draft.
SELECT set_config('app.job', 'retention', true);
UPDATE "KeyShare" k SET "deviceHash" = l."deviceHash" FROM "Session" s JOIN "SignInLink" l ON l."id" = s."linkId"
 WHERE s."id" = k."sessionId";
-- Of two sessions of one person on one device the later one may be the only one that is left.
DELETE FROM "KeyShare" k USING "Session" s WHERE s."id" = k."sessionId" AND EXISTS (
  SELECT 1 FROM "KeyShare" o JOIN "Session" t ON t."id" = o."sessionId"
   WHERE o."draftId" = k."draftId" AND o."personId" = k."personId" AND o."deviceHash" = k."deviceHash"
     AND (t."createdAt", t."id") > (s."createdAt", s."id"));
-- A session that is bound to no device keeps nothing: its page asks again.
DELETE FROM "KeyShare" WHERE "deviceHash" IS NULL;
SELECT set_config('app.job', '', true);
ALTER TABLE "KeyShare" ALTER COLUMN "deviceHash" SET NOT NULL;
DROP INDEX "KeyShare_draftId_sessionId_key";
CREATE UNIQUE INDEX "KeyShare_draftId_personId_deviceHash_key" ON "KeyShare" ("draftId", "personId", "deviceHash");
CREATE INDEX "KeyShare_sessionId_idx" ON "KeyShare" ("sessionId");
ALTER TABLE "KeyShare" ADD FOREIGN KEY ("sessionId") REFERENCES "Session" ("id");

-- What no longer opens as it was stored is said again by its own device.
ALTER TABLE "Envelope" DROP CONSTRAINT "Envelope_kind", ADD CONSTRAINT "Envelope_kind" CHECK ("kind" IN ('update', 'snapshot', 'again'));
