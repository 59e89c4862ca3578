import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { Way } from '@kinplan/domain/meeting/participation'
import type { CurrentUser } from '../page/current-user'
import { askAfresh } from '../connection/asked'
import { useChange } from '../connection/change'
import type { Trouble } from '../connection/ask'
import { SayWhenDocument } from '../generated/graphql'
import { inputOfRule, rulesIn, waysSaid, type Hours } from './said-hours'
import { saySame, withMeanwhile, type Meanwhile } from '@kinplan/domain/availability/said-meanwhile'

/** What somebody has said on these pages, also while it is on its way to the server. Kept while the page is loaded. */
interface Said {
  readonly ways: readonly Way[]
  readonly rules: readonly AvailabilityRule[]
}

interface Kept {
  readonly of: Hours
  readonly now: Said
  /** Not yet in an answer of the server, so no answer that is on its way takes its place. */
  readonly unsettled: boolean
  /** What the server had when this page last knew, of which `now` was made. */
  readonly base: { readonly version: number; readonly rules: readonly AvailabilityRule[] }
  /** What was said somewhere else, and has to be looked at before this is saved. */
  readonly meanwhile?: Meanwhile | undefined
}

let said: Kept | undefined
const listeners = new Set<() => void>()
/** Until somebody says how they could join. */
const atFirst: readonly Way[] = ['inRoom']

function put(next: Kept | undefined): void {
  said = next
  for (const listener of listeners) listener()
}

/** A test begins with nothing said. */
export function forgetHours(): void {
  put(undefined)
}

export interface HoursKept extends Said {
  readonly zone: string
  /** Shows what is said at once and saves it, one change after another; the last one wins. */
  change(next: Partial<Said>): void
  readonly saving: boolean
  readonly saved: boolean
  readonly trouble: Trouble | null
  readonly meanwhile: Meanwhile | undefined
  /** Sends what is on the page, after it was not saved. */
  again(): void
}

export function useHours({ hours, person }: CurrentUser): HoursKept {
  const kept = useSyncExternalStore(
    useCallback((listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }, []),
    () => said,
  )
  const zone = hours.zone || person.zone
  // What the server says counts again as soon as it says something new that was asked for after the last change was saved.
  const current = kept && (kept.unsettled || kept.of === hours) ? kept : undefined
  const now = current?.now ?? fromServer(hours, kept?.now.ways ?? atFirst)
  const say = useChange(SayWhenDocument)
  const [saved, setSaved] = useState(false)
  const waiting = useRef<Said | undefined>(undefined)
  const sending = useRef(false)

  async function save(): Promise<void> {
    if (sending.current) return
    sending.current = true
    let done = true
    while (done && waiting.current) {
      const sent = waiting.current
      waiting.current = undefined
      const answer = await say.run({ input: { version: said?.base.version ?? hours.version, zone, rules: sent.rules.map(inputOfRule) } })
      done = answer !== null
      setSaved(done)
      if (answer && said) put({ ...said, base: { version: answer.version, rules: sent.rules }, meanwhile: undefined })
      if (done) void askAfresh().then((came) => came && said?.now === sent && put({ ...said, unsettled: false }))
    }
    sending.current = false
  }

  function send(next: Said): void {
    setSaved(false)
    waiting.current = next
    void save()
  }

  /** What was said somewhere else comes to what is said here. Only where that is news to this page it waits to be looked at. */
  const look = useEffectEvent(() => {
    if (!said?.unsettled || sending.current || hours.version <= said.base.version) return
    const rules = rulesIn(hours)
    const both = withMeanwhile(said.base.rules, said.now.rules, rules)
    const meanwhile = joined(said.meanwhile, both.news)
    const next = { of: hours, now: { ways: said.now.ways, rules: both.rules }, base: { version: hours.version, rules } }
    if (saySame(both.rules, rules)) return put({ ...next, now: fromServer(hours, said.now.ways), unsettled: false })
    put({ ...next, unsettled: true, meanwhile })
    if (meanwhile) return
    waiting.current = next.now
    void save()
  })
  useEffect(() => look(), [hours])

  return {
    ...now,
    zone,
    change(part) {
      const next = { ...now, ...part }
      const base = current?.base ?? { version: hours.version, rules: now.rules }
      put({ base, ...current, of: hours, now: next, unsettled: current?.unsettled || next.rules !== now.rules })
      // Ways alone are nothing that the server keeps: they belong to times.
      if (next.rules !== now.rules) send(next)
    },
    saving: say.busy,
    saved,
    // A refusal because of what was said elsewhere is shown as what was said there.
    trouble: current?.unsettled && !(current.meanwhile && say.trouble?.kind === 'refused') ? say.trouble : null,
    meanwhile: current?.meanwhile,
    again: () => current && send(current.now),
  }
}

function joined(before: Meanwhile | undefined, { added, replaced, takenAway }: Meanwhile): Meanwhile | undefined {
  const news = {
    added: [...(before?.added ?? []), ...added],
    replaced: [...(before?.replaced ?? []), ...replaced],
    takenAway: [...(before?.takenAway ?? []), ...takenAway],
  }
  return Object.values(news).some((rules) => rules.length > 0) ? news : undefined
}

function fromServer(hours: Hours, ways: readonly Way[]): Said {
  const rules = rulesIn(hours)
  const waysOfRules = waysSaid(rules)
  return { ways: waysOfRules.length === 0 ? ways : waysOfRules, rules }
}
