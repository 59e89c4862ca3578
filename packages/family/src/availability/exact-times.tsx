import { Button } from '@kinplan/ui/button';
import { ChoiceList } from '@kinplan/ui/choice-list';
import { TextField } from '@kinplan/ui/text-field';
import { useState, type FormEvent } from 'react';
import { wordsForField } from '../connection/trouble-notice';
import { useSaid } from '../page/said-status';
import type { HoursKept } from './hours-kept';
import { pickOf, saidWeek } from './ordinary-week';
import { TakeAwayList } from './take-away-list';
import { timesWords } from './times.copy';

/** Times of one's own beside the big choices. */
export function ExactTimes({ kept }: { kept: HoursKept }) {
  const { ways, hours, change, refused } = kept;
  const [days, setDays] = useState<string[]>([]);
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const [missing, setMissing] = useState<{ field: 'days' | 'start' | 'end'; words: string } | null>(null);
  const said = useSaid();
  const exact = hours.weeks.filter((week) => pickOf(week) === undefined);

  function add(event: FormEvent) {
    event.preventDefault();
    const problem = whatIsMissing(days, start, end);
    setMissing(problem);
    if (problem) return;
    const week = { weekdays: days.map(Number), start, end: end === '00:00' ? '24:00' : end, how: [...ways] };
    change({ hours: { ...hours, weeks: [...hours.weeks, week] } });
    setDays([]);
    setStart('');
    setEnd('');
    said.say(timesWords.added);
  }
  const errorOf = (field: 'days' | 'start' | 'end') => (missing?.field === field ? missing.words : wordsForField(refused, field));

  return (
    <>
      <p className="lede">{timesWords.exactHint}</p>
      <TakeAwayList
        heading={timesWords.exactList}
        empty={timesWords.noExact}
        items={exact.map(saidWeek)}
        onTakeAway={(place) => change({ hours: { ...hours, weeks: hours.weeks.filter((week) => week !== exact[place]) } })}
      />
      <form onSubmit={add}>
        <h2>{timesWords.addExact}</h2>
        <ChoiceList
          name="weekdays"
          kind="many"
          inRow
          label={timesWords.whichDays}
          error={errorOf('days')}
          choices={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: timesWords.weekdays[day] }))}
          chosen={days}
          onChoose={setDays}
        />
        <div className="columns">
          <TextField type="time" label={timesWords.from} error={errorOf('start')} value={start} onChange={(event) => setStart(event.target.value)} />
          <TextField type="time" label={timesWords.until} error={errorOf('end')} value={end} onChange={(event) => setEnd(event.target.value)} />
        </div>
        <div className="actions">
          <Button type="submit" look="quiet">
            {timesWords.add}
          </Button>
        </div>
        {said.shown}
      </form>
    </>
  );
}

function whatIsMissing(days: readonly string[], start: string, end: string) {
  if (days.length === 0) return { field: 'days' as const, words: timesWords.chooseDay };
  if (!start) return { field: 'start' as const, words: timesWords.needTime };
  if (!end) return { field: 'end' as const, words: timesWords.needTime };
  return end !== '00:00' && end <= start ? { field: 'end' as const, words: timesWords.endAfterStart } : null;
}
