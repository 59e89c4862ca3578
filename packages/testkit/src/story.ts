import type { Telling } from '@kinplan/server/start'
import { council } from './cast'
import { StoryTeller } from './story-teller'
import { tellCarters } from './tell-carters'
import { tellHughes } from './tell-hughes'
import { tellOseis } from './tell-oseis'
import { tellPlaces } from './tell-places'

const dayMs = 86_400_000

export type Story = Awaited<ReturnType<typeof tellStory>>

/**
 * The one cast and its three families, told through the door into an empty database: the Carters being prepared,
 * the Oseis meeting today, the Hugheses under review. Everything is set around `now`.
 */
export async function tellStory({ found, doorAt, now, ...of }: Telling) {
  await found({ ...council, from: new Date(now.getTime() - 400 * dayMs) })
  const teller = new StoryTeller(doorAt, now)
  teller.at(new Date(now.getTime() - 100 * dayMs))
  const places = await tellPlaces(teller)
  const hughes = await tellHughes(teller, now, places.meadow, of)
  const osei = await tellOseis(teller, now, places.willow)
  const carter = await tellCarters(teller, now, places)
  teller.at(now)
  return { carter, osei, hughes, places }
}
