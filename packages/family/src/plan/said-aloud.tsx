import { useEffect, useRef, useState } from 'react'

const restMs = 10_000

/** Says to whoever listens how things stand: at once after ten seconds of silence, and otherwise the newest of it when they are over. */
export function SaidAloud({ words }: { words: string }) {
  const [said, setSaid] = useState('')
  const lastAt = useRef(-Infinity)
  useEffect(() => {
    if (words === said) return undefined
    const say = () => {
      lastAt.current = performance.now()
      setSaid(words)
    }
    const timer = setTimeout(say, Math.max(0, lastAt.current + restMs - performance.now()))
    return () => clearTimeout(timer)
  }, [words, said])
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  )
}
