import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { Here } from '../page/here';
import { askAfresh } from '../connection/asked';
import { useChange, type Refused } from '../connection/change';
import type { Trouble } from '../connection/ask';
import { SayWhenDocument, type Way } from '../generated/graphql';
import { waysSaid, type Hours } from './ordinary-week';

/** What somebody has said on these pages, also while it is on its way to the server. Kept while the page is loaded. */
interface Said {
  readonly ways: readonly Way[];
  readonly hours: Hours;
}

/** `unsettled`: not yet in an answer of the server, so no answer that is on its way takes its place. */
let said: { readonly of: Hours; readonly now: Said; readonly unsettled: boolean } | undefined;
const listeners = new Set<() => void>();

function put(next: typeof said): void {
  said = next;
  for (const listener of listeners) listener();
}

/** Somebody leaves, or a test begins. */
export function forgetHours(): void {
  put(undefined);
}

export interface HoursKept extends Said {
  /** Shows the new hours at once and saves them, one change after another; the last one wins. */
  change(next: Partial<Said>): void;
  readonly saving: boolean;
  readonly saved: boolean;
  readonly trouble: Trouble | undefined;
  readonly refused: Refused | undefined;
  tryAgain(): void;
}

export function useHours({ hours, person }: Here): HoursKept {
  const kept = useSyncExternalStore(
    useCallback((listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }, []),
    () => said,
  );
  // What the server says counts again as soon as it says something new that was asked for after the last change was saved.
  const now = kept && (kept.unsettled || kept.of === hours) ? kept.now : { ways: kept && waysSaid(hours).length === 0 ? kept.now.ways : waysSaid(hours), hours };
  const say = useChange(SayWhenDocument);
  const [saved, setSaved] = useState(false);
  const waiting = useRef<Said | undefined>(undefined);
  const sending = useRef(false);

  async function save(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    let done = true;
    while (done && waiting.current) {
      const sent = waiting.current;
      const next = sent.hours;
      waiting.current = undefined;
      done = Boolean(
        await say.send({
          input: {
            zone: next.zone || person.zone,
            weeks: next.weeks.map(({ weekdays, start, end, how }) => ({ weekdays, start, end, how })),
            cannot: next.cannot.map(({ from, until }) => ({ from, until })),
          },
        }),
      );
      setSaved(done);
      if (done) void askAfresh().then((came) => came && said?.now === sent && put({ ...said, unsettled: false }));
    }
    sending.current = false;
  }

  return {
    ...now,
    change(part) {
      const next = { ...now, ...part };
      put({ of: hours, now: next, unsettled: said?.unsettled || next.hours !== now.hours });
      // Ways alone are nothing that the server keeps: they belong to times.
      if (next.hours === now.hours) return;
      setSaved(false);
      waiting.current = next;
      void save();
    },
    saving: say.busy,
    saved,
    trouble: say.trouble,
    refused: say.refused,
    tryAgain: say.tryAgain,
  };
}
