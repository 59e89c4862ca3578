import type { ReactNode } from 'react'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { troubleWords as words } from './refusal.copy'
import { troubleOf } from './trouble'

/** What `useQuery` gives, as far as this looks. */
interface Reading<Data> {
  data: Data | undefined
  loading: boolean
  error?: unknown
  refetch: () => unknown
}

/** Shows what was read; until then that it is being fetched, and otherwise why not, with a way to try again. What was read before stays. */
export function Read<Data>({ reading, children }: { reading: Reading<Data>; children: (data: Data) => ReactNode }) {
  const { data, error, refetch } = reading
  return (
    <>
      {error !== undefined && <ReadTrouble error={error} onAgain={refetch} />}
      {data !== undefined && children(data)}
      {data === undefined && error === undefined && <Spinner>{words.loading}</Spinner>}
    </>
  )
}

function ReadTrouble({ error, onAgain }: { error: unknown; onAgain: () => unknown }) {
  const trouble = troubleOf(error)
  const said = trouble.kind === 'lost' ? words.lostReading : trouble.kind === 'outOfStep' ? words.outOfStep : words.faultReading
  return (
    <Notice tone="coral" heading={words.headingRead} live="alert">
      <p>{said}</p>
      {trouble.kind === 'fault' && trouble.reference !== null && <p>{words.reference(trouble.reference)}</p>}
      <Button look="quiet" onClick={() => void onAgain()}>
        {words.again}
      </Button>
    </Notice>
  )
}
