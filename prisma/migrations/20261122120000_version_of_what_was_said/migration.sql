-- Counted up each time that somebody says when they can come, or a worker for them, so that nobody writes over what they have not seen. What stands now has 0.
ALTER TABLE "Person" ADD COLUMN "saidWhenVersion" INTEGER NOT NULL DEFAULT 0;
