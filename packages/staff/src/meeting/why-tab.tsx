import { may } from '@kinplan/domain/access/may'
import { whyKinds, type WhyKind } from '@kinplan/domain/meeting/participation'
import { Disclosure } from '@kinplan/ui/disclosure'
import { ChangeForm } from '../frame/change-form'
import { AddWhyDocument } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import { BottomLines } from './bottom-lines'
import { CorrectWords } from './correct-words'
import type { MeetingOf, MeetingTabProps } from './meeting-of'
import { PlainTextArea } from './plain-text-area'
import { whyKindWords, whyWords as words } from './why.copy'

const before: readonly WhyKind[] = ['goingWell', 'worry']

/** Why we are meeting: what goes well, worries, what the plan must make sure of, questions, help, what happens without a plan. */
export function WhyTab({ meeting, refetch }: MeetingTabProps) {
  return (
    <>
      <div className="halves">
        {before.map((kind) => (
          <WhyOfKind key={kind} kind={kind} meeting={meeting} refetch={refetch} />
        ))}
      </div>
      <BottomLines meeting={meeting} refetch={refetch} />
      <div className="halves">
        {whyKinds
          .filter((kind) => !before.includes(kind))
          .map((kind) => (
            <WhyOfKind key={kind} kind={kind} meeting={meeting} refetch={refetch} />
          ))}
      </div>
    </>
  )
}

function WhyOfKind({ kind, meeting, refetch }: MeetingTabProps & { kind: WhyKind }) {
  const adding = useChange(AddWhyDocument, ['text'])
  const entries = meeting.why.filter((entry) => entry.kind === kind)
  const its = whyKindWords[kind]
  return (
    <section aria-labelledby={`why-${kind}`}>
      <h2 id={`why-${kind}`}>{its.heading}</h2>
      {entries.length === 0 && <p className="quiet">{its.none}</p>}
      <ul className="entries">
        {entries.map((entry) => (
          <WhyEntry key={entry.id} entry={entry} mayCorrect={may(meeting, 'why:add')} refetch={refetch} />
        ))}
      </ul>
      {may(meeting, 'why:add') && (
        <Disclosure label={its.button}>
          <ChangeForm
            change={adding}
            button={its.button}
            onSend={(given) => adding.run({ input: { meetingId: meeting.id, kind, text: given.text('text') } })}
          >
            <PlainTextArea {...adding.field('text')} name="text" rows={3} label={its.label} hint={its.hint} />
          </ChangeForm>
        </Disclosure>
      )}
    </section>
  )
}

function WhyEntry({ entry, mayCorrect, refetch }: { entry: MeetingOf['why'][number]; mayCorrect: boolean; refetch: () => void }) {
  return (
    <li>
      <p className="as-written" dir="auto">
        {entry.text}
      </p>
      <div className="doings">
        <span className="quiet">
          <bdi>{words.by(entry.by, entry.correctedBy)}</bdi>
        </span>
        {mayCorrect && <CorrectWords field="whyText" subjectId={entry.id} version={entry.version} text={entry.text} refetch={refetch} />}
      </div>
    </li>
  )
}
