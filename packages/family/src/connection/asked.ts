import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { TrustedDocument } from '../generated/graphql'
import { ask, type Trouble } from './ask'

/** What is known of one question. Earlier data stay while a newer answer is on its way, and when it does not come. */
interface Asked<Data> {
  readonly data: Data | undefined
  readonly trouble: Trouble | null
}

interface Entry {
  now: Asked<unknown>
  /** The answer on its way, and the one after it that somebody waits for; true when it came. */
  asking: Promise<boolean> | undefined
  next: Promise<boolean> | undefined
  /** An answer that was asked for from now on, never one that is on its way already. */
  readonly fetch: () => Promise<boolean>
  readonly listeners: Set<() => void>
}

const entries = new Map<string, Entry>()
const nothing: Asked<unknown> = { data: undefined, trouble: null }

/** The answer to a question, kept while the page lives: going back shows it at once and asks again. `null` variables: not asked. */
export function useAsked<Data, Variables>(document: TrustedDocument<Data, Variables>, variables: Variables | null): Asked<Data> {
  const key = variables === null ? null : `${document.id} ${JSON.stringify(variables)}`
  const entry = key === null ? undefined : entryFor(key, document, variables as Variables)
  const watch = useCallback(
    (listener: () => void) => {
      entry?.listeners.add(listener)
      return () => void entry?.listeners.delete(listener)
    },
    [entry],
  )
  const asked = useSyncExternalStore(watch, () => entry?.now ?? nothing)
  useEffect(() => void entry?.fetch(), [entry])
  return asked as Asked<Data>
}

/** Asks again whatever is on the page now. */
export function askAgain(): void {
  void askAfresh()
}

/** As `askAgain`; resolves when the page shows answers that were asked for after this call, false when one did not come. */
export async function askAfresh(): Promise<boolean> {
  const shown = [...entries.values()].filter(({ listeners }) => listeners.size > 0)
  return (await Promise.all(shown.map((entry) => entry.fetch()))).every(Boolean)
}

/** Forgets every answer: somebody leaves. */
export function forgetAnswers(): void {
  entries.clear()
}

function entryFor<Data, Variables>(key: string, document: TrustedDocument<Data, Variables>, variables: Variables): Entry {
  const known = entries.get(key)
  if (known) return known
  const entry: Entry = {
    now: nothing,
    asking: undefined,
    next: undefined,
    listeners: new Set(),
    fetch() {
      if (entry.asking) {
        entry.next ??= entry.asking.then(() => {
          entry.next = undefined
          return entry.fetch()
        })
        return entry.next
      }
      entry.asking = ask(document, variables).then((answer) => {
        entry.asking = undefined
        entry.now = answer.ok ? { data: answer.data, trouble: null } : { data: entry.now.data, trouble: answer.trouble }
        for (const listener of entry.listeners) listener()
        return answer.ok
      })
      return entry.asking
    },
  }
  entries.set(key, entry)
  return entry
}
