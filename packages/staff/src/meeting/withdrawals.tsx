import { may } from '@kinplan/domain/access/may'
import { withdrawalOutcomes } from '@kinplan/domain/meeting/withdrawal'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { TextArea } from '@kinplan/ui/text-area'
import { useChange } from '../connection/use-change'
import { ContactPoints } from '../frame/contact-points'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import { dayInWords, instantInWords } from '../frame/when'
import { AnswerWithdrawalDocument, WriteWithdrawalDocument } from '../generated/graphql'
import type { MeetingOf } from './meeting-of'
import { withdrawalWords as words } from './withdrawal.copy'

type WithdrawalOf = NonNullable<MeetingOf['withdrawals']>[number]

/** Who withdrew unseen, how to reach them, and what came of it. Nothing at all for those it is not for. */
export function Withdrawals({ meeting }: { meeting: MeetingOf }) {
  const { withdrawals } = meeting
  if (withdrawals === null || withdrawals.length === 0) return null
  return (
    <div className="no-print">
      <Notice tone={withdrawals.some(({ waits }) => waits !== null) ? 'coral' : 'plain'} heading={words.heading}>
        <p>{words.unseen}</p>
        <ul className="bare-list entries">
          {withdrawals.map((withdrawal) => (
            <li key={withdrawal.id}>
              <Withdrawal withdrawal={withdrawal} meeting={meeting} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function Withdrawal({ withdrawal, meeting }: { withdrawal: WithdrawalOf; meeting: MeetingOf }) {
  const { name, saidAt, writtenDownBy, waits, contactOn, contactPoints, contacts } = withdrawal
  const when = (instant: string) => instantInWords(instant, meeting.zone)
  const howToReach = meeting.participants.find(({ id }) => id === withdrawal.participantId)?.preparation?.howToReach
  return (
    <>
      <h3>
        <bdi>{words.said(name, when(saidAt))}</bdi>
        {writtenDownBy && <span className="quiet"> {words.writtenBy(writtenDownBy.name)}</span>}
      </h3>
      <p>
        <strong>{waits === null ? words.settled : words.waits[waits](dayInWords(contactOn))}</strong>
      </p>
      {waits !== null && (
        <>
          <h4>{words.reach}</h4>
          {howToReach !== undefined && (
            <p className="as-written">
              <bdi>{words.toldYou(howToReach)}</bdi>
            </p>
          )}
          <ContactPoints points={contactPoints} />
        </>
      )}
      {contacts.length > 0 && (
        <>
          <h4>{words.contacts}</h4>
          <ul className="bare-list">
            {contacts.map((contact) => (
              <li key={contact.id}>
                <bdi>{words.contact(contact.by.name, when(contact.at), words.outcomes[contact.outcome])}</bdi>
                {contact.words !== '' && (
                  <blockquote className="as-written">
                    <bdi>{contact.words}</bdi>
                  </blockquote>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {may(meeting, 'withdrawal:answer') && (
        <Disclosure label={words.answer}>
          <AnswerForm withdrawal={withdrawal} />
        </Disclosure>
      )}
    </>
  )
}

function AnswerForm({ withdrawal: { id } }: { withdrawal: WithdrawalOf }) {
  const answering = useChange(AnswerWithdrawalDocument, ['outcome', 'words'])
  return (
    <ChangeForm
      change={answering}
      button={words.save}
      onSend={(given) => {
        const outcome = withdrawalOutcomes.find((one) => one === given.text('outcome'))
        if (outcome === undefined) return Promise.resolve(answering.refuse('choiceUnknown', 'outcome'))
        return answering.run({ input: { id, outcome, words: given.text('words') } })
      }}
    >
      <ChoiceField
        {...answering.field('outcome')}
        kind="one"
        name="outcome"
        label={words.outcome}
        choices={withdrawalOutcomes.map((value) => ({ value, label: words.outcomeChoices[value] }))}
      />
      <TextArea {...answering.field('words')} name="words" rows={3} label={words.words} hint={words.wordsHint} />
    </ChangeForm>
  )
}

/** The coordinator writes down what somebody told her on the telephone. */
export function WriteWithdrawal({ participantId }: { participantId: string }) {
  const writing = useChange(WriteWithdrawalDocument)
  return (
    <ChangeForm change={writing} button={words.writeButton} onSend={() => writing.run({ participantId })}>
      <p>{words.writeWhat}</p>
    </ChangeForm>
  )
}
