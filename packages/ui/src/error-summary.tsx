import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { partWords } from './words.copy'

type FieldProblem = { fieldId: string; message: ReactNode }

/** What to put right, at the top of a form. Takes the focus when it appears and whenever `problems` is a new list. */
export function ErrorSummary({ problems, heading = partWords.problem }: { problems: readonly FieldProblem[]; heading?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [problems])

  function goTo(event: MouseEvent, fieldId: string) {
    const field = document.getElementById(fieldId)
    if (!field) return
    event.preventDefault()
    field.focus()
    field.scrollIntoView?.({ block: 'center' })
  }

  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{heading}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.fieldId}>
            <a href={`#${problem.fieldId}`} onClick={(event) => goTo(event, problem.fieldId)}>
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
