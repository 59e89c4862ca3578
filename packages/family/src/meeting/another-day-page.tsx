import { Button } from '@kinplan/ui/button';
import { TextArea } from '@kinplan/ui/text-area';
import type { FormEvent } from 'react';
import { mostWords } from '@kinplan/domain/words-given';
import { useChange } from '../connection/change';
import { TroubleNotice, wordsForField } from '../connection/trouble-notice';
import { AskAnotherDayDocument } from '../generated/graphql';
import { go } from '../page/address';
import type { Meeting } from '../page/here';
import { useKeptWords } from '../page/kept-words';
import { PageFrame } from '../page/page-frame';
import { Way } from '../page/way';
import { may, useMeeting } from './meeting-of';
import { anotherDayWords } from './meeting.copy';
import { NotFoundPage } from './not-found-page';

/** The date that was set does not work for somebody. */
export function AnotherDayPage({ id }: { id: string }) {
  const { here, meeting } = useMeeting(id);
  if (!meeting) return <NotFoundPage />;
  return (
    <PageFrame title={anotherDayWords.title} back={`/meeting/${id}`} here={here}>
      <AskAnotherDay meeting={meeting} />
      <p>
        {anotherDayWords.timesLead} <Way to="/times">{anotherDayWords.toTimes}</Way>
      </p>
      <p className="quiet">{anotherDayWords.whoSees(meeting.coordinator.name)}</p>
    </PageFrame>
  );
}

function AskAnotherDay({ meeting }: { meeting: Meeting }) {
  const asking = useChange(AskAnotherDayDocument);
  const [words, setWords, forgetWords] = useKeptWords(`another day ${meeting.id}`);
  const { name } = meeting.coordinator;
  if (meeting.anotherDayAsked) return <p className="lede">{anotherDayWords.asked(name)}</p>;
  if (!may(meeting, 'anotherDay:ask')) return <p className="lede">{anotherDayWords.notNow(name)}</p>;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!(await asking.send({ input: { meetingId: meeting.id, words } }))) return;
    forgetWords();
    go(`/meeting/${meeting.id}`);
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <p className="lede">{anotherDayWords.what(name)}</p>
      <TroubleNotice of={asking} fields={['words']} />
      <TextArea label={anotherDayWords.label} hint={anotherDayWords.hint} error={wordsForField(asking.refused, 'words')} value={words} budget={mostWords} onChange={(event) => setWords(event.target.value)} />
      <div className="actions">
        <Button type="submit" disabled={asking.busy}>
          {anotherDayWords.send}
        </Button>
      </div>
    </form>
  );
}
