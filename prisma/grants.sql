-- Run by the app after every migration, as the owner. :app is the app's role, :gate the owner of the SECURITY DEFINER functions, :jobs the role of
-- what runs by itself.
GRANT USAGE ON SCHEMA public TO :app, :gate, :jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :app;
-- What a draft is, and whose; its head, and the version of who may, are moved by append_envelopes() and triggers alone.
REVOKE UPDATE ON "Draft" FROM :app;
GRANT UPDATE ("state", "closedAt", "joinedAt", "proofShownAt") ON "Draft" TO :app;
-- Made and used by functions alone: whoever names a pass may use it.
REVOKE ALL ON "DraftPass" FROM :app;
-- Written by append_envelopes() alone; kept as written.
REVOKE INSERT, UPDATE ON "Envelope" FROM :app;
-- Written by triggers alone: what is booked follows from meetings, who takes part, and who is kept apart.
REVOKE INSERT, UPDATE, DELETE ON "WorkerHold", "ApartPresence" FROM :app;
-- Opened by break_glass() alone; closed by whoever opened it, and looked at by the supervisor.
REVOKE INSERT, UPDATE, DELETE ON "BreakGlass" FROM :app;
GRANT UPDATE ("endedAt", "reviewedById", "reviewedAt", "finding", "reviewWords") ON "BreakGlass" TO :app;
-- Of the council, what its supervisors set; its name and the check of its key stay as it was founded.
REVOKE UPDATE, DELETE ON "Council" FROM :app;
GRANT UPDATE ("nation", "schoolStart", "schoolEnd") ON "Council" TO :app;
-- Written when the council is founded: who supervises a team decides which families they see.
REVOKE UPDATE, DELETE ON "Worker", "Team", "TeamMember" FROM :app;
-- What was asked stays as it was asked: it can be stopped or undone, and end_without_key() alone lets it take effect.
REVOKE UPDATE, DELETE ON "EndWithoutKey" FROM :app;
GRANT UPDATE ("stoppedAt", "undoneAt") ON "EndWithoutKey" TO :app;
-- Whether a plan is what the family wrote: said, and taken back.
REVOKE UPDATE, DELETE ON "PlanDoubt" FROM :app;
GRANT UPDATE ("takenBackAt") ON "PlanDoubt" TO :app;
-- What was typed in from paper stays as it was typed: it can be taken back. So it is with whether it is what they wrote.
REVOKE UPDATE, DELETE ON "PaperPlan", "PaperStep", "PaperDoubt" FROM :app;
GRANT UPDATE ("takenBackAt") ON "PaperPlan", "PaperDoubt" TO :app;
-- What was shown to everybody stays as it was shown, since when the database says: it can be stopped.
REVOKE INSERT, UPDATE, DELETE ON "ShareProposal" FROM :app;
GRANT INSERT ("draftId", "head", "digest"), UPDATE ("stoppedAt") ON "ShareProposal" TO :app;
-- A draft has rescue words, or others in their place, until it is deleted.
REVOKE DELETE ON "RescueWords" FROM :app;
REVOKE UPDATE, DELETE ON "EarlierValue" FROM :app;
-- Written by write_record() alone, which says itself who asked; kept as written.
REVOKE INSERT, UPDATE, DELETE ON "AccessRecord" FROM :app;
-- Kept by the job "limits" alone.
REVOKE ALL ON "RateLimit" FROM :app;
-- The chain over the record, and its last checkpoint: no business of whoever answers requests.
REVOKE ALL ON "RecordSeal", "RecordCheckpoint" FROM :app;
REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM :app;
-- Sessions are begun by functions that have seen a token or a code, and can be ended; whose they are stays. So it is with links.
REVOKE INSERT, UPDATE, DELETE ON "Session" FROM :app;
GRANT UPDATE ("endedAt") ON "Session" TO :app;
REVOKE UPDATE, DELETE ON "SignInLink", "ActionLink", "Outcome" FROM :app;
GRANT UPDATE ("replacedAt") ON "SignInLink" TO :app;
GRANT UPDATE ("endsAt") ON "ActionLink" TO :app;

GRANT USAGE ON SCHEMA wall TO :gate;
GRANT SELECT ON wall.secret TO :gate;
GRANT SELECT, INSERT, UPDATE ON "Session" TO :gate;
GRANT SELECT, UPDATE ON "SignInLink" TO :gate;
GRANT SELECT ON "ActionLink", "Action", "Worker", "Relation" TO :gate;

