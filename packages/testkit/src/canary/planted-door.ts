import { parse } from 'graphql'
import type { Clock } from '@kinplan/server/platform/clock'
import { openDoor, type Answer, type Operate } from '@kinplan/server/graphql/operate'
import type { TestServer, Visitor } from '../test-server'
import type { Row } from './facts'
import type { Plants } from './plant'
import { findRows } from './where-kept'

/** What one answer showed to whom: the canaries are still in it. */
export interface Shown {
  readonly to: string | null
  readonly mutation: boolean
  readonly result: Answer['result']
  readonly root: string
  readonly variables: Row
  /** By the clock of the door. */
  readonly now: Date
}

interface PlantedDoor {
  doorAt(clock: Clock): Operate
  /** Whoever holds this session, on the device that is known by the other. */
  visitor(session: string | null, device?: string | null): Visitor
  /** Whose session this is; null for nobody's. */
  whoseIs(session: string | null): string | null
}

const rootOf = (document: string | undefined) => /\{\s*(?:\w+:\s*)?(\w+)/.exec(document ?? '')?.[1] ?? ''

/**
 * The real door, where every confidential text that goes in takes a canary with it. What comes out is heard, then the canaries are taken
 * out of it, so that whoever tells a story finds it as it was told.
 */
export function plantedDoor(
  server: TestServer,
  plants: Plants,
  bytes: ReadonlySet<string>,
  heard: (shown: Shown) => Promise<void>,
): PlantedDoor {
  const whose = new Map<string, string>()
  const links = new Map<string, string>()
  const whoseIs = (session: string | null) => (session === null ? null : (whose.get(session) ?? null))

  const doorAt = (clock: Clock): Operate => {
    const operate = openDoor({ ...server.parts, clock })
    return async (document, variables, asking) => {
      const by = whoseIs(asking.session)
      const sown = plants.plant(document, variables, by ?? 'nobody')
      const answer = await operate(document, sown.variables, asking)
      if (answer.session !== null && answer.session !== 'ended') {
        const who = typeof variables['id'] === 'string' ? variables['id'] : links.get(String(variables['token']))
        if (who !== undefined) whose.set(answer.session.token, who)
      }
      await findRows(server, sown.planted, bytes)
      const [operation] = document.definitions
      const mutation = operation !== undefined && 'operation' in operation && operation.operation === 'mutation'
      addMade(answer.result.data, by ?? 'nobody', { ...variables, ...(variables['input'] as Row | undefined) })
      await heard({ to: by, mutation, result: answer.result, root: rootOf(document.loc?.source.body), variables, now: clock.now() })
      return { ...answer, result: { ...answer.result, data: plants.strip(answer.result.data) } }
    }
  }

  /** Tokens and codes, from the answer in which whoever asked for them is told. */
  function addMade(data: unknown, by: string, variables: Row): void {
    const text = JSON.stringify(data ?? null)
    const personId = String(variables['id'] ?? variables['personId'] ?? '')
    const token = /"address":"[^"]*\/p\/([\w-]+)"/.exec(text)?.[1]
    if (token !== undefined) {
      links.set(token, personId)
      plants.add('signInToken', token, by, { personId })
    }
    const code = /"spokenCode":"([^"]+)"/.exec(text)?.[1]
    if (code !== undefined) plants.add('spokenCode', code, by, { personId })
    const feed = /calendar\/([\w-]+)\.ics/.exec(text)?.[1]
    if (feed !== undefined) plants.add('feedToken', feed, by, { workerId: by })
  }

  const visitor = (session: string | null, device: string | null = null): Visitor => {
    const operate = doorAt(server.clock)
    const ask: Visitor['ask'] = (document, variables = {}, once) =>
      operate(parse(document), variables, { session, device, once, storyPage: true })
    return {
      session,
      ask,
      listen: (document, variables) => server.holding(session, device).listen(document, variables),
      async send(document, variables, once) {
        const { result } = await ask(document, variables, once)
        const [error] = result.errors ?? []
        if (error) throw new Error(error.message, { cause: error })
        return { ...result.data }
      },
    }
  }
  return { doorAt, visitor, whoseIs }
}
