import { isOpen } from '@kinplan/domain/action/promise-states'
import { useCurrentUser, type Promised } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { saidDay } from '../page/said-dates'
import { LinkList } from '../page/link-list'
import { PromiseStatus } from './promise-status'
import { promisesWords } from './promises.copy'

/** Everything this person has promised. */
export function PromisesPage() {
  const user = useCurrentUser()
  const { promises, today } = user
  const open = promises.filter(({ state }) => isOpen(state))
  const behind = promises.filter(({ state }) => !isOpen(state))
  const rows = (list: readonly Promised[]) =>
    list.map((promise) => ({
      to: `/promises/${promise.id}`,
      label: <bdi>{promise.text}</bdi>,
      more: promisesWords.by(saidDay(promise.dueOn, today)),
      status: <PromiseStatus promise={promise} />,
    }))
  return (
    <PageFrame title={promisesWords.title} back="/" user={user}>
      {promises.length === 0 && (
        <p className="lede">
          {promisesWords.none} {promisesWords.noneMore}
        </p>
      )}
      {open.length > 0 && (
        <section>
          <h2>{promisesWords.openHeading}</h2>
          <LinkList rows={rows(open)} />
        </section>
      )}
      {behind.length > 0 && (
        <section>
          <h2>{promisesWords.doneHeading}</h2>
          <LinkList rows={rows(behind)} />
        </section>
      )}
    </PageFrame>
  )
}
