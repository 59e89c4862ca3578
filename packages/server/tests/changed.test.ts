import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { storyServer } from '@kinplan/testkit/story-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const changed = 'subscription ($id: ID!) { changed(meetingId: $id) }'
const pause = () => new Promise((resolve) => setTimeout(resolve, 250))

describe.each(enginesToTest())('being told of changes, on the %s database', (engine) => {
  let server: Awaited<ReturnType<typeof storyServer>>
  beforeAll(async () => {
    server = await storyServer(engine)
  })
  afterAll(() => server.drop())

  /** Counts the frames that somebody has got since the last count. */
  async function listener(who: string, meetingId: string) {
    const socket = (await server.as(who)).listen(changed, { id: meetingId })
    let frames = 0
    let ended = false
    void (async () => {
      for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) frames++
      ended = true
    })()
    await pause()
    return { frames: () => frames, ended: () => ended, close: socket.close }
  }

  it('reaches a worker at every change, and a person only when their own copy changes', async () => {
    const { carter } = server.story
    const helen = await server.as(workers.helen.id)
    const worker = await listener(workers.helen.id, carter.meetingId)
    const leanne = await listener(carter.people.leanne, carter.meetingId)
    const priya = await server.as(workers.priya.id)
    await priya.send('mutation ($input: AddBottomLineInput!) { addBottomLine(input: $input) { __typename } }', {
      input: { meetingId: carter.meetingId, text: 'Not given yet.', childIds: [], laterReason: 'New' },
    })
    await pause()
    expect([worker.frames(), leanne.frames()]).toEqual([1, 0])

    await priya.send('mutation ($input: AddWhyInput!) { addWhy(input: $input) { __typename } }', {
      input: { meetingId: carter.meetingId, kind: 'goingWell', text: 'Everybody turned up.' },
    })
    await pause()
    await vi.waitFor(() => expect([worker.frames(), leanne.frames()]).toEqual([2, 1]), 5000)

    await helen.send('mutation ($id: ID!) { endAccess(personId: $id) { __typename } }', { id: carter.people.leanne })
    await priya.send('mutation ($input: AddWhyInput!) { addWhy(input: $input) { __typename } }', {
      input: { meetingId: carter.meetingId, kind: 'help', text: 'A cot.' },
    })
    await pause()
    await vi.waitFor(() => expect([worker.frames(), leanne.frames(), leanne.ended()]).toEqual([4, 1, true]), 5000)
    worker.close()
  })

  it('never reaches a worker of another team', async () => {
    const owen = await listener(workers.owen.id, server.story.osei.meetingId)
    await (
      await server.as(workers.marcus.id)
    ).send('mutation ($input: AddWhyInput!) { addWhy(input: $input) { __typename } }', {
      input: { meetingId: server.story.osei.meetingId, kind: 'help', text: 'Breakfast.' },
    })
    await pause()
    expect([owen.frames(), owen.ended()]).toEqual([0, true])
  })
})
