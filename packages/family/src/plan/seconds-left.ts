import { useEffect, useState } from 'react'

/** Whole seconds that are left of what the server said, by a clock that nobody can set. */
export function useSecondsLeft(said: { readonly secondsLeft: number }): number {
  const [counted, setCounted] = useState({ said, left: said.secondsLeft })
  useEffect(() => {
    const overAt = performance.now() + said.secondsLeft * 1_000
    const timer = setInterval(() => {
      setCounted({ said, left: Math.max(0, Math.ceil((overAt - performance.now()) / 1_000)) })
    }, 1_000)
    return () => clearInterval(timer)
  }, [said])
  return counted.said === said ? counted.left : said.secondsLeft
}
