import { Button } from '@kinplan/ui/button';
import { ChoiceList } from '@kinplan/ui/choice-list';
import { replies, waysToChoose, type Reply, type Way } from '@kinplan/domain/meeting/participation';
import { useState, type FormEvent } from 'react';
import type { Meeting } from '../page/here';
import { useChange } from '../connection/change';
import { TroubleNotice, wordsForField } from '../connection/trouble-notice';
import { ReplyDocument } from '../generated/graphql';
import { go } from '../page/address';
import { PageFrame } from '../page/page-frame';
import { saidWall } from '../page/said-dates';
import { may, useMeeting } from './meeting-of';
import { replyPageWords, wayHints, wayWords } from './meeting.copy';
import { NotFoundPage } from './not-found-page';

/** Ways in which somebody takes part who says that they are coming. */
const comingWays = waysToChoose.filter((way) => way === 'inRoom' || way === 'video' || way === 'phone');

/** The answer to the invitation. */
export function ReplyPage({ id }: { id: string }) {
  const { here, meeting } = useMeeting(id);
  if (!meeting) return <NotFoundPage />;
  return (
    <PageFrame title={replyPageWords.title} back={`/meeting/${id}`} here={here}>
      {meeting.startWall && (
        <p className="lede">
          {replyPageWords.when} {saidWall(meeting.startWall, here.today)}.
        </p>
      )}
      {may(meeting, 'meeting:reply') ? <ReplyForm meeting={meeting} /> : <p>{replyPageWords.notYet(meeting.coordinator.name)}</p>}
    </PageFrame>
  );
}

function ReplyForm({ meeting: { id, mine, coordinator } }: { meeting: Meeting }) {
  const change = useChange(ReplyDocument);
  const [reply, setReply] = useState(replies.find((one) => one === mine.state));
  const [how, setHow] = useState<Way | null>(mine.how === 'secondRoom' ? 'inRoom' : mine.how);
  const [missing, setMissing] = useState<'reply' | 'how' | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    const unsaid = reply === undefined ? 'reply' : reply === 'coming' && how === null ? 'how' : null;
    setMissing(unsaid);
    if (reply === undefined || unsaid !== null) return;
    if (await change.send({ input: { meetingId: id, version: mine.version, reply, how: reply === 'coming' ? how : null } })) go(`/meeting/${id}`);
  }

  const words: Record<Reply, { label: string; hint?: string }> = {
    coming: { label: replyPageWords.comingLabel },
    sendingViews: { label: replyPageWords.viewsLabel, hint: replyPageWords.viewsHint(coordinator.name) },
    notComing: { label: replyPageWords.notLabel, hint: replyPageWords.notHint },
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <TroubleNotice of={change} fields={['reply', 'how']} />
      <ChoiceList
        name="reply"
        kind="one"
        label={<span className="visually-hidden">{replyPageWords.title}</span>}
        error={missing === 'reply' ? replyPageWords.chooseFirst : wordsForField(change.refused, 'reply')}
        choices={replies.map((value) => ({ value, ...words[value] }))}
        chosen={reply ? [reply] : []}
        onChoose={([value]) => setReply(replies.find((one) => one === value))}
      />
      {reply === 'coming' && (
        <ChoiceList
          name="how"
          kind="one"
          label={replyPageWords.how}
          error={missing === 'how' ? replyPageWords.chooseHow : wordsForField(change.refused, 'how')}
          choices={comingWays.map((value) => ({ value, label: wayWords[value], hint: wayHints[value] }))}
          chosen={how ? [how] : []}
          onChoose={([value]) => setHow(comingWays.find((one) => one === value) ?? null)}
        />
      )}
      <p className="quiet">{replyPageWords.whoSees(coordinator.name)}</p>
      <div className="actions">
        <Button type="submit" disabled={change.busy}>
          {replyPageWords.send}
        </Button>
      </div>
    </form>
  );
}
