import { isOpen } from '@kinplan/domain/action/promise-states';
import type { Here, Meeting } from '../page/here';
import { may } from '../meeting/meeting-of';
import { saidWall } from '../page/said-dates';
import { homeWords } from './home-page.copy';

export interface NextThing {
  readonly to: string;
  readonly words: string;
  readonly go: string;
}

/** What this person could do now, the most pressing first. */
export function nextThings(here: Here): NextThing[] {
  const { meetings, promises, hours } = here;
  const live = meetings.filter(({ stage }) => stage !== 'ended');
  const things = live.flatMap((meeting) => fromMeeting(meeting, here));
  if (live.some(({ stage }) => stage === 'preparing') && !hours.saidWhen) {
    things.push({ to: '/times', words: homeWords.times, go: homeWords.timesGo });
  }
  const open = promises.filter(({ state }) => isOpen(state));
  if (open.length > 0) {
    const unsaid = open.some(({ binding }) => !binding);
    things.push({ to: '/promises', words: unsaid ? homeWords.acceptPromise : homeWords.promises, go: homeWords.promiseGo });
  }
  for (const meeting of live) {
    const soon = meeting.stage === 'preparing' || meeting.stage === 'booked';
    if (soon && meeting.bottomLines.length > 0) {
      things.push({ to: `/meeting/${meeting.id}/why`, words: homeWords.why, go: homeWords.whyGo });
    }
  }
  return things;
}

function fromMeeting(meeting: Meeting, here: Here): NextThing[] {
  const { id, stage, mine, startWall, plans } = meeting;
  const at = `/meeting/${id}`;
  if (stage === 'privateTime') return [{ to: `${at}/private`, words: homeWords.private, go: homeWords.privateGo }];
  if (stage === 'agreeing' && plans[0]) return [{ to: `/plan/${plans[0].id}`, words: homeWords.agree, go: homeWords.agreeGo }];
  const unanswered = mine.state === 'notAsked' || mine.state === 'asked' || mine.state === 'noAnswerYet';
  if (unanswered && may(meeting, 'meeting:reply') && startWall) {
    return [{ to: `${at}/reply`, words: homeWords.reply(saidWall(startWall, here.today)), go: homeWords.replyGo }];
  }
  return stage === 'preparing' || stage === 'booked' ? [] : [{ to: `${at}/day`, words: homeWords.day, go: homeWords.dayGo }];
}
