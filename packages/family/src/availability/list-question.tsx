import type { DatedShift } from '@kinplan/domain/availability/availability-rule';
import { isNight } from '@kinplan/domain/availability/typed-shift';
import { readRoster } from '@kinplan/domain/availability/typed-roster';
import { Button } from '@kinplan/ui/button';
import { Disclosure } from '@kinplan/ui/disclosure';
import { TextArea } from '@kinplan/ui/text-area';
import { useState, type FormEvent } from 'react';
import { refusalWords } from '../connection/refusal.copy';
import { go } from '../page/address';
import { useKeptWords } from '../page/kept-words';
import { saidDay } from '../page/said-dates';
import type { HoursKept } from './hours-kept';
import { saidHours } from './ordinary-week';
import { pageOf } from './rule-at';
import { withRoster, type Roster } from './dated-shifts';
import { problemOf, usualOffer } from './said-hours';
import { usualSleepUntil } from './shift-cycle';
import { listWords } from './shifts.copy';

/** Shifts by their dates, typed or pasted. Lines that cannot be read are mended; the others are kept meanwhile. */
export function ListQuestion({ kept: { rules, ways, zone, change }, today }: { kept: HoursKept; today: string }) {
  const [typed, setTyped, forgetTyped] = useKeptWords('roster');
  const [good, setGood, forgetGood] = useKeptWords('roster read');
  const [wrong, setWrong] = useState<string>();
  const reading = good === '' ? undefined : readRoster(good, { from: today });

  function read(event: FormEvent) {
    event.preventDefault();
    const { unreadable } = readRoster(typed, { from: today });
    const left = new Set(unreadable.map(({ line }) => line));
    const lines = typed.split(/\r\n|\r|\n/);
    const read = [good, ...lines.filter((line, place) => line.trim() !== '' && !left.has(place + 1))].filter(Boolean).join('\n');
    setWrong(read === '' && left.size === 0 ? listWords.nothing : undefined);
    setGood(read);
    setTyped(unreadable.map(({ text }) => text).join('\n'));
    if (left.size === 0 && read !== '') save(read);
  }

  function save(lines: string) {
    const roster = rosterOf(lines);
    const problem = roster && problemOf(roster);
    setWrong(problem ? refusalWords[problem.code] : roster ? undefined : listWords.nothing);
    if (!roster || problem) return;
    change({ rules: withRoster(rules, roster) });
    forgetTyped();
    forgetGood();
    go(pageOf('hours', roster));
  }

  function rosterOf(lines: string): Roster | undefined {
    const { shifts, from, until } = readRoster(lines, { from: today });
    if (from === null || until === null) return undefined;
    return { ...usualOffer(zone, ways), kind: 'roster', from, until, shifts, ...(shifts.some(isNight) ? { sleepUntil: usualSleepUntil } : {}) };
  }

  if (!reading) {
    return (
      <form onSubmit={read}>
        <TextArea label={listWords.label} hint={listWords.hint} error={wrong} rows={8} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div className="actions">
          <Button type="submit">{listWords.read}</Button>
        </div>
      </form>
    );
  }
  const toMend = typed.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <form onSubmit={read}>
      <p className="lede" role="status">
        {listWords.couldRead(good.split('\n').length)} {toMend > 0 && listWords.couldNot(toMend)}
      </p>
      <TextArea label={listWords.mend} hint={listWords.mendHint} error={wrong} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="actions">
        <Button type="submit">{listWords.readAgain}</Button>
        <Button look="quiet" onClick={() => save(good)}>
          {listWords.leaveOut(toMend)}
        </Button>
      </div>
      <p className="quiet">{listWords.leaveOutMore}</p>
      <Disclosure label={listWords.see}>
        <ShiftList shifts={reading.shifts} today={today} />
      </Disclosure>
      <Button
        look="link"
        onClick={() => {
          forgetTyped();
          forgetGood();
          setWrong(undefined);
        }}
      >
        {listWords.startAgain}
      </Button>
    </form>
  );
}

function ShiftList({ shifts, today }: { shifts: readonly DatedShift[]; today: string }) {
  return (
    <ul>
      {shifts.map((shift) => (
        <li key={`${shift.date} ${shift.start}`}>
          {saidDay(shift.date, today)}, {saidHours(shift)}
        </li>
      ))}
    </ul>
  );
}
