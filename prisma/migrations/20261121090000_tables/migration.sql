-- CreateTable
CREATE TABLE "AccessRecord" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "workerId" UUID,
    "job" TEXT,
    "action" TEXT NOT NULL,
    "subjectId" UUID,
    "familyId" UUID,
    "allowed" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "AccessRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "actorId" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "inputHash" BYTEA NOT NULL,
    "outcomeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("actorId","operation","key")
);

-- CreateTable
CREATE TABLE "Council" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "story" BOOLEAN NOT NULL DEFAULT false,
    "keyCheck" BYTEA NOT NULL,

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Worker" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phone" TEXT NOT NULL,

    CONSTRAINT "Worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "supervisorId" UUID NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "teamId" UUID NOT NULL,
    "workerId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "tokenHash" BYTEA NOT NULL,
    "personId" UUID,
    "workerId" UUID,
    "linkId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "stepId" UUID,
    "ownerPersonId" UUID,
    "ownerWorkerId" UUID,
    "text" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "bindingAt" TIMESTAMPTZ(3),
    "writtenDownById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionUpdate" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "byPersonId" UUID,
    "byWorkerId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActionUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionLink" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActionLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AvailabilityRule" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "personId" UUID,
    "workerId" UUID,
    "kind" TEXT NOT NULL,
    "weekdays" INTEGER[],
    "startWall" TEXT,
    "endWall" TEXT,
    "fromDate" TEXT,
    "untilDate" TEXT,
    "fromInstant" TIMESTAMPTZ(3),
    "untilInstant" TIMESTAMPTZ(3),
    "zone" TEXT NOT NULL,
    "how" TEXT[],
    "enteredById" UUID,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AvailabilityRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Family" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "workerId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bornOn" TEXT,
    "zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saidWhenAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParentSlot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "personId" UUID,
    "label" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ParentSlot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "throughId" UUID,
    "responsibility" BOOLEAN NOT NULL,
    "basis" TEXT,

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PairApart" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "atRiskId" UUID,
    "markedById" UUID NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PairApart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "safeToUse" BOOLEAN NOT NULL,
    "sealedNote" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EarlierValue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "correctedBy" UUID NOT NULL,
    "correctedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EarlierValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reviewsPlanId" UUID,
    "coordinatorId" UUID NOT NULL,
    "referrerId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "start" TIMESTAMPTZ(3),
    "startWall" TEXT,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER,
    "place" TEXT,
    "ending" TEXT,
    "nextStep" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "bookedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingChild" (
    "meetingId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "familyId" UUID NOT NULL,

    CONSTRAINT "MeetingChild_pkey" PRIMARY KEY ("meetingId","childId")
);

-- CreateTable
CREATE TABLE "WhyEntry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byWorkerId" UUID,
    "byPersonId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WhyEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BottomLine" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "childIds" UUID[],
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "agreedById" UUID,
    "agreedAt" TIMESTAMPTZ(3),
    "givenToFamilyOn" TEXT,
    "laterReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BottomLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID,
    "workerId" UUID,
    "need" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "how" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "notPartReason" TEXT,
    "notPartById" UUID,
    "lookAgainOn" TEXT,
    "viewsGathered" BOOLEAN NOT NULL DEFAULT false,
    "arriveAt" TEXT,
    "invitedAt" TIMESTAMPTZ(3),
    "attended" BOOLEAN,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Preparation" (
    "participantId" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "wantsToTakePart" TEXT NOT NULL,
    "whoShouldBeThere" TEXT NOT NULL,
    "isItSafe" TEXT NOT NULL,
    "whoMayKnow" TEXT NOT NULL,
    "howToReach" TEXT NOT NULL,
    "whatWouldHelp" TEXT NOT NULL,
    "typedById" UUID NOT NULL,
    "talkedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Preparation_pkey" PRIMARY KEY ("participantId")
);

-- CreateTable
CREATE TABLE "SafetyDecision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "pairIds" UUID[],
    "saidAlone" TEXT NOT NULL,
    "ordersChecked" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "arrivalLeaving" TEXT NOT NULL,
    "ifSomebodyComes" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "reopenedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SafetyDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "meetingId" UUID,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrivateRoom" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "draftStartedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "saidByName" TEXT,

    CONSTRAINT "PrivateRoom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoomMember" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "putOutAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoomMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "head" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "memberProofHash" BYTEA NOT NULL,
    "shareProofHash" BYTEA NOT NULL,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Writer" (
    "draftId" UUID NOT NULL,
    "device" BYTEA NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "Writer_pkey" PRIMARY KEY ("draftId","device")
);

-- CreateTable
CREATE TABLE "Envelope" (
    "draftId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "envelopeId" UUID NOT NULL,
    "device" BYTEA NOT NULL,
    "personId" UUID NOT NULL,
    "n" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Envelope_pkey" PRIMARY KEY ("draftId","seq")
);

