-- Row security tells the people of a family apart too. Beside the policy of the family, which says whose rows they are: who of them reads any.
DO $$
DECLARE name text;
BEGIN
  -- Who is kept apart, how it stands with their safety, and what each said in preparation, are for workers; pages of the family show none of it.
  FOREACH name IN ARRAY ARRAY['PairApart', 'ApartPresence', 'SafetyDecision', 'Preparation'] LOOP
    EXECUTE format('CREATE POLICY for_workers ON %I AS RESTRICTIVE USING (CASE WHEN is_gate() THEN true
      ELSE (SELECT app_worker()) IS NOT NULL OR (SELECT app_job()) IS NOT NULL END)', name);
  END LOOP;
END $$;
-- When somebody can come is theirs, and the workers'.
CREATE POLICY own_or_workers ON "AvailabilityRule" AS RESTRICTIVE USING (CASE WHEN is_gate() THEN true
  ELSE "personId" = (SELECT app_signed_in()) OR (SELECT app_worker()) IS NOT NULL END);

-- From whom the person who is signed in is kept apart, and at which level: their pages leave those people out, and close ways to take part. Who marked it,
-- when, and every other pair stay unsaid.
CREATE FUNCTION my_pairs() RETURNS TABLE ("id" uuid, "oneId" uuid, "otherId" uuid, "level" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE me uuid := app_signed_in();
BEGIN
  RETURN QUERY SELECT a."id", a."oneId", a."otherId", a."level" FROM "PairApart" a JOIN "Person" p ON p."id" = me AND p."endedAt" IS NULL
    WHERE a."endedAt" IS NULL AND me IN (a."oneId", a."otherId");
END $$;
