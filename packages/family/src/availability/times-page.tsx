import { ChoiceList } from '@kinplan/ui/choice-list';
import { StatusWord } from '@kinplan/ui/status-word';
import { Spinner } from '@kinplan/ui/spinner';
import { ways } from '@kinplan/domain/meeting/participation';
import type { ReactNode } from 'react';
import { useHere } from '../page/here';
import { TroubleNotice } from '../connection/trouble-notice';
import { wayHints, wayWords } from '../meeting/meeting.copy';
import { PageFrame } from '../page/page-frame';
import { Way } from '../page/way';
import { CannotDays } from './cannot-days';
import { ExactTimes } from './exact-times';
import { useHours, type HoursKept } from './hours-kept';
import { pickNames, pickOf, picks, saidWeek } from './ordinary-week';
import { SaidTimes } from './said-times';
import { pickWords, timesWords } from './times.copy';

export const timesParts = ['how', 'days', 'exact', 'cannot', 'all'] as const;
export type TimesPart = (typeof timesParts)[number];

const titles: Record<TimesPart, string> = {
  how: timesWords.howTitle,
  days: timesWords.daysTitle,
  exact: timesWords.exactTitle,
  cannot: timesWords.cannotTitle,
  all: timesWords.summaryTitle,
};
const backs: Record<TimesPart, string> = { how: '/', days: '/times/how', exact: '/times/days', cannot: '/times/days', all: '/' };
const onward: Record<TimesPart, string> = { how: '/times/days', days: '/times/cannot', exact: '/times/cannot', cannot: '/times/all', all: '/' };

/** When I can come, one question a page; everything is saved as it is said. Without a part: where this person left off. */
export function TimesPage({ part }: { part: TimesPart | undefined }) {
  const here = useHere();
  const kept = useHours(here);
  const shown = part ?? (here.hours.saidWhen ? 'all' : 'how');
  const name = here.coordinator?.name;
  return (
    <PageFrame key={shown} title={titles[shown]} back={backs[shown]} here={here}>
      <TroubleNotice of={kept} fields={shown === 'exact' || shown === 'cannot' ? ['until', 'from'] : []} />
      {shown === 'how' && <HowQuestion kept={kept} />}
      {shown === 'days' && <DaysQuestion kept={kept} />}
      {shown === 'exact' && <NeedsHow kept={kept}><ExactTimes kept={kept} /></NeedsHow>}
      {shown === 'cannot' && <CannotDays kept={kept} today={here.today} />}
      {shown === 'all' && <SaidTimes kept={kept} today={here.today} />}
      <div role="status" className="said">
        {kept.saving ? (
          <Spinner>{timesWords.saving}</Spinner>
        ) : (
          kept.saved && <StatusWord kind="done">{name ? timesWords.savedSees(name) : timesWords.saved}</StatusWord>
        )}
      </div>
      <div className="actions">
        <Way className="button" to={onward[shown]}>
          {shown === 'all' ? timesWords.done : shown === 'cannot' ? timesWords.toSummary : timesWords.nextPage}
        </Way>
      </div>
      <p className="quiet">{name ? timesWords.onlySees(name) : timesWords.onlyCoordinator}</p>
    </PageFrame>
  );
}

const heard = (words: string) => <span className="visually-hidden">{words}</span>;

function HowQuestion({ kept: { ways: chosen, hours, change } }: { kept: HoursKept }) {
  return (
    <ChoiceList
      name="how"
      kind="many"
      label={heard(timesWords.howTitle)}
      hint={timesWords.howHint}
      choices={ways.map((value) => ({ value, label: wayWords[value], hint: wayHints[value] }))}
      chosen={chosen}
      onChoose={(values) => {
        const how = ways.filter((way) => values.includes(way));
        const changesWeeks = how.length > 0 && hours.weeks.length > 0;
        change({ ways: how, ...(changesWeeks ? { hours: { ...hours, weeks: hours.weeks.map((week) => ({ ...week, how })) } } : {}) });
      }}
    />
  );
}

/** Times belong to a way of joining: without one, first that. */
function NeedsHow({ kept, children }: { kept: HoursKept; children: ReactNode }) {
  if (kept.ways.length > 0) return children;
  return (
    <p className="lede">
      {timesWords.howFirst} <Way to="/times/how">{timesWords.toHow}</Way>
    </p>
  );
}

function DaysQuestion({ kept }: { kept: HoursKept }) {
  const { ways: how, hours, change } = kept;
  const chosen = hours.weeks.flatMap((week) => pickOf(week) ?? []);
  const exact = hours.weeks.filter((week) => pickOf(week) === undefined);
  return (
    <NeedsHow kept={kept}>
      <ChoiceList
        name="days"
        kind="many"
        label={heard(timesWords.daysTitle)}
        hint={timesWords.daysHint}
        choices={pickNames.map((value) => ({ value, ...pickWords[value] }))}
        chosen={chosen}
        onChoose={(values) => {
          const stay = hours.weeks.filter((week) => {
            const pick = pickOf(week);
            return pick === undefined || values.includes(pick);
          });
          const added = pickNames.filter((pick) => values.includes(pick) && !chosen.includes(pick));
          change({ hours: { ...hours, weeks: [...stay, ...added.map((pick) => ({ ...picks[pick], weekdays: [...picks[pick].weekdays], how: [...how] }))] } });
        }}
      />
      {exact.length > 0 && (
        <>
          <h2>{timesWords.exactList}</h2>
          <ul>
            {exact.map((week) => (
              <li key={saidWeek(week)}>{saidWeek(week)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        {timesWords.exactLead} <Way to="/times/exact">{timesWords.toExact}</Way>
      </p>
    </NeedsHow>
  );
}
