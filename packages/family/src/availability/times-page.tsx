import '@kinplan/ui/month-picture.css'
import './times.css'
import { useState } from 'react'
import { useCurrentUser } from '../page/current-user'
import { TroubleNotice } from '../connection/trouble-notice'
import { NotFoundPage } from '../meeting/not-found-page'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { useHours } from './hours-kept'
import { MeanwhileNotice } from './meanwhile-notice'
import type { OwnCycle } from './own-cycle'
import { questionAt } from './question-at'
import { offers } from './said-hours'
import { WithSavedLine } from './saved-line'
import { timesWords } from './times.copy'

/**
 * When I can come, one question a page; everything is saved as it is said. `parts`: what follows '/times' in the address; with
 * none, where this person left off. It stays while they go from question to question, so that what is on its way is known on each.
 */
export function TimesPage({ parts }: { parts: readonly string[] }) {
  const user = useCurrentUser()
  const kept = useHours(user)
  const [own, setOwn] = useState<OwnCycle>()
  // Once decided it stays: the page must not change under the thumb that takes the last of it away.
  const [first] = useState(kept.rules.some(offers) ? 'month' : 'start')
  const asked = parts.length > 0 ? parts : [first]
  const path = `/times/${asked.join('/')}`
  const question = questionAt(asked, { kept, today: user.hours.today, own, setOwn })
  const back = useWayBack(path, question?.back ?? '/')
  if (!question) return <NotFoundPage />
  const { title, onward, body, more } = question
  const name = user.coordinator?.name
  return (
    <PageFrame key={asked.join('/')} title={title} back={back} user={user}>
      <TroubleNotice of={kept} />
      <MeanwhileNotice kept={kept} today={user.hours.today} />
      <WithSavedLine kept={kept} sees={name}>
        {body}
      </WithSavedLine>
      {more}
      {onward && (
        <div className="actions">
          <PageLink className="button" to={onward.to}>
            {onward.label}
          </PageLink>
        </div>
      )}
      <p className="quiet">{name ? timesWords.onlySees(name) : timesWords.onlyCoordinator}</p>
    </PageFrame>
  )
}

/** The question from which this one was reached; `usual` for the first of all, and for one that leads home. */
function useWayBack(path: string, usual: string): string {
  const [way, setWay] = useState<{ readonly at: string; readonly back: string; readonly from: Readonly<Record<string, string>> }>({
    at: path,
    back: usual,
    from: {},
  })
  const from = way.at === path || path === way.back ? way.from : { ...way.from, [path]: way.at }
  const back = usual === '/' ? usual : (from[path] ?? usual)
  if (way.at !== path || way.back !== back) setWay({ at: path, back, from })
  return back
}
