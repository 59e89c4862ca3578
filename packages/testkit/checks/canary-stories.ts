import { createCipheriv, randomBytes } from 'node:crypto'
import type { Plants } from '../src/canary/plant'
import type { plantedDoor } from '../src/canary/planted-door'
import { council } from '../src/cast'
import { StoryTeller } from '../src/story-teller'
import { tellCarters } from '../src/tell-carters'
import { tellHughes } from '../src/tell-hughes'
import { tellOseis } from '../src/tell-oseis'
import { tellPlaces } from '../src/tell-places'
import { deviceOf, type TestServer, type Visitor } from '../src/test-server'
import type { storyServer } from '../src/story-server'
import { rootFieldCases } from './root-field-cases'
import type { SealWords } from './plan-of-brights'
import { tellBrights } from './tell-brights'

type Door = ReturnType<typeof plantedDoor>
const dayMs = 86_400_000

/** The Brights alone, or they and all the stories there are: the three of the demo, then every operation of the contract in turn. */
export async function tellWithCanaries(server: TestServer, door: Door, plants: Plants, stories: 'one' | 'all'): Promise<void> {
  const now = server.clock.now()
  await server.found({ ...council, from: new Date(now.getTime() - 400 * dayMs) })
  const teller = new StoryTeller(door.doorAt, now)
  teller.at(new Date(now.getTime() - 100 * dayMs))
  const places = await tellPlaces(teller)
  await tellBrights(teller, now, places.willow, { seal: sealer(plants), of: server })
  if (stories === 'one') return
  const hughes = await tellHughes(teller, now, places.meadow, server)
  const osei = await tellOseis(teller, now, places.willow)
  const carter = await tellCarters(teller, now, places)
  server.clock.set(now)
  await playEveryOperation({ ...server, story: { carter, osei, hughes, places } }, door)
}

/** Seals words as a phone does, under a key that is thrown away. */
function sealer(plants: Plants): SealWords {
  return (words) => {
    const canary = plants.word()
    plants.add('draftWords', canary, 'the phone', {})
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', randomBytes(32), nonce)
    const sealed = Buffer.concat([cipher.update(`${words} ${canary}`), cipher.final(), cipher.getAuthTag()])
    return { nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') }
  }
}

/** Calls every operation as a stranger, who is refused, and as its rightful person. */
async function playEveryOperation(server: Awaited<ReturnType<typeof storyServer>>, door: Door): Promise<void> {
  const signIn = async (id: string): Promise<Visitor> => {
    const { session } = await door
      .visitor(null)
      .ask('mutation ($id: ID!) { chooseWho(id: $id) { __typename ... on Refused { code } } }', { id })
    if (session === null || session === 'ended') throw new Error(`Nobody here has the id ${id}`)
    return door.visitor(session.token, deviceOf(id))
  }
  const phones = new Map<string, Promise<Visitor>>()
  const phone = (id: string) => {
    const known = phones.get(id) ?? signIn(id)
    phones.set(id, known)
    return known
  }
  const { carter, osei, hughes } = server.story
  const strangers = { carter: hughes.people.carys, osei: carter.people.daniel, hughes: osei.people.ama }
  for await (const one of rootFieldCases({ ...server, as: signIn, phone, nobody: door.visitor(null) })) {
    // Heard by whoever has a socket open.
    if (one.stir) {
      await one.stir()
      continue
    }
    // The demo's front page, which is not there in service, names everybody to anybody on purpose.
    if (one.field === 'storyCast') continue
    if (one.rightful === null && one.held !== undefined) await door.visitor(null).ask(one.document, one.held)
    if (one.rightful !== null && !one.open) await (await phone(strangers[one.family])).ask(one.document, one.variables)
    const { result } = await (one.rightful === null ? door.visitor(null) : await phone(one.rightful)).ask(one.document, one.variables)
    const shown = result.data?.[one.field] as { __typename?: string } | null | undefined
    if (shown === null || shown === undefined || shown.__typename === 'Refused')
      throw new Error(`The story does not go on at ${one.field}: ${JSON.stringify(result)}`)
  }
}
