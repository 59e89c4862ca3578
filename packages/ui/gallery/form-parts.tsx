import { useState } from 'react'
import { Button } from '../src/button'
import { ChoiceList } from '../src/choice-list'
import { Disclosure } from '../src/disclosure'
import { ErrorSummary } from '../src/error-summary'
import { TextArea } from '../src/text-area'
import { TextField } from '../src/text-field'

const problems = [
  { fieldId: 'name', message: 'Tell us what to call you' },
  { fieldId: 'days', message: 'Choose at least one day' },
]

export function FormParts() {
  const [days, setDays] = useState<string[]>(['sat'])
  return (
    <main className="page">
      <h1>Forms</h1>
      <ErrorSummary problems={problems} />
      <TextField id="name" label="What shall we call you?" hint="A first name is enough." error="Tell us what to call you" />
      <TextField label="Your phone number" type="tel" inputMode="tel" autoComplete="tel" />
      <TextField label="The four words or numbers Jo told you" className="code-input" size={6} inputMode="numeric" />
      <TextArea
        label="What would make it possible to come?"
        hint="A lift, somebody for the little ones, food you can eat."
        budget={100}
        defaultValue="A lift home afterwards, because the last bus goes at six, and something without nuts, please."
      />
      <ChoiceList
        id="days"
        kind="many"
        name="days"
        label="Which days could you come?"
        error="Choose at least one day"
        chosen={days}
        onChoose={setDays}
        choices={[
          { value: 'fri', label: 'Friday' },
          { value: 'sat', label: 'Saturday', more: <TextField label="From what time?" type="time" /> },
          { value: 'sun', label: 'Sunday', hint: 'The hall is ours until four.' },
          { value: 'mon', label: 'Monday', disabled: true },
        ]}
      />
      <Disclosure label="Who can see what I write?">
        <p>Jo, who does the planning. Nobody else.</p>
      </Disclosure>
      <div className="actions">
        <Button>Keep this</Button>
        <Button look="quiet">Not now</Button>
        <Button look="danger">Take my name off</Button>
        <Button look="link">Start again</Button>
        <Button disabled>Wait for Jo</Button>
      </div>
    </main>
  )
}
