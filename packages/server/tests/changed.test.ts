import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { storyServer } from '@kinplan/testkit/story-server'
import { swapFamily, type SwapFamily } from '@kinplan/testkit/swap/swap-family'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { done } from './private-time'
import { statementsOf } from './statements-of'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const changed = 'subscription ($id: ID!) { changed(meetingId: $id) }'
const pause = () => new Promise((resolve) => setTimeout(resolve, 250))

/** Counts the frames that the holder of a session has got. */
async function listening(visitor: Visitor, meetingId: string) {
  const socket = visitor.listen(changed, { id: meetingId })
  let frames = 0
  let ended = false
  void (async () => {
    for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) frames++
    ended = true
  })()
  await pause()
  return { frames: () => frames, ended: () => ended, close: socket.close }
}

describe.each(enginesToTest())('what is everybody’s, told to all who listen, on the %s database', (engine) => {
  let server: TestServer
  let family: SwapFamily
  beforeAll(async () => {
    server = await testServer(engine)
    family = await swapFamily(server)
  })
  afterAll(() => server.drop())

  const worker = (id: string) => server.as(id)
  const addWhy = async (text: string, by?: Visitor) =>
    done(by ?? (await worker(workers.priya.id)), 'mutation ($input: AddWhyInput!) { addWhy(input: $input) { __typename } }', {
      input: { meetingId: family.meetingId, kind: 'goingWell', text },
    })
  const ask = async (who: 'mum' | 'dad' | 'gran', text: string) =>
    done(
      await server.as(family.people[who]),
      'mutation ($id: ID!, $text: String!) { askQuestion(meetingId: $id, text: $text) { __typename ... on Refused { code field } } }',
      { id: family.meetingId, text },
    )
  const mark = async (oneId: string, otherId: string) =>
    done(
      await worker(workers.helen.id),
      'mutation ($input: MarkApartInput!) { markApart(input: $input) { __typename ... on Refused { code field } } }',
      { input: { oneId, otherId, levels: ['knowing'] } },
    )

  it('is one reading and no operation, however many listen', async () => {
    const { mum, dad, gran, nan } = family.people
    const visitors = await Promise.all([workers.helen.id, mum, dad, gran, nan, mum, dad, gran].map((id) => server.as(id)))
    const crowd = await Promise.all(visitors.map((visitor) => listening(visitor, family.meetingId)))
    await server.heard()
    const priya = await server.as(workers.priya.id)
    const cost = await statementsOf(async () => {
      await addWhy('Everybody came early.', priya)
      await vi.waitFor(() => expect(crowd.map(({ frames }) => frames())).toEqual(crowd.map(() => 1)), 5000)
      await server.heard()
    })
    expect(cost).toMatchObject({ transactions: 1, readings: 1 })
    for (const { close } of crowd) close()
  })

  it('tells nothing to a session that has ended since, and ends', async () => {
    const leaving = await server.as(family.people.dad)
    const [ofLeaving, ofStaying] = [
      await listening(leaving, family.meetingId),
      await listening(await server.as(family.people.dad), family.meetingId),
    ]
    await done(leaving, 'mutation { leave { __typename ... on Refused { code field } } }')
    await addWhy('A cot was bought.')
    await vi.waitFor(() => expect([ofLeaving.ended(), ofStaying.frames()]).toEqual([true, 1]), 5000)
    expect([ofLeaving.frames(), ofStaying.ended()]).toEqual([0, false])
    ofStaying.close()
  })

  it('moves nothing for whoever may not know whose words they are, also where that began after they listened', async () => {
    const { mum, dad, gran } = family.people
    const crowd: Awaited<ReturnType<typeof listening>>[] = []
    for (const id of [mum, dad, gran]) crowd.push(await listening(await server.as(id), family.meetingId))
    const frames = () => crowd.map((one) => one.frames())
    await ask('mum', 'Who brings the children?')
    await vi.waitFor(() => expect(frames()).toEqual([1, 1, 1]), 5000)
    await mark(mum, dad)
    // With the next change that they may know of, her question is gone for him.
    await addWhy('Nan cooked.')
    await vi.waitFor(() => expect(frames()).toEqual([2, 2, 2]), 5000)
    await ask('mum', 'And who takes them home?')
    await server.heard()
    expect(frames()).toEqual([3, 2, 3])
    for (const { close } of crowd) close()
  })
})

describe.each(enginesToTest())('being told of changes, on the %s database', (engine) => {
  let server: Awaited<ReturnType<typeof storyServer>>
  beforeAll(async () => {
    server = await storyServer(engine)
  })
  afterAll(() => server.drop())

  const listener = async (who: string, meetingId: string) => listening(await server.as(who), meetingId)

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
