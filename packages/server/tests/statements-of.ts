import pg from 'pg'
import { vi } from 'vitest'

/** What reaches the driver while something happens: transactions in which somebody asks, and rows of the record. */
export async function statementsOf(work: () => Promise<unknown>) {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const asked = sent.mock.calls.map(([first]) => first as unknown as { text?: string })
  sent.mockRestore()
  return {
    transactions: asked.filter(({ text }) => text?.includes('ask_as_session(')).length,
    records: asked.filter(({ text }) => text?.includes('write_record(')).length,
  }
}
