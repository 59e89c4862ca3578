import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Fragment, useRef } from 'react'
import type { HoursKept } from './hours-kept'
import { ruleInWords } from './rule-words'
import { meanwhileWords } from './times.copy'

const parts = ['added', 'takenAway', 'replaced'] as const

/** What was said somewhere else while something was being said here, and the way to save what is said here with it. */
export function MeanwhileNotice({ kept: { meanwhile, again }, today }: { kept: HoursKept; today: string }) {
  const place = useRef<HTMLDivElement>(null)

  function save() {
    // The button goes when it is saved.
    place.current?.focus()
    again()
  }

  return (
    <div ref={place} tabIndex={-1}>
      {meanwhile && (
        <Notice tone="coral" live="alert" heading={meanwhileWords.heading}>
          <p>{meanwhileWords.lead}</p>
          {parts.map(
            (part) =>
              meanwhile[part].length > 0 && (
                <Fragment key={part}>
                  <p>{meanwhileWords.news[part]}</p>
                  <ul>
                    {meanwhile[part].map((rule, at) => {
                      const { said, more } = ruleInWords(rule, today, false)
                      return (
                        <li key={`${at} ${said}`}>
                          <strong>{said}</strong>
                          {more.map((words) => (
                            <span key={words} className="way-more">
                              {words}
                            </span>
                          ))}
                        </li>
                      )
                    })}
                  </ul>
                </Fragment>
              ),
          )}
          <p>{meanwhileWords.yours}</p>
          <Button onClick={save}>{meanwhileWords.save}</Button>
        </Notice>
      )}
    </div>
  )
}
