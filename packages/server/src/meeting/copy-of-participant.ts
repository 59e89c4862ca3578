import { parse } from 'graphql'

/** All that the family's app shows a participant of a meeting: their copy of it. A test holds it against what that app asks for. */
export const copyOfMeeting = parse(`query ($id: ID!) { myMeeting(id: $id) {
  id kind stage startWall endWall zone place arriveAt children ending nextStep readers viewerCan anotherDayAsked timeOffBy
  coordinator { id name title phone } referrer { id name title phone }
  mine { participantId state how version } answeredBefore ways others { id name }
  why { id kind text } bottomLines { id text } plans { id version sharedAt fromPaper }
  paperPlan { id typedBy typedAt readBackTo wantYouToKnow stopped doubted mayAnswer
    steps { id bottomLineId heading what who byWhen howWeWillKnow helpNeeded ifItDoesNotWork } }
  room { id meetingId ended me begun doubted rescueWordsWall linkOf viewerCan members { id name }
    rescueOpenings { sessionId name atWall here }
    sessions { id member atWall linkOf here letIn } bottomLines { id text } draft { id state shared }
    shareProposal { head digest stopped }
    waitingEnd { kind saidBy takesEffectWall } undoableEnd { kind draftId untilWall } }
} myActions { id text dueOn state binding version ownerName coordinator { id name title phone } } }`)
export const copyOfPlan = parse(`query ($id: ID!) { myPlan(id: $id) {
  id meetingId version sharedAt wantYouToKnow viewerCan sharedThrough { linkOf alone mine } answeredByLink
  paperMark { typedBy typedAt readBackTo yesBy yesGivenTo yesSaidTo mine }
  steps { id bottomLineId heading what who byWhen howWeWillKnow helpNeeded ifItDoesNotWork }
  council { id stepId answer reason wouldMakeYes decider decideBy by { id name } }
  myAnswer { answer reason linkOf } actions { id text dueOn state owner ofCouncil }
} }`)
