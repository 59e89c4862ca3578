import { may } from '@kinplan/domain/access/may'
import { isOpen } from '@kinplan/domain/action/action-states'
import type { CurrentUser, Meeting } from '../page/current-user'
import { isUnanswered } from '../meeting/meeting-of'
import { changedDayWords } from '../meeting/meeting.copy'
import { saidWall } from '../page/said-dates'
import { homeWords } from './home-page.copy'

interface NextThing {
  readonly to: string
  readonly words: string
  readonly go: string
}

/** What this person could do now, the most pressing first. */
export function nextThings(user: CurrentUser): NextThing[] {
  const { meetings, actions, hours } = user
  const live = meetings.filter(({ stage }) => stage !== 'ended')
  // Also after the meeting has ended: what was on paper is nobody's before somebody says yes.
  const papers = meetings.flatMap(({ id, paperPlan }) =>
    paperPlan === null ? [] : [{ to: `/meeting/${id}/paper`, words: homeWords.paper(paperPlan.typedBy), go: homeWords.paperGo }],
  )
  const things = [...papers, ...live.flatMap((meeting) => fromMeeting(meeting, user))]
  if (live.some(({ stage }) => stage === 'preparing') && !hours.saidWhen) {
    things.push({ to: '/times', words: homeWords.times, go: homeWords.timesGo })
  }
  const open = actions.filter(({ state }) => isOpen(state))
  if (open.length > 0) {
    const unsaid = open.some(({ binding }) => !binding)
    things.push({ to: '/promises', words: unsaid ? homeWords.acceptAction : homeWords.actions, go: homeWords.actionGo })
  }
  for (const meeting of live) {
    const soon = meeting.stage === 'preparing' || meeting.stage === 'booked'
    if (soon && meeting.bottomLines.length > 0) {
      things.push({ to: `/meeting/${meeting.id}/why`, words: homeWords.why, go: homeWords.whyGo })
    }
  }
  return things
}

function fromMeeting(meeting: Meeting, user: CurrentUser): NextThing[] {
  const { id, stage, mine, startWall, plans } = meeting
  const at = `/meeting/${id}`
  if (stage === 'privateTime') return [{ to: `${at}/private`, words: homeWords.private, go: homeWords.privateGo }]
  if (stage === 'agreeing' && plans[0]) return [{ to: `/plan/${plans[0].id}`, words: homeWords.agree, go: homeWords.agreeGo }]
  // Who asked for another day has said that this one does not suit them.
  if (isUnanswered(meeting) && !meeting.anotherDayAsked && may(meeting, 'meeting:reply') && startWall) {
    const [to, when] = [`${at}/reply`, saidWall(startWall, user.today)]
    return [
      meeting.answeredBefore
        ? { to, words: homeWords.replyAgain(when, changedDayWords.question(mine.state)), go: changedDayWords.go(mine.state) }
        : { to, words: homeWords.reply(when), go: homeWords.replyGo },
    ]
  }
  return stage === 'preparing' || stage === 'booked' ? [] : [{ to: `${at}/day`, words: homeWords.day, go: homeWords.dayGo }]
}
