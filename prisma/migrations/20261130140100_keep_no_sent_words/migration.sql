-- The words of a message hold links. Once it has gone, or never will, nobody needs them: who, when, of what kind and what came of it stay.
SELECT set_config('app.job', 'outbox', true);
UPDATE "Message" SET "sealed" = '' WHERE "state" IN ('sent', 'failed');
SELECT set_config('app.job', '', true);
