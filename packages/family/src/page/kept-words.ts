import { useState } from 'react'

const words = new Map<string, string>()

/** What somebody has begun to type, kept while this page is loaded so that going back and forth loses nothing. Never stored. */
export function useKeptWords(name: string, first = ''): [string, (typed: string) => void, () => void] {
  const [typed, setTyped] = useState(words.get(name) ?? first)
  const keep = (text: string) => {
    words.set(name, text)
    setTyped(text)
  }
  const forget = () => {
    words.delete(name)
    setTyped('')
  }
  return [typed, keep, forget]
}

/** Somebody leaves. */
export function forgetKeptWords(): void {
  words.clear()
}
