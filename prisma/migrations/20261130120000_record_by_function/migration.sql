-- A record row says who asked. The database says it, not whoever writes the row: the app's role has this function and no INSERT.
CREATE FUNCTION write_record(entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  person uuid := app_person();
  worker uuid := app_worker();
BEGIN
  IF person IS NULL AND worker IS NULL THEN
    RAISE EXCEPTION 'nobody asks, so there is nobody to record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO "AccessRecord" ("at", "personId", "workerId", "action", "subjectId", "familyId", "allowed", "reason")
    SELECT app_now(), person, worker, e ->> 'right', (e ->> 'subjectId')::uuid, (e ->> 'familyId')::uuid, (e ->> 'allowed')::boolean, e ->> 'reason'
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS x(e, place) ORDER BY place;
END $$;

-- The families of the teams that somebody supervises.
CREATE FUNCTION my_supervised() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT f."id" FROM "Family" f JOIN "Team" t ON t."id" = f."teamId" WHERE t."supervisorId" = app_worker();
END $$;

DROP POLICY everyone_is_recorded ON "AccessRecord";
DROP POLICY own_family ON "AccessRecord";
CREATE POLICY gate_writes ON "AccessRecord" FOR INSERT WITH CHECK (is_gate());
-- As family:record: to the family's supervisor, and to nobody of the family.
CREATE POLICY supervisor_reads ON "AccessRecord" FOR SELECT USING ("familyId" IN (SELECT my_supervised()));
