import { filledConfig, opened, type Engine } from './clean-database'
import type { Story } from './story'
import { serverOn, storyMorning, type TestServer } from './test-server'
import { toldStory } from './told-story'

/** The test server with the story told in it, at the story's morning. */
export async function storyServer(engine: Engine = 'embedded', now: Date = storyMorning): Promise<TestServer & { story: Story }> {
  const { filled, ...closed } = await filledConfig(engine, toldStory(now))
  return { ...(await serverOn(await opened(closed), now)), story: filled }
}
