import { openDoor } from '@kinplan/server/graphql/operate'
import { tellStory, type Story } from './story'
import { storyMorning, testServer, type TestServer } from './test-server'
import type { Engine } from './clean-database'

/** The test server with the story told in it, at the story's morning. */
export async function storyServer(engine: Engine = 'embedded', now: Date = storyMorning): Promise<TestServer & { story: Story }> {
  const server = await testServer(engine, now, { founded: false })
  const story = await tellStory({ found: server.found, doorAt: (clock) => openDoor({ ...server.parts, clock }), now })
  return { ...server, story }
}
