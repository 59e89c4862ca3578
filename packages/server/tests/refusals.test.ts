import { refusalCodes } from '@kinplan/domain/refusal'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { storyServer } from '@kinplan/testkit/story-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meetRefusals, type MetRefusal } from '../../testkit/checks/refusal-cases'

describe.each(enginesToTest())('refusals, on the %s database', (engine) => {
  let server: Awaited<ReturnType<typeof storyServer>>
  let met: MetRefusal[]
  beforeAll(async () => {
    server = await storyServer(engine)
    met = await meetRefusals(server)
  }, 120_000)
  afterAll(() => server.drop())

  it('can all be met by a person at the door', () => {
    expect(met.filter((one) => !one.met)).toEqual([])
    expect(met.map((one) => one.code).toSorted()).toEqual(refusalCodes.toSorted())
  })

  it('change nothing', () => {
    expect(met.filter((one) => !one.unchanged).map((one) => one.code)).toEqual([])
  })

  it('leave no fault in the log', () => {
    expect(server.log.filter((line) => line.includes('"fault"'))).toEqual([])
  })
})
