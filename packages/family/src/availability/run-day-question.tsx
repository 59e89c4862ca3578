import { dateOfDay, dayOfDate } from '@kinplan/domain/availability/wall-time';
import { Button } from '@kinplan/ui/button';
import { Disclosure } from '@kinplan/ui/disclosure';
import { TextField } from '@kinplan/ui/text-field';
import { useState, type FormEvent } from 'react';
import { saidDayShort } from '../page/said-dates';
import { timesWords } from './times.copy';
import { shiftsWords } from './shifts.copy';

/** Days shown at a time: two weeks, one beside the other. */
const daysShown = 14;

/** One day, touched: the next weeks as large buttons, or a date. */
export function RunDayQuestion({ today, onChoose }: { today: string; onChoose: (date: string) => void }) {
  const [fortnights, setFortnights] = useState(1);
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const first = dayOfDate(today);

  function take(event: FormEvent) {
    event.preventDefault();
    setMissing(typed === '');
    if (typed !== '') onChoose(typed);
  }

  return (
    <>
      {Array.from({ length: fortnights }, (_fortnight, fortnight) => (
        <div key={fortnight} className="run-days">
          {Array.from({ length: daysShown }, (_day, place) => {
            const ahead = fortnight * daysShown + place;
            const date = dateOfDay(first + ahead);
            return (
              <button key={date} type="button" className="button-quiet" onClick={() => onChoose(date)}>
                {saidDayShort(date)}{' '}
                {ahead < 2 && <span className="quiet">{ahead === 0 ? shiftsWords.today : shiftsWords.tomorrow}</span>}
              </button>
            );
          })}
        </div>
      ))}
      <p>
        <Button look="link" onClick={() => setFortnights(fortnights + 1)}>
          {shiftsWords.moreDays}
        </Button>
      </p>
      <Disclosure label={shiftsWords.otherDay}>
        <form onSubmit={take}>
          <TextField type="date" label={shiftsWords.typeDay} error={missing ? timesWords.needDay : undefined} value={typed} onChange={(event) => setTyped(event.target.value)} />
          <Button type="submit" look="quiet">
            {shiftsWords.takeDay}
          </Button>
        </form>
      </Disclosure>
    </>
  );
}