-- CreateTable
CREATE TABLE "JoinOffer" (
    "jid" TEXT NOT NULL,
    "draftId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "offer" TEXT NOT NULL,
    "reply" TEXT,
    "replyById" UUID,
    "wrapped" TEXT,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JoinOffer_pkey" PRIMARY KEY ("jid")
);

-- CreateTable
CREATE TABLE "DeviceHalf" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draftId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "half" BYTEA NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeviceHalf_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "draftId" UUID,
    "roomId" UUID,
    "version" INTEGER NOT NULL,
    "sharedById" UUID,
    "typedById" UUID,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,
    "wantYouToKnow" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanStep" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "bottomLineId" UUID,
    "heading" TEXT,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "byWhen" TEXT NOT NULL,
    "howWeWillKnow" TEXT NOT NULL,
    "helpNeeded" TEXT NOT NULL,
    "ifItDoesNotWork" TEXT NOT NULL,

    CONSTRAINT "PlanStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "reasonReleased" BOOLEAN NOT NULL DEFAULT false,
    "givenTo" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilAnswer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "familyId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "stepId" UUID,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "wouldMakeYes" TEXT,
    "decider" TEXT,
    "decideBy" TEXT,
    "answeredById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CouncilAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AccessRecord_familyId_id_idx" ON "AccessRecord"("familyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_personId_idx" ON "SignInLink"("personId");

-- CreateIndex
CREATE INDEX "Action_familyId_idx" ON "Action"("familyId");

-- CreateIndex
CREATE INDEX "Action_planId_idx" ON "Action"("planId");

-- CreateIndex
CREATE INDEX "ActionUpdate_actionId_idx" ON "ActionUpdate"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionLink_tokenHash_key" ON "ActionLink"("tokenHash");

-- CreateIndex
CREATE INDEX "AvailabilityRule_personId_idx" ON "AvailabilityRule"("personId");

-- CreateIndex
CREATE INDEX "AvailabilityRule_familyId_idx" ON "AvailabilityRule"("familyId");

-- CreateIndex
CREATE INDEX "Allocation_workerId_idx" ON "Allocation"("workerId");

-- CreateIndex
CREATE INDEX "Allocation_familyId_idx" ON "Allocation"("familyId");

-- CreateIndex
CREATE INDEX "Person_familyId_idx" ON "Person"("familyId");

-- CreateIndex
CREATE INDEX "ParentSlot_familyId_idx" ON "ParentSlot"("familyId");

-- CreateIndex
CREATE INDEX "Relation_familyId_idx" ON "Relation"("familyId");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_personId_childId_key" ON "Relation"("personId", "childId");

-- CreateIndex
CREATE INDEX "PairApart_familyId_idx" ON "PairApart"("familyId");

-- CreateIndex
CREATE INDEX "ContactPoint_personId_idx" ON "ContactPoint"("personId");

-- CreateIndex
CREATE INDEX "EarlierValue_subjectId_idx" ON "EarlierValue"("subjectId");

-- CreateIndex
CREATE INDEX "Meeting_familyId_idx" ON "Meeting"("familyId");

-- CreateIndex
CREATE INDEX "WhyEntry_meetingId_idx" ON "WhyEntry"("meetingId");

-- CreateIndex
CREATE INDEX "BottomLine_meetingId_idx" ON "BottomLine"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_meetingId_personId_key" ON "Participant"("meetingId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_meetingId_workerId_key" ON "Participant"("meetingId", "workerId");

-- CreateIndex
CREATE INDEX "SafetyDecision_meetingId_idx" ON "SafetyDecision"("meetingId");

-- CreateIndex
CREATE INDEX "Message_state_createdAt_idx" ON "Message"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Message_familyId_idx" ON "Message"("familyId");

-- CreateIndex
CREATE INDEX "PrivateRoom_meetingId_idx" ON "PrivateRoom"("meetingId");

-- CreateIndex
CREATE INDEX "RoomMember_personId_idx" ON "RoomMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomMember_roomId_personId_key" ON "RoomMember"("roomId", "personId");

-- CreateIndex
CREATE INDEX "Draft_roomId_idx" ON "Draft"("roomId");

-- CreateIndex
CREATE UNIQUE INDEX "Envelope_draftId_personId_envelopeId_key" ON "Envelope"("draftId", "personId", "envelopeId");

-- CreateIndex
CREATE UNIQUE INDEX "Envelope_draftId_device_n_key" ON "Envelope"("draftId", "device", "n");

-- CreateIndex
CREATE INDEX "JoinOffer_draftId_idx" ON "JoinOffer"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "DeviceHalf_draftId_sessionId_key" ON "DeviceHalf"("draftId", "sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_draftId_key" ON "Plan"("draftId");

-- CreateIndex
CREATE INDEX "Plan_meetingId_idx" ON "Plan"("meetingId");

-- CreateIndex
CREATE INDEX "PlanStep_planId_idx" ON "PlanStep"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_planId_participantId_key" ON "Agreement"("planId", "participantId");

-- CreateIndex
CREATE INDEX "CouncilAnswer_planId_idx" ON "CouncilAnswer"("planId");

