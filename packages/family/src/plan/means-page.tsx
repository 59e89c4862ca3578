import { useCurrentUser } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { meansWords } from './private.copy'

/** What private means here, and what it cannot do. */
export function MeansPage({ meetingId }: { meetingId: string }) {
  const lists = [
    { heading: meansWords.howTitle, lines: meansWords.how },
    { heading: meansWords.limitsTitle, lines: meansWords.limits },
    { heading: meansWords.keptTitle, lines: meansWords.kept },
  ]
  return (
    <PageFrame title={meansWords.title} back={`/meeting/${meetingId}/private`} plum user={useCurrentUser()}>
      <p className="lede">{meansWords.lede}</p>
      {lists.map(({ heading, lines }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{meansWords.actTitle}</h2>
      <p>
        <strong>{meansWords.act}</strong>
      </p>
    </PageFrame>
  )
}
