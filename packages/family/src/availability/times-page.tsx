import { StatusWord } from '@kinplan/ui/status-word';
import { Spinner } from '@kinplan/ui/spinner';
import '@kinplan/ui/month-picture.css';
import './times.css';
import { useState } from 'react';
import { useHere } from '../page/here';
import { TroubleNotice } from '../connection/trouble-notice';
import { NotFoundPage } from '../meeting/not-found-page';
import { PageFrame } from '../page/page-frame';
import { Way } from '../page/way';
import { useHours } from './hours-kept';
import type { OwnCycle } from './own-cycle';
import { questionAt } from './question-at';
import { offers } from './said-hours';
import { timesWords } from './times.copy';

/**
 * When I can come, one question a page; everything is saved as it is said. `parts`: what follows '/times' in the address; with none, where this
 * person left off. It stays while they go from question to question, so that what is on its way is known on each.
 */
export function TimesPage({ parts }: { parts: readonly string[] }) {
  const here = useHere();
  const kept = useHours(here);
  const [own, setOwn] = useState<OwnCycle>();
  // Once decided it stays: the page must not change under the thumb that takes the last of it away.
  const [first] = useState(kept.rules.some(offers) ? 'month' : 'start');
  const asked = parts.length > 0 ? parts : [first];
  const question = questionAt(asked, { kept, today: here.hours.today, own, setOwn });
  if (!question) return <NotFoundPage />;
  const { title, back, onward, body, more } = question;
  const name = here.coordinator?.name;
  return (
    <PageFrame key={asked.join('/')} title={title} back={back} here={here}>
      <TroubleNotice of={kept} />
      {body}
      <div role="status" className="said">
        {kept.saving ? (
          <Spinner>{timesWords.saving}</Spinner>
        ) : (
          kept.saved && <StatusWord kind="done">{name ? timesWords.savedSees(name) : timesWords.saved}</StatusWord>
        )}
      </div>
      {more}
      {onward && (
        <div className="actions">
          <Way className="button" to={onward.to}>
            {onward.label}
          </Way>
        </div>
      )}
      <p className="quiet">{name ? timesWords.onlySees(name) : timesWords.onlyCoordinator}</p>
    </PageFrame>
  );
}
