-- Where the council is the story, anybody may be anybody of it: so no second council is written beside the first. grants.sql keeps the first as it is.
ALTER TABLE "Council" ADD CONSTRAINT "Council_one" CHECK ("id" = 1);