GRANT SELECT, INSERT ON "BreakGlass" TO :gate;
GRANT SELECT ON "Allocation", "Family", "Team", "Person", "RoomMember", "PrivateRoom", "Draft", "Meeting", "PairApart", "Council" TO :gate;
GRANT UPDATE ON "Draft", "PrivateRoom" TO :gate;
GRANT SELECT, INSERT ON "Envelope", "Writer" TO :gate;
GRANT SELECT, INSERT, UPDATE ON "DraftPass" TO :gate;
GRANT SELECT, DELETE ON "KeyShare" TO :gate;
GRANT SELECT, UPDATE ON "EndWithoutKey" TO :gate;
GRANT SELECT ("id", "meetingId", "roomId") ON "Plan" TO :gate;
GRANT SELECT ON "PaperPlan", "PaperDoubt" TO :gate;
GRANT SELECT ("id", "meetingId", "kind", "text", "byPersonId") ON "WhyEntry" TO :gate;
GRANT SELECT ("id", "meetingId", "text", "givenToFamilyOn") ON "BottomLine" TO :gate;
GRANT SELECT ("id", "planId") ON "CouncilAnswer" TO :gate;
GRANT SELECT, INSERT ON "AccessRecord" TO :gate;
GRANT USAGE ON SEQUENCE "AccessRecord_id_seq" TO :gate;
GRANT SELECT ON "Participant", "WorkerBusy", "CalendarFeed" TO :gate;
GRANT SELECT ("id", "placeId") ON "Room" TO :gate;
GRANT SELECT ("id", "name") ON "Place" TO :gate;
GRANT SELECT, INSERT, UPDATE, DELETE ON "RoomHold", "WorkerHold", "ApartPresence" TO :gate;

-- Each job reads and writes what it needs: the outbox, retention, the limits, what takes effect without a key, and the sealer.
GRANT SELECT ON "Message", "Person", "ContactPoint", "PairApart", "SafetyDecision", "Draft", "JoinOffer", "PrivateRoom", "Meeting" TO :jobs;
GRANT UPDATE ("state", "sentAt", "sealed", "attempts", "nextAttemptAt", "failingSince") ON "Message" TO :jobs;
GRANT DELETE ON "Draft", "JoinOffer" TO :jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON "RateLimit" TO :jobs;
-- Seals are added, never changed.
GRANT SELECT ON "AccessRecord", "RecordSeal", "RecordCheckpoint" TO :jobs;
GRANT INSERT ON "RecordSeal", "RecordCheckpoint" TO :jobs;
GRANT UPDATE ("number", "n", "at") ON "RecordCheckpoint" TO :jobs;

GRANT CREATE ON SCHEMA public TO :gate;
ALTER FUNCTION my_families() OWNER TO :gate;
ALTER FUNCTION wall_mac(text) OWNER TO :gate;
ALTER FUNCTION name_asker(text, uuid, uuid, timestamptz) OWNER TO :gate;
ALTER FUNCTION asker() OWNER TO :gate;
ALTER FUNCTION my_room_mates() OWNER TO :gate;
ALTER FUNCTION ask_as_session(bytea, timestamptz) OWNER TO :gate;
ALTER FUNCTION ask_as_holder(bytea, timestamptz) OWNER TO :gate;
ALTER FUNCTION ended_sessions(text[], timestamptz) OWNER TO :gate;
ALTER FUNCTION record_sign_in_refused(uuid, uuid, text, timestamptz, uuid, bytea) OWNER TO :gate;
ALTER FUNCTION hold_link(bytea) OWNER TO :gate;
ALTER FUNCTION link_behind(bytea, bytea, timestamptz) OWNER TO :gate;
ALTER FUNCTION sign_in(bytea, bytea, bytea, bytea, timestamptz, timestamptz, uuid, bytea) OWNER TO :gate;
ALTER FUNCTION become_in_story(uuid, bytea, timestamptz, timestamptz) OWNER TO :gate;
ALTER FUNCTION people_of_story() OWNER TO :gate;
ALTER FUNCTION end_sessions_of(uuid, timestamptz) OWNER TO :gate;
ALTER FUNCTION my_pairs() OWNER TO :gate;
ALTER FUNCTION my_looks(date, date) OWNER TO :gate;
ALTER FUNCTION my_supervised() OWNER TO :gate;
ALTER FUNCTION my_broken_glass() OWNER TO :gate;
ALTER FUNCTION break_glass(text, text, text) OWNER TO :gate;
ALTER FUNCTION write_record(jsonb) OWNER TO :gate;
ALTER FUNCTION my_rooms() OWNER TO :gate;
ALTER FUNCTION my_drafts() OWNER TO :gate;
ALTER FUNCTION my_allocations() OWNER TO :gate;
ALTER FUNCTION has_no_allocation(uuid) OWNER TO :gate;
ALTER FUNCTION append_envelopes(jsonb, text) OWNER TO :gate;
ALTER FUNCTION take_draft_pass(uuid, bytea, text, int) OWNER TO :gate;
ALTER FUNCTION pass_that_holds(uuid, text) OWNER TO :gate;
ALTER FUNCTION envelopes_by_pass(uuid, int, int) OWNER TO :gate;
ALTER FUNCTION head_by_pass(uuid) OWNER TO :gate;
ALTER FUNCTION move_access() OWNER TO :gate;
ALTER FUNCTION meeting_now(uuid, text[], timestamptz) OWNER TO :gate;
ALTER FUNCTION papers_stopped(uuid[]) OWNER TO :gate;
ALTER FUNCTION hold_rooms_to_end(uuid) OWNER TO :gate;
ALTER FUNCTION end_without_key() OWNER TO :gate;
ALTER FUNCTION refuse_pair_in_room() OWNER TO :gate;
ALTER FUNCTION hold_drafts() OWNER TO :gate;
ALTER FUNCTION keep_worker_holds(uuid) OWNER TO :gate;
ALTER FUNCTION keep_presences(uuid, uuid[]) OWNER TO :gate;
ALTER FUNCTION participants_added() OWNER TO :gate;
ALTER FUNCTION participants_changed() OWNER TO :gate;
ALTER FUNCTION participants_gone() OWNER TO :gate;
ALTER FUNCTION room_hold_time() OWNER TO :gate;
ALTER FUNCTION room_held() OWNER TO :gate;
ALTER FUNCTION meeting_moved() OWNER TO :gate;
ALTER FUNCTION pair_marked() OWNER TO :gate;
ALTER FUNCTION holds_between(timestamptz, timestamptz) OWNER TO :gate;
ALTER FUNCTION held_times(bytea) OWNER TO :gate;
ALTER FUNCTION taken_times(uuid[], uuid[], timestamptz, timestamptz, uuid) OWNER TO :gate;
REVOKE CREATE ON SCHEMA public FROM :gate;

