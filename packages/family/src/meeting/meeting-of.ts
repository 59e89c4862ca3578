import { namesInWords, useCurrentUser, type CurrentUser, type Meeting } from '../page/current-user'
import { meetingWords } from './meeting.copy'

/** "Family meeting about Ellie" */
export function meetingTitle({ kind, children }: Pick<Meeting, 'kind' | 'children'>): string {
  const names = namesInWords(children)
  return kind === 'review' ? meetingWords.review(names) : meetingWords.about(names)
}

/** My meeting with this id; undefined when it is not mine. */
export function useMeeting(id: string): { user: CurrentUser; meeting: Meeting | undefined } {
  const user = useCurrentUser()
  return { user, meeting: user.meetings.find((meeting) => meeting.id === id) }
}

/** True while there is no answer to the day that is set: none was given, or it was given for another day. */
export function isUnanswered({ mine: { state }, answeredBefore }: Pick<Meeting, 'mine' | 'answeredBefore'>): boolean {
  return answeredBefore || state === 'notAsked' || state === 'asked' || state === 'noAnswerYet'
}
