import { Button } from '@kinplan/ui/button'
import { TextField } from '@kinplan/ui/text-field'
import { joinWordCount } from '@kinplan/private-draft/protocol'
import { isSpokenWord, readSpokenWords, wordsMeant, wordsThatBegin } from '@kinplan/private-draft/spoken-words'
import { useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react'
import { sixWords } from './spoken-words.copy'

const blank: readonly string[] = Array.from({ length: joinWordCount }, () => '')

interface SixWords {
  readonly words: readonly string[]
  readonly setWords: (words: readonly string[]) => void
  /** Fields in which somebody has been. */
  readonly left: ReadonlySet<number>
  readonly setLeft: (left: ReadonlySet<number>) => void
  readonly fields: RefObject<(HTMLInputElement | null)[]>
}

/** Six words as they are typed; they stay while the form is not shown. */
export function useSixWords(): SixWords {
  const [words, setWords] = useState(blank)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const fields = useRef<(HTMLInputElement | null)[]>([])
  return { words, setWords, left, setLeft, fields }
}

interface SixWordsFormProps {
  of: SixWords
  /** What is said of a word that is none. */
  unknown: string
  send: string
  /** Called when all six are words of the list. */
  onSend(words: readonly string[]): void
}

/** Six fields for words of the house's list: completed after three letters, and corrected kindly. */
export function SixWordsForm({ of: { words, setWords, left, setLeft, fields }, unknown, send, onSend }: SixWordsFormProps) {
  /** Several words at once, as they are pasted or dictated, go on into the next fields. */
  function type(at: number, typed: string) {
    const read = readSpokenWords(typed)
    const next = read.length > 1 ? read : [typed.trim().toLowerCase()]
    setWords(words.map((word, place) => next[place - at] ?? word))
    if (read.length > 1) fields.current[Math.min(at + read.length, joinWordCount - 1)]?.focus()
  }

  function choose(at: number, word: string) {
    setWords(words.map((one, place) => (place === at ? word : one)))
    fields.current[Math.min(at + 1, joinWordCount - 1)]?.focus()
  }

  function leave(at: number) {
    const [only, another] = wordsThatBegin(words[at] ?? '')
    if (only !== undefined && another === undefined) setWords(words.map((word, place) => (place === at ? only : word)))
    setLeft(new Set([...left, at]))
  }

  function press(at: number, event: KeyboardEvent) {
    if (event.key !== 'Enter' || at === joinWordCount - 1) return
    event.preventDefault()
    fields.current[at + 1]?.focus()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setLeft(new Set(words.keys()))
    const first = words.findIndex((word) => !isSpokenWord(word))
    if (first === -1) onSend(words)
    else fields.current[first]?.focus()
  }

  return (
    <form noValidate onSubmit={submit}>
      {words.map((word, at) => (
        <WordField
          // oxlint-disable-next-line react/no-array-index-key -- the first stays the first
          key={at}
          number={at + 1}
          word={word}
          wasLeft={left.has(at)}
          unknown={unknown}
          field={(input) => (fields.current[at] = input)}
          onType={(typed) => type(at, typed)}
          onChoose={(chosen) => choose(at, chosen)}
          onLeave={() => leave(at)}
          onPress={(event) => press(at, event)}
        />
      ))}
      <div className="actions">
        <Button type="submit">{send}</Button>
      </div>
    </form>
  )
}

interface WordFieldProps {
  number: number
  word: string
  /** Somebody has been in the field and gone on. */
  wasLeft: boolean
  unknown: string
  field(input: HTMLInputElement | null): void
  onType(typed: string): void
  onChoose(word: string): void
  onLeave(): void
  onPress(event: KeyboardEvent): void
}

function WordField({ number, word, wasLeft, unknown, field, onType, onChoose, onLeave, onPress }: WordFieldProps) {
  const isKnown = isSpokenWord(word)
  const begin = isKnown ? [] : wordsThatBegin(word)
  const isAmiss = wasLeft && !isKnown && begin.length === 0
  const meant = isAmiss && word !== '' ? wordsMeant(word) : []
  const error = isAmiss && (word === '' ? sixWords.missing : meant.length > 0 ? sixWords.meant : unknown)
  const offered = begin.length > 0 ? begin : meant
  return (
    <>
      <TextField
        label={sixWords.word(number)}
        value={word}
        ref={field}
        error={error || undefined}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="next"
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onPress}
        // On the way to one of the words that are offered nobody has gone on yet.
        onBlur={({ relatedTarget }) => relatedTarget?.closest('.word-choices') || onLeave()}
      />
      {offered.length > 0 && (
        <div className="cluster word-choices" role="group" aria-label={begin.length > 0 ? sixWords.begin : sixWords.meant}>
          {offered.map((one) => (
            // A finger on a word leaves the keyboard where it is.
            <Button key={one} look="quiet" onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(one)}>
              {one}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
