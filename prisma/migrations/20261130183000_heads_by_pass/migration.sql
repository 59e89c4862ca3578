-- Whether whoever holds this pass may say to the other devices how far theirs has read: 'yes', 'closed' once nobody writes in the draft, or
-- 'judgeAgain' when the pass does not hold. What they say is stored nowhere.
CREATE FUNCTION head_by_pass(pass uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE held "DraftPass"%ROWTYPE := pass_that_holds(pass, 'draft:append');
BEGIN
  IF held."id" IS NULL THEN RETURN 'judgeAgain'; END IF;
  RETURN CASE WHEN EXISTS (SELECT 1 FROM "Draft" d
      JOIN "PrivateRoom" r ON r."id" = d."roomId" AND r."endedAt" IS NULL
      JOIN "Meeting" m ON m."id" = r."meetingId" AND m."stage" = 'privateTime'
     WHERE d."id" = held."draftId" AND d."state" = 'open' AND d."epoch" = held."epoch")
    THEN 'yes' ELSE 'closed' END;
END $$;
