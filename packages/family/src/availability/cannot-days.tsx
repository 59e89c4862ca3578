import { Button } from '@kinplan/ui/button';
import { TextField } from '@kinplan/ui/text-field';
import { useState, type FormEvent } from 'react';
import { refusalWords } from '../connection/refusal.copy';
import { useSaid } from '../page/said-status';
import type { HoursKept } from './hours-kept';
import { saidDates } from './ordinary-week';
import { ofKind, problemOf } from './said-hours';
import { TakeAwayList } from './take-away-list';
import { timesWords } from './times.copy';

/** Days that cannot be. */
export function CannotDays({ kept: { rules, zone, change }, today }: { kept: HoursKept; today: string }) {
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState<{ field: 'from' | 'until'; words: string } | null>(null);
  const said = useSaid();
  const cannot = ofKind(rules, 'cannot');

  function add(event: FormEvent) {
    event.preventDefault();
    const problem = !from
      ? { field: 'from' as const, words: timesWords.needDay }
      : until && until < from
        ? { field: 'until' as const, words: timesWords.lastAfterFirst }
        : null;
    const rule = { kind: 'cannot', from, until: until || from, zone } as const;
    const refused = problem ? undefined : problemOf(rule);
    setMissing(problem ?? (refused ? { field: 'until', words: refusalWords[refused.code] } : null));
    if (problem || refused) return;
    change({ rules: [...rules, rule] });
    setFrom('');
    setUntil('');
    said.say(timesWords.added);
  }
  const errorOf = (field: 'from' | 'until') => (missing?.field === field ? missing.words : undefined);

  return (
    <>
      <p className="lede">{timesWords.cannotHint}</p>
      <TakeAwayList
        heading={timesWords.cannotList}
        empty={timesWords.noCannot}
        items={cannot.map((one) => saidDates(one, today))}
        onTakeAway={(place) => change({ rules: rules.filter((rule) => rule !== cannot[place]) })}
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
