CREATE POLICY gate_reads ON "AccessRecord" FOR SELECT USING (is_gate());

-- Which workers looked at what concerns the person who is signed in, by day: from one day up to, not including, another, both of the person's zone. What
-- counts is listed here, right by right and tie by tie; whatever else the record holds (relatives, safety, pairs, talks before a meeting, refusals,
-- what a change showed of itself, rights that come later) is nobody's of the family. A meeting counts from when they were told of it.
CREATE FUNCTION my_looks(since date, before date) RETURNS TABLE ("day" text, "who" text, "role" text, "about" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  me uuid := app_signed_in();
  my_family uuid;
  my_zone text;
BEGIN
  SELECT p."familyId", p."zone" INTO my_family, my_zone FROM "Person" p WHERE p."id" = me AND p."endedAt" IS NULL;
  IF my_family IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT DISTINCT to_char(r."at" AT TIME ZONE my_zone, 'YYYY-MM-DD'), w."name", r."reason", looked.about
      FROM "AccessRecord" r
      JOIN "Worker" w ON w."id" = r."workerId"
      LEFT JOIN "Plan" l ON r."action" IN ('plan:read', 'agreement:read') AND l."id" = r."subjectId"
      LEFT JOIN "Meeting" m ON m."id" = coalesce(l."meetingId", CASE WHEN r."action" IN ('meeting:read', 'availability:read') THEN r."subjectId" END)
      LEFT JOIN "Participant" mine ON mine."meetingId" = m."id" AND mine."personId" = me
      CROSS JOIN LATERAL (SELECT CASE
        WHEN r."action" = 'family:read' AND r."subjectId" = my_family THEN 'family'
        WHEN r."action" = 'contact:read' AND r."subjectId" IN (my_family, me) THEN 'contact'
        WHEN r."action" = 'availability:read' AND (r."subjectId" IN (my_family, me)
          OR r."subjectId" IN (SELECT x."id" FROM "Participant" x WHERE x."personId" = me)
          OR (mine."id" IS NOT NULL AND (m."kind" <> 'review' OR mine."toldAt" <= r."at"))) THEN 'hours'
        WHEN r."action" = 'meeting:read' AND mine."toldAt" <= r."at" THEN 'meeting'
        WHEN l."id" IS NOT NULL AND mine."toldAt" <= r."at" AND (l."roomId" IS NULL
          OR EXISTS (SELECT FROM "RoomMember" x WHERE x."roomId" = l."roomId" AND x."personId" = me))
          THEN CASE r."action" WHEN 'plan:read' THEN 'plan' ELSE 'answers' END
        WHEN r."action" = 'action:read' AND EXISTS (SELECT FROM "Action" x WHERE x."ownerPersonId" = me AND r."subjectId" IN (x."id", x."planId"))
          THEN 'promises'
        END AS about) looked
     WHERE r."familyId" = my_family AND r."look" AND r."allowed" AND r."reason" IN ('socialWorker', 'coordinator', 'supervisor', 'brokeGlass')
       AND r."at" >= since::timestamp AT TIME ZONE my_zone AND r."at" < before::timestamp AT TIME ZONE my_zone AND looked.about IS NOT NULL
     ORDER BY 1 DESC, 2, 3, 4;
END $$;
