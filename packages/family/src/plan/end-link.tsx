import type { Meeting } from '../page/here'
import { Way } from '../page/way'
import { privateWords } from './private.copy'

export function EndLink({ meeting }: { meeting: Meeting }) {
  return (
    <p>
      <Way to={`/meeting/${meeting.id}/private/end`}>{privateWords.endTime}</Way>
    </p>
  )
}
