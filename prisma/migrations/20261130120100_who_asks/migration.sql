-- Who asks is found by the database from a token's fingerprint, and carried in the transaction under a seal that only the gate can make: to set
-- a name is to be nobody. What is kept of a token is the SHA-256 of its fingerprint, so whoever reads the tables has nothing to ask with.

-- The key of the seal, as an HMAC uses it: 64 bytes, against two constants. In a schema of its own, where the app's role has nothing to look for.
CREATE SCHEMA wall;
CREATE TABLE wall.secret ("inner" bytea NOT NULL, "outer" bytea NOT NULL);
DO $$
DECLARE
  key bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  inner_key bytea := key;
  outer_key bytea := key;
BEGIN
  FOR i IN 0..63 LOOP
    inner_key := set_byte(inner_key, i, get_byte(key, i) # 54);
    outer_key := set_byte(outer_key, i, get_byte(key, i) # 92);
  END LOOP;
  INSERT INTO wall.secret VALUES (inner_key, outer_key);
END $$;

-- HMAC-SHA-256 over this transaction and who is said to ask in it: what was said in one transaction is nothing in the next.
CREATE FUNCTION wall_mac(said text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE key wall.secret%ROWTYPE;
BEGIN
  SELECT s.* INTO STRICT key FROM wall.secret s;
  RETURN encode(sha256(key."outer" || sha256(key."inner" || convert_to(pg_current_xact_id()::text || ' ' || said, 'UTF8'))), 'hex');
END $$;

-- For the functions below alone: they have seen a token.
CREATE FUNCTION name_asker(kind text, id uuid, by_what uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE said text := coalesce(kind || ' ' || id || ' ' || by_what, '');
BEGIN
  PERFORM set_config('app.asker', said, true), set_config('app.mac', CASE said WHEN '' THEN '' ELSE wall_mac(said) END, true),
    set_config('app.now', coalesce(at::text, ''), true);
END $$;

-- Who asks: kind (person, holder, worker), id, and the session or the promise by which. Null for nobody, and for a name without its seal.
CREATE FUNCTION asker() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE said text := current_setting('app.asker', true);
BEGIN
  IF said IS NULL OR said = '' OR current_setting('app.mac', true) IS DISTINCT FROM wall_mac(said) THEN RETURN NULL; END IF;
  RETURN string_to_array(said, ' ');
END $$;

CREATE OR REPLACE FUNCTION app_person() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE who text[] := asker();
BEGIN
  RETURN CASE WHEN who[1] IN ('person', 'holder') THEN who[2]::uuid END;
END $$;
CREATE OR REPLACE FUNCTION app_worker() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE who text[] := asker();
BEGIN
  RETURN CASE WHEN who[1] = 'worker' THEN who[2]::uuid END;
END $$;
-- The person who is signed in: the holder of a promise's token is that person for the promise alone.
CREATE FUNCTION app_signed_in() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE who text[] := asker();
BEGIN
  RETURN CASE WHEN who[1] = 'person' THEN who[2]::uuid END;
END $$;
CREATE FUNCTION app_session() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE who text[] := asker();
BEGIN
  RETURN CASE WHEN who[1] IN ('person', 'worker') THEN who[3]::uuid END;
END $$;

CREATE OR REPLACE FUNCTION my_families() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  who text[] := asker();
  me uuid := who[2];
BEGIN
  IF who[1] = 'worker' THEN
    RETURN QUERY
      SELECT a."familyId" FROM "Allocation" a
       WHERE a."workerId" = me AND a."from" <= app_now() AND (a."until" IS NULL OR a."until" > app_now())
      UNION
      SELECT f."id" FROM "Family" f JOIN "Team" t ON t."id" = f."teamId" WHERE t."supervisorId" = me;
  ELSIF who IS NOT NULL THEN
    RETURN QUERY SELECT p."familyId" FROM "Person" p WHERE p."id" = me AND p."endedAt" IS NULL;
  ELSIF app_job() IN ('outbox', 'retention') THEN
    RETURN QUERY SELECT f."id" FROM "Family" f;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION my_rooms() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE me uuid := app_signed_in();
BEGIN
  RETURN QUERY
    SELECT m."roomId" FROM "RoomMember" m JOIN "Person" p ON p."id" = m."personId"
     WHERE m."personId" = me AND m."putOutAt" IS NULL AND p."endedAt" IS NULL;
END $$;

CREATE OR REPLACE FUNCTION my_allocations() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE me uuid := app_worker();
BEGIN
  RETURN QUERY
    SELECT a."familyId" FROM "Allocation" a
     WHERE a."workerId" = me AND a."from" <= app_now() AND (a."until" IS NULL OR a."until" > app_now());
END $$;

CREATE OR REPLACE FUNCTION my_supervised() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE me uuid := app_worker();
BEGIN
  RETURN QUERY SELECT f."id" FROM "Family" f JOIN "Team" t ON t."id" = f."teamId" WHERE t."supervisorId" = me;
END $$;

-- Who is in a private room with the person signed in, themselves too.
CREATE FUNCTION my_room_mates() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT m."personId" FROM "RoomMember" m WHERE m."putOutAt" IS NULL AND m."roomId" IN (SELECT my_rooms());
END $$;

-- Once a statement, not once a row.
DROP POLICY contact_facts ON "ContactPoint";
CREATE POLICY contact_facts ON "ContactPoint" USING (
  "personId" = (SELECT app_person()) OR "familyId" IN (SELECT my_allocations()) OR (SELECT app_job()) = 'outbox');
DROP POLICY for_workers ON "WorkerBusy";
CREATE POLICY for_workers ON "WorkerBusy" USING ((SELECT app_worker()) IS NOT NULL);
DROP POLICY own_feed ON "CalendarFeed";
CREATE POLICY own_feed ON "CalendarFeed" USING (CASE WHEN is_gate() THEN true ELSE "workerId" = (SELECT app_worker()) END);

-- What is kept of tokens that are good now.
UPDATE "Session" SET "tokenHash" = sha256("tokenHash");
UPDATE "SignInLink" SET "tokenHash" = sha256("tokenHash");
UPDATE "ActionLink" SET "tokenHash" = sha256("tokenHash");

-- From here on this transaction asks as whoever holds the session's token; as nobody when it has ended, or the person's part in the family has.
CREATE FUNCTION ask_as_session(fingerprint bytea, at timestamptz)
RETURNS TABLE ("sessionId" uuid, "workerId" uuid, "personId" uuid, "familyId" uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  SELECT s."id", s."workerId", p."id", p."familyId" INTO "sessionId", "workerId", "personId", "familyId"
    FROM "Session" s LEFT JOIN "Person" p ON p."id" = s."personId" AND p."endedAt" IS NULL
   WHERE s."tokenHash" = sha256(fingerprint) AND s."endedAt" IS NULL AND s."endsAt" > at AND (s."workerId" IS NOT NULL OR p."id" IS NOT NULL);
  PERFORM name_asker(CASE WHEN "workerId" IS NULL THEN 'person' ELSE 'worker' END, coalesce("workerId", "personId"), "sessionId", at);
  IF "sessionId" IS NOT NULL THEN RETURN NEXT; END IF;
END $$;

-- From here on this transaction asks as the holder of a promise's token; as before when it is not, or no longer, good.
CREATE FUNCTION ask_as_holder(fingerprint bytea, at timestamptz) RETURNS TABLE ("personId" uuid, "familyId" uuid, "actionId" uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  SELECT l."personId", l."familyId", l."actionId" INTO "personId", "familyId", "actionId"
    FROM "ActionLink" l
    -- A link names three things, and only one that names them as they are was made by the product.
    JOIN "Action" a ON a."id" = l."actionId" AND a."familyId" = l."familyId" AND a."ownerPersonId" = l."personId"
   WHERE l."tokenHash" = sha256(fingerprint) AND l."endsAt" > at;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM name_asker('holder', "personId", "actionId", at);
  RETURN NEXT;
END $$;

-- Those of these fingerprints (hex) whose session has ended.
CREATE FUNCTION ended_sessions(fingerprints text[], at timestamptz) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT f FROM unnest(fingerprints) f JOIN "Session" s ON s."tokenHash" = sha256(decode(f, 'hex'))
    WHERE s."endedAt" IS NOT NULL OR s."endsAt" <= at;
END $$;

-- Wrong codes in any 24 hours, of which the product's own waits allow no more (OWASP ASVS 6.5: codes are few tries).
CREATE FUNCTION most_wrong_codes() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 10 $$;

-- Until the commit nobody else tries this link, or replaces it.
CREATE FUNCTION hold_link(fingerprint bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM 1 FROM "SignInLink" l WHERE l."tokenHash" = sha256(fingerprint) FOR UPDATE;
END $$;

-- The open link behind a token, as a device may try it: no row when it was replaced, has ended or never was.
CREATE FUNCTION link_behind(fingerprint bytea, device bytea, at timestamptz) RETURNS TABLE ("createdById" uuid, "isElsewhere" boolean,
  "wrongAt" timestamptz[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT l."createdById", l."deviceHash" IS NOT NULL AND l."deviceHash" IS DISTINCT FROM sha256(device), l."wrongAt"::timestamptz[]
    FROM "SignInLink" l
    WHERE l."tokenHash" = sha256(fingerprint) AND l."replacedAt" IS NULL AND l."endsAt" > at;
END $$;

-- For sign_in() alone: nobody asks yet.
CREATE FUNCTION record_sign_in_refused(person uuid, family uuid, reason text, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AccessRecord" ("at", "action", "subjectId", "familyId", "allowed", "reason") VALUES (at, 'account:signIn', person, family, false, reason);
END $$;

-- Tries a spoken code: 'signedIn' with a new session of that fingerprint, or 'linkEnded', 'otherDevice', 'codeWrong', 'codeTooOften'. The first
-- right one binds the link to the device, and what was wrong before no longer counts. Tries at the same moment wait for each other.
CREATE FUNCTION sign_in(link bytea, code bytea, device bytea, session bytea, at timestamptz, until timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  found_link "SignInLink"%ROWTYPE;
  wrong timestamptz[];
BEGIN
  PERFORM hold_link(link);
  SELECT l.* INTO found_link FROM "SignInLink" l JOIN "Person" p ON p."id" = l."personId" AND p."familyId" = l."familyId" AND p."endedAt" IS NULL
   WHERE l."tokenHash" = sha256(link) AND l."replacedAt" IS NULL AND l."endsAt" > at;
  IF NOT FOUND THEN RETURN 'linkEnded'; END IF;
  IF found_link."deviceHash" IS NOT NULL AND found_link."deviceHash" <> sha256(device) THEN
    UPDATE "SignInLink" l SET "otherDeviceAt" = at WHERE l."id" = found_link."id";
    -- In the record at most once an hour: a row each time would let anyone fill it.
    IF found_link."otherDeviceAt" IS NULL OR found_link."otherDeviceAt" <= at - interval '1 hour' THEN
      PERFORM record_sign_in_refused(found_link."personId", found_link."familyId", 'otherDevice', at);
    END IF;
    RETURN 'otherDevice';
  END IF;
  wrong := ARRAY(SELECT w FROM unnest(found_link."wrongAt") w WHERE w > at - interval '24 hours' ORDER BY w);
  IF cardinality(wrong) >= most_wrong_codes() THEN RETURN 'codeTooOften'; END IF;
  IF found_link."codeHash" <> code THEN
    UPDATE "SignInLink" l SET "wrongAt" = wrong || at, "wrongCodeAt" = at, "wrongCodes" = l."wrongCodes" + 1 WHERE l."id" = found_link."id";
    RETURN 'codeWrong';
  END IF;
  IF found_link."deviceHash" IS NULL THEN
    UPDATE "SignInLink" l SET "deviceHash" = sha256(device), "wrongAt" = ARRAY[]::timestamptz[] WHERE l."id" = found_link."id";
  END IF;
  INSERT INTO "Session" ("tokenHash", "personId", "linkId", "createdAt", "endsAt")
    VALUES (sha256(session), found_link."personId", found_link."id", at, until);
  RETURN 'signedIn';
END $$;

-- A session of somebody of the demo story, without a link. Only where the whole database is the story; false for an id that is nobody's.
CREATE FUNCTION become_in_story(id uuid, session bytea, at timestamptz, until timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "Session" ("tokenHash", "workerId", "personId", "createdAt", "endsAt")
    SELECT sha256(session), who."workerId", who."personId", at, until
      FROM (SELECT w."id" AS "workerId", NULL::uuid AS "personId" FROM "Worker" w WHERE w."id" = become_in_story.id
        UNION ALL SELECT NULL, p."id" FROM "Person" p WHERE p."id" = become_in_story.id AND p."endedAt" IS NULL) who
     WHERE EXISTS (SELECT 1 FROM "Council" c WHERE c."story");
  RETURN FOUND;
END $$;

-- The people of the story's families, for the page that lets a newcomer choose who to be. Nobody where the database is not the story.
CREATE FUNCTION people_of_story() RETURNS TABLE ("family" text, "id" uuid, "name" text, "kind" text, "relation" text, "moment" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT f."name", p."id", p."name", p."kind", (SELECT r."kind" FROM "Relation" r WHERE r."personId" = p."id" LIMIT 1),
        (SELECT CASE m."kind" WHEN 'review' THEN 'review' ELSE m."stage" END FROM "Meeting" m WHERE m."familyId" = f."id" ORDER BY m."createdAt" DESC LIMIT 1)
      FROM "Family" f JOIN "Person" p ON p."familyId" = f."id" AND p."endedAt" IS NULL
     WHERE EXISTS (SELECT 1 FROM "Council" c WHERE c."story") ORDER BY f."openedAt", f."id", p."name";
END $$;

-- Ends every session of a person, whose access a worker of the family ends. No worker reads when somebody signed in.
CREATE FUNCTION end_sessions_of(person uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "Session" s SET "endedAt" = at FROM "Person" p
   WHERE s."personId" = person AND s."endedAt" IS NULL AND p."id" = person AND app_worker() IS NOT NULL AND p."familyId" IN (SELECT my_families());
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Session', 'SignInLink', 'ActionLink', 'Outcome'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- Begun by sign_in() and become_in_story() alone. Whoever is in a private room sees who else is there, from which phone, and can end a session that
-- does not belong; what has ended stays ended.
CREATE POLICY gate_writes ON "Session" FOR INSERT WITH CHECK (is_gate());
CREATE POLICY own_and_room ON "Session" FOR SELECT USING (CASE WHEN is_gate() THEN true
  ELSE "id" = (SELECT app_session()) OR "personId" = (SELECT app_signed_in()) OR "personId" IN (SELECT my_room_mates()) END);
CREATE POLICY own_and_room_end ON "Session" FOR UPDATE USING (CASE WHEN is_gate() THEN true
  ELSE "id" = (SELECT app_session()) OR "personId" = (SELECT app_signed_in()) OR "personId" IN (SELECT my_room_mates()) END)
  WITH CHECK ("endedAt" IS NOT NULL);
-- Made and replaced by the family's workers, for somebody of the family; who else is in a private room sees by whose link.
CREATE POLICY workers_make ON "SignInLink" FOR INSERT WITH CHECK ("createdById" = (SELECT app_worker()) AND "familyId" IN (SELECT my_allocations())
  AND EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = "personId" AND p."familyId" = "SignInLink"."familyId"));
CREATE POLICY workers_and_room ON "SignInLink" FOR SELECT USING (CASE WHEN is_gate() THEN true
  ELSE ((SELECT app_worker()) IS NOT NULL AND "familyId" IN (SELECT my_families()))
    OR "personId" = (SELECT app_signed_in()) OR "personId" IN (SELECT my_room_mates()) END);
CREATE POLICY workers_replace ON "SignInLink" FOR UPDATE USING (CASE WHEN is_gate() THEN true
  ELSE (SELECT app_worker()) IS NOT NULL AND "familyId" IN (SELECT my_families()) END);
CREATE POLICY family_workers ON "ActionLink" USING (CASE WHEN is_gate() THEN true
  ELSE (SELECT app_worker()) IS NOT NULL AND "familyId" IN (SELECT my_families()) END);
CREATE POLICY own_outcomes ON "Outcome" USING ("actorId" = (SELECT app_person()) OR "actorId" = (SELECT app_worker()));
