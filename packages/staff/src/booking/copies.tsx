import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { Read } from '../connection/read'
import { refusalWords } from '../connection/refusal.copy'
import { wallInWords } from '../frame/when'
import { CopiesDocument, type CopiesQuery } from '../generated/graphql'
import { whyKindWords } from '../meeting/why.copy'
import { copiesWords as words } from './copies.copy'
import { waySaid } from './times.copy'

type CopyOf = NonNullable<CopiesQuery['copies']>['copies'][number]

/** Each person's copy as they will get it; asked for only once somebody wants to look, and anew each time. */
export function Copies({ meetingId }: { meetingId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Disclosure label={words.open} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      {isOpen && <CopiesShown meetingId={meetingId} />}
    </Disclosure>
  )
}

function CopiesShown({ meetingId }: { meetingId: string }) {
  const reading = useQuery(CopiesDocument, { variables: { meetingId }, fetchPolicy: 'network-only' })
  return (
    <Read reading={reading}>
      {({ copies: found }) =>
        found && (
          <>
            <p className="quiet">{words.why}</p>
            {found.refused !== null && (
              <Notice tone="coral" heading={words.refused}>
                <p>{refusalWords[found.refused]}</p>
              </Notice>
            )}
            {found.refused === null && found.copies.length === 0 && <p>{words.nobody}</p>}
            <ul className="bare-list entries">
              {found.copies.map((copy) => (
                <li key={copy.participantId}>
                  <Disclosure label={<bdi>{copy.name}</bdi>}>
                    <Copy copy={copy} />
                  </Disclosure>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Read>
  )
}

function Copy({ copy }: { copy: CopyOf }) {
  const { message, startWall, endWall, place, arriveAt, ways, others, why, bottomLines } = copy
  const list = (texts: readonly string[], none: string) =>
    texts.length === 0 ? (
      none
    ) : (
      <ul className="bare-list">
        {texts.map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    )
  return (
    <>
      <h3>{words.message}</h3>
      {message === null ? (
        <p>{startWall === null ? words.nothing : words.noMessage}</p>
      ) : (
        <blockquote className="as-written" dir="auto">
          <strong>{message.subject}</strong>
          {'\n\n'}
          {message.body}
        </blockquote>
      )}
      <h3>{words.page}</h3>
      <dl>
        <dt>{words.when}</dt>
        <dd>{startWall === null ? words.notSaid : wallInWords(startWall, endWall)}</dd>
        <dt>{words.where}</dt>
        <dd>{place === null ? words.notSaid : <bdi>{place}</bdi>}</dd>
        {arriveAt !== null && (
          <>
            <dt>{words.arrives}</dt>
            <dd>{arriveAt}</dd>
          </>
        )}
        <dt>{words.ways}</dt>
        <dd>
          {list(
            ways.map((way) => waySaid[way]),
            words.notSaid,
          )}
        </dd>
        <dt>{words.others}</dt>
        <dd>{list(others, words.nobodyElse)}</dd>
        <dt>{words.whyMeeting}</dt>
        <dd>
          {list(
            why.map(({ kind, text }) => `${whyKindWords[kind].heading}: ${text}`),
            words.notSaid,
          )}
        </dd>
        <dt>{words.bottomLines}</dt>
        <dd>{list(bottomLines, words.notSaid)}</dd>
      </dl>
    </>
  )
}
