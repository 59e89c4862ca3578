import { useState } from 'react'
import { skipToken, useQuery, useSubscription } from '@apollo/client/react'
import { ChangedDocument, PlanDocument, type PlanPartsFragment } from '../generated/graphql'
import type { MeetingOf } from '../meeting/meeting-of'

export type PlanOf = PlanPartsFragment
export type StepOf = PlanOf['steps'][number]
export type ActionOf = PlanOf['actions'][number]

/**
 * One version of a meeting's plan, the newest unless another is chosen, or `otherwise` where none was shared; asked for again whenever the
 * meeting changes.
 */
export function usePlan(meeting: MeetingOf, otherwise: string | null = null) {
  const [chosenId, choose] = useState<string | null>(null)
  const id = meeting.plans.find((plan) => plan.id === chosenId)?.id ?? meeting.plans[0]?.id ?? otherwise
  const reading = useQuery(PlanDocument, id === null ? skipToken : { variables: { id } })
  useSubscription(ChangedDocument, {
    variables: { meetingId: meeting.id },
    skip: id === null,
    ignoreResults: true,
    onData: () => void reading.refetch(),
  })
  return { id, reading, choose }
}
