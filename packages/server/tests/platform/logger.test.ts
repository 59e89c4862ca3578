import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/platform/logger'

describe('the log', () => {
  const now = () => new Date('2026-03-01T10:00:00Z')
  function record(level: 'debug' | 'info' | 'warn' | 'error') {
    const lines: string[] = []
    return { lines, log: createLogger(level, now, (line) => lines.push(line)) }
  }

  it('writes one line of JSON an entry, from its level upwards', () => {
    const { lines, log } = record('warn')
    log.debug('quiet')
    log.info('quiet')
    log.warn('slow', { operation: 'meeting', ms: 900 })
    log.error('broken')
    expect(lines).toEqual([
      '{"operation":"meeting","ms":900,"time":"2026-03-01T10:00:00.000Z","level":"warn","event":"slow"}\n',
      '{"time":"2026-03-01T10:00:00.000Z","level":"error","event":"broken"}\n',
    ])
  })

  it('tells a fault by reference, names, codes and places, and never by words that may be about someone', () => {
    const { lines, log } = record('info')
    const cause = Object.assign(new TypeError('Sam Moss\n    at home (/Moss/secret.ts:1:1)'), { code: '23505', detail: 'Sam Moss' })
    const wrapped = Object.assign(new Error('Sam Moss cannot come', { cause }), { meta: { name: 'Sam Moss' } })
    log.fault('F-1', wrapped)
    log.fault('F-2', 'Sam Moss')
    log.fault('F-3', Object.assign(new Error('first'), { message: 'Sam Moss' }))
    const [first = ''] = lines
    expect(JSON.parse(first)).toMatchObject({
      level: 'error',
      event: 'fault',
      reference: 'F-1',
      sqlState: '23505',
      errors: [{ name: 'Error' }, { name: 'TypeError', code: '23505' }],
    })
    expect(first).toContain('logger.test.ts:')
    expect(lines.join('')).not.toMatch(/Moss|Sam/)
  })
})
