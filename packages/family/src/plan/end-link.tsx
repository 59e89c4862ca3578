import type { Meeting } from '../page/current-user'
import { Way } from '../page/page-link'
import { privateWords } from './private.copy'

export function EndLink({ meeting }: { meeting: Meeting }) {
  return (
    <p>
      <Way to={`/meeting/${meeting.id}/private/end`}>{privateWords.endTime}</Way>
    </p>
  )
}
