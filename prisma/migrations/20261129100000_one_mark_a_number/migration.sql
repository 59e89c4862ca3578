-- Within one family a number has one mark. Who marked it, and, where it was not safe before, why it is now and on which day somebody talked with the person.
ALTER TABLE "ContactPoint" ADD COLUMN "markedById" UUID, ADD COLUMN "sealedReason" BYTEA, ADD COLUMN "talkedOn" TEXT,
  ADD FOREIGN KEY ("markedById") REFERENCES "Worker" ("id"),
  ADD CONSTRAINT "ContactPoint_reason_with_talk" CHECK (("sealedReason" IS NULL) = ("talkedOn" IS NULL));
CREATE INDEX "ContactPoint_familyId_idx" ON "ContactPoint"("familyId");
