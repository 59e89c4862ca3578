import { useId, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import type { RefusalCode } from '@kinplan/domain/refusal'
import { TimeByHandDocument } from '../generated/graphql'
import type { Troubled } from '../frame/refusal-notice'
import { refusalOf } from '../connection/refusal-of'
import { troubleOf, type Trouble } from '../connection/trouble'
import { startRefusals } from './ask.copy'
import type { AskedTimes } from './asked-times'
import type { Proposal } from './use-ranked-times'

/** A day 'YYYY-MM-DD', a start 'HH:MM' and a place's id, '' for somewhere else. */
export interface HandTime {
  date: string
  start: string
  placeId: string
}

/** A time that was looked at, with what was asked of it, and the account of it; null where there is none. */
export interface Seen {
  time: HandTime
  ask: AskedTimes
  proposal: Proposal | null
}

const says = (code: RefusalCode, field: string | null) => refusalOf(code, field, startRefusals)
const fields = ['date', 'start', 'placeId'] as const

export interface TimeLookedAt extends Troubled {
  look: (ask: AskedTimes, time: HandTime) => Promise<void>
  seen: Seen | null
  field: (name: (typeof fields)[number]) => { id: string; error: string | undefined }
}

/** Looks at one time as the ranking would, always anew. What was seen of another time goes away. */
export function useTimeByHand(meetingId: string): TimeLookedAt {
  const client = useApolloClient()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [seen, setSeen] = useState<Seen | null>(null)
  async function look(ask: AskedTimes, time: HandTime) {
    setBusy(true)
    setTrouble(null)
    setSeen(null)
    try {
      const { data } = await client.query({
        query: TimeByHandDocument,
        variables: { meetingId, ask, date: time.date, start: time.start, placeId: time.placeId || null },
        fetchPolicy: 'network-only',
      })
      const answer = data?.timeByHand
      if (answer && answer.refused === null) setSeen({ time, ask, proposal: answer.proposals[0] ?? null })
      else setTrouble({ kind: 'refused', code: answer?.refused ?? 'notYours', field: answer?.field ?? null })
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    look,
    says,
    seen,
    busy,
    trouble,
    field: (name) => ({
      id: `${id}-${name}`,
      error: trouble?.kind === 'refused' && trouble.field === name ? says(trouble.code, name) : undefined,
    }),
    shows: (name) => (fields.some((field) => field === name) ? `${id}-${name}` : null),
  }
}
