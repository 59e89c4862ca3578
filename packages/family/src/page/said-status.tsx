import { StatusWord } from '@kinplan/ui/status-word'
import { useEffect, useRef, useState, type ReactNode } from 'react'

interface Said {
  /** With `focus` where what was touched has gone: else the keyboard would begin at the top of the page again. */
  say(words: string, how?: { focus: boolean }): void
  readonly shown: ReactNode
}

/** A line that says what has just been done, read out when it appears. */
export function useSaid(): Said {
  const [said, setSaid] = useState({ words: '', focus: false })
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (said.focus) line.current?.focus()
  }, [said])
  return {
    say: (now, how) => setSaid({ words: now, focus: how?.focus ?? false }),
    shown: (
      <p role="status" className="said" tabIndex={-1} ref={line}>
        {said.words && <StatusWord kind="done">{said.words}</StatusWord>}
      </p>
    ),
  }
}
