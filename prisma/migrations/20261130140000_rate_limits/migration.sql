-- How much of what they may ask for names have used, for all servers of this database. Unlogged: a count of ten seconds is worth nothing after a
-- crash, and nobody who asks without end shall make the log of changes grow. For the jobs' role alone: whoever can speak as the app's role can give
-- themselves nothing back, and reads nobody's name.
CREATE UNLOGGED TABLE "RateLimit" (
  "name" BYTEA NOT NULL,
  "usedUntil" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("name")
) WITH (fillfactor = 50);
ALTER TABLE "RateLimit" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RateLimit" FORCE ROW LEVEL SECURITY;
CREATE POLICY for_limits ON "RateLimit" USING ((SELECT app_job()) = 'limits');
