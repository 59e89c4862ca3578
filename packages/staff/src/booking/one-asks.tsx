import { useRef, useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import type { MeetingOf } from '../meeting/meeting-of'
import { oneAskWords as words } from './one-ask.copy'
import { mustLeftOut, oneAskInWords, saidToThem } from './one-ask-words'
import type { PlaceToAsk } from './places-field'
import { ProposalWords } from './proposal-words'
import type { FoundTimes, OneAsk } from './use-ranked-times'

interface OneAsksProps {
  found: Pick<FoundTimes, 'proposals' | 'asks'>
  participants: MeetingOf['participants']
  places: readonly PlaceToAsk[]
}

/** Whether none of the times found has everybody who must be there: then the one ask stands first. */
export function noneHasEveryMust({ proposals }: Pick<FoundTimes, 'proposals'>, participants: MeetingOf['participants']): boolean {
  return proposals.every((proposal) => mustLeftOut(proposal, participants).length > 0)
}

/** The smallest changes that would bring somebody in, workers first; each with words to say to the person asked. */
export function OneAsks({ found, participants, places }: OneAsksProps) {
  const { asks, proposals } = found
  if (asks.length === 0) return null
  const heading =
    proposals.length === 0
      ? words.nearest(asks.length)
      : noneHasEveryMust(found, participants)
        ? words.nearestMust(asks.length)
        : words.heading
  return (
    <section className="one-asks">
      <h2>{heading}</h2>
      <p className="quiet">{words.why}</p>
      <ul className="bare-list">
        {asks.map((ask) => (
          <li key={`${ask.participantId} ${ask.result.start}`} className="card">
            <OneAskWords ask={ask} participants={participants} places={places} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneAskWords({ ask, participants, places }: { ask: OneAsk } & Pick<OneAsksProps, 'participants' | 'places'>) {
  return (
    <>
      <p>
        <bdi>
          <strong>{oneAskInWords(ask, participants)}</strong>
        </bdi>
      </p>
      <div className="doings">
        <Disclosure label={<bdi>{words.say(ask.name)}</bdi>}>
          <WordsToSay said={saidToThem(ask)} />
        </Disclosure>
        <Disclosure label={words.inFull}>
          <div className="said">
            <ProposalWords proposal={ask.result} participants={participants} places={places} />
          </div>
        </Disclosure>
      </div>
    </>
  )
}

function WordsToSay({ said }: { said: string }) {
  const quote = useRef<HTMLQuoteElement>(null)
  const [copied, setCopied] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(said)
      setCopied(words.copied)
    } catch {
      // Plain HTTP and some browsers refuse the clipboard: leave the last step to the person.
      if (quote.current) window.getSelection()?.selectAllChildren(quote.current)
      setCopied(words.selected)
    }
  }
  return (
    <>
      <blockquote ref={quote}>{said}</blockquote>
      <p className="quiet">{words.sayWhy}</p>
      <p className="cluster">
        <Button look="quiet" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <span role="status">{copied}</span>
      </p>
    </>
  )
}
