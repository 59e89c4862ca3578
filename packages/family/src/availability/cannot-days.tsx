import { Button } from '@kinplan/ui/button';
import { TextField } from '@kinplan/ui/text-field';
import { useState, type FormEvent } from 'react';
import { wordsForField } from '../connection/trouble-notice';
import { useSaid } from '../page/said-status';
import type { HoursKept } from './hours-kept';
import { saidCannot } from './ordinary-week';
import { TakeAwayList } from './take-away-list';
import { timesWords } from './times.copy';

/** Days that cannot be. */
export function CannotDays({ kept: { hours, change, refused }, today }: { kept: HoursKept; today: string }) {
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState<{ field: 'from' | 'until'; words: string } | null>(null);
  const said = useSaid();

  function add(event: FormEvent) {
    event.preventDefault();
    const problem = !from
      ? { field: 'from' as const, words: timesWords.needDay }
      : until && until < from
        ? { field: 'until' as const, words: timesWords.lastAfterFirst }
        : null;
    setMissing(problem);
    if (problem) return;
    change({ hours: { ...hours, cannot: [...hours.cannot, { from, until: until || from }] } });
    setFrom('');
    setUntil('');
    said.say(timesWords.added);
  }
  const errorOf = (field: 'from' | 'until') => (missing?.field === field ? missing.words : wordsForField(refused, field));

  return (
    <>
      <p className="lede">{timesWords.cannotHint}</p>
      <TakeAwayList
        heading={timesWords.cannotList}
        empty={timesWords.noCannot}
        items={hours.cannot.map((one) => saidCannot(one, today))}
        onTakeAway={(place) => change({ hours: { ...hours, cannot: hours.cannot.filter((_one, at) => at !== place) } })}
      />
      <form onSubmit={add}>
        <div className="columns">
          <TextField type="date" min={today} label={timesWords.firstDay} error={errorOf('from')} value={from} onChange={(event) => setFrom(event.target.value)} />
          <TextField
            type="date"
            min={from || today}
            label={timesWords.lastDay}
            hint={timesWords.lastDayHint}
            error={errorOf('until')}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        <div className="actions">
          <Button type="submit" look="quiet">
            {timesWords.addCannot}
          </Button>
        </div>
        {said.shown}
      </form>
    </>
  );
}
