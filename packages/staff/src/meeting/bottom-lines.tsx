import { may } from '@kinplan/domain/access/may'
import type { Right } from '@kinplan/domain/access/rules'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { StatusWord } from '@kinplan/ui/status-word'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import { AddBottomLineDocument, AgreeBottomLineDocument, GiveBottomLinesDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { dayInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import { CorrectWords } from './correct-words'
import type { MeetingOf, MeetingTabProps } from './meeting-of'
import { PlainTextArea } from './plain-text-area'
import { whyWords as words } from './why.copy'

type LineOf = MeetingOf['bottomLines'][number]

/** What the plan must make sure of: who set it, whether a manager agreed, when the family was given it. */
export function BottomLines({ meeting, refetch }: MeetingTabProps) {
  const can = (right: Right) => may(meeting, right)
  const wasGiven = meeting.bottomLines.some(({ givenToFamilyOn }) => givenToFamilyOn !== null)
  const toGive = meeting.bottomLines.some(({ givenToFamilyOn, agreedBy }) => givenToFamilyOn === null && agreedBy !== null)
  return (
    <section aria-labelledby="must">
      <h2 id="must">{words.mustHeading}</h2>
      {meeting.bottomLines.length === 0 && <p className="quiet">{words.mustNone}</p>}
      <ol className="entries">
        {meeting.bottomLines.map((line) => (
          <Line
            key={line.id}
            line={line}
            meeting={meeting}
            mayAgree={can('bottomLine:agree')}
            mayCorrect={can('bottomLine:add') && line.givenToFamilyOn === null}
            refetch={refetch}
          />
        ))}
      </ol>
      {can('bottomLine:add') && (
        <Disclosure label={words.addMust}>
          <AddLineForm meeting={meeting} wasGiven={wasGiven} />
        </Disclosure>
      )}
      {can('bottomLine:give') && toGive && (
        <Disclosure label={words.give}>
          <GiveForm meetingId={meeting.id} />
        </Disclosure>
      )}
    </section>
  )
}

function Line({
  line,
  meeting,
  mayAgree,
  mayCorrect,
  refetch,
}: {
  line: LineOf
  meeting: MeetingOf
  mayAgree: boolean
  mayCorrect: boolean
  refetch: () => void
}) {
  const agreeing = useChange(AgreeBottomLineDocument)
  const names = meeting.children.filter(({ id }) => line.childIds.includes(id)).map(({ name }) => name)
  return (
    <li>
      <p className="as-written" dir="auto">
        <strong>{line.text}</strong>
      </p>
      <div className="cluster">
        <span className="quiet">
          <bdi>{names.length === 0 ? words.mustForAll : words.mustFor(names.join(', '))}</bdi>,{' '}
          <bdi>{words.setBy(line.setBy.name, line.correctedBy?.name ?? null)}</bdi>
        </span>
        <StatusWord kind={line.agreedBy ? 'done' : 'waiting'}>
          <bdi>{line.agreedBy ? words.agreedBy(line.agreedBy.name) : words.notAgreed}</bdi>
        </StatusWord>
        <StatusWord kind={line.givenToFamilyOn ? 'done' : 'waiting'}>
          {line.givenToFamilyOn ? words.given(dayInWords(line.givenToFamilyOn)) : words.notGiven}
        </StatusWord>
        {mayAgree && line.agreedBy === null && (
          <Button disabled={agreeing.busy} onClick={() => void agreeing.run({ bottomLineId: line.id, version: line.version })}>
            {words.agree}
          </Button>
        )}
      </div>
      {line.laterReason && (
        <p className="quiet">
          {words.later} <bdi>{line.laterReason}</bdi>
        </p>
      )}
      <RefusalNotice change={agreeing} onAgain={() => void agreeing.again()} />
      {mayCorrect && <CorrectWords field="bottomLineText" subjectId={line.id} version={line.version} text={line.text} refetch={refetch} />}
    </li>
  )
}

function AddLineForm({ meeting, wasGiven }: { meeting: MeetingOf; wasGiven: boolean }) {
  const adding = useChange(AddBottomLineDocument, ['text', 'childIds', 'laterReason'])
  const childIds = meeting.children.map(({ id }) => id)
  return (
    <ChangeForm
      change={adding}
      button={words.mustButton}
      onSend={(given) =>
        adding.run({
          input: {
            meetingId: meeting.id,
            text: given.text('text'),
            childIds: given.all('childIds', childIds),
            laterReason: given.some('laterReason'),
          },
        })
      }
    >
      <PlainTextArea {...adding.field('text')} name="text" rows={3} label={words.mustLabel} hint={words.mustHint} />
      <ChoiceField
        {...adding.field('childIds')}
        kind="many"
        name="childIds"
        label={words.mustChildren}
        initially={childIds}
        choices={meeting.children.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
      />
      {wasGiven && (
        <PlainTextArea {...adding.field('laterReason')} name="laterReason" rows={2} label={words.laterLabel} hint={words.laterHint} />
      )}
    </ChangeForm>
  )
}

function GiveForm({ meetingId }: { meetingId: string }) {
  const { today } = useWhoIAm()
  const giving = useChange(GiveBottomLinesDocument, ['on'])
  return (
    <ChangeForm change={giving} button={words.giveButton} onSend={(given) => giving.run({ meetingId, on: given.text('on') })}>
      <p>{words.giveHint}</p>
      <TextField {...giving.field('on')} type="date" name="on" label={words.giveOn} defaultValue={today} />
    </ChangeForm>
  )
}
