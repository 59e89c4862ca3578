import { Button } from '@kinplan/ui/button'
import { Spinner } from '@kinplan/ui/spinner'
import { useState } from 'react'
import { askAgain, useAsked } from '../connection/asked'
import { TroubleNotice } from '../connection/trouble-notice'
import { WhoLookedDocument, type WhoLookedQuery } from '../generated/graphql'
import { namesInWords, useCurrentUser } from '../page/current-user'
import { PageFrame, telephone } from '../page/page-frame'
import { saidDay } from '../page/said-dates'
import { whoLookedWords as words } from './who-looked.copy'

type Look = NonNullable<WhoLookedQuery['whoLooked']>['looks'][number]

/** Which workers looked at what concerns this person, by day, four weeks at a time. */
export function WhoLookedPage() {
  const user = useCurrentUser()
  const { council } = user
  const [pages, setPages] = useState<readonly (string | null)[]>([null])
  return (
    <PageFrame title={words.title} back="/" user={user}>
      <p className="lede">{words.more}</p>
      {pages.map((before, place) => (
        <FourWeeks
          key={before ?? ''}
          before={before}
          onEarlier={place === pages.length - 1 ? (earlier) => setPages([...pages, earlier]) : undefined}
        />
      ))}
      <p>{words.limits}</p>
      <p>
        {words.wonder(council.name)} <a href={telephone(council.phone)}>{council.phone}</a>
      </p>
    </PageFrame>
  )
}

function FourWeeks({ before, onEarlier }: { before: string | null; onEarlier: ((earlier: string) => void) | undefined }) {
  const { today } = useCurrentUser()
  const { data, trouble } = useAsked(WhoLookedDocument, { before })
  const found = data?.whoLooked
  if (!found) return trouble ? <TroubleNotice of={{ trouble, again: askAgain }} reading /> : <Spinner>{words.coming}</Spinner>
  const { looks, since, earlier } = found
  return (
    <>
      {looks.length === 0 && (
        <p>{before === null ? words.nobody(saidDay(since, today)) : words.nobodyBetween(saidDay(since, today), saidDay(before, today))}</p>
      )}
      {[...grouped(looks, ({ day }) => day)].map(([day, ofDay]) => (
        <section key={day}>
          <h2>{saidDay(day, today)}</h2>
          <ul className="people">
            {[...grouped(ofDay, ({ who, role }) => `${role} ${who}`)].map(([worker, [first, ...others]]) => (
              <li key={worker}>
                <bdi>{first.who}</bdi>
                {words.looked(first.role, namesInWords(words.abouts([first, ...others].map(({ about }) => about))))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {earlier && onEarlier && (
        <Button look="quiet" onClick={() => onEarlier(earlier)}>
          {words.earlier}
        </Button>
      )}
    </>
  )
}

function grouped(looks: readonly Look[], by: (look: Look) => string): Map<string, [Look, ...Look[]]> {
  const groups = new Map<string, [Look, ...Look[]]>()
  for (const look of looks) {
    const group = groups.get(by(look))
    if (group) group.push(look)
    else groups.set(by(look), [look])
  }
  return groups
}
