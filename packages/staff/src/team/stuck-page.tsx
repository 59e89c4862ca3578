import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { Card } from '@kinplan/ui/card'
import { StatusWord } from '@kinplan/ui/status-word'
import { StuckDocument, type StuckKind, type StuckQuery } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { Read } from '../connection/read'
import { dayInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import { stuckDays, stuckWords, teamWords as words } from './stuck.copy'

type WorkerStuck = NonNullable<StuckQuery['stuck']>[number]
type Item = WorkerStuck['items'][number]

const groups: readonly { id: keyof typeof words.groups; kinds: readonly StuckKind[] }[] = [
  { id: 'quiet', kinds: ['withdrawal'] },
  { id: 'people', kinds: ['parentNotAsked', 'parentNotFound', 'meetingWithoutDate'] },
  { id: 'plans', kinds: ['planWaitingForCouncil', 'breakGlass', 'councilDecision', 'safetyDecision', 'bottomLineToAgree'] },
  { id: 'familyActions', kinds: ['familyActionNeedsHand', 'familyActionLate'] },
  { id: 'councilActions', kinds: ['councilActionNeedsHand', 'councilActionLate'] },
  { id: 'reviews', kinds: ['reviewDue'] },
]

const tabOf: Record<StuckKind, string> = {
  breakGlass: '',
  withdrawal: 'people',
  safetyDecision: 'why',
  bottomLineToAgree: 'why',
  councilDecision: 'plan',
  parentNotAsked: 'people',
  parentNotFound: 'people',
  meetingWithoutDate: 'times',
  planWaitingForCouncil: 'plan',
  familyActionNeedsHand: 'promises',
  familyActionLate: 'promises',
  councilActionNeedsHand: 'promises',
  councilActionLate: 'promises',
  reviewDue: 'promises',
}

const placeOf = ({ kind, meetingId, familyId }: Item) =>
  meetingId === null ? `/families/${familyId}` : `/meetings/${meetingId}/${tabOf[kind]}`

/** What is stuck now: first what only this supervisor can decide, then by worker. No scores, no history. */
export function StuckPage() {
  const reading = useQuery(StuckDocument)
  return (
    <PageFrame title={words.title}>
      <p>
        {words.lede} <span className="quiet">{words.now}</span>
      </p>
      <Read reading={reading}>{({ stuck }) => (stuck ? <Stuck stuck={stuck} /> : <p>{words.notYours}</p>)}</Read>
    </PageFrame>
  )
}

function Stuck({ stuck }: { stuck: readonly WorkerStuck[] }) {
  const decisions = stuck.flatMap(({ items }) => items.filter(({ onlyYou }) => onlyYou))
  const byWorker = stuck
    .map(({ worker, items }) => ({ worker, items: items.filter(({ onlyYou }) => !onlyYou) }))
    .filter(({ items }) => items.length > 0)
  return (
    <>
      <Card tone="soft">
        <h2>{words.onlyYou}</h2>
        {decisions.length === 0 ? <p>{words.onlyYouNone}</p> : <Items items={decisions} />}
      </Card>
      {byWorker.length === 0 && <p>{words.nothing}</p>}
      {byWorker.map(({ worker, items }) => (
        <Card key={worker.id}>
          <h2>
            <bdi>{worker.name}</bdi> <span className="quiet">{worker.title}</span>
          </h2>
          {groups.map(({ id, kinds }) => {
            const found = items.filter(({ kind }) => kinds.includes(kind))
            return (
              found.length > 0 && (
                <section key={id}>
                  <h3>{words.groups[id]}</h3>
                  <Items items={found} />
                </section>
              )
            )
          })}
        </Card>
      ))}
    </>
  )
}

const needsYou = ({ onlyYou, kind }: Item) => onlyYou || kind === 'withdrawal' || kind.endsWith('NeedsHand')

function Items({ items }: { items: readonly Item[] }) {
  const { today } = useWhoIAm()
  return (
    <ul className="way-list stuck-list">
      {items.map((item) => (
        <li key={`${item.kind} ${item.familyId} ${item.meetingId} ${item.actionId} ${item.subject}`}>
          <StatusWord kind={needsYou(item) ? 'needs-you' : 'waiting'}>{stuckWords[item.kind]}</StatusWord> <bdi>{item.subject}</bdi>
          <span className="quiet under">
            <Link to={placeOf(item)}>
              <bdi>{item.familyName}</bdi>
            </Link>
            ,{' '}
            {stuckDays[item.kind]({
              since: dayInWords(item.since),
              due: item.dueOn === null ? null : dayInWords(item.dueOn),
              gone: item.dueOn !== null && item.dueOn < today,
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
