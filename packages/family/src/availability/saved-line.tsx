import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord } from '@kinplan/ui/status-word'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { HoursKept } from './hours-kept'
import { timesWords } from './times.copy'

const Refusals = createContext<(more: 1 | -1) => void>(() => undefined)

/** Tells the page that something on it is refused: while it is, nothing there is called saved. */
export function useRefusal(isRefused: boolean): void {
  const count = use(Refusals)
  useEffect(() => {
    if (!isRefused) return undefined
    count(1)
    return () => count(-1)
  }, [isRefused, count])
}

/**
 * A question, and below it how the saving of its answer stands: never of what was saved before this was on the page, and never
 * beside a refusal.
 */
export function WithSavedLine({
  kept: { saving, saved },
  sees,
  children,
}: {
  kept: HoursKept
  sees: string | undefined
  children: ReactNode
}) {
  const [refusals, setRefusals] = useState(0)
  const [wasSaved, setWasSaved] = useState(saved)
  const [count] = useState(() => (more: 1 | -1) => setRefusals((now) => now + more))
  if (wasSaved && !saved) setWasSaved(false)
  const isNews = saved && !wasSaved && refusals === 0
  return (
    <>
      <Refusals value={count}>{children}</Refusals>
      <div role="status" className="said">
        {saving ? (
          <Spinner>{timesWords.saving}</Spinner>
        ) : (
          isNews && <StatusWord kind="done">{sees ? timesWords.savedSees(sees) : timesWords.saved}</StatusWord>
        )}
      </div>
    </>
  )
}
