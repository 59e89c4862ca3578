import { describe, expect, it } from 'vitest'
import { countRun } from './count-run.mjs'

const file = (...statuses) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const report = (...testResults) => {
  const all = testResults.flatMap((one) => one.assertionResults)
  return {
    testResults,
    numPassedTests: all.filter((one) => one.status === 'passed').length,
    numFailedTests: all.filter((one) => one.status === 'failed').length,
  }
}

describe('counting a run of vitest', () => {
  it('counts tests that passed and failed', () => {
    expect(countRun(report(file('passed', 'passed')), 0)).toEqual({ passed: 2, failed: 0 })
    expect(countRun(report(file('passed', 'failed'), file('failed')), 1)).toEqual({ passed: 1, failed: 2 })
  })

  it('counts a file that did not load as a failure', () => {
    expect(countRun(report(file('passed'), { status: 'failed', assertionResults: [] }), 1)).toEqual({ passed: 1, failed: 1 })
  })

  it('counts a run that broke off, or left no report, as a failure', () => {
    expect(countRun(report(file('passed')), 1)).toEqual({ passed: 1, failed: 1 })
    expect(countRun(null, 0)).toEqual({ passed: 0, failed: 1 })
  })
})
