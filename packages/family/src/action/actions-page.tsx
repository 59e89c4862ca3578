import { isOpen } from '@kinplan/domain/action/action-states'
import { useCurrentUser, type Promised } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { saidDay } from '../page/said-dates'
import { LinkList } from '../page/link-list'
import { ActionStatus } from './action-status'
import { actionsWords } from './actions.copy'

/** Everything this person has promised. */
export function ActionsPage() {
  const user = useCurrentUser()
  const { actions, today } = user
  const open = actions.filter(({ state }) => isOpen(state))
  const behind = actions.filter(({ state }) => !isOpen(state))
  const rows = (list: readonly Promised[]) =>
    list.map((action) => ({
      to: `/promises/${action.id}`,
      label: <bdi>{action.text}</bdi>,
      more: actionsWords.by(saidDay(action.dueOn, today)),
      status: <ActionStatus action={action} />,
    }))
  return (
    <PageFrame title={actionsWords.title} back="/" user={user}>
      {actions.length === 0 && (
        <p className="lede">
          {actionsWords.none} {actionsWords.noneMore}
        </p>
      )}
      {open.length > 0 && (
        <section>
          <h2>{actionsWords.openHeading}</h2>
          <LinkList rows={rows(open)} />
        </section>
      )}
      {behind.length > 0 && (
        <section>
          <h2>{actionsWords.doneHeading}</h2>
          <LinkList rows={rows(behind)} />
        </section>
      )}
    </PageFrame>
  )
}
