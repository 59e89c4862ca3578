import { TextArea } from '@kinplan/ui/text-area'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { type DraftDocument, type DraftField, mostIn } from '@kinplan/private-draft/draft-document'
import { writeWords } from './private.copy'
import { ShownField } from '@kinplan/private-draft/shown-field'

interface DraftWordsProps {
  draft: DraftDocument
  place: DraftField
  /** What the draft holds now. */
  words: string
  label: ReactNode
  hint?: ReactNode
  rows?: number
  /** It has just been added: the writer goes on here. */
  isNew?: boolean
}

/**
 * One field of the draft. Old keyboards hold letters back while they compose, so the field keeps its own text and takes
 * others' words in only between; where the writer stands stays where it was.
 */
export function DraftWords({ draft, place, words, label, hint, rows = 2, isNew = false }: DraftWordsProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [first] = useState(words)
  const [composing, setComposing] = useState(false)
  const [full, setFull] = useState(false)
  const named = JSON.stringify(place)
  const shown = useMemo(() => new ShownField(draft, JSON.parse(named) as DraftField), [draft, named])

  useEffect(() => {
    if (isNew) area.current?.focus()
  }, [isNew])
  useEffect(() => shown.watch(), [shown])
  useEffect(() => {
    if (!area.current || composing) return
    const written = shown.typed(area.current.value)
    setFull(written === 'tooLong')
    if (written === 'written') takeIn(area.current, shown)
  }, [shown, words, composing])

  function write(value: string) {
    setFull(shown.typed(value) === 'tooLong')
  }

  return (
    <TextArea
      ref={area}
      label={label}
      hint={hint}
      error={full ? writeWords.tooLong : undefined}
      rows={rows}
      defaultValue={first}
      budget={mostIn(place)}
      spellCheck={false}
      autoComplete="off"
      autoCorrect="off"
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false)
        write(event.currentTarget.value)
      }}
      onBlur={(event) => {
        // A keyboard may go without ending its word.
        setComposing(false)
        write(event.currentTarget.value)
      }}
      onChange={(event) => write(event.target.value)}
    />
  )
}

/** Puts others' words into the field without moving the writer. */
function takeIn(area: HTMLTextAreaElement, shown: ShownField): void {
  const { words, moved } = shown.show()
  if (area.value === words) return
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area
  const hasFocus = document.activeElement === area
  area.value = words
  if (hasFocus) area.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection)
  area.scrollTop = scrollTop
}
