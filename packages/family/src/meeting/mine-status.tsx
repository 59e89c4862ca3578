import { StatusWord, type StatusKind } from '@kinplan/ui/status-word';
import type { Meeting } from '../page/here';
import type { ParticipationState } from '../generated/graphql';
import { mineWords, wayWords } from './meeting.copy';

const kinds: Record<ParticipationState, StatusKind> = {
  notAsked: 'plain',
  asked: 'waiting',
  noAnswerYet: 'needs-you',
  coming: 'done',
  sendingViews: 'done',
  notComing: 'plain',
  notPart: 'plain',
};

/** How I stand to a meeting, in kind words. */
export function MineStatus({ mine: { state, how } }: { mine: Meeting['mine'] }) {
  return (
    <StatusWord kind={kinds[state]}>
      {mineWords[state]}
      {state === 'coming' && how && `: ${wayWords[how].toLowerCase()}`}
    </StatusWord>
  );
}
