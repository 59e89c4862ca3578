import { useId, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { RankedTimesDocument, type RankedTimesQuery } from '../generated/graphql'
import { refusalWords } from '../refusal.copy'
import { troubleOf, type Trouble } from '../trouble'
import type { AskedTimes } from './asked-times'

export type Proposal = NonNullable<RankedTimesQuery['rankedTimes']>['proposals'][number]

/** What was found, and for what. */
export interface FoundTimes {
  ask: AskedTimes
  proposals: readonly Proposal[]
}

const fields = ['from', 'until', 'minutes', 'earliest', 'latest', 'weekdays'] as const

/** Asks for ranked times, always anew: who can come changes from hour to hour. What was found before stays until the next is there. */
export function useRankedTimes(meetingId: string) {
  const client = useApolloClient()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [found, setFound] = useState<FoundTimes | null>(null)

  async function run(ask: AskedTimes): Promise<void> {
    setBusy(true)
    setTrouble(null)
    try {
      const { data } = await client.query({ query: RankedTimesDocument, variables: { meetingId, ask }, fetchPolicy: 'network-only' })
      const answer = data?.rankedTimes
      if (!answer) setTrouble({ kind: 'refused', code: 'notYours', field: null })
      else if (answer.refused !== null) setTrouble({ kind: 'refused', code: answer.refused, field: answer.field })
      else setFound({ ask, proposals: answer.proposals })
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setBusy(false)
    }
  }

  return {
    run,
    busy,
    trouble,
    found,
    field: (name: (typeof fields)[number]) => ({
      id: `${id}-${name}`,
      error: trouble?.kind === 'refused' && trouble.field === name ? refusalWords[trouble.code] : undefined,
    }),
    shows: (name: string) => (fields.some((field) => field === name) ? `${id}-${name}` : null),
  }
}
