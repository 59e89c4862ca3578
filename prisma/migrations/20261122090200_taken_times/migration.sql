-- When these workers and rooms are taken, across all families, and nothing of whose it is. Of the asker's own meeting nothing, since it may be moved. For workers alone.
CREATE FUNCTION taken_times(worker_ids uuid[], room_ids uuid[], from_at timestamptz, until_at timestamptz, own_meeting uuid)
RETURNS TABLE ("id" uuid, "startsAt" timestamptz, "endsAt" timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT h."workerId", h."startsAt", h."endsAt" FROM "WorkerHold" h
   WHERE app_worker() IS NOT NULL AND h."workerId" = ANY (worker_ids) AND h."startsAt" < until_at AND h."endsAt" > from_at
     AND NOT (h."meetingId" = own_meeting AND h."familyId" IN (SELECT my_families()))
  UNION ALL
  SELECT h."roomId", h."startsAt", h."endsAt" FROM "RoomHold" h
   WHERE app_worker() IS NOT NULL AND h."roomId" = ANY (room_ids) AND h."startsAt" < until_at AND h."endsAt" > from_at
     AND NOT (h."meetingId" = own_meeting AND h."familyId" IN (SELECT my_families()))
  UNION ALL
  SELECT b."workerId", b."startsAt", b."endsAt" FROM "WorkerBusy" b
   WHERE app_worker() IS NOT NULL AND b."workerId" = ANY (worker_ids) AND b."startsAt" < until_at AND b."endsAt" > from_at
$$;
