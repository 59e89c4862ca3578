import { may } from '@kinplan/domain/access/may'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { TextArea } from '@kinplan/ui/text-area'
import { ChangeForm } from '../frame/change-form'
import { useLanding } from '../frame/focus-kept'
import { RecordSafetyDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import { instantInWords } from '../frame/when'
import type { MeetingOf } from './meeting-of'
import { safetyWords as words } from './safety.copy'

const fields = ['saidAlone', 'ordersChecked', 'advice', 'shape', 'arrivalLeaving', 'ifSomebodyComes'] as const

/** Says when nothing may go out, gives the manager the form, and shows what was decided. Nothing at all for those who may not read it. */
export function SafetyNotice({ meeting }: { meeting: MeetingOf }) {
  const { safety, safetyDecision } = meeting
  const { landing, land } = useLanding<HTMLDivElement>()
  const mayRecord = may(meeting, 'safety:record')
  if (safety === null || safety === 'none') return null
  return (
    <>
      {safety === 'needed' && (
        <Notice tone="coral" heading={words.heading}>
          <p>{words.needed}</p>
          {safetyDecision !== null && <p>{words.neededAgain}</p>}
          <p>{mayRecord ? words.yours : words.theirs}</p>
          {mayRecord && (
            <Disclosure label={words.record}>
              <SafetyForm meeting={meeting} onRecorded={land} />
            </Disclosure>
          )}
        </Notice>
      )}
      {safetyDecision !== null && (
        <div ref={landing}>
          <Disclosure
            label={<bdi>{words.decided(safetyDecision.decidedBy.name, instantInWords(safetyDecision.decidedAt, meeting.zone))}</bdi>}
          >
            <dl>
              {fields
                .filter((field) => safetyDecision[field])
                .map((field) => (
                  <div key={field}>
                    <dt>{words.fields[field].label}</dt>
                    <dd className="as-written" dir="auto">
                      {safetyDecision[field]}
                    </dd>
                  </div>
                ))}
            </dl>
          </Disclosure>
        </div>
      )}
    </>
  )
}

function SafetyForm({ meeting, onRecorded }: { meeting: MeetingOf; onRecorded: () => void }) {
  const recording = useChange(RecordSafetyDocument, fields)
  return (
    <ChangeForm
      change={recording}
      button={words.save}
      onDone={onRecorded}
      onSend={(given) =>
        recording.run({
          input: {
            meetingId: meeting.id,
            saidAlone: given.text('saidAlone'),
            ordersChecked: given.text('ordersChecked'),
            advice: given.text('advice'),
            shape: given.text('shape'),
            arrivalLeaving: given.text('arrivalLeaving'),
            ifSomebodyComes: given.text('ifSomebodyComes'),
          },
        })
      }
    >
      {fields.map((field) => (
        <TextArea
          key={field}
          {...recording.field(field)}
          name={field}
          rows={3}
          label={words.fields[field].label}
          hint={words.fields[field].hint}
        />
      ))}
    </ChangeForm>
  )
}
