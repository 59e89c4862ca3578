import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { replies, waysToChoose, type Reply } from '@kinplan/domain/meeting/participation'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Meeting } from '../page/current-user'
import { useChange } from '../connection/change'
import { TroubleNoticeInFocus, wordsForField } from '../connection/trouble-notice'
import { ReplyDocument } from '../generated/graphql'
import { go } from '../page/address'
import { PageFrame } from '../page/page-frame'
import { saidWall } from '../page/said-dates'
import { useMeeting } from './meeting-of'
import { changedDayWords, replyPageWords, wayHints, wayWords } from './meeting.copy'
import { NotFoundPage } from './not-found-page'
import { TimeOffLine } from './time-off-line'

/** Ways in which somebody takes part who says that they are coming. */
const comingWays = waysToChoose.filter((way) => way === 'inRoom' || way === 'video' || way === 'phone')

type Field = 'reply' | 'how'

/** Puts the focus on a question: its error is read with it. */
function focusOn(form: HTMLFormElement | null, field: Field): void {
  const answers = [...(form?.querySelectorAll<HTMLInputElement>(`input[name="${field}"]`) ?? [])]
  ;(answers.find(({ checked }) => checked) ?? answers[0])?.focus()
}

/** The answer to the invitation. */
export function ReplyPage({ id }: { id: string }) {
  const { user, meeting } = useMeeting(id)
  if (!meeting) return <NotFoundPage />
  return (
    <PageFrame title={titleOf(meeting)} back={`/meeting/${id}`} user={user}>
      {meeting.startWall && (
        <p className="lede">
          {replyPageWords.when} {saidWall(meeting.startWall, user.today)}.
        </p>
      )}
      <TimeOffLine meeting={meeting} today={user.today} />
      {may(meeting, 'meeting:reply') ? <ReplyForm meeting={meeting} /> : <p>{replyPageWords.notYet(meeting.coordinator.name)}</p>}
    </PageFrame>
  )
}

function titleOf({ answeredBefore, mine }: Meeting): string {
  return answeredBefore ? changedDayWords.question(mine.state) : replyPageWords.title
}

function ReplyForm({ meeting }: { meeting: Meeting }) {
  const { id, mine, coordinator } = meeting
  const open = comingWays.filter((way) => meeting.ways.includes(way))
  const answers = replies.filter((one) => one !== 'coming' || open.length > 0)
  const change = useChange(ReplyDocument)
  const [reply, setReply] = useState(answers.find((one) => one === mine.state))
  const [how, setHow] = useState(open.find((way) => way === (mine.how === 'secondRoom' ? 'inRoom' : mine.how)))
  const [missing, setMissing] = useState<{ field: Field }>()
  const form = useRef<HTMLFormElement>(null)
  const { trouble } = change
  useEffect(() => {
    const field = trouble?.kind === 'refused' && trouble.field !== null ? trouble.field : missing?.field
    if (field === 'reply' || field === 'how') focusOn(form.current, field)
  }, [trouble, missing])

  async function send(event: FormEvent) {
    event.preventDefault()
    const unsaid: Field | undefined = reply === undefined ? 'reply' : reply === 'coming' && how === undefined ? 'how' : undefined
    setMissing(unsaid && { field: unsaid })
    if (reply === undefined || unsaid) return
    if (await change.run({ input: { meetingId: id, version: mine.version, reply, how: reply === 'coming' ? (how ?? null) : null } }))
      go(`/meeting/${id}`)
  }

  const words: Record<Reply, { label: string; hint?: string }> = {
    coming: { label: replyPageWords.comingLabel },
    sendingViews: { label: replyPageWords.viewsLabel, hint: replyPageWords.viewsHint(coordinator.name) },
    notComing: { label: replyPageWords.notLabel, hint: replyPageWords.notHint },
  }
  return (
    <form ref={form} onSubmit={(event) => void send(event)}>
      <TroubleNoticeInFocus of={change} fields={['reply', 'how']} />
      <ChoiceList
        name="reply"
        kind="one"
        label={<span className="visually-hidden">{titleOf(meeting)}</span>}
        error={missing?.field === 'reply' ? replyPageWords.chooseFirst : wordsForField(trouble, 'reply')}
        choices={answers.map((value) => ({ value, ...words[value] }))}
        chosen={reply ? [reply] : []}
        onChoose={([value]) => setReply(answers.find((one) => one === value))}
      />
      {reply === 'coming' && (
        <ChoiceList
          name="how"
          kind="one"
          label={replyPageWords.how}
          error={missing?.field === 'how' ? replyPageWords.chooseHow : wordsForField(trouble, 'how')}
          choices={open.map((value) => ({ value, label: wayWords[value], hint: wayHints[value] }))}
          chosen={how ? [how] : []}
          onChoose={([value]) => setHow(open.find((one) => one === value))}
        />
      )}
      {open.length === 0 && <p>{replyPageWords.noWay(coordinator.name)}</p>}
      <p className="quiet">{replyPageWords.whoSees(coordinator.name)}</p>
      <div className="actions">
        <Button type="submit" disabled={change.busy}>
          {replyPageWords.send}
        </Button>
      </div>
    </form>
  )
}
