import { useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { WeekDocument, type WeekQuery } from '../generated/graphql'
import { troubleOf, type Trouble } from '../connection/trouble'

/** When somebody is held for a meeting; its id where the viewer may read it. Wall times 'YYYY-MM-DDTHH:MM'. */
export type Held = Pick<NonNullable<WeekQuery['week']>['workers'][number], 'startWall' | 'endWall' | 'meetingId'>

/**
 * Days that were written down, both included ('YYYY-MM-DD'); `held` is null until it was looked, `trouble` says why it could not be.
 * `gone`: they have gone by.
 */
export interface AwayWritten {
  name: string | null
  from: string
  until: string
  gone: boolean
  held: readonly Held[] | null
  trouble: Trouble | null
}

interface AwaySaid {
  workerId: string
  /** Null: the viewer. */
  name: string | null
  from: string
  until: string
}

const daysOfWeek = 7

/**
 * What was written down last, and for which meetings the worker is held in those days, as far as they are to come; read week by week from
 * `today` on.
 */
export function useHeldWhileAway(today: string) {
  const client = useApolloClient()
  const [written, setWritten] = useState<AwayWritten | null>(null)

  async function heldFrom(workerId: string, from: string, until: string): Promise<Held[]> {
    const weeks = Array.from({ length: Math.floor((dayOfDate(until) - dayOfDate(from)) / daysOfWeek) + 1 }, (_, week) =>
      dateOfDay(dayOfDate(from) + week * daysOfWeek),
    )
    const read = await Promise.all(
      weeks.map((first) => client.query({ query: WeekDocument, variables: { from: first }, fetchPolicy: 'network-only' })),
    )
    const held = read
      .flatMap(({ data }) => data?.week?.workers ?? [])
      .filter(
        (row) => row.kind === 'held' && row.workerId === workerId && row.startWall.slice(0, 10) <= until && row.endWall > `${from}T00:00`,
      )
    // A meeting over midnight between two weeks is in both.
    return held.filter(({ startWall }, place) => held.findIndex((one) => one.startWall === startWall) === place)
  }

  async function look({ workerId, name, from, until }: AwaySaid): Promise<void> {
    const about = { name, from, until, gone: until < today, held: null, trouble: null }
    setWritten(about)
    if (about.gone) return
    try {
      const held = await heldFrom(workerId, from < today ? today : from, until)
      setWritten({ ...about, held })
    } catch (error) {
      setWritten({ ...about, trouble: troubleOf(error) })
    }
  }

  return { written, look }
}
