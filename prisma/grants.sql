-- Run by the app after every migration, as the owner. :app is the app's role, :gate the owner of the SECURITY DEFINER functions.
GRANT USAGE ON SCHEMA public TO :app, :gate;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :app;
-- Written by append_envelopes() alone; kept as written.
REVOKE INSERT, UPDATE ON "Envelope" FROM :app;
REVOKE UPDATE, DELETE ON "AccessRecord", "EarlierValue" FROM :app;
REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM :app;

GRANT SELECT ON "Allocation", "Family", "Team", "Person", "RoomMember", "PrivateRoom", "Draft", "Meeting", "PairApart", "Council" TO :gate;
GRANT UPDATE ON "Draft", "PrivateRoom" TO :gate;
GRANT SELECT, INSERT ON "Envelope", "Writer" TO :gate;
GRANT SELECT, DELETE ON "DeviceHalf" TO :gate;

GRANT CREATE ON SCHEMA public TO :gate;
ALTER FUNCTION my_families() OWNER TO :gate;
ALTER FUNCTION my_rooms() OWNER TO :gate;
ALTER FUNCTION my_drafts() OWNER TO :gate;
ALTER FUNCTION my_allocations() OWNER TO :gate;
ALTER FUNCTION has_no_allocation(uuid) OWNER TO :gate;
ALTER FUNCTION append_envelopes(jsonb) OWNER TO :gate;
ALTER FUNCTION refuse_pair_in_room() OWNER TO :gate;
ALTER FUNCTION hold_drafts() OWNER TO :gate;
REVOKE CREATE ON SCHEMA public FROM :gate;

-- They are for the app alone, and read no table that a caller made for them: pg_temp not named would come first.
REVOKE ALL ON FUNCTION my_families(), my_rooms(), my_drafts(), my_allocations(), has_no_allocation(uuid), append_envelopes(jsonb), refuse_pair_in_room(), hold_drafts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION my_families(), my_rooms(), my_drafts(), my_allocations(), has_no_allocation(uuid), append_envelopes(jsonb) TO :app;
DO $$
DECLARE gated regprocedure;
BEGIN
  FOR gated IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', gated);
  END LOOP;
END $$;
