import pg from 'pg'
import { vi } from 'vitest'

/** What reaches the driver while something happens: transactions, those of jobs left out, and rows of the record. */
export async function statementsOf(work: () => Promise<unknown>) {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const asked = sent.mock.calls.map(([first]) => first as unknown as { text?: string; values?: unknown[] })
  sent.mockRestore()
  return {
    transactions: asked.filter(({ text, values }) => text?.includes(`set_config('app.job', $3`) && values?.[2] === '').length,
    records: asked.filter(({ text }) => text?.includes('write_record(')).length,
  }
}