-- They are for the app alone, and read no table that a caller made for them: pg_temp not named would come first.
REVOKE ALL ON FUNCTION hold_rooms_to_end(uuid), end_without_key(), papers_stopped(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_rooms_to_end(uuid), papers_stopped(uuid[]) TO :app;
REVOKE ALL ON FUNCTION end_without_key() FROM :app;
GRANT EXECUTE ON FUNCTION end_without_key(), my_families(), my_supervised(), my_broken_glass(), my_rooms(), my_drafts(), my_allocations(), asker() TO :jobs;
REVOKE ALL ON FUNCTION meeting_now(uuid, text[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meeting_now(uuid, text[], timestamptz) TO :app;
REVOKE ALL ON FUNCTION taken_times(uuid[], uuid[], timestamptz, timestamptz, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION taken_times(uuid[], uuid[], timestamptz, timestamptz, uuid) TO :app;
REVOKE ALL ON FUNCTION my_broken_glass(), break_glass(text, text, text), my_families(), my_supervised(), write_record(jsonb), my_rooms(), my_drafts(), my_allocations(), has_no_allocation(uuid), append_envelopes(jsonb, text), take_draft_pass(uuid, bytea, text, int),
  pass_that_holds(uuid, text), envelopes_by_pass(uuid, int, int), head_by_pass(uuid), move_access(), refuse_pair_in_room(), hold_drafts(),
  keep_worker_holds(uuid), keep_presences(uuid, uuid[]), participants_added(), participants_changed(), participants_gone(), room_hold_time(), room_held(), meeting_moved(), pair_marked(),
  holds_between(timestamptz, timestamptz), held_times(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION my_broken_glass(), break_glass(text, text, text), my_families(), my_supervised(), write_record(jsonb), my_rooms(), my_drafts(), my_allocations(), has_no_allocation(uuid), append_envelopes(jsonb, text),
  take_draft_pass(uuid, bytea, text, int), envelopes_by_pass(uuid, int, int), head_by_pass(uuid), holds_between(timestamptz, timestamptz), held_times(bytea) TO :app;
-- To name somebody, and to seal it, is for the gate alone.
REVOKE ALL ON FUNCTION wall_mac(text), name_asker(text, uuid, uuid, timestamptz), record_sign_in_refused(uuid, uuid, text, timestamptz, uuid, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION asker(), my_pairs(), my_looks(date, date), my_room_mates(), ask_as_session(bytea, timestamptz), ask_as_holder(bytea, timestamptz), ended_sessions(text[], timestamptz),
  hold_link(bytea), link_behind(bytea, bytea, timestamptz), sign_in(bytea, bytea, bytea, bytea, timestamptz, timestamptz, uuid, bytea), become_in_story(uuid, bytea, timestamptz, timestamptz), people_of_story(), end_sessions_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asker(), my_pairs(), my_looks(date, date), my_room_mates(), ask_as_session(bytea, timestamptz), ask_as_holder(bytea, timestamptz), ended_sessions(text[], timestamptz),
  hold_link(bytea), link_behind(bytea, bytea, timestamptz), sign_in(bytea, bytea, bytea, bytea, timestamptz, timestamptz, uuid, bytea), become_in_story(uuid, bytea, timestamptz, timestamptz), people_of_story(), end_sessions_of(uuid, timestamptz) TO :app;
DO $$
DECLARE gated regprocedure;
BEGIN
  FOR gated IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', gated);
  END LOOP;
END $$;
