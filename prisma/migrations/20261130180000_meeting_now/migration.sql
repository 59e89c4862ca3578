-- A meeting as it is now, read once for all who listen to it (docs/decisions/0033). No word of it: which of these sessions (fingerprints, hex) are good
-- still; a digest of all that could change who may know what of it; and digests of what is everybody's who takes part, each with whose words they are
-- (null: a worker's) and of which plan. Nothing for whoever names no good session of somebody who could take part in it.
CREATE FUNCTION meeting_now(meeting uuid, sessions text[], at timestamptz) RETURNS TABLE ("good" text[], "accessVersion" text, "everybodys" jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE family uuid := (SELECT m."familyId" FROM "Meeting" m WHERE m."id" = meeting);
BEGIN
  "good" := ARRAY(SELECT f FROM unnest(sessions) f JOIN "Session" s ON s."tokenHash" = sha256(decode(f, 'hex'))
      LEFT JOIN "Person" p ON p."id" = s."personId"
    WHERE s."endedAt" IS NULL AND s."endsAt" > at AND (s."workerId" IS NOT NULL OR (p."endedAt" IS NULL AND p."familyId" = family)));
  IF family IS NULL OR cardinality("good") = 0 THEN RETURN; END IF;
  "accessVersion" := encode(sha256(convert_to(jsonb_build_array(
    (SELECT jsonb_build_array(m."kind", m."stage", m."bookedAt", m."toldAt", m."coordinatorId", m."referrerId") FROM "Meeting" m WHERE m."id" = meeting),
    (SELECT jsonb_agg(jsonb_build_array(p."id", p."personId", p."workerId", p."state", p."toldAt") ORDER BY p."id") FROM "Participant" p WHERE p."meetingId" = meeting),
    (SELECT jsonb_agg(jsonb_build_array(p."id", p."endedAt") ORDER BY p."id") FROM "Person" p WHERE p."familyId" = family),
    (SELECT jsonb_agg(jsonb_build_array(a."id", a."oneId", a."otherId", a."level") ORDER BY a."id") FROM "PairApart" a
      WHERE a."familyId" = family AND a."endedAt" IS NULL),
    (SELECT jsonb_agg(jsonb_build_array(a."workerId", a."role") ORDER BY a."workerId", a."role") FROM "Allocation" a
      WHERE a."familyId" = family AND a."from" <= at AND (a."until" IS NULL OR a."until" > at)),
    (SELECT t."supervisorId" FROM "Team" t JOIN "Family" f ON f."teamId" = t."id" WHERE f."id" = family),
    (SELECT jsonb_agg(g."id" ORDER BY g."id") FROM "BreakGlass" g
      WHERE g."familyId" = family AND g."endedAt" IS NULL AND g."openedAt" <= at AND g."endsAt" > at),
    (SELECT jsonb_agg(jsonb_build_array(l."id", b."personId") ORDER BY l."id", b."personId") FROM "Plan" l JOIN "RoomMember" b ON b."roomId" = l."roomId"
      WHERE l."meetingId" = meeting)
  )::text, 'UTF8')), 'hex');
  "everybodys" := (SELECT coalesce(jsonb_agg(jsonb_build_object('what', e.what, 'by', e.by, 'plan', e.plan, 'digest', encode(sha256(convert_to(e.said::text, 'UTF8')), 'hex'))), '[]')
    FROM (
      SELECT 'why' AS what, w."byPersonId" AS by, NULL::uuid AS plan, jsonb_agg(jsonb_build_array(w."id", w."kind", w."text") ORDER BY w."id") AS said
        FROM "WhyEntry" w WHERE w."meetingId" = meeting GROUP BY w."byPersonId"
      UNION ALL SELECT 'line', NULL, NULL, jsonb_agg(jsonb_build_array(l."id", l."text") ORDER BY l."id")
        FROM "BottomLine" l WHERE l."meetingId" = meeting AND l."givenToFamilyOn" IS NOT NULL HAVING count(*) > 0
      UNION ALL SELECT 'council', NULL, p."id", jsonb_agg(c."id" ORDER BY c."id")
        FROM "Plan" p JOIN "CouncilAnswer" c ON c."planId" = p."id" WHERE p."meetingId" = meeting GROUP BY p."id"
    ) e);
  RETURN NEXT;
END $$;
