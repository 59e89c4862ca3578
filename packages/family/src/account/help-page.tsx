import { Notice } from '@kinplan/ui/notice'
import { PageFrame, telephone } from '../page/page-frame'
import { helpWords } from './help-page.copy'
import { useCurrentUser } from '../page/current-user'
import { WithdrawUnseen } from './withdraw-unseen'

/** Who answers, and what to do when nobody can wait. */
export function HelpPage() {
  const user = useCurrentUser()
  const { coordinator, council } = user
  return (
    <PageFrame title={helpWords.title} back="/" user={user}>
      <Notice tone="coral">
        <p>
          <strong>{helpWords.watched}</strong>
        </p>
        <p>
          <a href="tel:999">{helpWords.ring999}</a>
        </p>
      </Notice>
      <h2>{helpWords.withPages}</h2>
      {coordinator && (
        <>
          <p>
            <bdi>{helpWords.answers(coordinator.name)}</bdi> <a href={telephone(coordinator.phone)}>{coordinator.phone}</a>
          </p>
          <p>{helpWords.answersWhen}</p>
        </>
      )}
      <p>
        {helpWords.council(council.name)} <a href={telephone(council.phone)}>{council.phone}</a>
      </p>
      <WithdrawUnseen meetings={user.meetings} />
      <h2>{helpWords.worried}</h2>
      <p>{helpWords.worriedMore}</p>
      <p>
        {helpWords.childline} <a href={`tel:${helpWords.childlineNumber}`}>{helpWords.ringChildline}</a>
      </p>
      <p>
        {helpWords.domesticAbuse} <a href={`tel:${helpWords.domesticAbuseNumber}`}>{helpWords.ringHelpline}</a>
      </p>
    </PageFrame>
  )
}
