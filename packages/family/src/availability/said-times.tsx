import { wayWords } from '../meeting/meeting.copy';
import { Way } from '../page/way';
import type { HoursKept } from './hours-kept';
import { saidCannot, saidWeek } from './ordinary-week';
import { timesWords } from './times.copy';

/** Everything said, read back, each part with its way to change it. */
export function SaidTimes({ kept: { ways, hours }, today }: { kept: HoursKept; today: string }) {
  const parts = [
    { to: '/times/how', heading: timesWords.summaryHow, lines: ways.map((way) => wayWords[way]), none: timesWords.summaryNone },
    { to: '/times/days', heading: timesWords.summaryWeek, lines: hours.weeks.map(saidWeek), none: timesWords.summaryNone },
    { to: '/times/cannot', heading: timesWords.summaryCannot, lines: hours.cannot.map((one) => saidCannot(one, today)), none: timesWords.noneCannot },
  ];
  return parts.map(({ to, heading, lines, none }) => (
    <section key={to}>
      <h2>{heading}</h2>
      {lines.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <Way to={to} aria-label={timesWords.changeWhat(heading)}>
          {timesWords.change}
        </Way>
      </p>
    </section>
  ));
}
