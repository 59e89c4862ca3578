-- Of a meeting's rooms the week shows everybody the main one alone: two rooms of one place at one time would tell of a pair kept apart.
CREATE OR REPLACE FUNCTION holds_between(from_at timestamptz, until_at timestamptz)
RETURNS TABLE ("workerId" uuid, "roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "meetingId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "workerId", NULL::uuid, "startsAt", "endsAt", "meetingId" FROM "WorkerHold" WHERE app_worker() IS NOT NULL AND "startsAt" < until_at AND "endsAt" > from_at
  UNION ALL
  SELECT NULL, "roomId", "startsAt", "endsAt", "meetingId" FROM "RoomHold"
   WHERE app_worker() IS NOT NULL AND "use" = 'main' AND "startsAt" < until_at AND "endsAt" > from_at
$$;
