import { parse } from 'graphql'

/**
 * All that the workers' app shows of a meeting and its plans to a worker who may not read who is kept apart: their copy of it. A test holds
 * it against what that app asks for.
 */
export const copyOfWorker = parse(`query ($id: ID!) { meeting(id: $id) {
  id familyId familyName kind stage version startWall start endWall zone minutes place placeId reviewsPlanId readers ending nextStep
  endedWithoutPlan viewerCan coordinator { id name title phone } referrer { id name title phone } children { id name bornOn }
  participants { id name need state how version invitedAt invitation arriveAt attended worker { id name title phone }
    person { id name kind ended saidWhen zone } notPart { reason by { id name title phone } lookAgainOn viewsGathered } }
  why { id kind text by correctedBy version }
  bottomLines { id text childIds setBy { id name title phone } correctedBy { id name title phone } agreedBy { id name title phone }
    givenToFamilyOn laterReason version }
  plans { id version sharedAt fromPaper }
  roomHolds { id roomId roomName use capacity confirmedAt confirmedBy }
} }`)
export const planCopyOfWorker = parse(`query ($id: ID!) { plan(id: $id) {
  id meetingId version sharedAt sharedBy wantYouToKnow answered participants viewerCan sharedThrough { linkOf alone mine } answeredByLink
  paperMark { typedBy typedAt readBackTo yesBy yesGivenTo yesSaidTo mine }
  steps { id bottomLineId heading what who byWhen howWeWillKnow helpNeeded ifItDoesNotWork }
  council { id stepId answer reason wouldMakeYes decider decideBy at by { id name title phone } }
  actions { id stepId text dueOn state binding late version owner ownerPersonId ownerWorkerId ofCouncil viewerCan writtenDownBy
    updates { id state words by at } }
} }`)
