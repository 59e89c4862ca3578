import { HeldTimesDocument } from '../generated/graphql'
import type { Clock } from '../platform/clock'
import { heldCalendar } from './held-calendar'
import type { Visit } from './visit'

/** Longer than any calendar's address of ours. */
const mostToken = 100

/**
 * The feed of one worker's held times, for their own calendar to read again and again. An address that was ended looks like one that never
 * was.
 */
export async function calendarPage(visit: Visit, clock: Clock): Promise<void> {
  const token = String(visit.request.params['token']).slice(0, mostToken)
  const { heldTimes } = await visit.ask(HeldTimesDocument, { token })
  const answer = visit.response.set('Cache-Control', 'no-store')
  if (!heldTimes) return void answer.status(404).type('text').send('This page is not here.')
  answer.type('text/calendar; charset=utf-8').send(heldCalendar(heldTimes, clock.now()))
}
