-- A function in SQL is planned again by every statement whose policy calls it; one in PL/pgSQL once a connection.
CREATE OR REPLACE FUNCTION my_families() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT a."familyId" FROM "Allocation" a
     WHERE a."workerId" = app_worker() AND a."from" <= app_now() AND (a."until" IS NULL OR a."until" > app_now())
    UNION
    SELECT f."id" FROM "Family" f JOIN "Team" t ON t."id" = f."teamId" WHERE t."supervisorId" = app_worker()
    UNION
    SELECT p."familyId" FROM "Person" p WHERE p."id" = app_person() AND p."endedAt" IS NULL
    UNION
    SELECT f."id" FROM "Family" f WHERE app_job() IN ('outbox', 'retention')
    UNION
    -- The page that lets a newcomer choose who to be; only where the whole database is the demo story.
    SELECT f."id" FROM "Family" f WHERE app_job() = 'story' AND EXISTS (SELECT 1 FROM "Council" c WHERE c."story");
END $$;

CREATE OR REPLACE FUNCTION my_rooms() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT m."roomId" FROM "RoomMember" m JOIN "Person" p ON p."id" = m."personId"
     WHERE m."personId" = app_person() AND m."putOutAt" IS NULL AND p."endedAt" IS NULL;
END $$;

CREATE OR REPLACE FUNCTION my_drafts() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT d."id" FROM "Draft" d WHERE d."roomId" IN (SELECT my_rooms())
    UNION
    SELECT d."id" FROM "Draft" d WHERE app_job() = 'retention';
END $$;

CREATE OR REPLACE FUNCTION my_allocations() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT a."familyId" FROM "Allocation" a
     WHERE a."workerId" = app_worker() AND a."from" <= app_now() AND (a."until" IS NULL OR a."until" > app_now());
END $$;

CREATE OR REPLACE FUNCTION has_no_allocation(family uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN NOT EXISTS (SELECT 1 FROM "Allocation" a WHERE a."familyId" = family);
END $$;
