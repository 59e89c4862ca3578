import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule';
import type { Way } from '@kinplan/domain/meeting/participation';
import type { Here } from '../page/here';
import { askAfresh } from '../connection/asked';
import { useChange, type Refused } from '../connection/change';
import type { Trouble } from '../connection/ask';
import { SayWhenDocument } from '../generated/graphql';
import { inputOfRule, rulesIn, waysSaid, type Hours } from './said-hours';

/** What somebody has said on these pages, also while it is on its way to the server. Kept while the page is loaded. */
interface Said {
  readonly ways: readonly Way[];
  readonly rules: readonly AvailabilityRule[];
}

/** `unsettled`: not yet in an answer of the server, so no answer that is on its way takes its place. */
let said: { readonly of: Hours; readonly now: Said; readonly unsettled: boolean } | undefined;
const listeners = new Set<() => void>();
/** Until somebody says how they could join. */
const atFirst: readonly Way[] = ['inRoom'];

function put(next: typeof said): void {
  said = next;
  for (const listener of listeners) listener();
}

/** Somebody leaves, or a test begins. */
export function forgetHours(): void {
  put(undefined);
}

export interface HoursKept extends Said {
  readonly zone: string;
  /** Shows what is said at once and saves it, one change after another; the last one wins. */
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
  const zone = hours.zone || person.zone;
  // What the server says counts again as soon as it says something new that was asked for after the last change was saved.
  const now = kept && (kept.unsettled || kept.of === hours) ? kept.now : fromServer(hours, kept?.now.ways ?? atFirst);
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
      waiting.current = undefined;
      done = Boolean(await say.send({ input: { zone, rules: sent.rules.map(inputOfRule) } }));
      setSaved(done);
      if (done) void askAfresh().then((came) => came && said?.now === sent && put({ ...said, unsettled: false }));
    }
    sending.current = false;
  }

  return {
    ...now,
    zone,
    change(part) {
      const next = { ...now, ...part };
      put({ of: hours, now: next, unsettled: said?.unsettled || next.rules !== now.rules });
      // Ways alone are nothing that the server keeps: they belong to times.
      if (next.rules === now.rules) return;
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

function fromServer(hours: Hours, ways: readonly Way[]): Said {
  const rules = rulesIn(hours);
  const waysOfRules = waysSaid(rules);
  return { ways: waysOfRules.length === 0 ? ways : waysOfRules, rules };
}
