import { useState } from 'react'
import { TextArea, type TextAreaProps } from '@kinplan/ui/text-area'
import { unexplainedIn } from './abbreviations'
import { whyWords as words } from './why.copy'

/** Writing that families will read: points out abbreviations while typing, and never stops anybody. */
export function PlainTextArea(area: TextAreaProps) {
  const [text, setText] = useState(String(area.defaultValue ?? ''))
  const unexplained = unexplainedIn(text)
  return (
    <div>
      <TextArea {...area} onChange={(event) => setText(event.target.value)} />
      <div role="status" className="typing-hint">
        {unexplained.length > 0 && (
          <>
            <p>{words.abbreviations}</p>
            <ul>
              {unexplained.map(({ abbreviation, plainWords }) => (
                <li key={abbreviation}>
                  <strong>{abbreviation}</strong>: {plainWords}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
