import type { Meeting } from '../page/current-user'
import { PageLink } from '../page/page-link'
import { privateWords } from './private.copy'

export function EndLink({ meeting }: { meeting: Meeting }) {
  return (
    <p>
      <PageLink to={`/meeting/${meeting.id}/private/end`}>{privateWords.endTime}</PageLink>
    </p>
  )
}
