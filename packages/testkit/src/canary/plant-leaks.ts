import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDoor } from '@kinplan/server/graphql/operate'
import { parse } from 'graphql'
import { asAdministrator } from '../as-administrator'
import { workers } from '../cast'
import type { TestServer, Visitor } from '../test-server'
import { Ears } from './ears'
import { readFacts } from './facts'
import { leakyContract, quotingContract } from './leaky'
import { listeningServer } from './listening-server'
import { lookAtDocuments, lookAtFeed, lookAtMessages, lookAtPages, lookAtPaper, lookAtQueries, type Hear } from './look'
import type { Plants } from './plant'
import { Search, type Channel } from './search'

interface Planting {
  server: TestServer
  plants: Plants
  say(line: string): void
}

/** Plants one leak in each way out, looks there as everywhere else, and counts how many were caught. */
export async function plantLeaks({ server, plants, say }: Planting): Promise<{ planted: number; caught: number }> {
  const words = plants.word()
  plants.add('draftWords', words, 'the phone', {})
  const leaky = await leakyContract(words)
  const leakyWeb = await listeningServer(server, { ...server.parts, schema: leaky })
  const { owen, helen } = workers
  const visitorAt = async (schema: typeof leaky, id: string): Promise<Visitor> => {
    const honest = await server.as(id)
    const operate = openDoor({ ...server.parts, schema })
    const ask: Visitor['ask'] = (document, variables = {}) =>
      operate(parse(document), variables, { session: honest.session, storyPage: true })
    return { ...honest, ask, send: async (document, variables) => ({ ...(await ask(document, variables)).result.data }) }
  }
  const ways: { [C in Channel]?: (hear: Hear, search: Search) => Promise<void> } = {
    query: async (hear) => lookAtQueries(leaky, await visitorAt(leaky, owen.id), [], owen.id, hear),
    async mutation(hear) {
      const { result } = await (
        await visitorAt(leaky, owen.id)
      ).ask('mutation ($id: ID!) { chooseWho(id: $id) { ... on ChooseWhoDone { me { council { name } } } } }', { id: owen.id })
      hear({ channel: 'mutation', to: owen.id, text: JSON.stringify(result) })
    },
    async error(hear) {
      const quoting = await quotingContract(words)
      const { result } = await (await visitorAt(quoting, owen.id)).ask('{ me { council { name } } }')
      hear({ channel: 'error', to: owen.id, text: JSON.stringify(result.errors) })
    },
    document: async (hear) =>
      lookAtDocuments(leakyWeb.browser((await server.as(owen.id)).session), { family: '', meetings: [], plans: [] }, owen.id, hear),
    async page(hear) {
      const person = (await readFacts(server)).of('Person').find(({ endedAt }) => endedAt === null)
      const id = String(person?.['id'])
      await lookAtPages(leakyWeb.browser((await server.as(id)).session), id, hear)
    },
    async socket(hear) {
      const [meeting] = (await readFacts(server)).of('Meeting')
      const ears = new Ears()
      ears.listen(leakyWeb, (await server.as(helen.id)).session, helen.id, [String(meeting?.['id'])])
      // Told until the socket is open and has heard of it.
      for (let tries = 0; tries < 40 && !ears.hasHeard; tries++) {
        await server.parts.tell([String(meeting?.['id'])])
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      ears.close(hear)
    },
    async message(hear) {
      const [first] = (await readFacts(server)).of('Message')
      const sealed = server.parts.key.seal(JSON.stringify({ subject: '', body: words }), `message/${String(first?.['id'])}`)
      const changed = { ...first, sealed: `\\x${Buffer.from(sealed).toString('hex')}` }
      lookAtMessages({ of: () => [changed] }, server.parts, new Set(), hear)
    },
    async paper(hear) {
      for (const { id } of (await readFacts(server)).of('Meeting')) await lookAtPaper(await visitorAt(leaky, helen.id), String(id), hear)
    },
    calendarFeed: async (hear) => lookAtFeed(leakyWeb.browser(null), await server.as(helen.id), helen.id, hear),
    async log(hear) {
      server.parts.logger.info('planted', { words })
      hear({ channel: 'log', to: null, text: server.log.at(-1) ?? '' })
    },
    async database(_hear, search) {
      const rename = (name: string) =>
        asAdministrator(server, (ask) => ask('update "Team" set "name" = $1 where "id" = (select min("id"::text)::uuid from "Team")', name))
      const [team] = await asAdministrator(server, (ask) => ask<{ name: string }>('select "name" from "Team" order by "id"::text limit 1'))
      await rename(`${team?.name} ${words}`)
      search.lookInTables(await readFacts(server), 'planted')
      await rename(team?.name ?? '')
    },
    async dataFolder(_hear, search) {
      const folder = join(server.config.dataFolder, 'planted')
      await mkdir(folder)
      await writeFile(join(folder, 'words'), words)
      await search.lookInFolder(server.config.dataFolder, 'planted')
      await rm(folder, { recursive: true })
    },
  }
  // Where the database lies elsewhere, our folder holds nothing to search.
  const planted = Object.entries(ways).filter(([channel]) => channel !== 'dataFolder' || server.database.engine === 'embedded')
  let caught = 0
  try {
    for (const [channel, leak] of planted) {
      const search = new Search(plants.canaries)
      search.now(await readFacts(server))
      await leak((received) => void search.look({ ...received, stage: 'planted' }), search)
      if (search.hits.some((hit) => hit.channel === channel && hit.text === 'draftWords')) caught++
      else say(`planted, and not caught: ${channel}`)
    }
  } finally {
    await leakyWeb.close()
  }
  return { planted: planted.length, caught }
}
