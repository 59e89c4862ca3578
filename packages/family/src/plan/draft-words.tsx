import { Button } from '@kinplan/ui/button'
import { TextArea } from '@kinplan/ui/text-area'
import { VisuallyHidden } from '@kinplan/ui/visually-hidden'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { type DraftField, mostIn } from '@kinplan/private-draft/draft-document'
import type { DraftFields } from '@kinplan/private-draft/draft-fields'
import { textDifference } from '@kinplan/private-draft/text-difference'
import { writeWords } from './private.copy'

interface DraftWordsProps {
  fields: DraftFields
  place: DraftField
  /** What the draft holds now. */
  words: string
  label: string
  hint?: string
  rows?: number
  /** It has just been added: the writer goes on here. */
  isNew?: boolean
}

/**
 * One field of the draft. Old keyboards hold letters back while they compose, so the field keeps its own text and takes
 * others' words in only between; where the writer stands stays where it was. Its undo is the writer's own: the browser's knows
 * nothing of what others wrote.
 */
export function DraftWords({ fields, place, words, label, hint, rows = 2, isNew = false }: DraftWordsProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [composing, setComposing] = useState(false)
  const named = JSON.stringify(place)
  const shown = useMemo(() => fields.fieldAt(JSON.parse(named) as DraftField), [fields, named])
  const [first] = useState(() => shown.show().words)
  const [now, setNow] = useState({ words: first, full: false, canTakeBack: false })

  useEffect(() => {
    if (isNew) area.current?.focus()
  }, [isNew])
  function write(field: HTMLTextAreaElement) {
    tell(shown.typed(field.value, field.selectionEnd))
  }

  function tell(written: ReturnType<typeof shown.typed>) {
    setNow({ words: shown.words, full: written === 'tooLong', canTakeBack: shown.tookManyAway })
  }

  /** Puts others' words into the field without moving the writer. */
  function takeIn(field: HTMLTextAreaElement) {
    const { words: all, moved } = shown.show()
    if (field.value === all) return
    put(field, all, moved(field.selectionStart), moved(field.selectionEnd))
    tell(shown.typed(all))
  }

  function turn(back: boolean) {
    const field = area.current
    if (!field || composing) return
    write(field)
    takeIn(field)
    if (!(back ? shown.undo() : shown.redo())) return
    const change = textDifference(field.value, shown.words)
    const end = change ? change.at + change.insert.length : field.selectionEnd
    put(field, shown.words, end, end)
    tell(shown.typed(shown.words))
  }

  const meet = useEffectEvent(() => {
    if (!area.current || composing) return
    write(area.current)
    takeIn(area.current)
  })
  useEffect(() => meet(), [shown, words, composing])

  const turned = useEffectEvent(turn)
  useEffect(() => {
    const field = area.current
    // React has no event of its own for what a phone's keyboard or a menu is about to do.
    const before = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      turned(event.inputType === 'historyUndo')
    }
    field?.addEventListener('beforeinput', before)
    return () => field?.removeEventListener('beforeinput', before)
  }, [])

  return (
    <>
      <TextArea
        ref={area}
        label={label}
        hint={hint}
        error={now.full ? writeWords.tooLong : undefined}
        rows={rows}
        defaultValue={first}
        counted={now.words}
        budget={mostIn(place)}
        spellCheck={false}
        autoComplete="off"
        autoCorrect="off"
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          setComposing(false)
          write(event.currentTarget)
        }}
        onBlur={(event) => {
          // A keyboard may go without ending its word.
          setComposing(false)
          write(event.currentTarget)
        }}
        onChange={(event) => write(event.target)}
        onKeyDown={(event) => {
          const back = undoKey(event)
          if (back === undefined || composing) return
          event.preventDefault()
          turn(back)
        }}
      />
      {now.canTakeBack && (
        <p>
          <Button
            look="link"
            onClick={() => {
              turn(true)
              // The button goes when there is no more to undo.
              area.current?.focus()
            }}
          >
            {writeWords.undo}
            <VisuallyHidden>: {label}</VisuallyHidden>
          </Button>
        </p>
      )}
    </>
  )
}

/** True: the keys for undo. False: for redo. */
function undoKey({ key, ctrlKey, metaKey, altKey, shiftKey }: React.KeyboardEvent): boolean | undefined {
  if (ctrlKey === metaKey || altKey) return undefined
  if (key.toLowerCase() === 'z') return !shiftKey
  return key.toLowerCase() === 'y' && ctrlKey ? false : undefined
}

function put(field: HTMLTextAreaElement, words: string, start: number, end: number): void {
  const { selectionDirection, scrollTop } = field
  field.value = words
  if (document.activeElement === field) field.setSelectionRange(start, end, selectionDirection)
  field.scrollTop = scrollTop
}
