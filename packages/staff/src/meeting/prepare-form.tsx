import { TextArea } from '@kinplan/ui/text-area'
import { ChangeForm } from '../frame/change-form'
import { PrepareDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import { instantInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import type { MeetingOf, ParticipantOf } from './meeting-of'
import { prepareWords as words } from './people.copy'

const fields = ['wantsToTakePart', 'whoShouldBeThere', 'isItSafe', 'whoMayKnow', 'howToReach', 'whatWouldHelp'] as const

/** The talk before any link: a script to read aloud, and the answers typed during the call. */
export function PrepareForm({ participant, meeting }: { participant: ParticipantOf; meeting: MeetingOf }) {
  const { worker } = useWhoIAm()
  const preparing = useChange(PrepareDocument, fields)
  const { preparation } = participant
  return (
    <ChangeForm
      change={preparing}
      keeps
      version={participant.version}
      button={words.button}
      more={preparation && <span className="quiet">{words.talked(instantInWords(preparation.talkedAt, meeting.zone))}</span>}
      onSend={(given, version) =>
        preparing.run({
          input: {
            participantId: participant.id,
            version,
            wantsToTakePart: given.text('wantsToTakePart'),
            whoShouldBeThere: given.text('whoShouldBeThere'),
            isItSafe: given.text('isItSafe'),
            whoMayKnow: given.text('whoMayKnow'),
            howToReach: given.text('howToReach'),
            whatWouldHelp: given.text('whatWouldHelp'),
          },
        })
      }
    >
      <p>{words.before(participant.name)}</p>
      <blockquote>{words.hello(worker.name, meeting.children.map(({ name }) => name).join(' and '))}</blockquote>
      {fields.map((field) => (
        <TextArea
          key={field}
          {...preparing.field(field)}
          name={field}
          rows={2}
          label={words.fields[field].label}
          hint={<span className="script">{words.fields[field].script}</span>}
          defaultValue={preparation?.[field] ?? ''}
        />
      ))}
    </ChangeForm>
  )
}
