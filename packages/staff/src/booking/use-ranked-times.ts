import { useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { RankedTimesDocument, type RankedTimesQuery } from '../generated/graphql'
import { refusalOf } from '../connection/refusal-of'
import { troubleOf, type Trouble } from '../connection/trouble'
import { askRefusals } from './ask.copy'
import type { AskedTimes } from './asked-times'

export type Found = NonNullable<RankedTimesQuery['rankedTimes']>
export type Proposal = Found['proposals'][number]
export type OneAsk = Found['asks'][number]

/** What was found, and for what. */
export interface FoundTimes extends Pick<Found, 'proposals' | 'asks' | 'people' | 'heat' | 'stopped'> {
  ask: AskedTimes
}

/** Asks for ranked times, always anew: who can come changes from hour to hour. What was found before stays until the next is there. */
export function useRankedTimes(meetingId: string) {
  const client = useApolloClient()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [found, setFound] = useState<FoundTimes | null>(null)

  /** true when times were looked for, also where none were found. */
  async function run(ask: AskedTimes): Promise<boolean> {
    setBusy(true)
    setTrouble(null)
    try {
      const { data } = await client.query({ query: RankedTimesDocument, variables: { meetingId, ask }, fetchPolicy: 'network-only' })
      const answer = data?.rankedTimes
      if (answer && answer.refused === null) {
        setFound({ ask, ...answer })
        return true
      }
      setTrouble({ kind: 'refused', code: answer?.refused ?? 'notYours', field: answer?.field ?? null })
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setBusy(false)
    }
    return false
  }

  return {
    run,
    busy,
    trouble,
    found,
    /** What is wrong with this part of the ask. */
    error: (name: keyof AskedTimes) =>
      trouble?.kind === 'refused' && trouble.field === name ? refusalOf(trouble.code, name, askRefusals) : undefined,
  }
}
