import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workers } from './cast'
import { enginesToTest } from './clean-database'
import { storyServer } from './story-server'

describe.each(enginesToTest())('the story, told on the %s database', (engine) => {
  let server: Awaited<ReturnType<typeof storyServer>>
  beforeAll(async () => {
    server = await storyServer(engine)
  })
  afterAll(() => server.drop())

  it('has its three families at three moments', async () => {
    const helen = await server.as(workers.helen.id)
    const data = await helen.send('{ families(first: 10) { families { name nextMeeting { stage kind } } } }')
    expect(data['families']).toMatchObject({
      families: [
        { name: 'The Carter family', nextMeeting: { stage: 'preparing', kind: 'conference' } },
        { name: 'The Hughes family', nextMeeting: { stage: 'booked', kind: 'review' } },
        { name: 'The Osei family', nextMeeting: { stage: 'information', kind: 'conference' } },
      ],
    })
  })

  it('leaves no fault in the log', () => {
    expect(server.log.filter((line) => line.includes('"fault"'))).toEqual([])
  })
})
