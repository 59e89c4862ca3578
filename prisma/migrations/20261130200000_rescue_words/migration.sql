-- Six words on paper open a draft where no device has its key any more (design: private-time, Sealing; docs/decisions/0035).

-- The key as a device sealed it under the words, once a draft and epoch. The server opens it as little as a word of the draft.
CREATE TABLE "RescueWords" (
    "draftId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "salt" BYTEA NOT NULL,
    "proofHash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RescueWords_pkey" PRIMARY KEY ("draftId", "epoch")
);
ALTER TABLE "RescueWords" ADD FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE;

-- As the rest of a private draft: members of the room now, nobody else, whatever they are.
ALTER TABLE "RescueWords" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RescueWords" FORCE ROW LEVEL SECURITY;
CREATE POLICY room_members ON "RescueWords" USING (CASE WHEN is_gate() THEN true ELSE "draftId" IN (SELECT my_drafts()) END);

-- Whoever comes by the words is a key holder as any other, and everybody who has the key is told.
ALTER TABLE "KeyHolder" ADD COLUMN "byRescueWordsAt" TIMESTAMPTZ(3);
