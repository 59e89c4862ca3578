import { LeaveButton } from '@kinplan/ui/leave-button'
import { SkipLink } from '@kinplan/ui/skip-link'
import type { CurrentUser } from './current-user'
import { leaveSite } from './leave-site'
import { frameWords } from './page-frame.copy'

/** Who I am here, and the way out. It stays while pages come and go, so that a finger or a key on its way to the way out finds it. */
export function Masthead({ user }: { user: CurrentUser | null }) {
  return (
    <header className="masthead masthead-stays">
      <LeaveButton onLeave={leaveSite} label={frameWords.leave} hint={frameWords.leaveHint} />
      <SkipLink />
      {user ? (
        <p>
          {frameWords.currentUserAs}{' '}
          <strong>
            <bdi>{user.person.name}</bdi>
          </strong>
        </p>
      ) : (
        <p>{frameWords.siteName}</p>
      )}
    </header>
  )
}
