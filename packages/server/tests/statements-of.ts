import pg from 'pg'
import { vi } from 'vitest'

/**
 * What reaches the driver while something happens: transactions in which somebody asks, rows of the record, and readings
 * of a meeting for all who listen to it.
 */
export async function statementsOf(work: () => Promise<unknown>) {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const asked = sent.mock.calls.map(([first]) => (typeof first === 'string' ? { text: first } : (first as unknown as { text?: string })))
  sent.mockRestore()
  return {
    transactions: asked.filter(({ text }) => text?.includes('ask_as_session(')).length,
    readings: asked.filter(({ text }) => text?.includes('meeting_now(')).length,
    records: asked.filter(({ text }) => text?.includes('write_record(')).length,
  }
}
