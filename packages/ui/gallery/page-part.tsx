import { useState } from 'react'
import { Button } from '../src/button'
import { ChoiceList } from '../src/choice-list'
import { LeaveButton } from '../src/leave-button'
import { pseudoCopy, type PseudoKind } from '../src/pseudo-words'
import { SkipLink } from '../src/skip-link'
import { partWords } from '../src/words.copy'

const copy = {
  who: 'You are here as Gran',
  question: 'How will you come to Sam’s birthday?',
  why: 'We ask so that there is a chair, a lift or a screen for you. Only Jo, who does the planning, sees your answer.',
  here: 'I will be there',
  video: 'By video',
  videoHint: 'We send you one link. Nothing to install.',
  phone: 'By phone',
  letter: 'I cannot come, and will send a letter',
  next: 'Go on',
  saved: 'Saved on this page as you choose.',
  other: 'I’d rather do this by phone: Jo Marsh,',
}

/** A whole page of the roomy kind: one question, big answers, one main button. */
export function PagePart({ pseudo }: { pseudo: PseudoKind | undefined }) {
  const words = pseudo ? pseudoCopy(copy, pseudo) : copy
  const parts = pseudo ? pseudoCopy(partWords, pseudo) : partWords
  const [chosen, setChosen] = useState(['video'])
  return (
    <>
      <SkipLink label={parts.skip} />
      <header className="masthead masthead-stays">
        <p>
          <strong>{words.who}</strong>
        </p>
        <LeaveButton label={parts.leave} hint={parts.leaveHint} onLeave={() => window.location.replace('about:blank')} />
      </header>
      <main id="main" className="page" tabIndex={-1}>
        <ChoiceList
          asQuestion
          kind="one"
          name="how"
          label={words.question}
          hint={words.why}
          chosen={chosen}
          onChoose={setChosen}
          choices={[
            { value: 'here', label: words.here },
            { value: 'video', label: words.video, hint: words.videoHint },
            { value: 'phone', label: words.phone },
            { value: 'letter', label: words.letter },
          ]}
        />
        <div className="actions">
          <Button>{words.next}</Button>
          <span className="quiet">{words.saved}</span>
        </div>
        <div className="other-way">
          <p>
            {words.other} <a href="tel:+441632960123">01632 960 123</a>
          </p>
        </div>
      </main>
    </>
  )
}
